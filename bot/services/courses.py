"""How do the subscriptions go that somebody may look after? Those told in the chat, and in private the person's own."""

from collections.abc import Sequence

from bot.model.course import Course
from bot.model.outgoing import State
from bot.model.subscription import Subscription
from bot.services.library import Library

_WAITING = (State.QUEUED, State.SENDING, State.PAUSED)


def courses(library: Library, chat: int) -> Sequence[Course]:
    """The subscriptions told in a chat and those that its person ordered for others, by number."""
    found = {each.id: each for each in (*library.subscriptions.of_chat(chat), *library.subscriptions.of_owner(chat))}
    return tuple(course(library, found[number]) for number in sorted(found))


def course(library: Library, subscription: Subscription) -> Course:
    """How one subscription goes."""
    states = library.outbox.states_of(f"{subscription.id}:")
    return Course(
        subscription,
        waiting=sum(states.get(state, 0) for state in _WAITING),
        failed=states.get(State.FAILED, 0),
        unsure=states.get(State.UNSURE, 0),
    )
