"""How does a handler act on an update? One function over the library gives the reply; effects and reply are one step.

A handler names what is to be done and how it looks, `answer` runs that in the worker as one transaction together with
the mark that the update is done, and the sender sends what was queued.
"""

from collections.abc import Callable, Iterable, Sequence

from telegram import CallbackQuery, Message, Update

from bot.model.outgoing import Address, Outgoing
from bot.services.library import Library
from bot.services.take_turn import take_turn
from bot.views.reply import Reply
from handlers.context import BotContext
from handlers.sending import outgoing

Act = Callable[[Library], Reply | Sequence[Reply] | None]


async def answer(update: Update, context: BotContext, act: Act) -> None:
    """Carries `act` out and sends its reply, or replies, to where the update came from; None sends nothing."""
    await _carry_out(update, context, act, _address(update))


async def edit(update: Update, context: BotContext, act: Act) -> None:
    """Carries `act` out and puts its reply in place of the message whose button was pressed."""
    await _carry_out(update, context, act, _edited(update))


async def note(update: Update, context: BotContext, act: Callable[[Library], None]) -> None:
    """Carries `act` out and says nothing."""

    def acting(library: Library) -> Sequence[Outgoing]:
        act(library)
        return ()

    await context.in_worker(take_turn, acting, update=update.update_id, now=context.now())


async def _carry_out(update: Update, context: BotContext, act: Act, address: Address | None) -> None:
    def acting(library: Library) -> Sequence[Outgoing]:
        said = act(library)
        replies = (said,) if isinstance(said, Reply) else said or ()
        return [each for reply in replies for each in _outgoing(reply, address, _asker(update))]

    await context.in_worker(take_turn, acting, update=update.update_id, now=context.now())
    context.house.sender.wake()


def _outgoing(reply: Reply, address: Address | None, asker: int | None) -> Iterable[Outgoing]:
    return () if address is None else outgoing(reply, address, asker)


def _address(update: Update) -> Address | None:
    """Where an answer goes: the chat and topic of the update; in a group it answers the message."""
    message = update.effective_message
    if message is None:
        return None
    in_group = message.chat.type != message.chat.PRIVATE
    thread = message.message_thread_id if message.is_topic_message else None
    return Address(message.chat.id, thread, answers=message.message_id if in_group else None)


def _asker(update: Update) -> int | None:
    """The person whom an answer in a group is for; None in private, and for an administrator who is anonymous."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None or message.chat.type == message.chat.PRIVATE:
        return None
    anonymous = update.callback_query is None and message.sender_chat is not None
    return None if anonymous else user.id


def _edited(update: Update) -> Address | None:
    query: CallbackQuery | None = update.callback_query
    if query is None:
        return None
    if query.inline_message_id is not None:
        return Address(0, inline=query.inline_message_id)
    if isinstance(query.message, Message):
        thread = query.message.message_thread_id if query.message.is_topic_message else None
        return Address(query.message.chat.id, thread, edits=query.message.message_id)
    return None
