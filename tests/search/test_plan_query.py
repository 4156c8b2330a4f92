"""The engine finds for every query exactly the postings that its constraints admit."""

import random
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.model.constraints.base import Subject
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.search.engine.engine import Engine
from bot.search.plan_query import plan_query
from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary
from bot.services.library import Library
from tests.search.engine.postings import all_of
from tests.support.library import NOW

LINES = (
    "rust", "nurse", "+js", "k8s", "kube*", "s*", "c++", '"annual leave"', "nurse|engineer", "-java",
    '-"night shift"', "title:nurse", "title:engineer|developer", "-title:senior", "company:citi", "-company:citi",
    "in:london", "in:london!", "-in:london", "in:berlin|leeds", "skill:rust", "skill:kubernetes|sql",
    "-skill:python", "edu:degree", "-edu:degree", "edu:bachelor!", "mode:hybrid", "mode:hybrid,remote",
    "mode:remote!", "-mode:onsite", "-mode:onsite!", "type:full_time", "type:permanent!", "-type:contract",
    "level:senior", "-level:senior", "exp<=3", "exp>=5", "exp<=5!", "pay>=50k", "pay>=50k!", "pay>=50k GBP",
    "pay>=50k GBP/year", "pay>=50k GBP/year!", "pay<=20", "pay>=15/hour", "benefit:pension", "benefit:pension!",
    "-benefit:bonus", "lang:german", "lang:english!", "visa:yes", "visa:no", "posted<30d", "posted>30d",
    "posted>=2026-12-01", "posted<2026-12-01!", "deadline<60d", "deadline>7d", "deadline<2027-03-01", "open:yes",
    "closed:yes", "source:seeds", "source:rust", "-source:rust",
)  # fmt: skip


def test_one_constraint_on_the_seeds(seeds: Library) -> None:
    check(LINES, [seeds.postings.get(PostingId(number)) for number in range(1, 23)])


@pytest.mark.parametrize("seed", range(6))
def test_several_constraints_on_postings_of_chance(seed: int) -> None:
    chance = random.Random(seed)
    postings = list(all_of(chance, 120))
    lines = [" ".join(chance.sample(LINES, chance.randint(1, 3))) for _ in range(60)]
    check(lines, postings)


def check(lines: Sequence[str], postings: Sequence[StoredPosting]) -> None:
    engine = Engine()
    for stored in postings:
        engine.add(stored)
    for today in (NOW.date(), NOW.date() - timedelta(days=90)):
        subjects = [Subject(stored, today) for stored in postings]
        for line in lines:
            query = read_query(line, Vocabulary())
            assert not query.refused, line
            admitted = {subject.stored.id for subject in subjects if query.admits(subject)}
            found = engine.select(plan_query(query, today)).matches(1000).best
            assert {match.posting for match in found} == admitted, line
