"""The operator sees what became of digests and alerts, and nothing of what they say."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import cli
from bot.model.outgoing import OutgoingId, State
from bot.services.add_postings import add_text
from bot.services.digest import run_due
from bot.services.drafting import keep, write
from bot.services.library import open_library
from bot.services.traffic import traffic
from handlers.metrics import Metrics
from handlers.ticking import messages_of

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PAGE = "Welder\nFirm {number} Ltd\nBerlin\n\nRequirements\n- 2 years of experience in welding, order {number}\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database in which chat 5 was sent a digest, chat 6 has gone, and one for chat 7 waits for its hours of rest."""
    file = tmp_path / "r.db"
    library = open_library(file)
    for chat, line in ((5, "welder daily 8:00"), (6, "welder daily 9:00"), (7, "welder mon 8:00")):
        keep(library, write(library, line, chat=chat, owner=chat, now=START).draft.id, chat=chat, now=START)
    add_text(library, PAGE.format(number=1), source="test", now=START)
    later = START + timedelta(days=1)
    run_due(library, now=later, render=messages_of)
    stamp = round(later.timestamp() * 1000)
    library.outbox.mark_sending([OutgoingId(1), OutgoingId(2)], now=stamp)
    library.outbox.mark_ended(OutgoingId(1), State.SENT, now=stamp + 400, message=77)
    library.outbox.mark_ended(OutgoingId(2), State.PAUSED, now=stamp + 500, reason="Forbidden: bot was blocked")
    library.close()
    return file


def test_each_delivery_is_an_object_with_its_subscription_and_outcome(db: Path) -> None:
    done = CliRunner().invoke(cli, ["deliveries", "--db", str(db), "--json"])
    second, first = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["subscription"], first["chat"], first["state"], first["message"]) == (1, 5, "sent", 77)
    assert (first["ended"], first["attempts"]) == ("2026-03-03T12:00:00.400000+00:00", 1)
    assert (second["subscription"], second["state"], second["deferred"]) == (2, "paused", True)
    assert second["reason"] == "Forbidden: bot was blocked"
    assert "Welder" not in done.stdout


def test_the_table_counts_everything(db: Path) -> None:
    done = CliRunner().invoke(cli, ["deliveries", "--db", str(db), "--state", "paused"])
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].split()[:3] == ["id", "why", "of"]
    assert "paused, deferred" in lines[1]
    assert "digest: 1 sent, 1 paused" in lines
    assert "subscriptions: 3 active, 0 paused, 0 unreachable; the longest overdue waits" in done.stdout


def test_an_empty_ledger_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["deliveries", "--db", str(tmp_path / "r.db")])
    assert done.stdout == (
        "No digest or alert has been queued yet.\nsubscriptions: 0 active, 0 paused, 0 unreachable\n"
    )


def test_prometheus_is_told_the_same(db: Path) -> None:
    library = open_library(db)
    metrics = Metrics()
    metrics.ran(3, 2)
    page = metrics.page({}, 1, traffic(library, now=START + timedelta(days=1))).decode()
    for line in (
        'rolecall_deliveries{purpose="digest",state="sent"} 1.0',
        'rolecall_deliveries{purpose="digest",state="paused"} 1.0',
        'rolecall_subscriptions{standing="active"} 3.0',
        'rolecall_digest_runs_total{outcome="silent"} 1.0',
        "rolecall_overdue_seconds 0.0",
    ):
        assert line in page
