"""What does the sender of a posting hear? One line on what became of it, and the card when it is there."""

from bot.model.outcome import Kept
from bot.model.posting import Posting
from bot.model.receipt import ReceiptStatus
from bot.views.card import card_buttons, render_card
from bot.views.html import escape
from bot.views.reply import Reply


def render_receipt(kept: Kept) -> Reply:
    """The receipt of one text, with the card of the posting behind it unless it was refused."""
    receipt, stored = kept.receipt, kept.stored
    if stored is None:
        return Reply(f"Not stored: {escape(receipt.reason or 'it is no posting')}.")
    first = (
        f"I know this posting already: it is #{stored.id}."
        if receipt.status is ReceiptStatus.KNOWN
        else f"Stored as #{stored.id}: {understood(stored.posting)}."
    )
    if kept.beside:
        more = "one more posting" if kept.beside == 1 else f"{kept.beside} more postings"
        first += f" The same source held {more}: /postings lists them."
    return Reply(f"{first}\n\n{render_card(stored).html}", card_buttons(stored))


def understood(posting: Posting) -> str:
    """How much of a posting was understood, in a few words."""
    stated, silent = len(posting.stated()), len(posting.not_stated())
    unsure = len(posting.conflicts)
    doubt = f", contradicts itself on {unsure}" if unsure else ""
    return f"understood {stated} fields{doubt}, {silent} not stated"
