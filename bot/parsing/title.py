"""What is the posting's title? The line that names the role, as the page prints it."""

from bot.model.evidence import Found
from bot.parsing.document import Document


def extract(doc: Document) -> Found[str] | None:
    """The title as printed, or None when no line names a role."""
    line = next(doc.all_lines(), None)
    return None if line is None else doc.quoted(line.start, line.stop, "title.first_line")
