"""Random postings, random plans over their words, and the plain meaning of a plan, which the engine must share."""

import math
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice

import numpy as np

from bot.model.evidence import Evidence, Found
from bot.model.posting import Benefit, Experience, LanguageSkill, Posting, PostingId, Requirement, Salary
from bot.model.stored import StoredPosting
from bot.search.columns import CHOICES, NUMBERS, SETS
from bot.search.engine.rows import Lexicon, Row, RowReader
from bot.search.fields import FIELDS
from bot.search.plan import FAVOUR, Alternative, AnyOf, Between, Group, Match, OneOf, Plan, Says, Test

WORDS = (*"rust nurse ward london java event sourcing senior lead care night shift pay".split(), "c++", "søster", "𝔘x")
TITLES = ("Senior Nurse", "Rust Engineer", "Night Care Lead", "Java Lead", "Nurse")
PLACES = ("London", "New York", "York", "Leeds")
SKILLS = ("Rust", "C++", "Event sourcing", "Java")
NUMBER_OF_FIELD = {field.name: number for number, field in enumerate(FIELDS)}


def found(value: object) -> Found:
    return Found(value=value, evidence=(Evidence(start=0, stop=1, quote="x"),), rule="test")


def random_posting(chance: random.Random, number: int) -> StoredPosting:
    """A posting that states about half of everything."""

    def perhaps(value: object) -> Found | None:
        return found(value) if chance.random() < 0.6 else None

    def some(values: Sequence[object], most: int = 3) -> tuple[Found, ...]:
        return tuple(found(value) for value in chance.sample(values, chance.randint(0, min(most, len(values)))))

    low = chance.choice([None, 20, 30, 50_000])
    posting = Posting(
        title=perhaps(chance.choice(TITLES)),
        company=perhaps(chance.choice(["York Care", "Citi", "Event Works"])),
        locations=some(PLACES, 2),
        work_mode=perhaps(chance.choice(["remote", "hybrid"])),
        employment_type=some(["full_time", "contract"]),
        experience=perhaps(Experience(min_years=chance.choice([None, 2, 5]), max_years=chance.choice([None, 6]))),
        salary=perhaps(Salary(min=low, currency=chance.choice([None, "GBP"]), period=chance.choice([None, "year"]))),
        deadline=perhaps(chance.choice(["2027-02-01", "rolling"])),
        posted=perhaps(chance.choice(["2027-01-01", "2026-12-01"])),
        closed=perhaps(chance.choice(["yes", "maybe"])),
        skills=some(SKILLS),
        requirements=tuple(
            found(Requirement(text=" ".join(chance.choices(WORDS, k=4)), strength="must", kind="other"))
            for _ in range(chance.randint(0, 2))
        ),
        education=some(["Bachelor degree", "Nurse training"], 1),
        languages=some([LanguageSkill(language=language, strength="must") for language in ("German", "Dutch")]),
        benefits=some([Benefit(text="p", kind="pension"), Benefit(text="m", kind="meals", offered=False)]),
    )
    received = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=chance.randint(0, 3))
    raw = " ".join(chance.choices(WORDS, k=chance.randint(0, 40)))
    return StoredPosting(PostingId(number), chance.choice(["york.txt", "board"]), received, "en", raw, posting)


def random_plan(chance: random.Random) -> Plan:
    """A plan with a bit of everything."""

    def alternative() -> Alternative:
        stems = tuple(chance.choices([*WORDS, "york", "new", "missing"], k=chance.choice([1, 1, 1, 2, 2, 3])))
        if chance.random() < 0.2:
            stems = (*stems[:-1], stems[-1][: chance.randint(1, 3)])
            return Alternative(stems, prefix=True)
        field = chance.choice([None, None, None, "title", "place", "text", "asked", "source"])
        return Alternative(stems, weight=chance.choice([1.0, 0.8]), field=field)

    def group() -> Group:
        return Group(tuple(alternative() for _ in range(chance.choice([1, 1, 2, 3]))))

    def groups(most: int) -> tuple[Group, ...]:
        return tuple(group() for _ in range(chance.randint(0, most)))

    def test() -> Test:
        how = {"stated_only": chance.random() < 0.5, "negated": chance.random() < 0.3}
        made = chance.randint(0, 4)
        if made == 0:
            return Between(
                chance.choice(list(NUMBERS)), chance.choice([None, 2, 30]), chance.choice([None, 50_000]), **how
            )
        if made == 1:
            return OneOf(chance.choice(["work_mode", "pay_currency", "company"]), ("remote", "GBP", "citi"), **how)
        if made == 2:
            return OneOf(chance.choice(list(SETS)), ("contract", "pension", "-meals", "rust", "german", "york"), **how)
        if made == 3:
            return AnyOf((test(), test()))
        return Says(chance.choice(["title", "place", "education", "source"]), group(), **how)

    tests = tuple(test() for _ in range(chance.randint(0, 2)))
    favoured = tuple((test(),) + (test(),) * chance.randint(0, 1) for _ in range(chance.randint(0, 2)))
    either = groups(1) + groups(1)
    return Plan(groups(2), groups(1), tests, either=either, optional=groups(1), favoured=favoured)


class Plain:
    """The meaning of a plan, posting by posting, without any index."""

    def __init__(self, postings: Sequence[StoredPosting]) -> None:
        self._rows = list(map(RowReader().read, postings))
        self._rarities: dict[Alternative, float | None] = {}

    def matches(self, plan: Plan) -> list[Match]:
        """Every match in order."""
        hits = [(row, self._points(row, plan)) for row in self._rows]
        ranked = sorted(
            ((-points, -row.received, row.id) for row, points in hits if points is not None),
        )
        return [Match(PostingId(number), -points) for points, _, number in ranked]

    def _points(self, row: Row, plan: Plan) -> int | None:
        if any(self._worth(row, group) for group in plan.excluded):
            return None
        if not all(passes(row, test) for test in plan.tests):
            return None
        required = [self._worth(row, group) for group in plan.required]
        either = [self._worth(row, group) for group in plan.either]
        if not all(required) or (either and not any(either)):
            return None
        optional = [self._worth(row, group) for group in plan.optional]
        favours = [all(passes(row, test) for test in favour) for favour in plan.favoured]
        return sum(required) + sum(either) + sum(optional) + FAVOUR * sum(favours)

    def _worth(self, row: Row, group: Group) -> int:
        for alternative in group.alternatives:
            if alternative not in self._rarities:
                self._rarities[alternative] = self._rarity(alternative)
        rarities = [self._rarities[alternative] for alternative in group.alternatives]
        rarity = min((each for each in rarities if each is not None), default=0.0)
        best = 0
        for alternative in group.alternatives:
            impact = impact_in(row, alternative)
            if impact:
                weight = max(round(1000 * rarity * alternative.weight), 1)
                best = max(best, (impact * weight + 127) // 255, 1)
        return best

    def _rarity(self, alternative: Alternative) -> float | None:
        total, rarity = len(self._rows), 0.0
        for place, stem in enumerate(alternative.stems):
            prefix = alternative.prefix and place == len(alternative.stems) - 1
            held = sum(len(words_meant(row, stem, alternative.field, prefix=prefix)) for row in self._rows)
            if not held:
                return None
            held = min(held, total)
            rarity += math.log(1 + (total - held + 0.5) / (held + 0.5))
        return rarity


def parts_of(row: Row) -> list[tuple[str, ...]]:
    """The stems of each part, "" for a gap."""
    return _parts(row.lexicon, row.stems.tobytes(), row.counts.tobytes())


@cache
def _parts(lexicon: Lexicon, stems: bytes, counts: bytes) -> list[tuple[str, ...]]:
    words = iter([lexicon.words[number] for number in np.frombuffer(stems, np.int32).tolist()])
    return [tuple(islice(words, count)) for count in np.frombuffer(counts, np.int64).tolist()]


def words_meant(row: Row, stem: str, field: str | None, *, prefix: bool) -> set[str]:
    """The different words of the row that a stem stands for; rarity looks at every part that is not apart."""
    apart = field == "source"
    parts = enumerate(parts_of(row))
    words = {word for number, part in parts for word in part if FIELDS[number].apart is apart and word}
    stem = f"\0{stem}" if apart else stem
    return {word for word in words if (word.startswith(stem) if prefix else word == stem)}


def impact_in(row: Row, alternative: Alternative) -> int:
    """What the words are worth in the row, 0 when they do not stand there together."""
    stems = [f"\0{stem}" if alternative.field == "source" else stem for stem in alternative.stems]
    parts = [
        part
        for number, part in enumerate(parts_of(row))
        if alternative.field in (None, FIELDS[number].name) and (alternative.field or not FIELDS[number].apart)
    ]

    def meant(place: int, word: str) -> bool:
        if alternative.prefix and place == len(stems) - 1:
            return word.startswith(stems[place])
        return word == stems[place]

    def together(part: tuple[str, ...]) -> bool:
        starts = range(len(part) - len(stems) + 1)
        return any(all(meant(place, part[start + place]) for place in range(len(stems))) for start in starts)

    if not any(together(part) for part in parts):
        return 0
    held = {word for part in parts for word in part}
    impacts = [max(impact(row, word) for word in held if meant(place, word)) for place in range(len(stems))]
    return impacts[0] if len(impacts) == 1 else sum(impacts) // len(impacts)


def impact(row: Row, word: str) -> int:
    """BM25F of one word in one posting as a byte, in whole numbers as the builder's."""
    worth = 0
    for field, part in zip(FIELDS, parts_of(row), strict=True):
        each = int(np.rint(1024 * field.weight / (1 - 0.75 + 0.75 * len(part) / field.usual)))
        worth += each * part.count(word)
    return max(int(np.rint(255 * (worth / (worth + 1.2 * 1024)))), 1)


def passes(row: Row, test: Test) -> bool:
    """Whether a row passes a test."""
    if isinstance(test, AnyOf):
        return any(passes(row, each) for each in test.tests)
    stated, holds = _judged(row, test)
    if not stated:
        return not test.stated_only
    return holds is not test.negated


def _judged(row: Row, test: Between | OneOf | Says) -> tuple[bool, bool]:
    if isinstance(test, Between):
        number = row.numbers[list(NUMBERS).index(test.column)]
        low = -math.inf if test.low is None else test.low
        return not math.isnan(number), low <= number <= (math.inf if test.high is None else test.high)
    if isinstance(test, Says):
        inside = [Alternative(each.stems, field=test.field, prefix=each.prefix) for each in test.group.alternatives]
        stated = bool(parts_of(row)[NUMBER_OF_FIELD[test.field]])
        return stated, any(impact_in(row, alternative) for alternative in inside)
    if test.column in CHOICES:
        values = row.choices[list(CHOICES).index(test.column)]
    else:
        values = row.sets[list(SETS).index(test.column)]
    return bool(values), not set(values).isdisjoint(test.values)


def all_of(chance: random.Random, number: int) -> Iterator[StoredPosting]:
    """Postings numbered from 1."""
    return (random_posting(chance, place) for place in range(1, number + 1))
