"""What does a PDF or a Word document say? Run as a program of its own: `python -m bot.intake.extract pdf < file`.

Such files are made by strangers and read by large libraries, so they are read in a process with limits on time and
memory: what goes wrong ends there. Prints the text, or on standard error one line that says why there is none.
"""

import io
import resource
import sys
import zipfile
from collections.abc import Iterator

import docx
import pypdf
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf.errors import PyPdfError

from bot.errors import UserError

_SECONDS = 15
_MEMORY = 1_500_000_000
_MOST_PAGES = 100
_MOST_UNPACKED = 60_000_000
_MOST_TEXT = 2_000_000


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page after page; raises UserError."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UserError("it is locked with a password; save it without one, or send its text")
        pages = len(reader.pages)
        if pages > _MOST_PAGES:
            raise UserError(f"it has {pages} pages, {_MOST_PAGES} at most are read; send the posting alone")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except PyPdfError as error:
        raise UserError("it is broken or ends in the middle; save the PDF again, or send its text") from error
    if not any(letter.isalpha() for letter in text):
        raise UserError("its pages are pictures without text; send the posting as text")
    return text


def docx_text(data: bytes) -> str:
    """The text of a Word document, paragraphs and tables in order; raises UserError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                raise UserError("it unpacks to more than a document holds; send the posting as text")
            if "word/document.xml" not in parts.namelist():
                raise UserError("it is a packed file and no Word document; send the posting itself")
        return "\n".join(_lines(docx.Document(io.BytesIO(data)).iter_inner_content()))
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError) as error:
        raise UserError("it is broken or ends in the middle; save the document again, or send its text") from error


def _lines(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
        else:
            yield from _rows(block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    name = (block.style.name or "") if block.style is not None else ""
    listed = "List" in name or bool(block._p.xpath("./w:pPr/w:numPr"))
    if name.startswith(("Heading", "Title")):
        yield ""
    yield f"- {block.text}" if listed and block.text.strip() else block.text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
        yield ": ".join(cells) if len(cells) == 2 and "\n" not in cells[0] else "\n".join(cells)


_READERS = {"pdf": pdf_text, "docx": docx_text}


def main() -> int:
    """Reads standard input as the form named; 0 with the text on standard output, 1 with the reason on the other."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        text = _READERS[sys.argv[1]](sys.stdin.buffer.read())
    except UserError as reason:
        print(reason, file=sys.stderr)  # noqa: T201 (a program of its own)
        return 1
    sys.stdout.buffer.write(text[:_MOST_TEXT].encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
