"""Phrases are found where their words stand together, in hostile places too, with the same points by either kernels."""

from datetime import UTC, datetime

import pytest

from bot.model.posting import Posting, PostingId
from bot.model.stored import StoredPosting
from bot.search.engine import dense
from bot.search.engine.engine import Engine
from bot.search.engine.kernels import Kernels
from bot.search.plan import Alternative, Group, Plan
from tests.search.engine.postings import Plain, found


def text(number: int, raw: str, title: str = "Cook", skills: tuple[str, ...] = ()) -> StoredPosting:
    posting = Posting(title=found(title), skills=tuple(map(found, skills)))
    return StoredPosting(PostingId(number), "board", datetime(2027, 1, number, tzinfo=UTC), "en", raw, posting)


def phrase(words: str, *, field: str | None = None, prefix: bool = False) -> Plan:
    return Plan((Group((Alternative(tuple(words.split()), field=field, prefix=prefix),)),))


def ids(engine: Engine, plan: Plan) -> set[int]:
    return {match.posting for match in engine.select(plan).matches(100).best}


POSTINGS = (
    text(1, "night shift on the ward, a night off"),
    text(2, "shift at night"),
    text(3, "we bake bread and pay pay"),
    text(4, "pay and pay again", title="Night", skills=("shift work", "night")),
    text(5, "ward", title="Head Night", skills=("Shift", "ward")),
    text(6, "no more than that, night shift", skills=("night", "shift")),
    text(7, "so so so night night shift shift ward ward ward"),
)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (phrase("night shift"), {1, 6, 7}),
        (phrase("shift night"), set()),
        (phrase("pay pay"), {3}),
        (phrase("so so so"), {7}),
        (phrase("so so so so"), set()),
        (phrase("night night shift"), {7}),
        (phrase("shift shift ward ward ward"), {7}),
        (phrase("night off"), {1}),
        (phrase("head night", field="title"), {5}),
        (phrase("night shift", field="title"), set()),
        (phrase("shift work", field="skills"), {4}),
        (phrase("night sh", prefix=True), {1, 6, 7}),
        (phrase("night s", prefix=True, field="text"), {1, 6, 7}),
        (phrase("night missing"), set()),
    ],
)
@pytest.mark.parametrize(("fewest", "most"), [(0, 10**9), (0, 5), (10**9, 0)], ids=["dense", "some pairs", "sparse"])
def test_words_of_a_phrase_stand_together_in_one_part(
    plan: Plan, expected: set[int], fewest: int, most: int, kernels: Kernels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "_FEWEST_POSTINGS", fewest)
    monkeypatch.setattr(dense, "_MOST_PAIRED", most)
    engine = Engine(kernels=kernels)
    for stored in POSTINGS:
        engine.add(stored)
    assert ids(engine, plan) == expected
    assert list(engine.select(plan).matches(100).best) == Plain(POSTINGS).matches(plan)


def test_a_phrase_is_found_in_fresh_postings_and_no_longer_in_removed_ones(kernels: Kernels) -> None:
    engine = Engine(kernels=kernels)
    for number in range(1, 81):
        engine.add(text(1 + number % 28, "on call", title="Cook"), change=number)
        engine.settle()
    engine.remove(PostingId(5), change=90)
    engine.add(text(6, "call on", title="Cook"), change=91)
    engine.add(text(29, "night on call"), change=92)
    assert ids(engine, phrase("on call")) == {*range(1, 30)} - {5, 6}
    assert ids(engine, phrase("call on")) == {6}


def test_words_beyond_the_last_position_stand_in_no_phrase(kernels: Kernels) -> None:
    engine = Engine(kernels=kernels)
    engine.add(text(1, f"{'bread ' * 3}{'flour ' * 65_530}night night shift shift night"))
    engine.add(text(2, "shift"))
    assert ids(engine, phrase("bread flour")) == {1}
    for words in ("shift night", "night shift", "shift shift", "flour shift", "shift cook cook shift"):
        assert ids(engine, phrase(words)) == set(), words
