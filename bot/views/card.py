"""How does a posting look on a phone? A card with the facts people ask for first, and buttons for the rest."""

from collections.abc import Iterator

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.posting import Posting
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed, Strength
from bot.views.html import bold, escape, italic, shortened
from bot.views.reply import Button, Reply

_MUSTS_SHOWN = 3
_BENEFITS_SHOWN = 4
_LINE = 72
NOT_STATED = "not stated"


def render_card(stored: StoredPosting) -> Reply:
    """The card of one posting; what the page does not state is said so for pay and deadline, and left out elsewhere."""
    posting = stored.posting
    lines = [*_head(stored), "", *_facts(posting), *_asks(posting), *_offers(posting), *_warnings(posting)]
    return Reply("\n".join(lines), card_buttons(stored))


def card_buttons(stored: StoredPosting) -> tuple[tuple[Button, ...], ...]:
    """The buttons of a card: what it asks, what it offers, how to apply, what is like it."""
    number = int(stored.id)
    return (
        (
            Button("Requirements", Action(Verb.REQUIREMENTS, number)),
            Button("Benefits", Action(Verb.BENEFITS, number)),
        ),
        (_apply_button(stored), Button("Similar", Action(Verb.SIMILAR, number))),
    )


def _apply_button(stored: StoredPosting) -> Button:
    links = [found.value for found in stored.posting.apply if found.value.startswith(("https://", "http://"))]
    return Button("Apply", url=links[0]) if links else Button("Apply", Action(Verb.APPLY, int(stored.id)))


def _head(stored: StoredPosting) -> Iterator[str]:
    posting = stored.posting
    closed = "🔒 " if posting.closed and posting.closed.value is Closed.YES else ""
    yield closed + bold(posting.title.value if posting.title else "Untitled posting")
    company = posting.company.value if posting.company else "company not stated"
    yield escape(f"{company} · {wording.place(posting)}")
    yield italic(f"posting #{stored.id}")


def _facts(posting: Posting) -> Iterator[str]:
    yield f"Pay: {escape(wording.salary(posting.salary.value)) if posting.salary else NOT_STATED}"
    yield f"Deadline: {escape(posting.deadline.value) if posting.deadline else NOT_STATED}"
    if posting.office_days:
        yield f"Office: {escape(wording.office_days(posting.office_days.value))}"
    if posting.employment_type:
        yield "Contract: " + ", ".join(wording.spaced(found.value) for found in posting.employment_type)
    if posting.experience:
        yield f"Experience: {escape(wording.experience(posting.experience.value))}"
    if posting.sponsorship:
        yield f"Visa sponsorship: {wording.spaced(posting.sponsorship.value)}"


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
