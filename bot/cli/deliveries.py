"""Which command shows what was sent without being asked for? The ledger of digests and alerts, for who runs the bot."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.indexing import opened
from bot.cli.options import database_option, failing_clearly, json_option, now
from bot.model.delivery import Delivery, Traffic
from bot.model.outgoing import Purpose, State
from bot.model.subscription import Standing
from bot.services.traffic import last_deliveries, traffic

_LIMIT = 50
_HEAD = ("id", "why", "of", "chat", "state", "due (UTC)", "ended (UTC)", "tries", "reason")


@click.command()
@database_option
@json_option
@click.option(
    "--state", "states", multiple=True, type=click.Choice([state.value for state in State]), help="Only these."
)
@click.option("--replies", is_flag=True, help="Also what answered somebody.")
@click.option("--limit", type=click.IntRange(min=1), default=_LIMIT, show_default=True, help="At most so many.")
def deliveries(db: Path, states: tuple[str, ...], limit: int, *, replies: bool, as_json: bool) -> None:
    """What became of digests and alerts: the latest first, and everything counted."""
    with failing_clearly():
        library, moment = opened(db), now()
        wanted = tuple(State(state) for state in states)
        found = last_deliveries(library, states=wanted, replies=replies, limit=limit, now=moment)
        if as_json:
            for each in found:
                click.echo(json.dumps(_keys(each)))
            return
        for line in (*_table(found), *_counted(traffic(library, now=moment), replies=replies)):
            click.echo(line)


def _keys(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "purpose": delivery.purpose.value,
        "subscription": delivery.subscription,
        "chat": delivery.chat,
        "thread": delivery.thread,
        "state": delivery.state.value,
        "deferred": delivery.deferred,
        "due": delivery.due.isoformat(),
        "queued": delivery.queued.isoformat(),
        "ended": delivery.ended.isoformat() if delivery.ended else None,
        "attempts": delivery.attempts,
        "reason": delivery.reason,
        "message": delivery.message,
    }


def _table(found: Sequence[Delivery]) -> Iterator[str]:
    if not found:
        return
    rows = [_HEAD, *(_row(each) for each in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""


def _row(delivery: Delivery) -> tuple[str, ...]:
    state = f"{delivery.state.value}, deferred" if delivery.deferred else delivery.state.value
    return (
        str(delivery.id),
        delivery.purpose.value,
        "" if delivery.subscription is None else f"subscription {delivery.subscription}",
        str(delivery.chat) if delivery.thread is None else f"{delivery.chat} topic {delivery.thread}",
        state,
        _time(delivery.due),
        _time(delivery.ended),
        str(delivery.attempts),
        delivery.reason or "",
    )


def _time(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else "–"


def _counted(seen: Traffic, *, replies: bool) -> Iterator[str]:
    for purpose in Purpose:
        states = [(state, seen.messages.get((purpose, state), 0)) for state in State]
        told = [f"{number} {state.value}" for state, number in states if number]
        if told and (replies or purpose is not Purpose.REPLY):
            yield f"{purpose.value}: {', '.join(told)}"
    if not any(purpose is not Purpose.REPLY for purpose, _ in seen.messages):
        yield "No digest or alert has been queued yet."
    standings = ", ".join(f"{seen.subscriptions.get(each, 0)} {each.value}" for each in Standing)
    overdue = f"; the longest overdue waits {seen.overdue_seconds:.0f} s" if seen.overdue_seconds else ""
    yield f"subscriptions: {standings}{overdue}"
