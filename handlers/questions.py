"""What happens to plain text, /find and /ask? One service each, then its view."""

from telegram import Update

from bot.model.draft import DraftId
from bot.model.outgoing import Shown
from bot.model.posting import PostingId
from bot.services import talk as talking
from bot.services.drafting import retime, reword
from bot.services.library import Library
from bot.services.look import look
from bot.services.talk import is_posting_text, link_in, numbers_in, search, talk
from bot.views.card import render_card
from bot.views.lists import PAGE_SIZE
from bot.views.outcome import render_outcome
from bot.views.reply import Reply
from bot.views.subscribing import render_draft
from bot.views.texts import render_usage
from handlers.context import BotContext
from handlers.documents import on_link, on_pasted
from handlers.turns import answer


async def on_text(update: Update, context: BotContext) -> None:
    """Reads plain text as a posting, a link, the number of one, a question or a search; who answers a card means it."""
    text, party, now = context.text(update), context.party(update), context.now()
    link = link_in(text) if text and party.viewer.chat is not None else None
    if link is not None:
        await on_link(update, context, link)
        return
    if is_posting_text(text):
        await on_pasted(update, context, text, source="message")
        return
    replied = context.replied(update)

    def act(library: Library) -> Reply:
        shown = Shown() if replied is None else library.outbox.shown(party.chat, replied)
        if shown.draft is not None and party.viewer.chat is not None:
            return render_draft(reword(library, DraftId(shown.draft), text, chat=party.chat, now=now))
        if replied is None and party.viewer.chat is not None:
            timed = retime(library, text, chat=party.chat, now=now)
            if timed is not None:
                return render_draft(timed)
        if numbers := numbers_in(text):
            return render_card(look(library, numbers[0], party=party, now=now))
        posting = shown.about
        return render_outcome(talk(library, text, party=party, limit=PAGE_SIZE, now=now, posting=posting))

    await answer(update, context, act)


async def on_forwarded(update: Update, context: BotContext) -> None:
    """Keeps what is forwarded as a posting, however short it is."""
    text = context.text(update)
    link = None if is_posting_text(text) else link_in(text)
    if link is not None:
        await on_link(update, context, link)
        return
    await on_pasted(update, context, text, source="forwarded")


async def on_find(update: Update, context: BotContext) -> None:
    """Searches, whatever the words look like."""
    words, party, now = context.words(), context.party(update), context.now()
    if not words:
        await answer(update, context, lambda _: render_usage("find"))
        return
    await answer(
        update, context, lambda library: render_outcome(search(library, words, party=party, limit=PAGE_SIZE, now=now))
    )


async def on_ask(update: Update, context: BotContext) -> None:
    """Answers, whatever the words look like."""
    words, party, replied = context.words(), context.party(update), context.replied(update)
    if not words:
        await answer(update, context, lambda _: render_usage("ask"))
        return

    def act(library: Library) -> Reply:
        posting = shown_posting(library, party.chat, replied)
        return render_outcome(talking.answer(library, words, party=party, posting=posting))

    await answer(update, context, act)


def shown_posting(library: Library, chat: int, message: int | None) -> PostingId | None:
    """The posting that a message of the bot shows; None when it shows none or there is no message."""
    return None if message is None else library.outbox.shown(chat, message).about
