"""What does `@rolecall words` offer in any chat? Cards of the postings that match."""

from datetime import date

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode

from bot.model.stored import StoredPosting
from bot.model.viewer import PUBLIC
from bot.model.wording import place
from bot.services.find_postings import find_postings
from bot.views.card import public_look, render_card
from handlers.context import BotContext

_RESULTS = 10
_CACHE_SECONDS = 30


async def on_inline(update: Update, context: BotContext) -> None:
    """Offers cards by the query line, the newest ones on an empty query; the next page follows from the offset."""
    query = update.inline_query
    if query is None:
        return
    offset = int(query.offset) if query.offset.isdecimal() else 0
    finding = await context.in_worker(
        find_postings, query.query, limit=_RESULTS, offset=offset, now=context.now(), viewer=PUBLIC
    )
    following = offset + _RESULTS
    await query.answer(
        [_article(stored, context.now().date()) for stored in finding.postings],
        cache_time=_CACHE_SECONDS,
        next_offset=str(following) if following < finding.page.total else "",
    )


def _article(stored: StoredPosting, today: date) -> InlineQueryResultArticle:
    card = render_card(public_look(stored, today))
    return InlineQueryResultArticle(
        id=str(stored.id),
        title=stored.name,
        description=place(stored.posting),
        input_message_content=InputTextMessageContent(card.html, parse_mode=ParseMode.HTML),
    )
