"""Who may lead, and when: after an end at once, after a hang when nothing moved for a lease, and never two."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import LeaseError
from bot.model.outgoing import Address, Outgoing
from bot.services.holder import this_process
from bot.services.lead import Candidate, Lead
from bot.services.library import Library, open_library
from tests.support.clock import Clock

LEASE = 20.0


class Process:
    """One process that would lead; `ends` lets go of its locks as the kernel does."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.library: Library = open_library(path)
        self._candidate = Candidate(path, this_process(), LEASE, clock)
        self.lead: Lead | None = None

    def looks(self) -> bool:
        self.lead = self._candidate.look(self.library)
        return self.lead is not None

    def leads(self) -> Lead:
        assert self.lead is not None
        return self.lead

    def ends(self) -> None:
        self.leads().release()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def processes(tmp_path: Path, clock: Clock) -> Iterator[list[Process]]:
    opened = [Process(tmp_path / "rolecall.db", clock) for _ in range(3)]
    yield opened
    for process in opened:
        if process.lead:
            process.ends()
        process.library.close()


def test_one_leads_and_the_next_follows_as_soon_as_it_ends(processes: list[Process]) -> None:
    first, second, _ = processes
    assert first.looks()
    assert not second.looks()
    first.ends()
    assert second.looks()
    assert (second.leads().epoch, second.leads().after_hang) == (2, False)


def test_a_leader_that_renews_keeps_the_lead_however_long(processes: list[Process], clock: Clock) -> None:
    first, second, _ = processes
    assert first.looks()
    for _ in range(30):
        clock.now += LEASE * 0.9
        first.leads().renew(first.library)
        assert not second.looks()


def test_a_leader_that_hangs_is_followed_after_a_lease_and_can_do_nothing_more(
    processes: list[Process], clock: Clock
) -> None:
    first, second, _ = processes
    assert first.looks()
    assert not second.looks()
    clock.now += LEASE - 0.1
    assert not second.looks()
    assert not first.leads().lapsed
    clock.now += 0.1
    assert first.leads().lapsed
    assert second.looks()
    assert second.leads().after_hang
    with pytest.raises(LeaseError):
        first.leads().renew(first.library)
    with pytest.raises(LeaseError):
        first.library.outbox.queue([Outgoing(Address(5), "a")], now=1)
    second.library.outbox.queue([Outgoing(Address(5), "b")], now=1)


def test_the_end_of_a_leader_that_hung_is_not_taken_for_the_end_of_its_follower(
    processes: list[Process], clock: Clock
) -> None:
    first, second, third = processes
    assert first.looks()
    assert not second.looks()
    assert not third.looks()
    clock.now += LEASE
    assert second.looks()
    first.ends()
    assert not third.looks()
    second.ends()
    assert third.looks()
    assert third.leads().epoch == 3


def test_what_a_leader_that_hangs_has_on_the_wire_waits_for_its_end(processes: list[Process], clock: Clock) -> None:
    first, second, third = processes
    assert first.looks()
    first.library.outbox.queue([Outgoing(Address(5), "a"), Outgoing(Address(6), "b")], now=1)
    first.library.outbox.mark_sending([queued.id for queued in first.library.outbox.waiting()], now=2)
    assert not second.looks()
    assert not third.looks()
    clock.now += LEASE
    assert second.looks()
    assert second.library.outbox.take_back(but_of=second.leads().still_there()) == 0
    second.ends()
    assert third.looks()
    assert third.leads().still_there() == {1}
    assert third.library.outbox.take_back(but_of=third.leads().still_there()) == 0
    first.ends()
    assert third.library.outbox.take_back(but_of=third.leads().still_there()) == 2
    assert [queued.message.payload for queued in third.library.outbox.waiting()] == ["a", "b"]


def test_the_locks_of_leaders_that_ended_are_cleared_away(processes: list[Process], tmp_path: Path) -> None:
    for process in processes:
        assert process.looks()
        assert process.leads().still_there() == frozenset()
        process.ends()
    assert [path.name for path in tmp_path.glob("*.lead-*")] == ["rolecall.db.lead-3"]
