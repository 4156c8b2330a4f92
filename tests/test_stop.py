"""Does a process end cleanly when it is told to before it has begun?"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.emulated_stage import inherited


def _started(folder: Path, *, blocked: signal.Signals) -> subprocess.Popen[str]:
    """`rolecall run` with a signal blocked from before its first instruction."""
    settings = {"TELEGRAM_BOT_TOKEN": "1000:token", "TELEGRAM_API_URL": "http://127.0.0.1:1"}
    with inherited([blocked]):
        return subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--db", str(folder / "rolecall.db")],
            env={**os.environ, **settings},
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_that_came_before_the_interpreter_was_up_is_a_clean_end(tmp_path: Path, number: signal.Signals) -> None:
    process = _started(tmp_path, blocked=number)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "")
    assert not list(tmp_path.iterdir()), "nothing had been begun"
