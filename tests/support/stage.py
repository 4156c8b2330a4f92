"""The stage on which scenarios are played: people, groups and what they see, whatever stands behind it.

A scenario is written once against `Stage`; `local_stage` plays it in this process over the local Bot API,
`emulated_stage` with the bot as a process of its own against a Bot API server. Messages are objects of the Bot API.
"""

from dataclasses import dataclass
from typing import Any, Protocol

Message = dict[str, Any]


class Stage(Protocol):
    """What a scenario can do and see; chats are numbers, a person's private chat has the person's number."""

    username: str

    async def person(self, name: str, *, language: str = "en") -> "Actor":
        """Somebody who has the bot's private chat open."""

    async def group(self, *members: "Actor", admins: tuple["Actor", ...] = (), **options: Any) -> int:
        """A group with the bot in it; `kind` is "group" or "supergroup", `forum` gives it topics."""

    async def channel(self, *admins: "Actor") -> int:
        """A channel in which the bot may post."""

    async def pick(self, person: "Actor", message: Message, label: str, chat: int) -> None:
        """Picks a chat by a key that a message of the private chat shows below the text field."""

    async def topic(self, chat: int, name: str) -> int:
        """A new topic of a forum."""

    async def bot_becomes(self, chat: int, status: str) -> None:
        """The bot is kicked, restricted, promoted or let in again."""

    async def member_becomes(self, chat: int, person: "Actor", status: str) -> None:
        """Somebody is promoted or demoted."""

    async def migrate(self, chat: int) -> int:
        """A group becomes a supergroup; returns its new number."""

    async def block(self, person: "Actor", *, blocked: bool) -> None:
        """The person blocks the bot or lets it back in."""

    async def send(self, person: "Actor", content: dict[str, Any], **where: Any) -> Message:
        """A message: `content` is {"text": ...} or {"file": (name, data), "caption": ...}; `where` is chat, reply_to,
        thread, anonymous, forwarded.
        """

    async def edit(self, person: "Actor", message: Message, text: str) -> None:
        """Changes a message that the person sent."""

    async def press(self, person: "Actor", message: Message | str, label: str) -> str:
        """Presses a button by its label; returns the notice that is shown."""

    async def inline(self, person: "Actor", query: str, offset: str) -> dict[str, Any]:
        """Types an inline query; returns the answer."""

    async def insert(self, person: "Actor", answer: dict[str, Any], result: str, chat: int) -> str:
        """Sends an inline result to a chat; returns the number of the inserted message."""

    async def reply(self, chat: int, contains: str = "") -> Message:
        """The bot's next message in the chat since the last thing that anybody did."""

    async def unasked(self, chat: int, contains: str = "") -> Message:
        """The bot's next message that nobody asked for; it may take until the next tick."""

    async def edited(self, chat: int, contains: str = "") -> Message:
        """The bot's next change of a message of the chat."""

    async def inserted(self, number: str, contains: str = "") -> Message:
        """An inserted message once it reads like that."""

    async def silent(self, chat: int) -> bool:
        """Whether the bot has said nothing in the chat since the last thing that anybody did."""

    async def fail(self, method: str, action: str, **details: Any) -> None:
        """The next call of a method goes wrong: "error" with status, description, retry_after; "drop_after"."""

    async def menus(self) -> list[dict[str, Any]]:
        """The published menus: scope, language_code, commands."""

    async def file(self, message: Message) -> bytes:
        """The bytes of a document that the bot sent."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who uses the bot."""

    stage: Stage
    id: int
    name: str

    async def sends(self, text: str, **where: Any) -> Message:
        """Sends a text and waits for nothing."""
        return await self.stage.send(self, {"text": text}, **where)

    async def says(self, text: str, contains: str = "", **where: Any) -> Message:
        """Sends a text; returns the bot's answer in that chat."""
        await self.sends(text, **where)
        return await self.stage.reply(where.get("chat") or self.id, contains)

    async def gives(self, name: str, data: bytes, contains: str = "", *, caption: str = "") -> Message:
        """Sends a file; returns the bot's answer."""
        await self.stage.send(self, {"file": (name, data), "caption": caption})
        return await self.stage.reply(self.id, contains)

    async def presses(self, message: Message | str, label: str) -> str:
        """Presses a button; returns the notice."""
        return await self.stage.press(self, message, label)

    async def turns(self, message: Message, label: str, contains: str = "") -> Message:
        """Presses a button that changes its message; returns the message as it is then."""
        await self.presses(message, label)
        return await self.stage.edited(message["chat"]["id"], contains)

    async def asks(self, query: str, offset: str = "") -> dict[str, Any]:
        """Types an inline query."""
        return await self.stage.inline(self, query, offset)


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons, in order."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
