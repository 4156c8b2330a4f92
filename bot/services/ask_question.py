"""What do the stored postings answer to a question?"""

from collections.abc import Sequence

from bot.answers.names import Names
from bot.answers.respond import respond
from bot.answers.scope import Scope
from bot.model.answer import Answer
from bot.model.posting import PostingId
from bot.services.library import Library


def ask(
    library: Library,
    question: str,
    *,
    posting: PostingId | None = None,
    within: Sequence[PostingId] | None = None,
    results: Sequence[PostingId] = (),
    previous: str | None = None,
) -> Answer:
    """The answer to a question about the posting in focus (`posting`), some postings (`within`) or all stored ones.

    `results` are the postings shown last ("the second one"); `previous` is the question asked before, so that a
    follow-up has its context. Raises UserError for a posting number that does not exist.
    """
    if posting is not None:
        library.postings.get(posting)
    names = library.names if within is None else Names(library.postings.get(number) for number in within)
    return respond(
        question,
        Scope(
            names,
            fetch=library.postings.find,
            holding=library.index.holding,
            focus=posting,
            results=tuple(results),
            previous=previous,
        ),
    )
