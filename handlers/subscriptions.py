"""Which commands save searches? Ordering, changing and listing; in groups all of it is for administrators."""

from telegram import Update

from bot.model.draft import Drafted, DraftId
from bot.model.subscription import SubscriptionId
from bot.services.courses import courses
from bot.services.drafting import aim, receive, rewrite, write
from bot.services.library import Library
from bot.services.settings_of_chat import preferences_of
from bot.views.reply import Reply
from bot.views.subscribing import draft_picked_for, render_draft, render_picked, render_refused_pick
from bot.views.subscriptions import render_subscriptions
from bot.views.texts import render_line, render_only_administrators, render_usage
from handlers.context import BotContext
from handlers.rights import is_administrator, why_not_there
from handlers.turns import Act, answer


async def on_subscribe(update: Update, context: BotContext) -> None:
    """Shows what a search would have told, and saves it when its button is pressed."""
    words, chat, now = context.words(), context.chat_number(update), context.now()
    owner, thread, title = context.owner(update), context.thread(update), context.title(update)

    def act(library: Library) -> Reply:
        if not words:
            return render_usage("subscribe")
        return render_draft(write(library, words, chat=chat, owner=owner, thread=thread, title=title, now=now))

    await _for_administrators(update, context, act)


async def on_change(update: Update, context: BotContext) -> None:
    """Shows a subscription with other words or another time, and saves it when its button is pressed."""
    first, _, words = context.words().partition(" ")
    chat, now = context.chat_number(update), context.now()

    def act(library: Library) -> Reply:
        number = first.removeprefix("#")
        if not number.isdecimal():
            return render_usage("change")
        return render_draft(rewrite(library, SubscriptionId(int(number)), words, chat=chat, owner=chat, now=now))

    await _for_administrators(update, context, act)


async def on_shared_order(update: Update, context: BotContext, token: str) -> None:
    """Shows what somebody shared by a link, to be saved here."""
    chat, now = context.chat_number(update), context.now()
    owner, thread, title = context.owner(update), context.thread(update), context.title(update)

    def act(library: Library) -> Reply:
        return render_draft(receive(library, token, chat=chat, owner=owner, thread=thread, title=title, now=now))

    await _for_administrators(update, context, act)


async def on_subscriptions(update: Update, context: BotContext) -> None:
    """Lists what this chat is told, and in private what its person ordered for others."""
    chat = context.chat_number(update)

    def act(library: Library) -> Reply:
        zone = preferences_of(library, chat).zone
        return render_subscriptions(courses(library, chat), zone=zone, chat=chat)

    await answer(update, context, act)


async def on_chat_shared(update: Update, context: BotContext) -> None:
    """Aims a draft at the chat that its person picked, where they and the bot may do that."""
    message = update.effective_message
    shared = message.chat_shared if message else None
    if shared is None:
        return
    chat, now = context.chat_number(update), context.now()
    refusal = await why_not_there(context, shared.chat_id, context.owner(update))
    title = shared.title or "another chat"

    def act(library: Library) -> tuple[Reply, ...]:
        if refusal:
            return (render_refused_pick(refusal),)
        drafted: Drafted = aim(
            library,
            DraftId(draft_picked_for(shared.request_id)),
            chat=chat,
            target=shared.chat_id,
            title=title,
            now=now,
        )
        return render_picked(title), render_draft(drafted)

    await answer(update, context, act)


async def _for_administrators(update: Update, context: BotContext, act: Act) -> None:
    allowed = await is_administrator(update, context)
    await answer(update, context, act if allowed else lambda _: render_line(render_only_administrators()))
