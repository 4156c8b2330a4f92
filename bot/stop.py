"""How does a process end when it is told to? Cleanly at any moment, with exit status 0.

Until something is at work that can be asked to stop, it ends at once: what it has begun in the database is taken back
there, and locks are let go by the kernel. This module imports nothing that takes time, so that it can be there first.

Before it is there, the interpreter starts, and a signal ends that with the signal's own status. Who starts the process
with the signal blocked (`env --block-signal=TERM rolecall run`) closes the gap: the kernel keeps it until it is heeded.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stop:
    """What SIGTERM and SIGINT lead to in this process, once it heeds them."""

    def __init__(self) -> None:
        self._ask: Callable[[], object] | None = None

    def heed(self) -> None:
        """From now on both signals are a clean end."""
        for number in _SIGNALS:
            signal.signal(number, lambda *_: self._come())

    def let_in(self) -> None:
        """Lets in the signals that were blocked when the process was started; one that came before comes now."""
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)

    @contextmanager
    def through(self, ask: Callable[[], object]) -> Iterator[None]:
        """Within the block a signal calls `ask`, which makes the block end soon."""
        self._ask = ask
        try:
            yield
        finally:
            self._ask = None

    def _come(self) -> None:
        if self._ask is None:
            os._exit(0)
        self._ask()
