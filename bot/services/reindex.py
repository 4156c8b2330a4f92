"""How does the index get to know what is stored? By the changes it missed, or from all postings again."""

from collections.abc import Callable, Iterable

from bot.model.stored import StoredPosting
from bot.search.engine.engine import Engine
from bot.store.changes import ChangeStore
from bot.store.postings import PostingStore

# Above that, all postings at once are faster than the changes one by one, unless there are many more of them.
_FEW_CHANGES = 2000

# Sees the postings of a rebuild go by: why it is needed, how many there are, the postings.
Watch = Callable[[str, int, Iterable[StoredPosting]], Iterable[StoredPosting]]


def unwatched(_reason: str, _number: int, postings: Iterable[StoredPosting]) -> Iterable[StoredPosting]:
    """Nobody looks."""
    return postings


def catch_up(engine: Engine, changes: ChangeStore, postings: PostingStore, *, watch: Watch = unwatched) -> None:
    """Takes in every change that the index does not hold yet."""
    last = changes.last
    if engine.last_change == last:
        return
    if engine.last_change > last:
        # The database went back, to a copy perhaps: what the index holds may be gone.
        rebuild(engine, changes, postings, reason="The search index is ahead of the database", watch=watch)
        return
    missed = changes.count_after(engine.last_change)
    if not changes.in_doubt and missed > max(_FEW_CHANGES, len(engine) // 4):
        reason = "The search index is old" if engine.outdated else "The search index is missing"
        rebuild(engine, changes, postings, reason=reason, watch=watch)
        return
    for change in changes.after(engine.last_change):
        stored = postings.renewed(change.posting)
        if stored is None:
            engine.remove(change.posting, change=change.number)
        else:
            engine.add(stored, change=change.number)
        if not changes.in_doubt:
            engine.settle()


def rebuild(
    engine: Engine,
    changes: ChangeStore,
    postings: PostingStore,
    *,
    reason: str = "Rebuilding the search index",
    watch: Watch = unwatched,
) -> None:
    """Makes the index again from all postings."""
    last = changes.last
    engine.rebuild(watch(reason, postings.count(), postings.all()), last_change=last)
