"""How is a person told that a posting has changed which they saved? The page's words before and after."""

from collections.abc import Iterable, Iterator

from bot.model.action import Action, Verb
from bot.model.change import CLOSED, Difference
from bot.model.stored import StoredPosting
from bot.views.html import bold, escape, italic, shortened
from bot.views.reply import Button, Reply

_QUOTE = 120
_NOTHING = "not stated"


def render_news(stored: StoredPosting, differences: Iterable[Difference]) -> Reply:
    """One line before and one after for each field."""
    told = list(differences)
    closed = any(each.field == CLOSED and each.after for each in told)
    sign = "🔒" if closed else "✏️"
    lines = [f"{sign} {bold(f'#{stored.id}')} {escape(stored.name)}", italic("you saved it, and its page has changed")]
    lines += [line for each in told for line in ("", *_change(each))]
    number = int(stored.id)
    buttons = (Button(f"Open #{number}", Action(Verb.OPEN, number)), Button("Saved ones", Action(Verb.SAVED)))
    return Reply("\n".join(lines), (buttons,), about=number)


def _change(difference: Difference) -> Iterator[str]:
    yield bold(difference.field.capitalize())
    yield f"was: {_quoted(difference.before)}"
    yield f"now: {_quoted(difference.after)}"


def _quoted(words: str) -> str:
    return f"“{escape(shortened(words, _QUOTE))}”" if words else italic(_NOTHING)
