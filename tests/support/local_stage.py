"""The stage in this process: the whole application over the local Bot API, with groups, faults and a real clock."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from telegram import Update
from telegram.error import TimedOut

from bot.intake.web import Web
from bot.services.library import open_library
from handlers.app import build_console_application
from handlers.console.refusal import RefusedError
from handlers.console.request import LocalRequest
from handlers.console.timelapse import skip
from handlers.console.world import BOT_ID, Person, World
from handlers.context import BotApplication, House
from handlers.worker import Worker
from tests.support.stage import Actor, Message
from tests.support.waiting import PATIENCE_SECONDS


class FaultyRequest(LocalRequest):
    """Requests of which the next of a method may be refused, or applied without an answer."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.faults: list[dict[str, Any]] = []

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer, unless a fault waits for this method."""
        fault = next((each for each in self.faults if url.endswith("/" + each["method"])), None)
        if fault is None:
            return await super().do_request(url, *args, **kwargs)
        self.faults.remove(fault)
        if fault["action"] == "drop_after":
            await super().do_request(url, *args, **kwargs)
            raise TimedOut from httpx.ReadTimeout("no answer")
        parameters = {"retry_after": fault["retry_after"]} if "retry_after" in fault else {}
        return self.refusal(RefusedError(fault["status"], fault["description"], parameters))


@asynccontextmanager
async def local_stage(seeds: Path, *, web: Web | None = None) -> AsyncIterator["LocalStage"]:
    """A stage over a database that may be changed, and a web of one's own."""
    requests: list[FaultyRequest] = []

    def connect(world: World) -> FaultyRequest:
        requests.append(FaultyRequest(world))
        return requests[-1]

    with Worker(lambda: open_library(seeds)) as worker:
        application, world = build_console_application(worker, lambda: datetime.now(UTC), connect=connect, web=web)
        async with application:
            if application.post_init:
                await application.post_init(application)
            yield LocalStage(application, world, requests[0])


class LocalStage:
    """People and groups of a Telegram in this process; the bot acts as soon as somebody waits for it."""

    def __init__(self, application: BotApplication, world: World, request: FaultyRequest) -> None:
        self._application = application
        self._request = request
        self.house: House = application.bot_data["house"]
        self.world = world
        self.username = world.username
        self._people: dict[int, Person] = {}
        self._seen = 0

    async def person(self, name: str, *, language: str = "en") -> Actor:
        person = Person(self.world, 1000 + self.world.next_number("person"), name, language)
        self._people[person.id] = person
        self.world.chats[person.id] = person.private_chat()
        return Actor(self, person.id, name)

    async def group(self, *members: Actor, admins: tuple[Actor, ...] = (), **options: Any) -> int:
        number = -1000 - self.world.next_number("group")
        chat = {"id": number, "type": options.get("kind", "supergroup"), "title": "Group"}
        self.world.chats[number] = {**chat, "is_forum": True} if options.get("forum") else chat
        for each in (*members, *admins):
            self.world.members[number, each.id] = "administrator" if each in admins else "member"
        self._membership(number, "left", "member")
        return number

    async def channel(self, *admins: Actor) -> int:
        number = -1000 - self.world.next_number("group")
        self.world.chats[number] = {"id": number, "type": "channel", "title": "Channel"}
        for each in admins:
            self.world.members[number, each.id] = "creator"
        self._membership(number, "left", "administrator")
        return number

    async def pick(self, person: Actor, message: Message, label: str, chat: int) -> None:
        self._mark()
        keys = [key for row in self.world.keyboards[person.id]["keyboard"] for key in row]
        key = next(each for each in keys if each.get("text") == label)
        self._people[person.id].pick(key, self.world.chats[chat])

    async def topic(self, chat: int, name: str) -> int:
        return self.world.next_number("message")

    async def bot_becomes(self, chat: int, status: str) -> None:
        before = self.world.members.get((chat, BOT_ID), "member")
        self._membership(chat, before, status)
        refusals = {
            "kicked": RefusedError(403, "Forbidden: bot was kicked from the supergroup chat"),
            "left": RefusedError(403, "Forbidden: bot is not a member of the supergroup chat"),
            "restricted": RefusedError(400, "Bad Request: not enough rights to send text messages to the chat"),
        }
        self._refuse(chat, refusals.get(status))
        await self._act()

    def _membership(self, chat: int, before: str, after: str) -> None:
        self.world.members[chat, BOT_ID] = after
        self.world.put(
            "my_chat_member",
            {
                "chat": self.world.chats[chat],
                "from": {"id": 1, "is_bot": False, "first_name": "Somebody"},
                "date": self.world.now(),
                "old_chat_member": self.world.member(chat, BOT_ID, before),
                "new_chat_member": self.world.member(chat, BOT_ID, after),
            },
        )

    def _refuse(self, chat: int, refusal: RefusedError | None) -> None:
        self.world.refusals.pop(chat, None)
        if refusal is not None:
            self.world.refusals[chat] = refusal

    async def member_becomes(self, chat: int, person: Actor, status: str) -> None:
        self.world.members[chat, person.id] = status

    async def migrate(self, chat: int) -> int:
        new = -1_000_000 - self.world.next_number("group")
        self.world.chats[new] = {"id": new, "type": "supergroup", "title": "Group"}
        for (where, who), status in list(self.world.members.items()):
            if where == chat:
                self.world.members[new, who] = status
        somebody = {"id": 1, "is_bot": False, "first_name": "Somebody"}
        for where, service in ((chat, {"migrate_to_chat_id": new}), (new, {"migrate_from_chat_id": chat})):
            self.world.put("message", dict(self.world.post(self.world.chats[where], somebody, service)))
        self._refuse(
            chat,
            RefusedError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": new},
            ),
        )
        return new

    async def block(self, person: Actor, *, blocked: bool) -> None:
        self._membership(person.id, *(("member", "kicked") if blocked else ("kicked", "member")))
        self._refuse(person.id, RefusedError(403, "Forbidden: bot was blocked by the user") if blocked else None)
        await self._act()

    async def send(self, person: Actor, content: dict[str, Any], **where: Any) -> Message:
        who, chat = self._people[person.id], where.get("chat")
        self._mark()
        if "file" in content:
            return who.send_file(*content["file"], caption=content.get("caption", ""))
        extra: dict[str, Any] = {}
        if where.get("reply_to"):
            extra["reply_to_message"] = self.world.messages[chat or person.id, where["reply_to"]]
        if where.get("thread"):
            extra |= {"message_thread_id": where["thread"], "is_topic_message": True}
        if where.get("forwarded"):
            origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": self.world.now()}
            extra["forward_origin"] = origin
        if where.get("anonymous"):
            extra["sender_chat"] = self.world.chats[chat or 0]
        return who.send(content["text"], chat=self.world.chats[chat] if chat else None, extra=extra)

    async def edit(self, person: Actor, message: Message, text: str) -> None:
        self._mark()
        self._people[person.id].edit(message, text)

    async def press(self, person: Actor, message: Message | str, label: str) -> str:
        self._mark()
        now = self.world.inserted[message] if isinstance(message, str) else message
        rows = now.get("reply_markup", {}).get("inline_keyboard", [])
        button = next(each for row in rows for each in row if label.lower() in each["text"].lower())
        number = self._people[person.id].press(message, button["callback_data"])
        await self._until(lambda: number in self.world.answered)
        return self.world.answered[number].get("text") or ""

    async def inline(self, person: Actor, query: str, offset: str) -> dict[str, Any]:
        self._mark()
        number = self._people[person.id].inline(query, offset=offset)
        await self._until(lambda: number in self.world.answered)
        return self.world.answered[number]

    async def insert(self, person: Actor, answer: dict[str, Any], result: str, chat: int) -> str:
        self._mark()
        chosen = next(each for each in answer["results"] if each["id"] == result)
        return self._people[person.id].insert(chosen, self.world.chats[chat])

    async def reply(self, chat: int, contains: str = "") -> Message:
        return await self._next(("sendMessage", "sendDocument", "sendPhoto"), chat, contains)

    async def unasked(self, chat: int, contains: str = "") -> Message:
        await self._act()
        self._mark()
        await skip(self.house, self.world, timedelta(minutes=1))
        return await self.reply(chat, contains)

    async def edited(self, chat: int, contains: str = "") -> Message:
        return await self._next(("editMessageText", "editMessageReplyMarkup"), chat, contains)

    async def inserted(self, number: str, contains: str = "") -> Message:
        await self._until(lambda: contains in self.world.inserted[number]["text"])
        return self.world.inserted[number]

    async def silent(self, chat: int) -> bool:
        await self._act()
        return not any(entry for entry in self._calls(("sendMessage", "sendDocument", "sendPhoto"), chat))

    async def fail(self, method: str, action: str, **details: Any) -> None:
        self._request.faults.append({"method": method, "action": action, **details})

    async def menus(self) -> list[dict[str, Any]]:
        return self.world.menus

    async def file(self, message: Message) -> bytes:
        return self.world.files[message["document"]["file_id"]][1]

    def _mark(self) -> None:
        self._seen = len(self.world.log)

    def _calls(self, methods: tuple[str, ...], chat: int) -> list[tuple[int, Message]]:
        """The successful calls of these methods in the chat since the last action, each with what it left."""
        return [
            (place, entry["result"])
            for place, entry in enumerate(self.world.log[self._seen :], start=self._seen)
            if entry["ok"] and entry["method"] in methods and int(entry["parameters"].get("chat_id", 0)) == chat
        ]

    async def _next(self, methods: tuple[str, ...], chat: int, contains: str) -> Message:
        found: list[tuple[int, Message]] = []

        def there() -> bool:
            calls = self._calls(methods, chat)
            found[:] = [each for each in calls if contains in (each[1].get("text") or each[1].get("caption") or "")]
            return bool(found)

        await self._until(there)
        self._seen = found[0][0] + 1
        return found[0][1]

    async def _until(self, condition: Any) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        await self._act()
        while not condition():
            assert time.monotonic() < deadline, self.world.log[self._seen :]
            await asyncio.sleep(0.01)
            await self._act()

    async def _act(self) -> None:
        while self.world.updates:
            update = Update.de_json(self.world.updates.popleft(), self._application.bot)
            await self._application.process_update(update)
        await self.house.sender.drain(self._application.bot)
