"""Which text does a PDF or Word document hold? Asked of `bot.intake.extract` in a process with limits."""

import subprocess
import sys

from bot.errors import UserError
from bot.model.page import Form

LARGEST_DOCUMENT = 10_000_000
_SECONDS = 30
_BROKEN = "it is broken or too large to read; save it again, or send its text"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def document_form(data: bytes) -> Form | None:
    """The form of a document by its first bytes; None for text. Raises UserError for documents that are not read."""
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        return Form.PDF
    if data.startswith(_PACKED):
        return Form.DOCX
    if data.startswith(_OLD_WORD):
        raise UserError("it is a document of an old Word version; save it as .docx or send its text")
    if data.startswith(b"{\\rtf"):
        raise UserError("it is an RTF document; save it as .docx or send its text")
    return None


def document_text(data: bytes, form: Form) -> str:
    """The text of a document; raises UserError with one line that says why there is none."""
    if len(data) > LARGEST_DOCUMENT:
        raise UserError(f"it is larger than {LARGEST_DOCUMENT // 1_000_000} MB; send the posting alone")
    command = [sys.executable, "-m", "bot.intake.extract", form.value]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
    except (subprocess.TimeoutExpired, OSError):
        raise UserError(_BROKEN) from None
    if done.returncode == 1:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UserError(reason[-1] if reason and reason[-1].startswith("it") else _BROKEN)
    if done.returncode != 0:
        raise UserError(_BROKEN)
    text = done.stdout.decode("utf-8")
    if not text.strip():
        raise UserError("it holds no text; send the posting as text")
    return text
