"""Is the bot alive? One line for a person or a container's health check."""

from datetime import datetime
from pathlib import Path

from bot.errors import StoreError
from bot.services.holder import Holder
from bot.services.lead_locks import LeadLocks
from bot.services.take_turn import milliseconds
from bot.store.pulse import read_pulse

# A renewal comes every few seconds; so many without one mean that the process hangs.
_SILENT_SECONDS = 90


def health_of(path: Path, *, now: datetime) -> str:
    """One line on a healthy bot and database; raises StoreError that says what is wrong."""
    pulse = read_pulse(path)
    postings = f"{pulse.postings} posting{'' if pulse.postings == 1 else 's'}"
    if LeadLocks(path).has_ended(pulse.lease.epoch):
        return f"ok: {postings}; no bot is running"
    holder = Holder(pulse.lease.process, pulse.lease.place)
    silent = max((milliseconds(now) - pulse.lease.renewed) // 1000, 0)
    if silent > _SILENT_SECONDS:
        raise StoreError("The bot runs but gives no sign of life; restart it.")
    return f"ok: {postings}; the bot ({holder.described}) gave a sign of life {silent} s ago"
