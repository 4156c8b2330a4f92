"""An order is looked at before it is saved, and its change tells nothing twice and loses nothing."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.errors import UserError
from bot.model.draft import Drafted, Turn
from bot.model.preferences import Rhythm
from bot.model.subscription import Standing, Subscription
from bot.services.add_postings import add_text
from bot.services.drafting import aim, drop, keep, link_of, receive, retime, rewrite, turn, write
from bot.services.library import Library, open_library
from bot.services.settings_of_chat import set_zone
from bot.services.subscribe import pause
from bot.views.subscribing import render_draft
from tests.support.library import seeded_library

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
PAGE = "{title}\n{company}\nBerlin\n\nRequirements\n- 2 years of experience in welding, order {number}\n"


def drafted(library: Library, line: str, *, chat: int = 5) -> Drafted:
    return write(library, line, chat=chat, owner=chat, now=NOW)


def saved(library: Library, line: str, *, chat: int = 5) -> Subscription:
    return keep(library, drafted(library, line, chat=chat).draft.id, chat=chat, now=NOW)


def welders(count: int) -> Library:
    library = open_library(":memory:")
    for number in range(count):
        title = "Welder" if number else "Nurse"
        text = PAGE.format(title=title, company=f"Firm {number} Ltd", number=number)
        assert add_text(library, text, source="test", now=NOW).id is not None
    return library


def test_a_draft_changes_nothing_until_it_is_kept_and_then_once() -> None:
    library = seeded_library()
    draft = drafted(library, "rust london daily 8:00 berlin").draft
    assert library.subscriptions.all() == ()
    keep(library, draft.id, chat=5, now=NOW)
    assert [each.order.line for each in library.subscriptions.all()] == ["london rust"]
    with pytest.raises(UserError, match="not open any more"):
        keep(library, draft.id, chat=5, now=NOW)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("daily 9:30 tokyo", "daily at 09:30, Tokyo"),
        ("weekdays at 8", "weekdays at 08:00, Berlin"),
        ("quiet 22-7", "daily at 08:00, Berlin, quiet 22:00–07:00"),
    ],
)
def test_times_alone_are_about_the_draft_that_came_up_last(line: str, when: str) -> None:
    library = seeded_library()
    drafted(library, "nurse daily 7:00 paris")
    drafted(library, "rust daily 8:00 berlin")
    drafted(library, "go daily 8:00 oslo", chat=6)
    timed = retime(library, line, chat=5, now=NOW + timedelta(minutes=9))
    assert timed is not None
    assert (timed.draft.order.line, timed.draft.order.schedule.described) == ("rust", when)
    assert retime(library, line, chat=5, now=NOW + timedelta(minutes=11)) is None
    assert retime(library, line, chat=7, now=NOW) is None


@pytest.mark.parametrize(
    "line", ["nurse", "rust daily", "python 3", "12", "daily 9:30 atlantis", "in:tokyo", "pay>=60k GBP"]
)
def test_other_words_behind_a_draft_are_not_about_it(line: str) -> None:
    library = seeded_library()
    drafted(library, "rust daily 8:00 berlin")
    assert retime(library, line, chat=5, now=NOW) is None


def test_a_search_that_is_subscribed_already_is_named_before_it_is_changed() -> None:
    library = seeded_library()
    first = saved(library, "rust in:london mon,thu 18:30 berlin")
    again = drafted(library, "in:london rust daily 8:00 berlin")
    assert again.known == first
    assert "Subscription 1 is this search already, Mon and Thu at 18:30, Berlin" in render_draft(again).html
    turned = turn(library, again.draft.id, Turn.AT_ONCE, 0, chat=5, now=NOW)
    assert turned.known == first
    assert keep(library, again.draft.id, chat=5, now=NOW).id == first.id
    assert drafted(library, "rust in:berlin").known is None
    assert drafted(library, "rust in:london", chat=6).known is None
    assert rewrite(library, first.id, "weekdays", chat=5, owner=5, now=NOW).known is None


def test_a_paused_search_that_is_ordered_again_starts_from_now() -> None:
    library = welders(3)
    first = saved(library, "welder at once")
    pause(library, first.id, owner=5)
    text = PAGE.format(title="Welder", company="Late Ltd", number=9)
    assert add_text(library, text, source="test", now=NOW).id is not None
    again = saved(library, "welder daily 8:00")
    assert (again.id, again.standing, again.seen) == (first.id, Standing.ACTIVE, library.postings.last())


def test_a_draft_is_only_good_in_its_chat() -> None:
    library = seeded_library()
    draft = drafted(library, "rust").draft
    for act in (lambda: keep(library, draft.id, chat=6, now=NOW), lambda: drop(library, draft.id, chat=6)):
        with pytest.raises(UserError):
            act()


def test_the_replay_says_how_words_were_read_and_what_exclusions_removed() -> None:
    replay = drafted(seeded_library(), "kuberntes -java").replay
    assert replay.corrected == (("kuberntes", "kubernetes"),)
    assert replay.removed == (("-java", 0),)
    received = drafted(seeded_library(), "nurse hello").replay
    assert received.order.line


def test_the_schedule_is_turned_by_buttons() -> None:
    library = seeded_library()
    draft = drafted(library, "rust daily 23:50 berlin").draft.id
    seen = []
    for which, day in (
        (Turn.LATELY, 0),
        (Turn.EARLIER, 0),
        (Turn.WEEKDAYS, 0),
        (Turn.DAY, 0),
        (Turn.WEEKLY, 0),
        (Turn.DAY, 0),
        (Turn.QUIET, 0),
        (Turn.AT_ONCE, 0),
        (Turn.DAILY, 0),
    ):
        seen.append(turn(library, draft, which, day, chat=5, now=NOW).draft.order.schedule.described)
    assert seen == [
        "daily at 00:05, Berlin",
        "daily at 23:05, Berlin",
        "weekdays at 23:05, Berlin",
        "Tue, Wed, Thu and Fri at 23:05, Berlin",
        "Mon at 23:05, Berlin",
        "Mon at 23:05, Berlin",
        "Mon at 23:05, Berlin, quiet 22:00–07:00",
        "at once, quiet 22:00–07:00, Berlin",
        "daily at 23:05, Berlin, quiet 22:00–07:00",
    ]


def test_another_time_keeps_what_is_new_and_another_search_starts_from_now() -> None:
    library = welders(3)
    subscription = saved(library, "welder daily 8:00")
    text = PAGE.format(title="Welder", company="Late Ltd", number=9)
    assert add_text(library, text, source="test", now=NOW).id is not None
    changed = keep(
        library, rewrite(library, subscription.id, "18:30", chat=5, owner=5, now=NOW).draft.id, chat=5, now=NOW
    )
    assert (changed.id, changed.seen, changed.order.schedule.at) == (subscription.id, subscription.seen, time(18, 30))
    changed = keep(
        library, rewrite(library, subscription.id, "nurse", chat=5, owner=5, now=NOW).draft.id, chat=5, now=NOW
    )
    assert (changed.order.line, changed.seen) == ("nurse", library.postings.last())
    assert changed.order.schedule.at == time(18, 30)


def test_a_change_that_would_make_two_of_one_is_refused_and_a_held_one_stays_held() -> None:
    library = seeded_library()
    first, second = saved(library, "rust daily"), saved(library, "nurse daily")
    library.subscriptions.set_standing(5, Standing.ACTIVE, Standing.PAUSED, problem="")
    twin = rewrite(library, second.id, "rust", chat=5, owner=5, now=NOW).draft
    with pytest.raises(UserError, match=f"as number {first.id}"):
        keep(library, twin.id, chat=5, now=NOW)
    later = rewrite(library, first.id, "9:00", chat=5, owner=5, now=NOW).draft
    assert keep(library, later.id, chat=5, now=NOW).standing is Standing.PAUSED


def test_a_link_passes_the_search_and_its_time_on_but_no_hours_of_rest() -> None:
    library = seeded_library()
    subscription = saved(library, "rust in:london mon,thu 18:30 berlin quiet 22-7")
    _, token = link_of(library, subscription.id, owner=5)
    own = receive(library, token, chat=6, owner=6, now=NOW)
    assert own.shared
    assert own.draft.order.written == "rust in:london mon,thu 18:30 Europe/Berlin"
    set_zone(library, 7, "Tokyo")
    assert receive(library, token, chat=7, owner=7, now=NOW).draft.order.schedule.zone == "Asia/Tokyo"
    with pytest.raises(UserError, match="somebody else"):
        link_of(library, subscription.id, owner=6)


def test_a_draft_aimed_at_a_channel_sees_public_postings_only() -> None:
    library = open_library(":memory:")
    text = PAGE.format(title="Welder", company="Private Ltd", number=1)
    assert add_text(library, text, source="message", now=NOW, owner=5).id is not None
    draft = drafted(library, "welder daily")
    assert draft.replay.hits == 1
    aimed = aim(library, draft.draft.id, chat=5, target=-100, title="Welders", now=NOW)
    assert aimed.replay.hits == 0
    kept = keep(library, draft.draft.id, chat=5, now=NOW)
    assert (kept.order.chat, kept.order.owner, kept.order.chat_title) == (-100, 5, "Welders")


def test_too_broad_a_search_is_refused_once_there_is_enough_to_tell() -> None:
    library = welders(60)
    with pytest.raises(UserError, match="more than half"):
        drafted(library, "welder")
    assert drafted(library, "nurse").replay.hits == 1


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("rust deadline<2027-03-01", True),
        ("rust deadline<2027-06-01", False),
        ("rust deadline>=2020-01-01", False),
        ("rust posted<2020-01-01", True),
        ("rust posted<30d", False),
    ],
)
def test_a_day_that_nothing_new_can_meet_is_refused(line: str, *, refused: bool) -> None:
    library = seeded_library()
    if not refused:
        assert drafted(library, line).draft.order.schedule.rhythm is Rhythm.DAILY
        return
    with pytest.raises(UserError, match="lies in the past"):
        drafted(library, line)


def test_drafts_that_nobody_kept_are_cleared_away() -> None:
    library = seeded_library()
    draft = drafted(library, "rust").draft
    library.drafts.prune(before=round((NOW + timedelta(days=1)).timestamp() * 1000))
    with pytest.raises(UserError):
        keep(library, draft.id, chat=5, now=NOW)
