"""What is stored about a person, and how does it go? Export and removal."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot.model.conversation import Conversation
from bot.model.forgotten import Forgotten
from bot.model.posting import Posting, PostingId
from bot.model.preferences import Preferences
from bot.model.standing import Mark
from bot.model.subscription import Subscription
from bot.services.courses import courses
from bot.services.library import Library
from bot.services.own_postings import discard_all
from bot.services.subscribe import end_all


@dataclass(frozen=True, slots=True)
class OwnPosting:
    """A private posting in an export: as it was sent, and as it was read."""

    number: PostingId
    source: str
    received: datetime
    raw: str
    posting: Posting


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Everything that is stored about one private chat; `messages` counts what the outbox remembers."""

    chat: int
    exported: datetime
    settings: Preferences
    conversation: Conversation
    searches: tuple[str, ...]
    saved: tuple[PostingId, ...]
    hidden: tuple[PostingId, ...]
    postings: tuple[OwnPosting, ...]
    messages: int
    subscriptions: tuple[Subscription, ...]


_DOCUMENT = TypeAdapter(PersonalData)


def export_person(library: Library, chat: int, *, now: datetime) -> str:
    """Everything about a private chat as a JSON document."""
    owned = (library.postings.get(number) for number in library.postings.owned(chat))
    data = PersonalData(
        chat=chat,
        exported=now,
        settings=library.preferences.get(chat),
        conversation=library.conversations.get(chat),
        searches=library.queries.lines(chat),
        saved=tuple(library.marks.with_mark(chat, Mark.SAVED)),
        hidden=tuple(library.marks.with_mark(chat, Mark.HIDDEN)),
        postings=tuple(OwnPosting(each.id, each.source, each.received, each.raw, each.posting) for each in owned),
        messages=library.outbox.count_of(chat),
        subscriptions=tuple(each.subscription for each in courses(library, chat)),
    )
    return _DOCUMENT.dump_json(data, indent=1).decode()


def forget_person(library: Library, chat: int) -> Forgotten:
    """Removes everything about a private chat; what was shared belongs to everybody and stays, without a name."""
    postings = discard_all(library, chat)
    library.conversations.remove(chat)
    library.drafts.forget_chat(chat)
    return Forgotten(
        postings=postings,
        marks=library.marks.forget_person(chat),
        searches=library.queries.forget_chat(chat),
        messages=library.outbox.forget_chat(chat),
        subscriptions=end_all(library, chat),
        settings=library.preferences.remove(chat),
    )
