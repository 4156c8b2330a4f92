"""How does a digest look? One message: the new hits, each with a button, and what else is to be told."""

from collections.abc import Iterator

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.digest import Digest
from bot.model.stored import StoredPosting
from bot.views.html import bold, code, escape, italic
from bot.views.reply import Button, Reply

_BUTTONS_A_ROW = 5
# Pressed on a digest, a button leaves the digest as it is.
_FROM_DIGEST = 1


def render_digest(digest: Digest) -> Reply:
    """The new hits, each with a button; the rest behind one more."""
    order, total = digest.subscription.order, len(digest.shown) + digest.more
    lines = [f"🔔 {bold(_counted(total, 'new posting'))} · {code(order.line)}"]
    if digest.late:
        lines.append(italic("later than planned: I was not running; this covers the gap"))
    for stored in digest.shown:
        lines += ["", *_entry(stored)]
    if digest.more:
        lines += ["", italic(f"+{digest.more} more")]
    opens = [Button(f"#{stored.id}", Action(Verb.CARD, int(stored.id))) for stored in digest.shown]
    rows = [tuple(opens[start : start + _BUTTONS_A_ROW]) for start in range(0, len(opens), _BUTTONS_A_ROW)]
    last = [Button("All hits", Action(Verb.FIND, digest.query))] if digest.more else []
    number = int(digest.subscription.id)
    return Reply("\n".join(lines), (*rows, (*last, Button("Pause", Action(Verb.PAUSE, number, _FROM_DIGEST)))))


def _entry(stored: StoredPosting) -> Iterator[str]:
    posting = stored.posting
    pay = f" · {wording.salary(posting.salary.value)}" if posting.salary else ""
    yield f"{bold(f'#{stored.id}')} {escape(stored.name)}"
    yield escape(wording.place(posting) + pay)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
