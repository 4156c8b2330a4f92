"""What is there in a Telegram of one machine? People, chats, messages, and the updates that the bot has yet to see.

Everything is numbered in order, and the clock is given, so the same actions give the same bytes.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from handlers.console.markup import utf16
from handlers.console.refusal import RefusedError

BOT_ID = 1000
_COMMAND = re.compile(r"(?<!\S)/[a-zA-Z0-9_]{1,32}(?:@\w+)?")
_MENTION = re.compile(r"(?<!\w)@\w{4,32}")
_ADMINISTRATOR = (
    "can_be_edited can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members"
    " can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
).split()
_RESTRICTED = (
    "is_member can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos"
    " can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews"
    " can_change_info can_invite_users can_pin_messages can_manage_topics can_edit_tag can_react_to_messages"
).split()
_CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
# What Telegram adds to a membership of each status.
_RIGHTS: dict[str, dict[str, Any]] = {
    "administrator": {"is_anonymous": False, **dict.fromkeys(_ADMINISTRATOR, True)},
    "creator": {"is_anonymous": False},
    "restricted": {**dict.fromkeys(_RESTRICTED, False), "is_member": True, "until_date": 0},
    "kicked": {"until_date": 0},
}


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
    menus: list[dict[str, Any]] = field(default_factory=list)
    answered: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    refusals: dict[int, RefusedError] = field(default_factory=dict)
    members: dict[tuple[int, int], str] = field(default_factory=dict)
    inserted: dict[str, dict[str, Any]] = field(default_factory=dict)
    muted: set[int] = field(default_factory=set)
    keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)
    ahead: timedelta = timedelta()
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

    def time(self) -> datetime:
        """The time of this Telegram: the given clock's, `ahead` of it where the terminal has skipped some."""
        return self.clock() + self.ahead

    def now(self) -> int:
        """The time in seconds since 1970, as messages carry it."""
        return int(self.time().timestamp())

    @property
    def commands(self) -> list[dict[str, str]]:
        """The menu of private chats, or the one for everywhere, in no particular language."""
        scopes = {menu["scope"].get("type"): menu["commands"] for menu in self.menus if not menu["language_code"]}
        found: list[dict[str, str]] = scopes.get("all_private_chats", scopes.get("default", []))
        return found

    def member(self, chat: int, user: int, status: str | None = None) -> dict[str, Any]:
        """The membership of a user of a chat, with the rights of its status."""
        name = status or self.members.get((chat, user), "member")
        about = self.bot() if user == BOT_ID else {"id": user, "is_bot": False, "first_name": "Somebody"}
        in_channel = self.chats.get(chat, {}).get("type") == "channel" and name == "administrator"
        return {
            "user": about,
            "status": name,
            **_RIGHTS.get(name, {}),
            **(dict.fromkeys(_CHANNEL_RIGHTS, chat not in self.muted) if in_channel else {}),
        }

    def sees(self, message: dict[str, Any]) -> bool:
        """Whether the bot, in privacy mode, is shown a message."""
        chat = message["chat"]
        if chat["type"] == "private" or self.members.get((chat["id"], BOT_ID)) == "administrator":
            return True
        if self.members.get((chat["id"], BOT_ID), "member") in ("kicked", "left"):
            return False
        if not {"text", "caption", "document"} & message.keys():
            return True
        command = _COMMAND.match(message.get("text", ""))
        if command:
            return "@" not in command.group() or command.group().endswith(f"@{self.username}")
        replied = message.get("reply_to_message", {}).get("from", {}).get("id")
        return BOT_ID in (replied, message.get("via_bot", {}).get("id"))

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

    def send(
        self, text: str, *, chat: dict[str, Any] | None = None, extra: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Sends a text message; the bot has yet to see it. `extra` is what else the message carries."""
        return self._deliver({"text": text, **_entities(text), **(extra or {})}, chat)

    def send_file(self, name: str, data: bytes, *, caption: str = "") -> dict[str, Any]:
        """Sends a document to the private chat."""
        number = f"file{self.world.next_number('file')}"
        self.world.files[number] = (name, data)
        document = {"file_id": number, "file_unique_id": number, "file_name": name, "file_size": len(data)}
        return self._deliver({"document": document, **({"caption": caption} if caption else {})}, None)

    def pick(self, key: dict[str, Any], chat: dict[str, Any]) -> dict[str, Any]:
        """Picks a chat by a key below the text field that asks for one."""
        shared = {"request_id": key["request_chat"]["request_id"], "chat_id": chat["id"], "title": chat["title"]}
        return self._deliver({"chat_shared": shared}, None)

    def edit(self, message: dict[str, Any], text: str) -> None:
        """Changes a message sent before."""
        message.update({"text": text, "edit_date": self.world.now(), **_entities(text)})
        self.world.put("edited_message", dict(message))

    def press(self, message: dict[str, Any] | str, data: str) -> str:
        """Presses a button of a message, or of an inserted one by its number; returns the number of the press."""
        number = f"press{self.world.next_number('press')}"
        self.world.asked.add(number)
        where = {"inline_message_id": message} if isinstance(message, str) else {"message": dict(message)}
        self.world.put(
            "callback_query",
            {"id": number, "from": self.as_user(), "chat_instance": "local", "data": data, **where},
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

    def insert(self, result: dict[str, Any], chat: dict[str, Any]) -> str:
        """Sends an inline result to a chat; returns the number by which the bot can change it."""
        number = f"inserted{self.world.next_number('inserted')}"
        markup = {"reply_markup": result["reply_markup"]} if result.get("reply_markup") else {}
        self.world.inserted[number] = self._deliver({**result["parsed"], **markup, "via_bot": self.world.bot()}, chat)
        return number

    def _deliver(self, content: dict[str, Any], chat: dict[str, Any] | None) -> dict[str, Any]:
        message = self.world.post(chat or self.private_chat(), self.as_user(), content)
        if self.world.sees(message):
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
