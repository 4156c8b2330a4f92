"""Which service does each kind of button call, and what is shown then? One small function per verb, in a table."""

from collections.abc import Callable
from dataclasses import replace

from bot.errors import UserError
from bot.model.action import Verb
from bot.model.posting import PostingId
from bot.model.standing import Look, Mark
from bot.services import own_postings
from bot.services.browse_postings import browse
from bot.services.compare import candidates, compare
from bot.services.find_postings import find_similar, remembered_line, turn_page, why_found
from bot.services.library import Library
from bot.services.look import look, mark, marked
from bot.services.personal_data import forget_person
from bot.services.settings_of_chat import set_rhythm
from bot.views.card import render_card
from bot.views.choices import render_candidates, render_comparison
from bot.views.details import render_apply, render_benefits, render_requirements, render_why
from bot.views.lists import PAGE_SIZE, render_found, render_marked, render_shelf
from bot.views.personal import render_forgotten, render_kept
from bot.views.receipts import render_correcting, render_discarded, render_discarding, render_sharing
from bot.views.reply import Reply
from bot.views.settings import RHYTHMS, render_settings
from handlers.press import Act, Press, Reaction
from handlers.pressed_subscriptions import SUBSCRIPTION_ACTIONS


def _showing(render: Callable[[Look], Reply]) -> Act:
    return lambda library, press: Reaction(render(_look(library, press)))


def _look(library: Library, press: Press) -> Look:
    return look(library, press.posting, party=press.party, now=press.now, query=press.action.offset)


def _opening(library: Library, press: Press) -> Reaction:
    return Reaction(replace(render_card(_look(library, press)), below=True))


def _marking(which: Mark, *, on: bool, notice: str) -> Act:
    def act(library: Library, press: Press) -> Reaction:
        seen = mark(library, press.posting, which, on=on, party=press.party, now=press.now, query=press.action.offset)
        return Reaction(render_card(seen), notice)

    return act


def _listing(which: Mark) -> Act:
    def act(library: Library, press: Press) -> Reaction:
        shelf = marked(library, which, viewer=press.party.viewer, limit=PAGE_SIZE, offset=press.action.offset)
        return Reaction(render_marked(shelf, which))

    return act


def _similar(library: Library, press: Press) -> Reaction:
    finding = find_similar(library, press.posting, limit=PAGE_SIZE, viewer=press.party.viewer)
    return Reaction(render_found(finding, title=f"Similar to #{press.posting}"))


def _compare(library: Library, press: Press) -> Reaction:
    seen = look(library, press.posting, party=press.party, now=press.now)
    if not press.action.offset:
        return Reaction(render_candidates(seen, candidates(library, press.posting, party=press.party, limit=PAGE_SIZE)))
    other = PostingId(press.action.offset)
    return Reaction(render_comparison(seen, compare(library, press.posting, other, party=press.party)))


def _why(library: Library, press: Press) -> Reaction:
    query, party = press.action.offset, press.party
    hit = why_found(library, press.posting, query, chat=party.chat, viewer=party.viewer, now=press.now)
    return Reaction(render_why(_look(library, press), hit, remembered_line(library, query, chat=party.chat)))


def _shelf(library: Library, press: Press) -> Reaction:
    return Reaction(
        render_shelf(browse(library, viewer=press.party.viewer, limit=PAGE_SIZE, offset=press.action.offset))
    )


def _found(library: Library, press: Press) -> Reaction:
    action, party = press.action, press.party
    finding = turn_page(
        library,
        action.object,
        limit=PAGE_SIZE,
        offset=action.offset,
        now=press.now,
        viewer=party.viewer,
        chat=party.chat,
    )
    return Reaction(render_found(finding))


def _sharing(library: Library, press: Press) -> Reaction:
    return Reaction(render_sharing(own_postings.own(library, press.posting, party=press.party)))


def _share(library: Library, press: Press) -> Reaction:
    shared = own_postings.share(library, press.posting, party=press.party, now=press.now)
    return Reaction(render_card(look(library, shared.id, party=press.party, now=press.now)), "Shared with everybody.")


def _correcting(library: Library, press: Press) -> Reaction:
    own_postings.own(library, press.posting, party=press.party)
    return Reaction(render_correcting(_look(library, press), own_postings.CORRECTABLE_NAMES))


def _discarding(library: Library, press: Press) -> Reaction:
    return Reaction(render_discarding(own_postings.own(library, press.posting, party=press.party)))


def _discard(library: Library, press: Press) -> Reaction:
    return Reaction(render_discarded(own_postings.discard(library, press.posting, party=press.party)), "Discarded.")


def _rhythm(library: Library, press: Press) -> Reaction:
    rhythm = RHYTHMS[press.action.object % len(RHYTHMS)]
    return Reaction(render_settings(set_rhythm(library, press.party.chat, rhythm), press.now))


def _forget(library: Library, press: Press) -> Reaction:
    if press.party.viewer.chat is None:
        raise UserError("This works in the private chat with me.")
    return Reaction(render_forgotten(forget_person(library, press.party.viewer.chat)), "Forgotten.")


ACTIONS: dict[Verb, Act] = {
    Verb.CARD: _showing(render_card),
    Verb.OPEN: _opening,
    Verb.REQUIREMENTS: _showing(render_requirements),
    Verb.BENEFITS: _showing(render_benefits),
    Verb.APPLY: _showing(render_apply),
    Verb.SIMILAR: _similar,
    Verb.COMPARE: _compare,
    Verb.WHY: _why,
    Verb.LIST: _shelf,
    Verb.FIND: _found,
    Verb.SAVE: _marking(Mark.SAVED, on=True, notice="Saved: /saved lists what you keep."),
    Verb.UNSAVE: _marking(Mark.SAVED, on=False, notice="No longer saved."),
    Verb.SAVED: _listing(Mark.SAVED),
    Verb.HIDE: _marking(Mark.HIDDEN, on=True, notice="Hidden: lists and searches leave it out for you."),
    Verb.UNHIDE: _marking(Mark.HIDDEN, on=False, notice="Shown again."),
    Verb.HIDDEN: _listing(Mark.HIDDEN),
    Verb.SHARE: _sharing,
    Verb.SHARE_NOW: _share,
    Verb.CORRECT: _correcting,
    Verb.DISCARD: _discarding,
    Verb.DISCARD_NOW: _discard,
    Verb.RHYTHM: _rhythm,
    Verb.FORGET_NOW: _forget,
    Verb.KEEP: lambda library, press: Reaction(render_kept()),
    **SUBSCRIPTION_ACTIONS,
}
# What holds for a whole group.
FOR_ADMINISTRATORS = frozenset({Verb.RHYTHM, *SUBSCRIPTION_ACTIONS})
