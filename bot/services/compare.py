"""Which postings can one be compared with, and how do two of them differ?"""

from collections.abc import Sequence

from bot.model.answer import Answer
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.services.ask_question import ask
from bot.services.browse_postings import browse
from bot.services.find_postings import find_similar
from bot.services.library import Library
from bot.services.talk import Party


def candidates(library: Library, posting: PostingId, *, party: Party, limit: int) -> Sequence[StoredPosting]:
    """The results that the chat saw last, else the postings most like this one, else the newest; itself left out."""
    shown = (library.postings.find(number) for number in library.conversations.get(party.chat).results)
    last = [each for each in shown if each is not None and each.id != posting and party.viewer.sees(each.owner)]
    if last:
        return last[:limit]
    like = find_similar(library, posting, limit=limit, viewer=party.viewer).postings
    newest = () if like else browse(library, viewer=party.viewer, limit=limit + 1).postings
    return like or tuple(stored for stored in newest if stored.id != posting)[:limit]


def compare(library: Library, one: PostingId, other: PostingId, *, party: Party) -> Answer:
    """The two postings side by side; raises UserError when one of them may not be seen."""
    for posting in (one, other):
        library.postings.get(posting, party.viewer)
    return ask(library, f"compare #{one} and #{other}", viewer=party.viewer)
