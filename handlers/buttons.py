"""What happens when a button is pressed? Its action's service, then the message shows the result in place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import Message, Update

from bot.errors import UserError
from bot.model.action import Action, Verb
from bot.model.posting import PostingId
from bot.services.browse_postings import browse
from bot.services.find_postings import find_similar, turn_page
from bot.services.library import Library
from bot.services.talk import Party, focus
from bot.views.card import render_card
from bot.views.details import render_apply, render_benefits, render_requirements
from bot.views.lists import PAGE_SIZE, render_found, render_shelf
from bot.views.reply import Reply
from bot.views.texts import render_stale_button
from handlers.callback_data import unpack
from handlers.context import BotContext
from handlers.turns import edit


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed in a chat; `now` is aware."""

    action: Action
    party: Party
    now: datetime


async def on_button(update: Update, context: BotContext) -> None:
    """Carries out the button's action; every press is answered, also one from an old message."""
    query = update.callback_query
    if query is None:
        return
    action = unpack(query.data or "")
    if action is None or not isinstance(query.message, Message):
        await query.answer(render_stale_button())
        return
    press = Press(action, context.party(update), context.now())
    try:
        await edit(update, context, lambda library: ACTIONS[press.action.verb](library, press))
    except UserError as error:
        await query.answer(str(error))
        return
    await query.answer()


def _card(library: Library, press: Press) -> Reply:
    return render_card(focus(library, PostingId(press.action.object), party=press.party))


def _requirements(library: Library, press: Press) -> Reply:
    return render_requirements(focus(library, PostingId(press.action.object), party=press.party))


def _benefits(library: Library, press: Press) -> Reply:
    return render_benefits(focus(library, PostingId(press.action.object), party=press.party))


def _apply(library: Library, press: Press) -> Reply:
    return render_apply(focus(library, PostingId(press.action.object), party=press.party))


def _similar(library: Library, press: Press) -> Reply:
    finding = find_similar(library, PostingId(press.action.object), limit=PAGE_SIZE, viewer=press.party.viewer)
    return render_found(finding, title=f"Similar to #{press.action.object}")


def _shelf(library: Library, press: Press) -> Reply:
    return render_shelf(browse(library, viewer=press.party.viewer, limit=PAGE_SIZE, offset=press.action.offset))


def _found(library: Library, press: Press) -> Reply:
    action, viewer = press.action, press.party.viewer
    return render_found(
        turn_page(library, action.object, limit=PAGE_SIZE, offset=action.offset, now=press.now, viewer=viewer)
    )


ACTIONS: dict[Verb, Callable[[Library, Press], Reply]] = {
    Verb.CARD: _card,
    Verb.REQUIREMENTS: _requirements,
    Verb.BENEFITS: _benefits,
    Verb.APPLY: _apply,
    Verb.SIMILAR: _similar,
    Verb.LIST: _shelf,
    Verb.FIND: _found,
}
