"""How do updates come in by webhook? Telegram is told where, with a secret that its requests carry."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from handlers.context import BotApplication, House
from handlers.polling import ALLOWED
from handlers.run import take_polling
from handlers.server import Inside, serve


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram brings updates (`url`), and where this process takes them."""

    url: str
    secret: str
    host: str
    port: int


async def take_webhook(application: BotApplication, house: House, stop: asyncio.Event, *, webhook: Webhook) -> None:
    """Takes updates in until `stop`; the webhook stays set, so that Telegram keeps what comes meanwhile.

    Polls instead while a leader that hangs still has the port.
    """
    path = urlsplit(webhook.url).path or "/"
    inside = Inside(application, house, webhook.secret)
    server = serve(inside, host=webhook.host, port=webhook.port, updates_at=re.escape(path))
    if server is None:
        await take_polling(application, house, stop)
        return
    try:
        await application.bot.set_webhook(webhook.url, secret_token=webhook.secret, allowed_updates=ALLOWED)
        await stop.wait()
    finally:
        server.stop()
        await server.close_all_connections()
