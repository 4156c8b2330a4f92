"""Which service does each button of subscriptions and drafts call? And for which chat, to ask for rights there?"""

from collections.abc import Callable

from bot.model.action import Verb
from bot.model.draft import DraftId, Turn
from bot.model.posting import PostingId
from bot.model.subscription import SubscriptionId
from bot.services import drafting
from bot.services.courses import courses
from bot.services.digest import hits_behind
from bot.services.library import Library
from bot.services.settings_of_chat import preferences_of
from bot.services.subscribe import get_own, pause, resume, unsubscribe
from bot.views.digests import render_new_hits
from bot.views.subscribing import (
    render_draft,
    render_dropped,
    render_kept_draft,
    render_link,
    render_when,
    render_where,
)
from bot.views.subscriptions import render_ended, render_subscriptions
from handlers.press import Act, Press, Reaction


def _subscription(press: Press) -> SubscriptionId:
    return SubscriptionId(press.action.object)


def _draft(press: Press) -> DraftId:
    return DraftId(press.action.object)


def _pausing(library: Library, press: Press) -> Reaction:
    pause(library, _subscription(press), owner=press.party.chat)
    return _listed(library, press, "Paused. /subscriptions resumes it.")


def _resuming(library: Library, press: Press) -> Reaction:
    resume(library, _subscription(press), owner=press.party.chat, now=press.now)
    return _listed(library, press, "Runs again, from now on.")


def _ending(library: Library, press: Press) -> Reaction:
    ended = unsubscribe(library, _subscription(press), owner=press.party.chat)
    draft = library.drafts.add(ended.order, shown_in=press.party.chat, now=press.now)
    return Reaction(render_ended(ended, draft), "Ended.")


def _listing(library: Library, press: Press) -> Reaction:
    chat, offset = press.party.chat, press.action.offset
    zone = preferences_of(library, chat).zone
    return Reaction(render_subscriptions(courses(library, chat), zone=zone, chat=chat, offset=offset))


def _listed(library: Library, press: Press, notice: str) -> Reaction:
    """The list of subscriptions as it is now; a digest on which the button stood stays as it is."""
    if press.action.offset:
        return Reaction(None, notice)
    return Reaction(_listing(library, press).reply, notice)


def _editing(library: Library, press: Press) -> Reaction:
    chat = press.party.chat
    return Reaction(
        render_draft(drafting.rewrite(library, _subscription(press), "", chat=chat, owner=chat, now=press.now))
    )


def _linking(library: Library, press: Press) -> Reaction:
    return Reaction(render_link(*drafting.link_of(library, _subscription(press), owner=press.party.chat)))


def _new_hits(library: Library, press: Press) -> Reaction:
    seen = PostingId(press.action.offset)
    return Reaction(
        render_new_hits(*hits_behind(library, _subscription(press), seen, chat=press.party.chat, now=press.now))
    )


def _drafted(library: Library, press: Press) -> Reaction:
    found = drafting.turn(library, _draft(press), Turn.LOOK, 0, chat=press.party.chat, now=press.now)
    return Reaction(render_draft(found))


def _turning(library: Library, press: Press) -> Reaction:
    code = press.action.offset
    turn, day = (Turn.DAY, (code - Turn.DAY) % 7) if code >= Turn.DAY else (Turn(code), 0)
    found = drafting.turn(library, _draft(press), turn, day, chat=press.party.chat, now=press.now)
    return Reaction(render_when(found.draft, now=press.now))


def _aiming(library: Library, press: Press) -> Reaction:
    return Reaction(render_where(library.drafts.get(_draft(press), shown_in=press.party.chat)))


def _keeping(library: Library, press: Press) -> Reaction:
    kept = drafting.keep(library, _draft(press), chat=press.party.chat, now=press.now)
    return Reaction(render_kept_draft(kept, now=press.now), "Saved.")


def _dropping(library: Library, press: Press) -> Reaction:
    return Reaction(render_dropped(drafting.drop(library, _draft(press), chat=press.party.chat)))


SUBSCRIPTION_ACTIONS: dict[Verb, Act] = {
    Verb.PAUSE: _pausing,
    Verb.RESUME: _resuming,
    Verb.END: _ending,
    Verb.SUBSCRIPTIONS: _listing,
    Verb.EDIT: _editing,
    Verb.LINK: _linking,
    Verb.NEW_HITS: _new_hits,
    Verb.DRAFT: _drafted,
    Verb.DRAFT_WHEN: _turning,
    Verb.DRAFT_WHERE: _aiming,
    Verb.DRAFT_KEEP: _keeping,
    Verb.DRAFT_DROP: _dropping,
}

Target = Callable[[Library, Press], int]


def _of_draft(library: Library, press: Press) -> int:
    return drafting.target_of(library, _draft(press), chat=press.party.chat).chat


def _of_subscription(library: Library, press: Press) -> int:
    return get_own(library, _subscription(press), owner=press.party.chat).order.chat


# Where something new will be told: who presses has to be an administrator there as well.
TARGETS: dict[Verb, Target] = {Verb.RESUME: _of_subscription, Verb.DRAFT_KEEP: _of_draft}
