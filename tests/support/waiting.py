"""How does a test wait for what happens elsewhere? It looks again and again, and gives up late."""

import time
from collections.abc import Callable

# On a machine that does much else, an answer takes seconds.
PATIENCE_SECONDS = 60.0
_LOOK_SECONDS = 0.02


def wait_until(condition: Callable[[], object]) -> None:
    """Returns when the condition holds; fails when it does not for a long time."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it never happens"
        time.sleep(_LOOK_SECONDS)
