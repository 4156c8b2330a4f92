"""Which "at once" searches does a new posting concern? The matcher over them, kept in step with the store."""

from datetime import date

from bot.matching.columns import ColumnMatcher
from bot.matching.features import SearchId
from bot.model.preferences import Rhythm
from bot.model.stored import StoredPosting
from bot.model.subscription import Standing, Subscription, SubscriptionId
from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary
from bot.store.subscriptions import SubscriptionStore


class SavedSearches:
    """The active searches that are told at once, by number; read from the store when they are first needed.

    `edits` counts what it followed, so that one can tell whether a transaction that was taken back had any.
    """

    def __init__(self, store: SubscriptionStore) -> None:
        self._store = store
        self._matcher: ColumnMatcher | None = None
        self.edits = 0

    def put(self, subscription: Subscription) -> None:
        """Follows a subscription that was added or changed."""
        self.edits += 1
        if self._matcher is None:
            return
        self._matcher.remove(SearchId(subscription.id))
        if subscription.standing is Standing.ACTIVE and subscription.order.schedule.rhythm is Rhythm.AT_ONCE:
            # The line is canonical: its typos were corrected once, when it was saved.
            self._matcher.add(SearchId(subscription.id), read_query(subscription.order.line, Vocabulary()))

    def remove(self, number: SubscriptionId) -> None:
        """Follows a subscription that ended."""
        self.edits += 1
        if self._matcher is not None:
            self._matcher.remove(SearchId(number))

    def forget(self) -> None:
        """Reads the store anew the next time: a transaction was taken back."""
        self._matcher = None

    def concerned(self, stored: StoredPosting, today: date) -> tuple[SubscriptionId, ...]:
        """The searches that a posting meets, by number."""
        if self._matcher is None:
            self._matcher = ColumnMatcher()
            for subscription in self._store.all():
                self.put(subscription)
        return tuple(SubscriptionId(number) for number in self._matcher.matches(stored, today))
