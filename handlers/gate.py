"""Does somebody ask too much at once? Then one friendly line says so, and the rest waits outside."""

import time

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.errors import UserError
from bot.views.texts import render_line, render_too_many_imports, render_too_much
from handlers.addressed import ADDRESSED
from handlers.allowance import Grant
from handlers.context import BotContext
from handlers.turns import answer


async def on_any(update: Update, context: BotContext) -> None:
    """Lets a message or press through, or ends it here."""
    person, message = update.effective_user, update.message
    if person is None or not (update.callback_query or (message is not None and ADDRESSED.check_update(update))):
        return
    grant = context.house.requests.ask(person.id, time.monotonic())
    if grant is Grant.TAKEN:
        return
    if update.callback_query is not None:
        await update.callback_query.answer(render_too_much())
    elif grant is Grant.TOLD:
        await answer(update, context, lambda _: render_line(render_too_much()))
    raise ApplicationHandlerStop


def check_import(update: Update, context: BotContext) -> None:
    """Raises UserError when somebody has sent too many files and links lately."""
    person = update.effective_user
    if person is not None and context.house.imports.ask(person.id, time.monotonic()) is not Grant.TAKEN:
        raise UserError(render_too_many_imports())
