"""What can another process see of a database without a lock? How much it holds, and who leads."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StoreError
from bot.store.database import guarded
from bot.store.leases import Lease


@dataclass(frozen=True, slots=True)
class Pulse:
    """The number of postings, and the lead with its last renewal."""

    postings: int
    lease: Lease


def read_pulse(path: Path) -> Pulse:
    """What can be seen of a database that is opened for reading alone; raises StoreError when it cannot be read."""
    if not path.is_file():
        raise StoreError(f"{path} does not exist; `rolecall run` makes it.")
    with guarded(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2)
        try:
            postings = connection.execute("select count(*) from postings").fetchone()[0]
            lease = connection.execute("select epoch, process, place, renewals, renewed from lease").fetchone()
        finally:
            connection.close()
    return Pulse(postings, Lease(*lease))
