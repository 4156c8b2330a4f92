"""How do several postings look? One numbered entry each, with buttons to open them and to turn the page."""

from collections.abc import Callable, Iterator, Sequence

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.outcome import Finding, Shelf
from bot.model.results import Hit, Page, Snippet
from bot.model.standing import Mark
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed
from bot.views.html import bold, code, escape, italic
from bot.views.reply import Button, Reply

PAGE_SIZE = 5
_BUTTONS_A_ROW = 5
_NONE_MARKED = {
    Mark.SAVED: "Nothing saved yet: press ☆ Save on a card.",
    Mark.HIDDEN: "Nothing hidden: press Hide on a card, and lists leave it out.",
}
_SILENT = "not stated: "


def render_shelf(shelf: Shelf) -> Reply:
    """A slice of everything that is stored, newest first."""
    postings, total, offset = shelf.postings, shelf.total, shelf.offset
    if not total:
        return Reply("No postings yet. Paste one here, or send a text file.")
    head = f"{bold(_counted(total, 'posting'))}{italic(_range(offset, len(postings), total))}"
    lines = [head, "", *(_entry(stored) for stored in postings)]
    turns = _turns(total, offset, lambda start: Action(Verb.LIST, 0, start))
    return Reply("\n".join(lines), (*_openers(postings), *turns))


def render_marked(shelf: Shelf, which: Mark) -> Reply:
    """What a person saved or hid, the last one first."""
    if not shelf.total:
        return Reply(_NONE_MARKED[which])
    counted = bold(_counted(shelf.total, f"{which.value} posting"))
    lines = [
        counted + italic(_range(shelf.offset, len(shelf.postings), shelf.total)),
        "",
        *(_entry(stored) for stored in shelf.postings),
    ]
    verb = Verb.SAVED if which is Mark.SAVED else Verb.HIDDEN
    turns = _turns(shelf.total, shelf.offset, lambda start: Action(verb, 0, start))
    return Reply("\n".join(lines), (*_openers(shelf.postings), *turns))


def render_found(found: Finding, *, title: str = "") -> Reply:
    """The hits of a search: how it was read, what was not used, each posting with the words that matched."""
    page = found.page
    lines = [*_reading(page, title), ""]
    if not page.total:
        lines += ["Nothing found.", *_ways_out(page)]
        return Reply("\n".join(lines).strip())
    lines += _counts(page, f"{italic(_range(found.offset, len(found.postings) + found.hidden, page.total))}")
    for stored, hit in zip(found.postings, page.hits, strict=True):
        lines += ["", _entry(stored), *([_excerpt(hit.snippet)] if hit.snippet.highlights else []), *_why(hit)]
    if found.hidden:
        lines += ["", italic(f"{_counted(found.hidden, 'posting')} that you have hidden left out; /hidden lists them")]
    if page.relax:
        lines += ["", *_ways_out(page)]
    turns = _turns(page.total, found.offset, lambda start: Action(Verb.FIND, found.query_number, start))
    return Reply("\n".join(line for line in lines), (*_openers(found.postings, found.query_number), *turns))


def _reading(page: Page, title: str) -> Iterator[str]:
    yield title if title else f"Searched: {code(page.reading)}" if page.reading else "Searched: everything"
    if ":" in page.reading or ">" in page.reading or "<" in page.reading:
        yield italic("that is: " + " · ".join(page.described))
    for word, read in page.read_as.items():
        yield italic(f"read “{word}” as {read}; +{word} keeps it as typed")
    for name in dict.fromkeys(each.written for each in page.widened):
        others = ", ".join(each.read for each in page.widened if each.written == name)
        yield italic(f"“{name}” also finds {others}; +{name} keeps to the word")
    if page.unread:
        yield italic("not used: " + ", ".join(page.unread))


def _counts(page: Page, shown: str) -> Iterator[str]:
    """How many there are, and how they divide by work mode where that helps to choose."""
    exact = page.total - page.related
    if exact or not page.related:
        yield bold(_counted(exact, "hit")) + (f" and {page.related} by related titles" if page.related else "") + shown
    else:
        yield bold(_counted(page.related, "hit")) + f" by related titles; none holds these words{shown}"
    modes = next((facet for facet in page.facets if facet.field == "work_mode"), None)
    if modes and page.total > PAGE_SIZE:
        told = (f"{'on site' if count.value == 'onsite' else count.value} {count.number}" for count in modes.counts)
        yield italic("work mode: " + " · ".join(told))


def _why(hit: Hit) -> Iterator[str]:
    """What speaks for the hit, and what it leaves open."""
    told = [reason.removeprefix("stated: ") for reason in hit.why if not reason.startswith(_SILENT)]
    open_ = [reason.removeprefix(_SILENT) for reason in hit.why if reason.startswith(_SILENT)]
    lines = [f"✓ {' · '.join(told)}"] if told else []
    lines += [f"? {', '.join(open_)} not stated"] if open_ else []
    if lines:
        yield italic("  ".join(lines))


def _ways_out(page: Page) -> Iterator[str]:
    """What to leave out for more; where that is nothing, where else to look."""
    for way in page.relax:
        yield f"• without {code(way.without)}: {_counted(way.total, 'hit')}"
    if not page.relax and not page.total:
        yield "Try another word, the beginning of one (kube*), or /postings for everything."


def _entry(stored: StoredPosting) -> str:
    closed = stored.posting.closed and stored.posting.closed.value is Closed.YES
    return f"{'🔒 ' if closed else ''}<b>#{stored.id}</b> {escape(stored.name)}\n{escape(describe(stored))}"


def describe(stored: StoredPosting) -> str:
    """Where a posting is and what it pays, in one line of plain text."""
    pay = stored.posting.salary
    return wording.place(stored.posting) + (f" · {wording.salary(pay.value)}" if pay else "")


def _excerpt(snippet: Snippet) -> str:
    pieces, done = [], 0
    for start, stop in snippet.highlights:
        pieces += [escape(snippet.text[done:start]), bold(snippet.text[start:stop])]
        done = stop
    return "".join(pieces) + escape(snippet.text[done:])


def _openers(postings: Sequence[StoredPosting], query: int = 0) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(f"#{stored.id}", Action(Verb.CARD, int(stored.id), query)) for stored in postings]
    return tuple(tuple(buttons[start : start + _BUTTONS_A_ROW]) for start in range(0, len(buttons), _BUTTONS_A_ROW))


def _turns(total: int, offset: int, action: Callable[[int], Action]) -> tuple[tuple[Button, ...], ...]:
    row = []
    if offset > 0:
        row.append(Button("‹ Back", action(max(0, offset - PAGE_SIZE))))
    if offset + PAGE_SIZE < total:
        row.append(Button("More ›", action(offset + PAGE_SIZE)))
    return (tuple(row),) if row else ()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _range(offset: int, shown: int, total: int) -> str:
    return "" if shown == total else f", {offset + 1}–{offset + shown}"
