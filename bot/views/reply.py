"""What is shown to a person? A text in Telegram's HTML and the buttons below it."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.model.action import Action


@dataclass(frozen=True, slots=True)
class Button:
    """A label with what pressing it does: exactly one of the others is given.

    `start` opens the private chat with the bot at what the payload names, `group` does so in a group of the person's
    choice, and `share` sends the private link of a shared order to somebody. `insert` starts an inline query in a chat
    of the person's choice.
    """

    label: str
    action: Action | None = None
    url: str | None = None
    start: str | None = None
    group: str | None = None
    share: str | None = None
    insert: str | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """A key below the text field by which a person picks a channel or a group; `request` comes back with the choice."""

    label: str
    request: int
    channel: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text file."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `content` are its bytes in base64, so that it can be stored as text."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply; `html` may be longer than a message, then `bot.views.html.split` cuts it. Buttons stand in rows.

    `about` is the posting that it shows and `draft` the order, for those who answer it. `below` leaves the message as
    it is whose button was pressed. With a `file` or a `picture` the text is its caption. `picks` stand below the text
    field of a private chat, until a reply that `unpicks`; with either there are no buttons.
    """

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    about: int | None = None
    file: Attachment | None = None
    picture: Picture | None = None
    picks: tuple[Pick, ...] = ()
    unpicks: bool = False
    below: bool = False
    draft: int | None = None


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
