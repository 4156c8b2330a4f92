"""Which process is this, and how does one end another that hangs? By its number, where both see the same numbers.

A number is used again some time after its process has ended. So nobody is ended by it alone: whoever does that knows
that the process still holds a lock of the kernel's, and then the number is still its own.
"""

import os
import signal
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_NAMESPACE = Path("/proc/self/ns/pid")


@dataclass(frozen=True, slots=True)
class Holder:
    """A process: its number, and the place in which this number means it (host and namespace)."""

    process: int
    place: str

    @property
    def described(self) -> str:
        """The process in words."""
        return f"process {self.process} on {self.place.split('/')[0]}"


def this_process() -> Holder:
    """The running process."""
    namespace = ""
    with suppress(OSError):
        namespace = os.readlink(_NAMESPACE)  # noqa: PTH115 - it leads to no path
    return Holder(os.getpid(), f"{socket.gethostname()}/{namespace}")


def end_at_once(holder: Holder) -> bool:
    """Ends a process that is still there, without a word to it; returns whether it could be reached from here."""
    if holder.place != this_process().place or holder.process == os.getpid():
        return False
    try:
        os.kill(holder.process, signal.SIGKILL)
    except OSError:
        return False
    return True
