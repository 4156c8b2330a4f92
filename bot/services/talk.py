"""What does a plain message want? A posting to keep, a question to answer, words to search for, or thanks.

What is to be kept is read first (`read_pasted`), which takes longer than any answer and touches no store.

Also keeps what the chat is about: the posting in focus, the results shown last, the last question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.courtesy import read_courtesy
from bot.answers.reading.is_question import is_question
from bot.errors import UserError
from bot.intake.pages import read_pages
from bot.model.answer import Answer, Status
from bot.model.conversation import Conversation
from bot.model.courtesy import Courtesy
from bot.model.outcome import Finding, Kept
from bot.model.posting import PostingId
from bot.model.receipt import Receipt, ReceiptStatus
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.read_query import holds_key
from bot.services.add_postings import add_drafts, read_drafts, telling
from bot.services.ask_question import ask
from bot.services.find_postings import TOLD, find_postings
from bot.services.library import Library
from bot.store.postings import Draft

# A question or a search is a line or two; an advert is a page. Shorter texts are kept by sending them as a file.
_SHORTEST_POSTING = 280
_FEWEST_LINES = 4
_WORDS_AROUND_LINK = 6
_LINK = re.compile(r"(?:https?|ftp|file|javascript|data)://\S{1,2000}", re.IGNORECASE)
_NUMBER = re.compile(r"\s*#?(\d{1,9})\s*")


@dataclass(frozen=True, slots=True)
class Party:
    """Whom rolecall talks with: the chat whose conversation goes on, and what may be seen there."""

    chat: int
    viewer: Viewer = HOST


def talk(
    library: Library, text: str, *, party: Party, limit: int, now: datetime, posting: PostingId | None = None
) -> Answer | Finding | Courtesy:
    """What a message that is no posting leads to; `limit` is the number of hits of a search. `now` is aware.

    `posting` is the one whose card the message answers: then it is a question about that one, whatever it looks like.
    """
    courtesy = read_courtesy(text)
    if courtesy is not None:
        return courtesy
    if posting is not None or (is_question(text) and not holds_key(text)):
        return answer(library, text, party=party, posting=posting)
    return search(library, text, party=party, limit=limit, now=now)


def link_in(text: str) -> str | None:
    """The address that a message consists of, with a few words around it at most; None when it is about something else.

    >>> link_in("look: https://jobs.example.org/7"), link_in("who pays most, https://a.example or https://b.example?")
    ('https://jobs.example.org/7', None)
    """
    words = text.split()
    links = [word for word in words if _LINK.fullmatch(word)]
    few = len(words) <= _WORDS_AROUND_LINK and "?" not in words[-1][-1:]
    return links[0] if len(links) == 1 and few else None


def is_posting_text(text: str) -> bool:
    """Whether a message is long enough to be an advert rather than a question.

    >>> is_posting_text("rust london"), is_posting_text("Nurse wanted" * 40)
    (False, True)
    """
    return len(text) >= _SHORTEST_POSTING or text.strip().count("\n") + 1 >= _FEWEST_LINES


def read_pasted(text: str, *, source: str, party: Party, now: datetime) -> Sequence[Draft | Receipt]:
    """What a text to be kept is; what comes from a private chat is seen there only. Touches no store.

    Raises UserError in a group, where it would be everybody's without anybody having said so.
    """
    if party.viewer.chat is None and not party.viewer.host:
        raise UserError("Send postings to me in private: there you see what was read, and decide whether to share it.")
    try:
        pages = read_pages(text, name=source)
    except UserError as error:
        return (Receipt(source, ReceiptStatus.REFUSED, reason=str(error)),)
    return read_drafts(pages, source=source, now=now, owner=party.viewer.chat)


def keep_drafts(library: Library, drafts: Sequence[Draft | Receipt], *, party: Party) -> Kept:
    """Stores what was read of a source and puts the first that was kept in focus."""
    receipts = add_drafts(library, drafts)
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
    finding = find_postings(library, line, limit=limit, now=now, viewer=party.viewer, chat=party.chat, columns=TOLD)
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


def numbers_in(words: str) -> tuple[PostingId, ...]:
    """The posting numbers that the words of a command name, in order; () when there is anything else.

    >>> numbers_in("3 #5"), numbers_in("3 and 5"), numbers_in("rust")
    ((3, 5), (3, 5), ())
    """
    parts = re.split(r"[\s,]+(?:and\s+)?", words.strip())
    return tuple(PostingId(int(part.lstrip("#"))) for part in parts) if all(map(_NUMBER.fullmatch, parts)) else ()


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
    # A card that was inserted somewhere belongs to no chat that is known.
    if chat and after != before:
        library.conversations.save(chat, after)
