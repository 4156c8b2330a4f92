"""How does a person talk to the bot in a terminal? Lines in, a readable transcript out.

A line is a message. A number presses a button of the last message that has some, `@rolecall words` asks inline,
`@2` takes the second inline result, `/send PATH` sends a file, `/edit TEXT` changes the last line, `/skip 1d` lets time
pass, `/quit` ends. Where the bot offers keys below the text field, their words are typed.
"""

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO

from telegram import Update
from telegram.ext import Application

from handlers.console.markup import parse_html
from handlers.console.timelapse import skip, skipped_by
from handlers.console.world import BOT_ID, Person, World
from handlers.context import House
from handlers.ticking import tick

_PERSON = 1
# The chats that the person of a terminal has beside the private one.
_CHANNEL, _GROUP = -1, -2
_ENTITY_MARKS = {"bold": ("\x1b[1m", "\x1b[22m"), "italic": ("\x1b[3m", "\x1b[23m"), "code": ("\x1b[36m", "\x1b[39m")}
_TOO_LARGE = 20_000_000


async def terminal_lines(source: TextIO) -> AsyncIterator[str]:
    """The lines of standard input, with a prompt when a person types them; ends with the input."""
    prompt = "you: " if source.isatty() else ""
    while True:
        line = await asyncio.to_thread(_read_line, source, prompt)
        if line is None:
            return
        yield line


def _read_line(source: TextIO, prompt: str) -> str | None:
    if prompt:
        sys.stdout.write(prompt)
        sys.stdout.flush()
    try:
        line = source.readline()
    except UnicodeDecodeError:
        return ""
    return line.rstrip("\r\n") if line else None


async def converse(
    application: Application[Any, Any, Any, Any, Any, Any], world: World, *, lines: AsyncIterator[str], out: TextIO
) -> None:
    """Holds a conversation until the lines end; every update is handled before the next line is read."""
    talk = Conversation(application, world, out)
    house = application.bot_data["house"]
    async with application:
        leading = asyncio.create_task(house.helm.keep(house.worker, freed=house.sender.reload))
        if application.post_init:
            await application.post_init(application)
        async for line in lines:
            if line.strip() == "/quit":
                break
            if line.strip():
                await talk.take(line)
        leading.cancel()
        with suppress(asyncio.CancelledError):
            await leading


class Conversation:
    """One person's conversation with the bot, shown as a transcript."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        world: World,
        out: TextIO,
        person: Person | None = None,
    ) -> None:
        self._application = application
        self._world = world
        self._person = person or Person(world, _PERSON, "You")
        self._out = out
        self._styled = out.isatty()
        self._seen = len(world.log)
        self._results: list[dict[str, Any]] = []
        self._last_line: dict[str, Any] | None = None
        self._settle_in()

    def _settle_in(self) -> None:
        """Opens the private chat, a channel and a group with the bot in them: they may have been told of before."""
        self._world.chats.setdefault(self._person.id, self._person.private_chat())
        for number, kind, title in ((_CHANNEL, "channel", "Your channel"), (_GROUP, "supergroup", "Your group")):
            self._world.chats.setdefault(number, {"id": number, "type": kind, "title": title})
            self._world.members.setdefault((number, self._person.id), "creator")
            self._world.members.setdefault((number, BOT_ID), "administrator")

    def as_person(self, person: Person, out: TextIO) -> "Conversation":
        """A conversation of somebody else with the same bot."""
        return Conversation(self._application, self._world, out, person)

    async def take(self, line: str) -> None:
        """Carries out one typed line and shows what the bot did."""
        if not self._styled:
            self._show(f"you: {line}")
        span = skipped_by(line)
        presses = None if span else await self._act(line.strip("\n"))
        await self._deliver()
        self._show_calls(presses)
        await self._pass_time(span)

    async def _pass_time(self, span: timedelta | None) -> None:
        """Lets the time pass that was asked for, or none; shows what became due."""
        house: House = self._application.bot_data["house"]
        if span is None:
            await tick(house)
        else:
            await skip(house, self._world, span)
        await self._deliver()
        self._show_calls(None)
        if span is not None:
            self._show(f"(it is {self._world.time():%a %d %b %Y %H:%M} UTC)")

    async def _act(self, line: str) -> str | None:
        """Turns the line into an update; returns the number of a press or an inline query, if it was one."""
        button = self._button(line.strip())
        if button is not None:
            return self._press(*button)
        key = self._key(line.strip())
        if key is not None:
            self._person.pick(key, self._own_chat(key))
            return None
        if line.startswith(f"@{self._world.username}"):
            return self._person.inline(line[len(self._world.username) + 1 :].strip()[:256])
        if (taken := re.fullmatch(r"@(\d{1,2})", line.strip())) and 0 < int(taken[1]) <= len(self._results):
            self._show(_rendered(self._results[int(taken[1]) - 1]["parsed"], styled=self._styled))
        elif line.startswith("/send"):
            self._send_file(line[5:].strip())
        elif line.startswith("/edit ") and self._last_line is not None:
            self._person.edit(self._last_line, line[6:])
        else:
            self._last_line = self._person.send(line.replace("\\n", "\n"))
        return None

    def _button(self, line: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The message and the button that a typed number stands for, or None."""
        if not line.isdecimal():
            return None
        for message in reversed(list(self._world.messages.values())):
            buttons = _buttons(message)
            if buttons:
                number = int(line)
                return (message, buttons[number - 1]) if 0 < number <= len(buttons) else None
        return None

    def _key(self, line: str) -> dict[str, Any] | None:
        """The key below the text field that has these words and asks for a chat, or None."""
        keys = _keys(self._world.keyboards.get(self._person.id, {}))
        return next((key for key in keys if key.get("text") == line and "request_chat" in key), None)

    def _own_chat(self, key: dict[str, Any]) -> dict[str, Any]:
        """The channel or the group that a key asks for."""
        return self._world.chats[_CHANNEL if key["request_chat"]["chat_is_channel"] else _GROUP]

    def _press(self, message: dict[str, Any], button: dict[str, Any]) -> str | None:
        if "callback_data" in button:
            return self._person.press(message, button["callback_data"])
        self._show(f"(link) {button.get('url', '')}")
        return None

    def _send_file(self, path: str) -> None:
        file = Path(path).expanduser()
        try:
            if not path or file.stat().st_size > _TOO_LARGE:
                self._show("(not sent: give the path of a file of at most 20 MB, such as /send posting.txt)")
                return
            self._person.send_file(file.name, file.read_bytes())
        except OSError:
            self._show(f"(not sent: {path} cannot be opened; check the path)")

    async def _deliver(self) -> None:
        while self._world.updates:
            update = Update.de_json(self._world.updates.popleft(), self._application.bot)
            await self._application.process_update(update)
        await self._application.bot_data["house"].sender.drain(self._application.bot)

    def _show_calls(self, asked: str | None) -> None:
        """Shows what the bot called since the last time, in order."""
        for entry in self._world.log[self._seen :]:
            chat = int(entry["parameters"].get("chat_id", self._person.id))
            if entry["ok"] and chat in (self._person.id, _CHANNEL, _GROUP):
                self._show_call(entry["method"], entry["parameters"], asked)
        self._seen = len(self._world.log)

    def _show_call(self, method: str, parameters: dict[str, Any], asked: str | None) -> None:
        if method == "sendMessage":
            self._show_message(parameters, "")
        elif method in ("sendDocument", "sendPhoto"):
            name, data = parameters["upload"]
            caption = parse_html(parameters.get("caption") or "").text
            self._show(f"{self._world.username}: {caption} (file {name}, {len(data):,} bytes)")
        elif method == "editMessageText":
            self._show_message(parameters, " (edited)")
        elif method == "answerCallbackQuery" and parameters.get("text"):
            self._show(f"({parameters['text']})")
        elif method == "answerInlineQuery" and asked is not None:
            self._show_results(asked)

    def _show_message(self, parameters: dict[str, Any], note: str) -> None:
        chat = int(parameters["chat_id"])
        number = parameters.get("message_id")
        sent = [
            message
            for (where, _), message in self._world.messages.items()
            if where == chat and message["from"]["is_bot"] and "text" in message
        ]
        message = self._world.messages[chat, int(number)] if number else self._unshown(sent, parameters)
        there = f" in {self._world.chats[chat]['title']}" if chat < 0 else ""
        self._show(f"{self._world.username}{there}{note}: " + _rendered(message, styled=self._styled))
        for place, button in enumerate(_buttons(message), start=1):
            link = f" {button['url']}" if "url" in button else ""
            self._show(f"  [{place}] {button['text']}{link}")
        keys = [key if isinstance(key, str) else key["text"] for key in _keys(parameters.get("reply_markup"))]
        if keys:
            self._show("  keys: " + " · ".join(keys))

    def _unshown(self, sent: list[dict[str, Any]], parameters: dict[str, Any]) -> dict[str, Any]:
        """The message that a call sent: the oldest one not shown yet."""
        message = next(message for message in sent if not message.get("shown"))
        message["shown"] = True
        return message

    def _show_results(self, asked: str) -> None:
        self._results = self._world.answered[asked]["results"]
        if not self._results:
            self._show("(nothing found)")
        for place, result in enumerate(self._results, start=1):
            self._show(f"  @{place} {result['title']} – {result.get('description', '')}".rstrip(" –"))

    def _show(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()


def _buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _keys(markup: Any) -> list[dict[str, Any]]:
    """The keys below the text field that a message shows."""
    given = json.loads(markup) if isinstance(markup, str) else markup or {}
    return [key for row in given.get("keyboard", []) for key in row]


def _rendered(message: dict[str, Any], *, styled: bool) -> str:
    """The text of a message for a terminal: quotations behind a bar, bold and the like only where they can be shown."""
    units: bytes = message["text"].encode("utf-16-le")
    marks: list[tuple[int, int, str]] = []
    quoted: list[tuple[int, int]] = []
    for entity in message.get("entities", []):
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] == "blockquote":
            quoted.append((start, stop))
        elif styled and entity["type"] in _ENTITY_MARKS:
            opening, closing = _ENTITY_MARKS[entity["type"]]
            marks += [(start, 1, opening), (stop, 0, closing)]
    pieces, done = [], 0
    for start, stop in quoted:
        pieces += [
            units[done * 2 : start * 2].decode("utf-16-le"),
            "| ",
            units[start * 2 : stop * 2].decode("utf-16-le").replace("\n", "\n| "),
        ]
        done = stop
    if quoted or not marks:
        return "".join(pieces) + units[done * 2 :].decode("utf-16-le")
    for place, _, mark in sorted(marks):
        pieces += [units[done * 2 : place * 2].decode("utf-16-le"), mark]
        done = place
    return "".join(pieces) + units[done * 2 :].decode("utf-16-le")
