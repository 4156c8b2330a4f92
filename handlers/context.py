"""What does a handler reach through its context? The worker and the clock, typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.model.viewer import PUBLIC, Viewer
from bot.services.library import Library
from bot.services.talk import Party
from handlers.sender import Sender
from handlers.worker import Worker

P = ParamSpec("P")
R = TypeVar("R")

Data = dict[Any, Any]


@dataclass(frozen=True, slots=True)
class House:
    """What every handler works with; `clock` gives aware times in UTC, `sender` empties the outbox."""

    worker: Worker
    clock: Callable[[], datetime]
    sender: Sender


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

    def words(self) -> str:
        """The words behind a command, one blank between them; "" when there are none."""
        return " ".join(self.args or ())

    def chat_number(self, update: Update) -> int:
        """The number under which the chat's conversation is kept."""
        return update.effective_chat.id if update.effective_chat else 0

    def party(self, update: Update) -> Party:
        """Whom the update is from."""
        return Party(self.chat_number(update), self.viewer(update))

    def viewer(self, update: Update) -> Viewer:
        """Who looks: the person of a private chat; anywhere else only what is public is shown."""
        chat = update.effective_chat
        return Viewer(chat.id) if chat is not None and chat.type == chat.PRIVATE else PUBLIC

    def text(self, update: Update) -> str:
        """The text of the message; "" when it has none."""
        return (update.effective_message.text or "") if update.effective_message else ""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return self.house.clock()


BotApplication = Application[Any, BotContext, Data, Data, Data, Any]
