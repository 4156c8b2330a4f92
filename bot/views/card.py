"""How does a posting look on a phone? A card with the facts people ask for first, and buttons for the rest."""

from collections.abc import Iterator
from datetime import date

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.evidence import Found
from bot.model.posting import Posting
from bot.model.standing import Look, Standing
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed, Strength
from bot.views.html import bold, day, escape, italic, shortened
from bot.views.reply import Button, Reply

_MUSTS_SHOWN = 3
_BENEFITS_SHOWN = 4
_LINE = 72
NOT_STATED = "not stated"

Row = tuple[Button, ...]


def render_card(look: Look) -> Reply:
    """The card of one posting; what the page does not state is said so for pay and deadline, and left out elsewhere."""
    posting = look.stored.posting
    lines = [*_head(look), "", *_facts(posting, look.standing.today), *_asks(posting), *_offers(posting)]
    return Reply("\n".join([*lines, *_warnings(posting)]), card_buttons(look), about=look.stored.id)


def card_buttons(look: Look) -> tuple[Row, ...]:
    """The buttons of a card; a person's own are added in private."""
    number, standing = int(look.stored.id), look.standing
    rows = [
        _row(number, standing.query, ("Requirements", Verb.REQUIREMENTS), ("Benefits", Verb.BENEFITS)),
        (_apply_button(look), *_row(number, standing.query, ("Similar", Verb.SIMILAR))),
    ]
    if not standing.personal:
        return (*rows, (Button("Open in private", start=f"p{number}"),))
    rows[1] += (Button("Compare", Action(Verb.COMPARE, number)),)
    rows.append(_row(number, standing.query, *_marking(standing)))
    if standing.own:
        rows.append(
            _row(number, standing.query, ("Share", Verb.SHARE), ("Correct", Verb.CORRECT), ("Discard", Verb.DISCARD))
        )
    if standing.query:
        rows.append((Button("‹ Back to the hits", Action(Verb.FIND, standing.query)),))
    return tuple(rows)


def _marking(standing: Standing) -> Iterator[tuple[str, Verb]]:
    yield ("★ Saved", Verb.UNSAVE) if standing.saved else ("☆ Save", Verb.SAVE)
    yield ("Show again", Verb.UNHIDE) if standing.hidden else ("Hide", Verb.HIDE)
    if standing.query:
        yield "Why?", Verb.WHY


def _row(number: int, query: int, *entries: tuple[str, Verb]) -> Row:
    return tuple(Button(label, Action(verb, number, query)) for label, verb in entries)


def _apply_button(look: Look) -> Button:
    links = [found.value for found in look.stored.posting.apply if found.value.startswith(("https://", "http://"))]
    if links:
        return Button("Apply", url=links[0])
    return Button("Apply", Action(Verb.APPLY, int(look.stored.id), look.standing.query))


def _head(look: Look) -> Iterator[str]:
    posting = look.stored.posting
    closed = "🔒 " if posting.closed and posting.closed.value is Closed.YES else ""
    yield closed + bold(posting.title.value if posting.title else "Untitled posting")
    company = posting.company.value if posting.company else "company not stated"
    yield escape(f"{company} · {wording.place(posting)}")
    yield italic(f"posting #{look.stored.id}{', seen by you alone' if look.standing.own else ''}")


def _facts(posting: Posting, today: date | None) -> Iterator[str]:
    yield f"Pay: {escape(wording.salary(posting.salary.value)) if posting.salary else NOT_STATED}"
    yield f"Deadline: {deadline(posting.deadline, today)}"
    if posting.office_days:
        yield f"Office: {escape(wording.office_days(posting.office_days.value))}"
    if posting.employment_type:
        yield "Contract: " + ", ".join(wording.spaced(found.value) for found in posting.employment_type)
    if posting.experience:
        yield f"Experience: {escape(wording.experience(posting.experience.value))}"
    if posting.sponsorship:
        yield f"Visa sponsorship: {wording.spaced(posting.sponsorship.value)}"


def deadline(stated: Found[str] | None, today: date | None) -> str:
    """The deadline in HTML, with a word when it is over or near; "not stated" without one."""
    if stated is None:
        return NOT_STATED
    return day(stated.value) + _nearness(stated.value, today)


def _nearness(text: str, today: date | None) -> str:
    try:
        left = (date.fromisoformat(text) - today).days if today else None
    except ValueError:
        return ""
    if left is None or left > 7:
        return ""
    if left < 0:
        return " – 🔒 over"
    return " – ⏳ " + {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")


def _asks(posting: Posting) -> Iterator[str]:
    musts = [found.value.text for found in posting.requirements if found.value.strength is Strength.MUST]
    if musts:
        yield ""
        yield bold("Must have")
        yield from _few(musts, _MUSTS_SHOWN)


def _offers(posting: Posting) -> Iterator[str]:
    offers = [found.value.text for found in posting.benefits if found.value.offered]
    if offers:
        yield ""
        yield bold("Benefits")
        yield from _few(offers, _BENEFITS_SHOWN)


def _few(texts: list[str], most: int) -> Iterator[str]:
    """The first few texts, one line each, and how many more there are."""
    for text in texts[:most]:
        yield f"• {escape(shortened(text, _LINE))}"
    if len(texts) > most:
        yield italic(f"+{len(texts) - most} more")


def _warnings(posting: Posting) -> Iterator[str]:
    if posting.closed:
        yield ""
        words = "is closed" if posting.closed.value is Closed.YES else "may be closed"
        yield f"🔒 The page says that it {words}: “{escape(shortened(posting.closed.words, _LINE))}”"
    for conflict in posting.conflicts:
        said = " against ".join(f"“{shortened(' '.join(value.words.split()), 40)}”" for value in conflict.values[:2])
        yield ""
        yield f"⚠️ The page contradicts itself on {escape(wording.spaced(conflict.field))}: {escape(said)}"


def public_look(stored: StoredPosting, today: date) -> Look:
    """A posting as everybody sees it."""
    return Look(stored, Standing(today=today))
