"""What is shown to a person? A text in Telegram's HTML and the buttons below it."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.model.action import Action


@dataclass(frozen=True, slots=True)
class Button:
    """A label with what pressing it does: exactly one of `action` and `url` is given."""

    label: str
    action: Action | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply; `html` may be longer than a message, then `bot.views.html.split` cuts it. Buttons stand in rows."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


_STORED = TypeAdapter(Reply)


def dumps(reply: Reply) -> str:
    """The reply in its stored form."""
    return _STORED.dump_json(reply, exclude_defaults=True).decode()


def loads(stored: str) -> Reply:
    """The reply behind a stored form.

    >>> loads(dumps(Reply("<b>Hello</b>"))) == Reply("<b>Hello</b>")
    True
    """
    return _STORED.validate_json(stored)
