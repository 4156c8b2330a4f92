"""What does the bot answer over HTTP? Updates that Telegram brings, its health, and its metrics.

An update is stored before it is answered with 200, so that one that was confirmed is never lost.
"""

import asyncio
import hmac
import json
import logging
from dataclasses import dataclass
from typing import Any

from telegram import Update
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.errors import UserError
from bot.model.viewer import HOST
from bot.services.browse_postings import count_postings
from bot.services.deliver import counts
from bot.services.traffic import traffic
from handlers.context import BotApplication, House
from handlers.polling import take_in
from handlers.run import Intake

_log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST_BYTES = 4_000_000
_HEALTHY = "ok\n"


@dataclass(frozen=True, slots=True)
class Inside:
    """What the pages work with."""

    application: BotApplication
    house: House
    secret: str = ""


class _Page(RequestHandler):
    """A page of this server; nothing tells which software it is."""

    inside: Inside

    def initialize(self, inside: Inside) -> None:
        self.inside = inside

    def set_default_headers(self) -> None:
        self.set_header("Server", "rolecall")
        self.set_header("Content-Type", "text/plain; charset=utf-8")

    def write_error(self, status_code: int, **_: Any) -> None:
        self.finish(f"{status_code}\n")

    def log_exception(self, *args: Any) -> None:
        """What a stranger sends is not worth a line."""


class _Updates(_Page):
    async def post(self) -> None:
        """Stores one update, answers, and hands it on."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.inside.secret.encode()):
            self.send_error(403)
            return
        try:
            update = Update.de_json(json.loads(self.request.body), self.inside.application.bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            self.send_error(400)
            return
        await take_in(self.inside.application, self.inside.house.worker, (update,))
        self.finish()


class _Health(_Page):
    async def get(self) -> None:
        """Answers once the worker does."""
        await self.inside.house.worker.run(count_postings, viewer=HOST)
        self.finish(_HEALTHY)


class _Metrics(_Page):
    async def get(self) -> None:
        """The counters in the text format of Prometheus."""
        worker = self.inside.house.worker
        outbox = await worker.run(counts)
        postings = await worker.run(count_postings, viewer=HOST)
        seen = await worker.run(traffic, now=self.inside.house.clock())
        self.finish(self.inside.house.metrics.page(outbox, postings, seen))


def serve(
    inside: Inside, *, host: str, port: int, updates_at: str | None = None, metrics: bool = False
) -> HTTPServer | None:
    """A server that listens: health always, updates at the path `updates_at`, metrics when asked for.

    None when an earlier leader hangs and has the port; raises UserError when anything else has it.
    """
    pages: list[Any] = [(r"/health", _Health, {"inside": inside})]
    if updates_at is not None:
        pages.append((updates_at, _Updates, {"inside": inside}))
    if metrics:
        pages.append((r"/metrics", _Metrics, {"inside": inside}))
    server = HTTPServer(Application(pages), max_body_size=_LARGEST_BYTES)
    try:
        server.listen(port, address=host)
    except OSError as error:
        if not inside.house.helm.after_hang:
            raise UserError(
                f"{host}:{port} cannot be listened at ({(error.strerror or 'no reason').lower()})"
            ) from None
        _log.warning("%s:%d is still held by the process that hangs; it is done without", host, port)
        return None
    return server


async def beside_metrics(
    application: BotApplication, house: House, stop: asyncio.Event, *, take: Intake, host: str, port: int
) -> None:
    """Takes updates in by `take`, with the metrics served beside it."""
    server = serve(Inside(application, house), host=host, port=port, metrics=True)
    try:
        await take(application, house, stop)
    finally:
        if server is not None:
            server.stop()
