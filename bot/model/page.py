"""What does a source hold? Pages: the decoded text of one posting each, with its place in the file.

Leaves out how files are decoded (`bot.intake`) and what a page says (`bot.parsing`).
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.text.layers import Layer, plain
from bot.text.span import Span


class Form(StrEnum):
    """In which form a posting was received."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Page:
    """One posting of a source: its decoded text over the file's text, and the part of the file it stands in.

    `part` counts the postings of a source from 0. `declared` is set where the source itself says that it is a posting
    (schema.org, a job board's own data), so that no prose has to prove it.
    """

    layer: Layer
    form: Form = Form.TEXT
    part: int = 0
    start: int = 0
    stop: int = 0
    declared: bool = False

    @property
    def own(self) -> "Page":
        """The page over its own part of the file, and what it takes from elsewhere in the file, alone."""
        if (self.start, self.stop) == (0, len(self.layer.raw)):
            return self
        layer = self.layer.within(Span(self.start, self.stop))
        return Page(layer, self.form, 0, 0, len(layer.raw), self.declared)


def text_page(raw: str) -> Page:
    """The page of a text that is read as it stands."""
    return Page(plain(raw), stop=len(raw))
