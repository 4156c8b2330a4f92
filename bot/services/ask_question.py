"""What do the stored postings answer to a question?"""

from collections.abc import Sequence

from bot.answers.names import Names
from bot.answers.respond import respond
from bot.answers.scope import Scope
from bot.model.answer import Answer
from bot.model.posting import PostingId
from bot.model.viewer import HOST, Viewer
from bot.services.corpus import EngineCorpus
from bot.services.library import Library

# From so many postings on, questions over all of them are counted in the index and not read one by one.
COUNTED_FROM = 200


def ask(
    library: Library,
    question: str,
    *,
    posting: PostingId | None = None,
    within: Sequence[PostingId] | None = None,
    results: Sequence[PostingId] = (),
    previous: str | None = None,
    viewer: Viewer = HOST,
) -> Answer:
    """The answer to a question about the posting in focus (`posting`), some postings (`within`) or all stored ones.

    Only what the viewer may see is drawn on.

    `results` are the postings shown last ("the second one"); `previous` is the question asked before, so that a
    follow-up has its context. Raises UserError for a posting number that does not exist.
    """
    library.catch_up()
    if posting is not None:
        library.postings.get(posting, viewer)
    names = (
        library.names.seen_by(viewer)
        if within is None
        else Names(library.postings.get(number, viewer) for number in within)
    )

    def holding(stems: Sequence[str]) -> Sequence[PostingId]:
        held = library.index.holding(stems, viewer=viewer)
        return held if within is None else names.among(held)

    return respond(
        question,
        Scope(
            names,
            fetch=library.postings.find,
            holding=holding,
            focus=posting,
            results=names.among(results),
            previous=previous,
            corpus=EngineCorpus(library.index.engine, viewer, len(names))
            if within is None and len(names) > COUNTED_FROM
            else None,
        ),
    )
