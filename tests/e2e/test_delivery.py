"""Digests that are all due at once, against a Bot API server that limits; `benchmarks/delivery.py` has many more."""

from pathlib import Path

import pytest

from benchmarks.delivery import deliver
from tests.support.emulated_stage import emulator_class


@pytest.mark.parametrize("standby", [False, True], ids=["started again", "a standby takes over"])
def test_kills_lose_nothing_and_repeat_only_what_was_on_the_wire(tmp_path: Path, standby: bool) -> None:
    if emulator_class() is None:
        pytest.skip("no Bot API server is at hand")
    outcome = deliver(tmp_path, 150, every=3.0, standby=standby)
    assert (outcome.lost, outcome.unexplained, outcome.refused) == (0, 0, 0)


def test_without_kills_everything_comes_once_and_within_the_limits(tmp_path: Path) -> None:
    if emulator_class() is None:
        pytest.skip("no Bot API server is at hand")
    outcome = deliver(tmp_path, 120, every=0.0, standby=False)
    assert (outcome.lost, outcome.doubled, outcome.refused) == (0, 0, 0)
