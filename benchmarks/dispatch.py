"""How long does an update take through the library's dispatch to the queued answer, with 10,000 stored postings?

    python -m benchmarks.dispatch [POSTINGS]

The peer is the library alone: the same dispatch with one handler that replies a constant. Interleaved, medians of the
single updates; the database is a file, as in use. An inline query is measured to its answer.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters

from benchmarks.corpus import generated_postings
from bot.services.add_postings import add_text
from bot.services.library import Library, open_library
from handlers.app import build_console_application
from handlers.console.request import LocalRequest
from handlers.console.world import Person, World
from handlers.worker import Worker

NOW = datetime(2027, 1, 4, tzinfo=UTC)
ROUNDS = 60
LINES = {
    "question on the posting in focus": "what are the benefits?",
    "question by number": "how much does #17 pay?",
    "search": "python london",
    "search with a typo": "electrican glasgow",
    "card": "/posting 33",
    "question over all postings": "which postings offer a pension?",
    "inline query": "@python london",
    "inline query, empty": "@",
    "inline query by number": "@#33",
}


def main() -> None:
    """Print one row per kind of update, with the ratio to the library alone."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder, Worker(lambda: _filled(Path(folder) / "bench.db", number)) as worker:
        worker.opened()
        asyncio.run(_measure(worker, number))


def _filled(path: Path, number: int) -> Library:
    library = open_library(path)
    for place, text in enumerate(generated_postings(number)):
        add_text(library, text, source=f"page {place}", now=NOW)
    return library


async def _measure(worker: Worker, number: int) -> None:
    application, world = build_console_application(worker, lambda: NOW, connect=Answering)
    peer_world = World(lambda: NOW)
    peer = _peer(peer_world)
    async with application, peer:
        await _once(application, world, "/posting 3")
        print(f"{number} postings, {ROUNDS} interleaved rounds, milliseconds")
        print(f"{'update':36} {'median':>8} {'p99':>8} {'alone':>8} {'ratio':>7}")
        for name, line in LINES.items():
            ours, alone = [], []
            for _ in range(ROUNDS):
                ours.append(await _once(application, world, line))
                alone.append(await _once(peer, peer_world, line.removeprefix("@") or "x"))
            middle, base = statistics.median(ours), statistics.median(alone)
            print(f"{name:36} {middle:8.2f} {sorted(ours)[-1]:8.2f} {base:8.2f} {middle / base:7.1f}")


class Answering(LocalRequest):
    """A local Bot API that takes an inline answer as it is: checking its cards is the server's work, not the bot's."""

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer of the world, or a plain yes."""
        if url.endswith("/answerInlineQuery"):
            return 200, b'{"ok": true, "result": true}'
        return await super().do_request(url, *args, **kwargs)


def _peer(world: World) -> Application:
    builder = ApplicationBuilder().token("1000:peer").request(LocalRequest(world))
    application = builder.get_updates_request(LocalRequest(world)).updater(None).build()

    async def on_text(update: Update, _: object) -> None:
        if update.effective_message:
            await update.effective_message.reply_text("ok")

    application.add_handler(MessageHandler(filters.ALL, on_text))
    return application


async def _once(application: Application, world: World, line: str) -> float:
    person = Person(world, 1, "Ann")
    if line.startswith("@"):
        person.inline(line[1:])
    else:
        person.send(line)
    update = Update.de_json(world.updates.popleft(), application.bot)
    start = time.perf_counter()
    await application.process_update(update)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
