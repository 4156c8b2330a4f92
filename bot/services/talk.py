"""What does a plain message want? A posting to keep, a question to answer, or words to search for.

Also keeps what the chat is about: the posting in focus, the results shown last, the last question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.reading.read_question import is_question
from bot.errors import UserError
from bot.intake.pages import read_pages
from bot.model.answer import Answer, Status
from bot.model.conversation import Conversation
from bot.model.outcome import Finding, Kept
from bot.model.page import Page
from bot.model.posting import PostingId
from bot.model.receipt import Receipt, ReceiptStatus
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.services.add_postings import add_pages, telling
from bot.services.ask_question import ask
from bot.services.find_postings import find_postings
from bot.services.library import Library

# A question or a search is a line or two; an advert is a page. Shorter texts are kept by sending them as a file.
_SHORTEST_POSTING = 280
_FEWEST_LINES = 4
_NUMBER = re.compile(r"\s*#?(\d{1,9})\s*")


@dataclass(frozen=True, slots=True)
class Party:
    """Whom rolecall talks with: the chat whose conversation goes on, and what may be seen there."""

    chat: int
    viewer: Viewer = HOST


def talk(library: Library, text: str, *, party: Party, limit: int, now: datetime) -> Kept | Answer | Finding:
    """What the message leads to; `limit` is the number of hits of a search. `now` is aware."""
    if is_posting_text(text):
        return keep(library, text, source="message", party=party, now=now)
    if is_question(text):
        return answer(library, text, party=party)
    return search(library, text, party=party, limit=limit, now=now)


def is_posting_text(text: str) -> bool:
    """Whether a message is long enough to be an advert rather than a question.

    >>> is_posting_text("rust london"), is_posting_text("Nurse wanted" * 40)
    (False, True)
    """
    return len(text) >= _SHORTEST_POSTING or text.strip().count("\n") + 1 >= _FEWEST_LINES


def keep(library: Library, text: str, *, source: str, party: Party, now: datetime) -> Kept:
    """Stores the text as a posting and puts it in focus; what comes from a private chat is seen there only."""
    try:
        pages = read_pages(text, name=source)
    except UserError as error:
        return Kept(Receipt(source, ReceiptStatus.REFUSED, reason=str(error)), None)
    return keep_pages(library, pages, source=source, party=party, now=now)


def keep_pages(library: Library, pages: Sequence[Page], *, source: str, party: Party, now: datetime) -> Kept:
    """Stores the postings of a source and puts the first that was kept in focus; privacy as in `keep`."""
    receipts = add_pages(library, pages, source=source, now=now, owner=party.viewer.chat)
    receipt = telling(receipts)
    beside = sum(1 for each in receipts if each.id is not None) - 1
    if receipt.id is None:
        return Kept(receipt, None)
    return Kept(receipt, focus(library, receipt.id, party=party), beside)


def answer(library: Library, question: str, *, party: Party, posting: PostingId | None = None) -> Answer:
    """The answer in the light of what the chat is about; what it was about next follows from the answer."""
    conversation = library.conversations.get(party.chat)
    answered = ask(
        library,
        question,
        posting=posting or conversation.focus,
        results=conversation.results,
        previous=conversation.question,
        viewer=party.viewer,
    )
    if answered.status is not Status.NOT_UNDERSTOOD:
        _remember(library, party.chat, conversation, _after(conversation, question, answered))
    return answered


def search(library: Library, line: str, *, party: Party, limit: int, now: datetime) -> Finding:
    """The hits of a query line; they become the results that "the second one" refers to."""
    finding = find_postings(library, line, limit=limit, now=now, viewer=party.viewer)
    conversation = library.conversations.get(party.chat)
    ids = tuple(stored.id for stored in finding.postings)
    only = ids[0] if len(ids) == 1 else None
    _remember(library, party.chat, conversation, Conversation(focus=only, results=ids, question=None))
    return finding


def focus(library: Library, posting: PostingId, *, party: Party) -> StoredPosting:
    """The posting, now the one that the chat talks about; raises UserError when there is none with this number."""
    stored = library.postings.get(posting, party.viewer)
    conversation = library.conversations.get(party.chat)
    _remember(library, party.chat, conversation, replace(conversation, focus=posting))
    return stored


def pick(library: Library, words: str, *, party: Party) -> StoredPosting:
    """The posting that a command's words name by number, else the one in focus; it is in focus from now on.

    Raises UserError when the words name none and none is in focus.
    """
    number = _NUMBER.fullmatch(words)
    if number:
        return focus(library, PostingId(int(number[1])), party=party)
    in_focus = library.conversations.get(party.chat).focus
    if words.strip() or in_focus is None:
        raise UserError("Which posting? Give its number, such as 1. /postings lists them.")
    return library.postings.get(in_focus, party.viewer)


def reset(library: Library, *, chat: int) -> None:
    """Forgets what the chat is about."""
    library.conversations.remove(chat)


def _after(conversation: Conversation, question: str, answered: Answer) -> Conversation:
    if len(answered.postings) == 1:
        return replace(conversation, focus=answered.postings[0], question=question)
    if answered.postings:
        return Conversation(focus=None, results=answered.postings, question=question)
    return replace(conversation, question=question)


def _remember(library: Library, chat: int, before: Conversation, after: Conversation) -> None:
    if after != before:
        library.conversations.save(chat, after)
