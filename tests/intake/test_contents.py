"""Bytes of every sort become pages, or one clear line: encodings, PDF, Word, and what is none of them."""

import io
import zipfile

import pytest

from bot.errors import UserError
from bot.intake.contents import pages_of
from bot.intake.decode import decode
from bot.model.page import Form
from bot.parsing.parse_posting import parse_posting
from tests.support.documents_made import pdf, word

GERMAN = "Bäcker (m/w/d) gesucht\nArbeitsort: Köln\nAufgaben\n- Brötchen backen – täglich früh\n- Öfen säubern\n"
FRENCH = "Boulanger à Orléans\nVous préparez la pâte, vous gérez le four, l’équipe est motivée. Début dès mai.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("text", [GERMAN, FRENCH], ids=["german", "french"])
def test_text_is_read_in_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).lstrip("\ufeff") == text


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    assert decode("Пекарь в Софии".encode("koi8_r"), charset="koi8-r") == "Пекарь в Софии"
    page = '<html><head><meta charset="iso-8859-1"></head><body>“Bäcker”</body></html>'
    assert "“Bäcker”" in decode(page.encode("cp1252"))
    assert decode("Bäcker".encode(), charset="iso-8859-1") == "Bäcker"
    assert decode(b"plain", charset="no-such-code") == "plain"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00\x00", "empty"),
        (b"\xff\xfe", "empty"),
        (b"GIF89a\x01\x00\x01\x00\x80\x00\x00", "not a text file"),
        (bytes(range(256)) * 4, "not a text file"),
        (b"\x7fELF" + b"\x00" * 60, "not a text file"),
        (b"a" * 5_000_001, "larger than 5 MB"),
        (b"%PDF-1.7\nnothing more", "broken"),
        (pdf(["x"])[:300], "broken"),
        (b"%PDF-" + b"0" * 10_000_001, "larger than 10 MB"),
        (pdf([" "]), "pictures"),
        (b"PK\x03\x04 no zip at all", "broken"),
        (b"\xd0\xcf\x11\xe0 old", "old Word"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b'{"title": "Cook", "location"', "ends in the middle"),
        (b'{"weather": "fine"}', "no job posting"),
        (b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "no job posting"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(UserError) as refused:
        pages_of(data)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_pdf_is_read_as_its_text() -> None:
    lines = ["Harbour Welder", "Acme Docks, Leeds", "Requirements", "- TIG welding", "Salary: 34,000 GBP per year"]
    [page] = pages_of(pdf(lines))
    assert page.form is Form.PDF
    posting = parse_posting(page).posting
    assert posting is not None
    assert posting.title is not None
    assert posting.title.value == "Harbour Welder"
    assert posting.salary is not None
    assert posting.salary.value.min == 34000


def test_a_packed_stream_that_unpacks_to_a_flood_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        pages_of(pdf([], packed=b"q " * 150_000_000))
    assert "\n" not in str(refused.value)


def test_a_word_document_keeps_its_lists_and_tables() -> None:
    data = word(
        "School Cook",
        ["Elm Row Primary, Leith", "Responsibilities"],
        ["Cook lunch for the children", "Order food and keep the store"],
        [("Deadline", "1 May 2027")],
    )
    [page] = pages_of(data)
    assert page.form is Form.DOCX
    posting = parse_posting(page).posting
    assert posting is not None
    assert [duty.value for duty in posting.responsibilities] == [
        "Cook lunch for the children",
        "Order food and keep the store",
    ]
    assert posting.deadline is not None
    assert posting.deadline.value == "2027-05-01"


def test_a_packed_file_that_is_no_document_or_a_bomb_is_refused() -> None:
    for name, content, says in (
        ("a.txt", b"x", "no Word document"),
        ("word/document.xml", b" " * 70_000_000, "unpacks"),
    ):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(name, content)
        with pytest.raises(UserError, match=says):
            pages_of(file.getvalue())
