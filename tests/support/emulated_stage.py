"""The stage with the bot as a process of its own, against a Bot API server that checks every call."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.stage import Actor, Message
from tests.support.waiting import PATIENCE_SECONDS

# What is told at once waits for the rest of its burst, and then for a tick.
_TICK_SECONDS = 120.0
_SERVER = Path(__file__).parents[3] / "shared" / "tgemu"


def emulator_class() -> Any:
    """The server's class, or None where it is not at hand."""
    if not _SERVER.is_dir():
        return None
    if str(_SERVER) not in sys.path:
        sys.path.append(str(_SERVER))
    try:
        from tgemu import Emulator
    except ImportError:
        return None
    return Emulator


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def inherited(blocked: Sequence[signal.Signals]) -> Iterator[None]:
    """A process that is started in the block has these signals blocked, as `env --block-signal` does it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class BotProcess:
    """`rolecall run` as a process; its standard error goes to a file."""

    def __init__(self, emulator: Any, folder: Path, *, log: str = "errors.log", **settings: str) -> None:
        self.database = folder / "rolecall.db"
        self.errors = folder / log
        self._settings = {
            "TELEGRAM_BOT_TOKEN": emulator.token,
            "TELEGRAM_API_URL": emulator.url,
            "ROLECALL_DB": str(self.database),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *, blocked: Sequence[signal.Signals] = ()) -> None:
        """Starts the process, with signals that wait until it heeds them; what it says is appended to its log."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ROLECALL_", "TELEGRAM_"))}
        with self.errors.open("ab") as log, inherited(blocked):
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], env={**kept, **self._settings}, stderr=log, stdout=log
            )

    def hang(self) -> None:
        """Stops the process where it is; returns when it stands still."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED)

    def go_on(self) -> None:
        """Lets a process that hangs go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def says(self, text: str) -> None:
        """Waits until the process has said this."""
        for _ in range(round(PATIENCE_SECONDS * 50)):
            if self.errors.exists() and text in self.errors.read_text():
                return
            time.sleep(0.02)
        raise AssertionError(f"the process never says {text!r}: {self.errors.read_text()}")

    def chat(self) -> str:
        """What `rolecall chat` on the same database says to standard error when nobody types anything."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", "chat", "--db", str(self.database)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stderr

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ends the process by a signal and returns its exit status."""
        if self._process is None:
            return 0
        self._process.send_signal(number)
        status = self._process.wait(PATIENCE_SECONDS)
        self._process = None
        return status

    def wait(self) -> int:
        """The exit status of a process that ends by itself."""
        assert self._process is not None
        return self._process.wait(PATIENCE_SECONDS)


class EmulatedStage:
    """People and groups of an emulated Telegram."""

    def __init__(self, emulator: Any, process: BotProcess) -> None:
        self.emulator = emulator
        self.process = process
        self.username: str = "rolecall_bot"
        self._users: dict[int, Any] = {}
        self._chats: dict[int, Any] = {}

    async def person(self, name: str, *, language: str = "en") -> Actor:
        user = await asyncio.to_thread(self.emulator.user, name, language_code=language)
        self._users[user.id] = self._chats[user.id] = user
        return Actor(self, user.id, name)

    async def group(self, *members: Actor, admins: tuple[Actor, ...] = (), **options: Any) -> int:
        def make() -> Any:
            return self.emulator.group(
                *(self._users[each.id] for each in members),
                admins=tuple(self._users[each.id] for each in admins),
                type=options.get("kind", "supergroup"),
                forum=options.get("forum", False),
            )

        chat = await asyncio.to_thread(make)
        self._chats[chat.id] = chat
        return int(chat.id)

    async def channel(self, *admins: Actor) -> int:
        chat = await asyncio.to_thread(self.emulator.channel, *(self._users[each.id] for each in admins))
        self._chats[chat.id] = chat
        return int(chat.id)

    async def pick(self, person: Actor, message: Message, label: str, chat: int) -> None:
        shown = await asyncio.to_thread(self.emulator.events, "bot_message", chat_id=person.id)
        event = next(each for each in reversed(shown) if each["message"]["message_id"] == message["message_id"])
        keys = [key for row in event["keyboard"]["keyboard"] for key in row if isinstance(key, dict)]
        request = next(each["request_chat"] for each in keys if each["text"] == label)
        shared = {"request_id": request["request_id"], "chat_id": chat, "title": "Channel"}
        await asyncio.to_thread(self._users[person.id].send_raw, {"chat_shared": shared})

    async def topic(self, chat: int, name: str) -> int:
        return int(await asyncio.to_thread(self._chats[chat].topic, name))

    async def bot_becomes(self, chat: int, status: str) -> None:
        await asyncio.to_thread(self._chats[chat].set_bot, status)
        await self._taken()

    async def member_becomes(self, chat: int, person: Actor, status: str) -> None:
        await asyncio.to_thread(self._chats[chat].set_member, self._users[person.id], status)

    async def migrate(self, chat: int) -> int:
        moved = await asyncio.to_thread(self._chats[chat].migrate)
        self._chats[moved.id] = moved
        return int(moved.id)

    async def block(self, person: Actor, *, blocked: bool) -> None:
        await asyncio.to_thread(self._users[person.id].block, blocked)
        await self._taken()

    async def send(self, person: Actor, content: dict[str, Any], **where: Any) -> Message:
        user, chat = self._users[person.id], self._chats.get(where.get("chat", person.id))
        options = {"reply_to": where.get("reply_to"), "thread_id": where.get("thread")}
        if "file" in content:
            name, data = content["file"]
            caption = content.get("caption", "")
            return await asyncio.to_thread(user.send_file, data, name, caption=caption, chat=chat, **options)  # type: ignore[no-any-return]
        extra: dict[str, Any] = {}
        if where.get("forwarded"):
            extra["forward_origin"] = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1_800_000_000}
        if where.get("anonymous"):
            extra["sender_chat"] = {"id": chat.id, "type": "supergroup", "title": "Group"}
            extra["from"] = {"id": 1087968824, "is_bot": False, "first_name": "Group", "username": "GroupAnonymousBot"}
        sent: Message = await asyncio.to_thread(user.send, content["text"], chat=chat, content=extra or None, **options)
        return sent

    async def edit(self, person: Actor, message: Message, text: str) -> None:
        await asyncio.to_thread(self._users[person.id].edit, message, text)

    async def press(self, person: Actor, message: Message | str, label: str) -> str:
        user = self._users[person.id]
        click = await asyncio.to_thread(user.click, message, label)
        answer = await asyncio.to_thread(user.answer, click, PATIENCE_SECONDS)
        return answer.get("text") or ""

    async def inline(self, person: Actor, query: str, offset: str) -> dict[str, Any]:
        answer: dict[str, Any] = await asyncio.to_thread(self._users[person.id].inline, query, offset)
        return answer

    async def insert(self, person: Actor, answer: dict[str, Any], result: str, chat: int) -> str:
        chosen = await asyncio.to_thread(self._users[person.id].choose, answer, result, self._chats[chat])
        return str(chosen["inline_message_id"])

    async def reply(self, chat: int, contains: str = "") -> Message:
        return await self._next("bot_message", chat, contains)

    async def unasked(self, chat: int, contains: str = "") -> Message:
        return await self._next("bot_message", chat, contains, patience=_TICK_SECONDS)

    async def edited(self, chat: int, contains: str = "") -> Message:
        return await self._next("bot_edit", chat, contains)

    async def inserted(self, number: str, contains: str = "") -> Message:
        event = await asyncio.to_thread(self.emulator.wait, "bot_edit", timeout=PATIENCE_SECONDS, contains=contains)
        message: Message = event["message"]
        return message

    async def silent(self, chat: int) -> bool:
        await self._taken()
        await asyncio.sleep(0.3)
        events = await asyncio.to_thread(self.emulator.events, "bot_message", after=self.emulator.marked, chat_id=chat)
        return not events

    async def fail(self, method: str, action: str, **details: Any) -> None:
        await asyncio.to_thread(self.emulator.fail, method, action, **details)

    async def menus(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for _ in range(500):
            state = await asyncio.to_thread(self.emulator.state)
            before, found = found, state["commands"]
            if found and len(found) == len(before):
                break
            await asyncio.sleep(0.2)
        return found

    async def file(self, message: Message) -> bytes:
        data: bytes = await asyncio.to_thread(self.emulator.file, message["document"]["file_id"])
        return data

    async def _next(self, kind: str, chat: int, contains: str, patience: float = PATIENCE_SECONDS) -> Message:
        event = await asyncio.to_thread(self.emulator.wait, kind, timeout=patience, chat_id=chat, contains=contains)
        message: Message = event["message"]
        return message

    async def _taken(self) -> None:
        """Waits until the bot has taken every update."""
        for _ in range(500):
            if not (await asyncio.to_thread(self.emulator.state))["pending"]:
                return
            await asyncio.sleep(0.02)
        raise AssertionError("the bot does not take its updates")
