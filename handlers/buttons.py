"""What happens when a button is pressed? Its action's service, then the message shows the result in place.

In a group only the person whom a message answers can change it, and settings are for administrators; both are checked
at every press, because a message keeps its buttons for ever.
"""

import logging

from telegram import CallbackQuery, InaccessibleMessage, Message, Update
from telegram.error import TelegramError

from bot.errors import UserError
from bot.model.action import Action, Verb
from bot.services.library import Library
from bot.views.reply import Reply
from bot.views.texts import render_not_yours, render_only_administrators, render_stale_button
from handlers.callback_data import unpack
from handlers.context import BotContext
from handlers.press import Press
from handlers.pressed import ACTIONS, FOR_ADMINISTRATORS
from handlers.pressed_subscriptions import TARGETS
from handlers.rights import is_administrator, why_not_there
from handlers.turns import edit

_log = logging.getLogger(__name__)
_LONGEST_NOTICE = 200


async def on_button(update: Update, context: BotContext) -> None:
    """Carries out the button's action; every press is answered, also one from an old message."""
    query = update.callback_query
    if query is None:
        return
    action = unpack(query.data or "")
    if action is None or isinstance(query.message, InaccessibleMessage):
        await _notify(query, render_stale_button())
        return
    try:
        notice = await _carry_out(update, context, action)
    except UserError as error:
        notice = str(error)
    except Exception:
        await _notify(query, "")
        raise
    await _notify(query, notice)


async def _carry_out(update: Update, context: BotContext, action: Action) -> str:
    """Acts and returns the notice to show; "" for none. Raises UserError when nothing was done."""
    if action.verb in FOR_ADMINISTRATORS and not await is_administrator(update, context):
        return render_only_administrators()
    press = Press(action, context.party(update), context.owner(update), context.now())
    await _check_target(context, press)
    notices: list[str] = []

    def act(library: Library) -> Reply | None:
        _check_presser(library, update)
        reaction = ACTIONS[press.action.verb](library, press)
        notices.append(reaction.notice)
        return reaction.reply

    await edit(update, context, act)
    if action.verb is Verb.FORGET_NOW:
        context.house.sender.reload()
    return notices[0]


async def _check_target(context: BotContext, press: Press) -> None:
    """Raises UserError when the press has something told in another chat where that may not be."""
    target = TARGETS.get(press.action.verb)
    if target is None:
        return
    chat = await context.in_worker(target, press)
    refusal = "" if chat == press.party.chat else await why_not_there(context, chat, press.person)
    if refusal:
        raise UserError(refusal)


def _check_presser(library: Library, update: Update) -> None:
    """Raises UserError when the message answers somebody else."""
    query = update.callback_query
    if query is None or not isinstance(query.message, Message) or query.message.chat.type == query.message.chat.PRIVATE:
        return
    asker = library.outbox.shown(query.message.chat.id, query.message.message_id).asker
    if asker is not None and asker != query.from_user.id:
        raise UserError(render_not_yours())


async def _notify(query: CallbackQuery, text: str) -> None:
    """Ends the press; one that is too old to be answered is let go."""
    try:
        await query.answer(text[:_LONGEST_NOTICE] or None)
    except TelegramError as error:
        _log.info("a press was not answered: %s", error)
