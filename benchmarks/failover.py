"""How soon does a waiting process take over, after a crash and after a hang, and what does the old leader write then?

    python -m benchmarks.failover [ROUNDS]

Two processes run over one database against a Bot API server. In turn the leader is killed (SIGKILL) and stopped
(SIGSTOP, and let go on after the other one leads). Times are until the lease has its new epoch, as parts of the lease;
the limits are a tenth after a crash and 1.25 after a hang. After a hang the old leader has to wait as a standby, and
nothing may bear its epoch that did not before.
"""

import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot.services.library import open_library
from bot.services.load_seeds import load_seeds
from tests.support.emulated_stage import BotProcess, emulator_class
from tests.support.library import NOW, SEEDS

LEASE_SECONDS = 10.0


def main() -> None:
    """Print the times of both kinds and what the old leaders wrote."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    if emulator_class() is None:
        print("no Bot API server is at hand")
        return
    with tempfile.TemporaryDirectory() as folder, emulator_class()(username="rolecall_bot") as emulator:
        pair = [
            BotProcess(emulator, Path(folder), log=f"{number}.log", ROLECALL_LEASE=str(LEASE_SECONDS))
            for number in range(2)
        ]
        _fill(pair[0].database)
        pair[0].start()
        emulator.wait_ready(timeout=60)
        pair[1].start()
        pair[1].says("takes over")
        crashes = [_crash(pair) for _ in range(rounds)]
        hangs, written = zip(*(_hang(pair) for _ in range(rounds)), strict=True)
        for name, times in (("crash", crashes), ("hang", hangs)):
            parts = [seconds / LEASE_SECONDS for seconds in times]
            print(f"{name}: median {statistics.median(parts):.3f} leases, longest {max(parts):.3f} ({rounds} rounds)")
        print(f"rows written by an old leader after the other one led: {sum(written)}")
        for process in pair:
            process.end()


def _fill(database: Path) -> None:
    library = open_library(database)
    load_seeds(library, SEEDS, now=NOW)
    library.close()


def _crash(pair: list[BotProcess]) -> float:
    """Kills the leader and returns the seconds until the other one leads; starts the first one again as a standby."""
    leader = pair[0]
    before = _epoch(leader.database)
    leader.end(signal.SIGKILL)
    seconds = _until_epoch(leader.database, before + 1)
    leader.errors.unlink()
    leader.start()
    leader.says("takes over")
    pair.reverse()
    time.sleep(1)
    return seconds


def _hang(pair: list[BotProcess]) -> tuple[float, int]:
    """Stops the leader, lets it go on when the other one leads, and returns the seconds and what it wrote then."""
    leader = pair[0]
    before = _epoch(leader.database)
    leader.errors.write_text("")
    leader.hang()
    seconds = _until_epoch(leader.database, before + 1)
    marked = _marked(leader.database, before)
    leader.go_on()
    leader.says("takes over")
    pair.reverse()
    time.sleep(1)
    return seconds, abs(_marked(leader.database, before) - marked)


def _until_epoch(database: Path, epoch: int) -> float:
    start = time.monotonic()
    while _epoch(database) < epoch:
        time.sleep(0.005)
    return time.monotonic() - start


def _epoch(database: Path) -> int:
    return _number(database, "select epoch from lease")


def _marked(database: Path, epoch: int) -> int:
    return _number(database, f"select count(*) from outbox where epoch = {epoch}")


def _number(database: Path, query: str) -> int:
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.close()


if __name__ == "__main__":
    main()
