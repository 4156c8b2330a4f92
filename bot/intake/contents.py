"""Which postings do bytes hold, whoever sends them? Documents and texts of every form become pages."""

from bot.errors import UserError
from bot.intake.decode import decode
from bot.intake.documents import document_form, document_text
from bot.intake.pages import read_pages
from bot.model.page import Form, Page
from bot.text.layers import plain


def pages_of(data: bytes, *, name: str = "", charset: str = "") -> list[Page]:
    """The postings of a file in order; raises UserError with one line that says why there are none.

    `name` is the name of the file or its address, `charset` the encoding that the sender declares.
    """
    form = document_form(data)
    if form is None:
        return read_pages(decode(data, charset=charset), name=name)
    return [_document_page(document_text(data, form), form)]


def _document_page(text: str, form: Form) -> Page:
    if not any(letter.isalpha() for letter in text):
        raise UserError("it holds no words; send the posting as text")
    return Page(plain(text), form, stop=len(text))
