"""Which texts do files, folders and standard input hold, and why can one of them not be read?"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bot.errors import UserError

# A page dump is some kilobytes; the limit keeps a slip of the finger from filling the database.
LARGEST_BYTES = 5_000_000
_TELLING_BYTES = 4096


def expand(sources: tuple[str, ...]) -> Iterator[str]:
    """The sources in order, a folder replaced by the files in it, sorted by path; hidden files are left out."""
    for source in sources:
        path = Path(source)
        if source != "-" and path.is_dir():
            yield from (str(file) for file in sorted(path.rglob("*")) if file.is_file() and _visible(file, path))
        else:
            yield source


def _visible(file: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_source(source: str) -> str:
    """The raw text of a file or of standard input ("-"); raises UserError with one line that says why not."""
    if source == "-":
        return decode(sys.stdin.buffer.read(LARGEST_BYTES + 1))
    path = Path(source)
    try:
        with path.open("rb") as file:
            return decode(file.read(LARGEST_BYTES + 1))
    except FileNotFoundError:
        raise UserError("there is no such file; check the path") from None
    except IsADirectoryError:
        raise UserError("this is a folder; name files in it, or add it with `rolecall add`") from None
    except OSError as error:
        raise UserError(f"it cannot be opened ({(error.strerror or 'input/output error').lower()})") from None


def decode(data: bytes) -> str:
    """The text that the bytes hold as UTF-8 or, with a byte order mark, UTF-16; raises UserError otherwise.

    Line ends stay as they are, so that evidence counts the code points of the text as given.
    """
    if len(data) > LARGEST_BYTES:
        raise UserError(f"it is larger than {LARGEST_BYTES // 1_000_000} MB; send the posting alone")
    if not data.strip():
        raise UserError("it is empty; send the text of a posting")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    if encoding == "utf-8" and b"\x00" in data[:_TELLING_BYTES]:
        raise UserError("it is not a text file; send the posting as text")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UserError("its encoding is not UTF-8; save it as UTF-8 text and try again") from None
