"""Words of a question lead to the posting whose name they are taken from."""

import pytest

from bot.answers.names import Names
from bot.model.posting import PostingId
from bot.services.library import Library


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("the citi rust one", [1]),
        ("the python job at citi", [2]),
        ("the pay on the python job", [2]),
        ("nurse in leeds", [3]),
        ("electrican", [17]),
        ("anything in glasgow", [17]),
        ("zzz", []),
        ("", []),
        ("the job of the company", []),
    ],
)
def test_a_name_leads_to_its_posting(seeds: Library, line: str, numbers: list[int]) -> None:
    assert list(seeds.names.named(line)) == numbers


def test_a_posting_that_is_gone_is_no_longer_named(seeds: Library) -> None:
    names = Names(seeds.postings.all())
    names.remove(PostingId(3))
    assert PostingId(3) not in names
    assert not names.spells("nurse")
    assert names.named("nurse") == ()
    names.add(seeds.postings.get(PostingId(3)))
    assert names.ids() == seeds.names.ids()
