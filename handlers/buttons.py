"""What happens when a button is pressed? Its action's service, then the message shows the result in place."""

from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, Message, Update

from bot.errors import UserError
from bot.model.action import Action, Verb
from bot.model.posting import PostingId
from bot.services.browse_postings import browse
from bot.services.find_postings import find_similar, turn_page
from bot.services.talk import focus
from bot.views.card import render_card
from bot.views.details import render_apply, render_benefits, render_requirements
from bot.views.lists import PAGE_SIZE, render_found, render_shelf
from bot.views.reply import Reply
from bot.views.texts import render_stale_button
from handlers.callback_data import unpack
from handlers.context import BotContext
from handlers.sending import edit


async def on_button(update: Update, context: BotContext) -> None:
    """Carries out the button's action; every press is answered, also one from an old message."""
    query = update.callback_query
    if query is None:
        return
    action = unpack(query.data or "")
    if action is None or not isinstance(query.message, Message):
        await query.answer(render_stale_button())
        return
    await _carry_out(query, query.message, action, context, context.chat_number(update))


async def _carry_out(query: CallbackQuery, message: Message, action: Action, context: BotContext, chat: int) -> None:
    try:
        reply = await ACTIONS[action.verb](context, action, chat)
    except UserError as error:
        await query.answer(str(error))
        return
    await query.answer()
    await edit(message, reply)


async def _card(context: BotContext, action: Action, chat: int) -> Reply:
    return render_card(await context.in_worker(focus, PostingId(action.object), chat=chat))


async def _requirements(context: BotContext, action: Action, chat: int) -> Reply:
    return render_requirements(await context.in_worker(focus, PostingId(action.object), chat=chat))


async def _benefits(context: BotContext, action: Action, chat: int) -> Reply:
    return render_benefits(await context.in_worker(focus, PostingId(action.object), chat=chat))


async def _apply(context: BotContext, action: Action, chat: int) -> Reply:
    return render_apply(await context.in_worker(focus, PostingId(action.object), chat=chat))


async def _similar(context: BotContext, action: Action, chat: int) -> Reply:
    finding = await context.in_worker(find_similar, PostingId(action.object), limit=PAGE_SIZE)
    return render_found(finding, title=f"Similar to #{action.object}")


async def _shelf(context: BotContext, action: Action, chat: int) -> Reply:
    return render_shelf(await context.in_worker(browse, limit=PAGE_SIZE, offset=action.offset))


async def _found(context: BotContext, action: Action, chat: int) -> Reply:
    return render_found(await context.in_worker(turn_page, action.object, limit=PAGE_SIZE, offset=action.offset))


ACTIONS: dict[Verb, Callable[[BotContext, Action, int], Awaitable[Reply]]] = {
    Verb.CARD: _card,
    Verb.REQUIREMENTS: _requirements,
    Verb.BENEFITS: _benefits,
    Verb.APPLY: _apply,
    Verb.SIMILAR: _similar,
    Verb.LIST: _shelf,
    Verb.FIND: _found,
}
