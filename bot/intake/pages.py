"""Which postings does a text hold? Plain text is one page; HTML, JSON, XML feeds and tables are decoded.

The form shows in the text itself, the name of the file is a hint for tables alone. Leaves out how bytes become text
(`bot.intake.files`) and what a page says (`bot.parsing`).
"""

import re

from bot.errors import UserError
from bot.intake.facts.labels import Sheet
from bot.intake.facts.records import find_records
from bot.intake.forms.json_nodes import read_json
from bot.intake.forms.nodes import Branch, Node
from bot.intake.forms.table_nodes import read_table
from bot.intake.forms.xml_nodes import read_xml
from bot.intake.html_pages import html_pages
from bot.model.page import Form, Page, text_page
from bot.text.layers import plain

_JSON = re.compile(r"\ufeff?\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:[\[{\"\]]|$))")
_XML = re.compile(
    r"\ufeff?\s*<(?:\?xml|(?:rss|feed|jobs|source|positions|vacancies|workzag-jobs|postings|joblistings)\b)",
    re.IGNORECASE,
)
_TAGS = (
    "!doctype html|html|head|body|div|p|section|article|main|h[1-6]|table|script|meta|ul|span|title|header|style|link"
)
_HTML = re.compile(rf"\ufeff?\s*(?:<!--.{{0,2000}}?-->\s*)*<(?:{_TAGS})\b", re.IGNORECASE | re.DOTALL)
_TABLE_NAME = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)
_MOST_PAGES = 5000


def read_pages(raw: str, *, name: str = "") -> list[Page]:
    """The postings of a text in order; raises UserError with one line when it is data without a posting."""
    if _JSON.match(raw):
        found = _json_pages(raw)
    elif _XML.match(raw) and not re.search(r"<html[\s>]", raw[:2000], re.IGNORECASE):
        found = _sheets(raw, read_xml(plain(raw)), Form.XML, "this feed")
    elif _HTML.match(raw):
        found = html_pages(raw)
    elif _TABLE_NAME.search(name):
        found = _table_pages(raw)
    else:
        found = [text_page(raw)]
    return found


def _json_pages(raw: str) -> list[Page]:
    """The postings of one JSON value, or of one value a line."""
    source, at = plain(raw), 0
    values = Branch(0, len(raw))
    while raw[at:].strip(" \t\r\n,;\ufeff\x00") if at else True:
        read = read_json(source, at)
        if read is None:
            break
        values.items.append((None, read[0]))
        at = read[1]
        if _JSON.match(raw, at) is None:
            break
    if not values.items:
        raise UserError("its JSON ends in the middle or is broken; send the whole file")
    return _sheets(raw, values if len(values.items) > 1 else values.items[0][1], Form.JSON, "this JSON")


def _table_pages(raw: str) -> list[Page]:
    table = read_table(raw)
    if table is None:
        raise UserError("it is no table with a row of column names; name the columns, such as title, company, location")
    return _sheets(raw, table, Form.CSV, "this table")


def _sheets(raw: str, root: Node, form: Form, named: str) -> list[Page]:
    records = find_records(root)[:_MOST_PAGES]
    if not records:
        raise UserError(f"no job posting was found in {named}; each needs a title and a description, place or company")
    found = []
    for number, record in enumerate(records):
        sheet = Sheet(raw, record, named_columns=form is Form.CSV)
        sheet.facts()
        sheet.prose()
        start, stop = (record.branch.start, record.branch.stop) if len(records) > 1 else (0, len(raw))
        found.append(Page(sheet.woven(), form, number, start, stop, record.declared))
    return found
