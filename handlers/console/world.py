"""What is there in a Telegram of one machine? People, chats, messages, and the updates that the bot has yet to see.

Everything is numbered in order, and the clock is given, so the same actions give the same bytes.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from handlers.console.markup import utf16

BOT_ID = 1000
_COMMAND = re.compile(r"(?<!\S)/[a-zA-Z0-9_]{1,32}(?:@\w+)?")
_MENTION = re.compile(r"(?<!\w)@\w{4,32}")


@dataclass(slots=True)
class World:
    """The state of a local Telegram; messages and updates are objects of the Bot API as plain data."""

    clock: Callable[[], datetime]
    username: str = "rolecall"
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    log: list[dict[str, Any]] = field(default_factory=list)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    chats: dict[int, dict[str, Any]] = field(default_factory=dict)
    commands: list[dict[str, str]] = field(default_factory=list)
    answered: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def bot(self) -> dict[str, Any]:
        """The bot as a user."""
        return {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": self.username,
            "username": self.username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    def next_number(self, kind: str) -> int:
        """The next number of a kind, from 1."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return self._numbers[kind]

    def now(self) -> int:
        """The time in seconds since 1970, as messages carry it."""
        return int(self.clock().timestamp())

    def put(self, kind: str, content: dict[str, Any]) -> None:
        """Adds an update that the bot has yet to see."""
        self.updates.append({"update_id": self.next_number("update"), kind: content})

    def post(self, chat: dict[str, Any], sender: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
        """A new message in a chat, kept and returned."""
        message = {
            "message_id": self.next_number("message"),
            "date": self.now(),
            "chat": chat,
            "from": sender,
            **content,
        }
        self.messages[chat["id"], message["message_id"]] = message
        self.chats[chat["id"]] = chat
        return message


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes to the bot; a private chat has the number of its person."""

    world: World
    id: int
    name: str
    language: str = "en"

    def as_user(self) -> dict[str, Any]:
        """The person as a user of the Bot API."""
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}

    def private_chat(self) -> dict[str, Any]:
        """The private chat with the bot."""
        return {"id": self.id, "type": "private", "first_name": self.name}

    def send(self, text: str, *, chat: dict[str, Any] | None = None) -> dict[str, Any]:
        """Sends a text message; the bot has yet to see it."""
        return self._deliver({"text": text, **_entities(text)}, chat)

    def send_file(self, name: str, data: bytes, *, caption: str = "") -> dict[str, Any]:
        """Sends a document to the private chat."""
        number = f"file{self.world.next_number('file')}"
        self.world.files[number] = (name, data)
        document = {"file_id": number, "file_unique_id": number, "file_name": name, "file_size": len(data)}
        return self._deliver({"document": document, **({"caption": caption} if caption else {})}, None)

    def edit(self, message: dict[str, Any], text: str) -> None:
        """Changes a message sent before."""
        message.update({"text": text, "edit_date": self.world.now(), **_entities(text)})
        self.world.put("edited_message", dict(message))

    def press(self, message: dict[str, Any], data: str) -> str:
        """Presses the button with this payload; returns the number of the press."""
        number = f"press{self.world.next_number('press')}"
        self.world.asked.add(number)
        self.world.put(
            "callback_query",
            {"id": number, "from": self.as_user(), "message": dict(message), "chat_instance": "local", "data": data},
        )
        return number

    def inline(self, query: str, *, offset: str = "") -> str:
        """Types an inline query; returns its number."""
        number = f"inline{self.world.next_number('inline')}"
        self.world.asked.add(number)
        self.world.put(
            "inline_query",
            {"id": number, "from": self.as_user(), "query": query, "offset": offset, "chat_type": "sender"},
        )
        return number

    def _deliver(self, content: dict[str, Any], chat: dict[str, Any] | None) -> dict[str, Any]:
        message = self.world.post(chat or self.private_chat(), self.as_user(), content)
        self.world.put("message", dict(message))
        return message


def _entities(text: str) -> dict[str, Any]:
    """The entities that Telegram finds by itself: commands and mentions."""
    found = [
        {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
        for kind, pattern in (("bot_command", _COMMAND), ("mention", _MENTION))
        for match in pattern.finditer(text)
    ]
    return {"entities": sorted(found, key=lambda entity: entity["offset"])} if found else {}
