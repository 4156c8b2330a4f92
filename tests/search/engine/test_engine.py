"""The engine finds what the plain meaning of a plan says, in its order, however the postings came in."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from bot.model.posting import PostingId
from bot.model.viewer import HOST, PUBLIC, Viewer
from bot.search.columns import CHOICES, SETS
from bot.search.engine import conditions, dense, lists, phrases
from bot.search.engine.engine import Engine
from bot.search.engine.kernels import Kernels
from bot.search.engine.rows import Row, RowReader
from bot.search.plan import Alternative, Explanation, Group, OneOf, Plan
from tests.search.engine.postings import Plain, all_of, random_plan, random_posting


@pytest.fixture(autouse=True, params=[0, 10**9], ids=["dense", "sparse"])
def fewest(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only many postings are worth (lists and marks by ordinal, pairs), in segments of any size or in none."""
    monkeypatch.setattr(conditions, "_MOST_KEPT", 2)
    monkeypatch.setattr(dense, "_FEWEST_POSTINGS", request.param)
    monkeypatch.setattr(phrases, "_MANY", request.param)
    monkeypatch.setattr(lists, "_FEWER", 10**9 - request.param)


@pytest.mark.parametrize("seed", range(8))
def test_the_engine_agrees_with_the_plain_meaning_of_a_plan(seed: int, kernels: Kernels) -> None:
    chance = random.Random(seed)
    postings = list(all_of(chance, 150))
    engine, plain = Engine(kernels=kernels), Plain(postings)
    for stored in postings:
        engine.add(stored)
        engine.settle()
    found = 0
    for _ in range(60):
        plan = random_plan(chance)
        expected = plain.matches(plan)
        selection = engine.select(plan)
        assert list(selection.matches(1000).best) == expected, plan
        assert selection.matches(5, 3).best == tuple(expected[3:8]), plan
        assert selection.total == len(expected)
        found += len(expected)
        for match in expected[:3]:
            assert engine.explain(plan, match.posting).points == match.points
    assert found


@pytest.mark.parametrize("seed", range(4))
def test_changes_leave_no_trace_of_what_was_there_before(seed: int, kernels: Kernels) -> None:
    chance = random.Random(seed)
    postings = {stored.id: stored for stored in all_of(chance, 200)}
    engine = Engine(kernels=kernels)
    for number, stored in enumerate(postings.values(), 1):
        engine.add(stored, change=number)
        engine.settle()
    for number in range(201, 320):
        posting = PostingId(chance.randint(1, 220))
        if chance.random() < 0.4:
            postings.pop(posting, None)
            engine.remove(posting, change=number)
        else:
            postings[posting] = random_posting(chance, posting)
            engine.add(postings[posting], change=number)
        engine.settle()
    plain = Plain(list(postings.values()))
    assert len(engine) == len(postings)
    for _ in range(60):
        plan = random_plan(chance)
        assert list(engine.select(plan).matches(1000).best) == plain.matches(plan), plan


def test_changes_that_were_not_committed_leave_no_trace() -> None:
    chance = random.Random(3)
    postings = list(all_of(chance, 150))
    engine = Engine()
    for number, stored in enumerate(postings, 1):
        engine.add(stored, change=number)
        engine.settle()
    kept = engine.last_change
    engine.rewind()
    assert len(engine) == engine.last_change < kept
    plain = Plain(postings[: len(engine)])
    for number in range(1, 40):
        engine.remove(PostingId(number), change=kept + number)
        engine.add(random_posting(chance, number + 20), change=kept + number)
    engine.rewind()
    for _ in range(40):
        plan = random_plan(chance)
        assert list(engine.select(plan).matches(1000).best) == plain.matches(plan), plan


def test_a_posting_with_an_owner_is_found_by_its_owner_alone() -> None:
    engine = Engine()
    chance = random.Random(1)
    for number in range(1, 100):
        engine.add(replace(random_posting(chance, number), owner=7 if number % 3 == 0 else None))
    everything = Plan()
    assert engine.select(everything, viewer=PUBLIC).total == 66
    assert engine.select(everything, viewer=Viewer(8)).total == 66
    assert engine.select(everything, viewer=Viewer(7)).total == 99
    assert engine.select(everything, viewer=HOST).total == 99
    words = Plan((Group((Alternative(("nurse",)),)),))
    seen = {match.posting for match in engine.select(words, viewer=Viewer(8)).matches(100).best}
    assert seen
    assert all(posting % 3 for posting in seen)


@pytest.mark.parametrize("column", ["work_mode", "skill", "benefit", "place", "company"])
def test_a_tally_counts_every_value_of_the_matches(column: str) -> None:
    chance = random.Random(5)
    postings = list(all_of(chance, 150))
    engine = Engine()
    for stored in postings:
        engine.add(stored)
    plan = Plan(tests=(OneOf("work_mode", ("remote",)),))
    matching = {match.posting for match in engine.select(plan).matches(1000).best}
    rows = [RowReader().read(stored) for stored in postings if stored.id in matching]
    values = [_values(row, column) for row in rows]
    counts = Counter(value for each in values for value in each)
    tally = engine.select(plan).tally(column)
    assert dict(tally.counts) == counts
    assert tally.not_stated == sum(not each for each in values)
    assert [number for _, number in tally.counts] == sorted(counts.values(), reverse=True)


def _values(row: Row, column: str) -> tuple[str, ...]:
    return row.choices[list(CHOICES).index(column)] if column in CHOICES else row.sets[list(SETS).index(column)]


def test_an_empty_engine_finds_nothing() -> None:
    engine = Engine()
    assert engine.select(Plan()).matches(10).best == ()
    assert engine.select(Plan((Group((Alternative(("nurse",)),)),))).total == 0
    assert engine.explain(Plan(), PostingId(1)) == Explanation()
    assert "nurse" not in engine.words()
    assert engine.words().near("nurse", most=2) == ()


def test_an_unknown_column_or_field_is_an_error() -> None:
    engine = Engine()
    engine.add(random_posting(random.Random(1), 1))
    with pytest.raises(KeyError):
        engine.select(Plan(tests=(OneOf("colour", ("red",)),)))
    with pytest.raises(KeyError):
        engine.select(Plan((Group((Alternative(("nurse",), field="colour"),)),)))
