"""What does a handler reach through its context? The worker and the clock, typed."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from telegram import Message, Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.intake.web import Web
from bot.model.viewer import PUBLIC, Viewer
from bot.services.library import Library
from bot.services.talk import Party
from handlers.allowance import BOUNDLESS, Counter
from handlers.metrics import Metrics
from handlers.sender import Sender
from handlers.standby import Helm
from handlers.worker import Worker

P = ParamSpec("P")
R = TypeVar("R")

Data = dict[Any, Any]


@dataclass(frozen=True, slots=True)
class House:
    """What every handler works with; `clock` gives aware times in UTC, `sender` empties the outbox, `web` fetches.

    `requests` and `imports` count what each person asks.
    """

    worker: Worker
    clock: Callable[[], datetime]
    sender: Sender
    web: Web = field(default_factory=Web)
    metrics: Metrics = field(default_factory=Metrics)
    helm: Helm = field(default_factory=Helm)
    requests: Counter = field(default_factory=lambda: Counter(BOUNDLESS))
    imports: Counter = field(default_factory=lambda: Counter(BOUNDLESS))

    def forget_idle(self) -> None:
        """Drops what is remembered of people who have asked nothing lately."""
        for counter in (self.requests, self.imports):
            counter.forget(time.monotonic())


class BotContext(CallbackContext[ExtBot[None], Data, Data, Data]):
    """The context of one update, with typed access to the house."""

    @property
    def house(self) -> House:
        """The worker and the clock."""
        house: House = self.bot_data["house"]
        return house

    async def in_worker(self, service: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of a service, run in the thread that owns the database."""
        return await self.house.worker.run(service, *args, **kwargs)

    def command(self, update: Update) -> str:
        """The name of the command of the message, without slash and without the bot's name."""
        text = update.effective_message.text if update.effective_message else None
        return (text or "/").split()[0].partition("@")[0].removeprefix("/")

    def words(self) -> str:
        """The words behind a command, one blank between them; "" when there are none."""
        return " ".join(self.args or ())

    def chat_number(self, update: Update) -> int:
        """The number under which the chat's conversation is kept."""
        return update.effective_chat.id if update.effective_chat else 0

    def owner(self, update: Update) -> int:
        """The number of the person whom the update is from; the chat's where an administrator is anonymous."""
        message, user = update.effective_message, update.effective_user
        anonymous = update.callback_query is None and message is not None and message.sender_chat is not None
        return self.chat_number(update) if user is None or anonymous else user.id

    def thread(self, update: Update) -> int | None:
        """The topic of a forum in which the update's message stands, or None."""
        message = update.effective_message
        return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None

    def title(self, update: Update) -> str:
        """The title of a group or channel; "" for a private chat."""
        chat = update.effective_chat
        return (chat.title or "") if chat is not None else ""

    def party(self, update: Update) -> Party:
        """Whom the update is from."""
        return Party(self.chat_number(update), self.viewer(update))

    def viewer(self, update: Update) -> Viewer:
        """Who looks: the person of a private chat; anywhere else only what is public is shown."""
        chat = update.effective_chat
        return Viewer(chat.id) if chat is not None and chat.type == chat.PRIVATE else PUBLIC

    def text(self, update: Update) -> str:
        """The text or caption of the message without the bot's name; "" when it has none."""
        message = update.effective_message
        text = (message.text or message.caption or "") if message else ""
        return re.sub(rf"@{re.escape(self.bot.username)}\b", "", text, flags=re.IGNORECASE).strip()

    def replied(self, update: Update) -> int | None:
        """The number of the bot's message that this one answers, or None."""
        replied = update.effective_message.reply_to_message if update.effective_message else None
        if replied is None or replied.from_user is None or replied.from_user.id != self.bot.id:
            return None
        return replied.message_id

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return self.house.clock()


BotApplication = Application[Any, BotContext, Data, Data, Data, Any]
