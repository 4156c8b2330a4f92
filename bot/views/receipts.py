"""What does the sender of a posting hear? How much of it was understood, the card, and what can be done with it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.outcome import Kept
from bot.model.posting import Posting
from bot.model.receipt import ReceiptStatus
from bot.model.standing import Look, Standing
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed
from bot.views.card import card_buttons, render_card
from bot.views.html import bold, code, escape
from bot.views.reply import Button, Reply


def render_receipt(kept: Kept) -> Reply:
    """The receipt of one text, with the card of the posting behind it unless it was refused."""
    receipt, stored = kept.receipt, kept.stored
    if stored is None:
        return Reply(f"Not stored: {escape(receipt.reason or 'it is no posting')}.")
    first = (
        _known(kept)
        if receipt.status is ReceiptStatus.KNOWN
        else f"Stored as #{stored.id}: {escape(understood(stored.posting))}."
    )
    if kept.beside:
        more = "one more posting" if kept.beside == 1 else f"{kept.beside} more postings"
        first += f" The same source held {more}: /postings lists them."
    look = Look(stored, Standing(personal=True, own=stored.owner is not None))
    return replace(render_card(look), html=f"{first}\n\n{render_card(look).html}")


def _known(kept: Kept) -> str:
    """What is said of a page that was known; of a later state of it, what has changed."""
    receipt = kept.receipt
    if not receipt.renewed:
        return f"I know this posting already: it is #{receipt.id}."
    fields = ", ".join(each.field for each in receipt.changed) or "nothing that I tell changes of"
    return f"I know this page: it is #{receipt.id}, read anew. Changed: {escape(fields)}."


def understood(posting: Posting) -> str:
    """How much of a posting was understood, in a few words."""
    stated, silent = len(posting.stated()), len(posting.not_stated())
    doubts = list(_doubts(posting))
    doubt = f", unsure of {len(doubts)} ({'; '.join(doubts)})" if doubts else ""
    return f"understood {stated} {'field' if stated == 1 else 'fields'}{doubt}, {silent} not stated"


def _doubts(posting: Posting) -> Iterator[str]:
    for conflict in posting.conflicts:
        yield f"{wording.spaced(conflict.field)}: the page contradicts itself"
    if posting.closed and posting.closed.value is Closed.MAYBE:
        yield "it may be closed"
    if posting.salary and posting.salary.value.estimated:
        yield "the pay is an estimate"


def render_sharing(stored: StoredPosting) -> Reply:
    """The question before a posting becomes everybody's."""
    text = (
        f"Share {bold(stored.name)} (#{stored.id})?\n\nEverybody who uses this bot could find and read it then, and it"
        " could not be taken back here. Nobody is told that it came from you."
    )
    return _question(stored, text, "Share with everybody", Verb.SHARE_NOW, "Keep it to me")


def render_discarding(stored: StoredPosting) -> Reply:
    """The question before a posting is removed."""
    text = f"Discard {bold(stored.name)} (#{stored.id})?\n\nIts text and everything read in it will be gone for good."
    return _question(stored, text, "Discard", Verb.DISCARD_NOW, "Keep it")


def _question(stored: StoredPosting, text: str, yes: str, verb: Verb, no: str) -> Reply:
    number = int(stored.id)
    row = (Button(yes, Action(verb, number)), Button(no, Action(Verb.CARD, number)))
    return Reply(text, (row,), about=stored.id)


def render_discarded(stored: StoredPosting) -> Reply:
    """The receipt of a removal."""
    return Reply(f"Discarded: {bold(stored.name)} (#{stored.id}) is gone.")


def render_correcting(look: Look, names: tuple[str, ...]) -> Reply:
    """How a field is corrected; `names` are those that can be."""
    text = (
        f"To correct #{look.stored.id}, answer this message with what is right:\n"
        f"{code('/set deadline 2027-03-14')}\n{code('/set pay £48,000–52,000 a year')}\n{code('/set company -')}"
        " (not stated)\n\nCan be set: " + escape(", ".join(names)) + "."
    )
    back = Button("Back to the card", Action(Verb.CARD, int(look.stored.id)))
    return Reply(text, ((back,),), about=look.stored.id)


def render_corrected(look: Look, name: str) -> Reply:
    """The card after a correction."""
    return Reply(f"Corrected: {escape(name)}.\n\n{render_card(look).html}", card_buttons(look), about=look.stored.id)
