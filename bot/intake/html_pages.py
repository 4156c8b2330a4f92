"""Which postings does a page in HTML hold? Its structured data as labelled lines, then what the page shows.

Prose that both say is read once, where the page shows it. Several postings of one page are pages of their own.
"""

import re
from collections.abc import Iterator

from bot.intake.facts.labels import Sheet
from bot.intake.facts.records import Record, find_records
from bot.intake.facts.references import fill_references
from bot.intake.facts.values import flat
from bot.intake.forms.main_content import main_content
from bot.intake.forms.markup import Markup, read_markup
from bot.intake.forms.microdata import read_microdata
from bot.intake.forms.nodes import Branch
from bot.intake.forms.prose import read_prose
from bot.intake.forms.scripts import linked_data, page_state, title_of
from bot.model.page import Form, Page
from bot.text.layers import Layer, Weaver, plain

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"^[-*•]\s+")
# A page that shows less than this by itself is drawn from its scripts' data.
_SHELL = 500
# Structured prose is the page's own when so much of it is shown.
_SHOWN = 0.6


def html_pages(raw: str) -> list[Page]:
    """The postings of a page in order; the page as it reads when it holds no structured data."""
    markup = read_markup(plain(raw))
    shown = _shown(markup)
    data = linked_data(markup)
    linked = list(_marked(data))
    fill_references(data)
    records = linked or list(_marked(read_microdata(markup)))
    if not records and len(shown.text) < _SHELL:
        records = find_records(page_state(markup))
    if not records:
        return [Page(_titled(markup, shown), Form.HTML, stop=len(raw))]
    if len(records) == 1:
        return [Page(_merged(raw, records[0], shown), Form.HTML, stop=len(raw), declared=records[0].declared)]
    return [_listed(raw, record, number) for number, record in enumerate(records)]


def _marked(found: Branch) -> Iterator[Record]:
    return (record for record in find_records(found) if record.typed)


def _shown(markup: Markup) -> Layer:
    content = main_content(markup)
    return read_prose(markup, content.within, content.skips)


def _titled(markup: Markup, shown: Layer) -> Layer:
    """What the page shows, below its own title where it shows none as a heading."""
    title = title_of(markup)
    head = flat(plain(markup.source.raw).cut(*title)) if title else None
    if head is None or re.search(r"<h1[\s>]", markup.source.raw, re.IGNORECASE) or head.text in shown.text[:500]:
        return shown
    weaver = Weaver(markup.source.raw)
    weaver.lay(head)
    if shown.text:
        weaver.put("\n\n", *shown.span(0, 0))
    weaver.lay(shown)
    return weaver.woven()


def _listed(raw: str, record: Record, number: int) -> Page:
    sheet = Sheet(raw, record)
    sheet.facts()
    sheet.prose()
    return Page(sheet.woven(), Form.HTML, number, record.branch.start, record.branch.stop, record.declared)


def _merged(raw: str, record: Record, shown: Layer) -> Layer:
    facts = Sheet(raw, record)
    facts.facts()
    whole = Sheet(raw, record)
    whole.facts()
    at = whole.length
    whole.prose()
    prose = whole.woven().cut(at, whole.length) if whole.length > at else None
    weaver = Weaver(raw)
    weaver.lay(facts.woven())
    said = _lines(shown.text)
    new = [line for line in _lines(prose.text) if len(line) > 20] if prose is not None else []
    if prose is not None and new and sum(line in said for line in new) < _SHOWN * len(new):
        _lay_apart(weaver, _without(shown, _lines(prose.text) | _lines(facts.woven().text)))
        _lay_apart(weaver, prose)
    else:
        _lay_apart(weaver, shown)
    return weaver.woven()


def _lay_apart(weaver: Weaver, layer: Layer) -> None:
    if layer.text.strip():
        place = layer.span(0, 1)
        weaver.put("\n\n" if weaver.length else "", place.start, place.start)
        weaver.lay(layer)


def _lines(text: str) -> set[str]:
    return {_plain(line.group()) for line in _LINE.finditer(text)}


def _plain(line: str) -> str:
    return _MARK.sub("", line.strip()).casefold()


def _without(layer: Layer, said: set[str]) -> Layer:
    """The layer without the lines that were said."""
    weaver = Weaver(layer.raw)
    for line in _LINE.finditer(layer.text):
        if _plain(line.group()) not in said:
            if weaver.length:
                place = layer.span(line.start(), line.start() + 1)
                weaver.put("\n", place.start, place.start)
            weaver.lay(layer, *line.span())
    return weaver.woven()
