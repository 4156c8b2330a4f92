"""What does this text say? The whole road from raw text to a reading, in the order of the fields.

Leaves out where the text came from (`bot.intake`) and where it is kept (`bot.store`).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from bot.model.posting import Posting
from bot.model.reading import Reading
from bot.parsing import title
from bot.parsing.document import Document
from bot.parsing.sections import split_sections
from bot.text.clean import clean
from bot.text.layout import split_lines

# One field, one file: each `extract` reads the document and nothing else. The order is that of the contract.
FIELDS: dict[str, Callable[[Document], Any]] = {
    "title": title.extract,
}


def parse_posting(raw: str, *, received: date | None = None) -> Reading:
    """The reading of one raw text; depends on the text and the day it was received, on nothing else."""
    doc = read_document(raw, received=received)
    posting = Posting(**{name: extract(doc) for name, extract in FIELDS.items()})
    return Reading(language="en", posting=posting)


def read_document(raw: str, *, received: date | None = None) -> Document:
    """The raw text cleaned, cut into logical lines and grouped into sections."""
    source = clean(raw)
    return Document(source, split_sections(split_lines(source.text)), received)
