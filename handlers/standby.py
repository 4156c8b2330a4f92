"""How does a process wait until it may lead, and how does it keep the lead? Everything is loaded while it waits.

A leader renews its lease several times within it, through the event loop and the worker's thread, so that one in which
either is stuck stops leading. What another leader must not do twice is asked of `Helm` before it is done.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.services.deliver import take_back
from bot.services.lead import Candidate, Lead
from bot.services.library import Library
from handlers.worker import Worker

_LOOKS_PER_LEASE = 50
_RENEWALS_PER_LEASE = 5
_SECONDS_BETWEEN_CATCHING_UP = 10.0


def wait_for_lead(worker: Worker, candidate: Candidate, waiting: Callable[[], None], *, pause: float) -> Lead:
    """The lead, as soon as this process has it; `waiting` is called once when another one has it now."""
    lead = worker.run_now(candidate.look)
    if lead is None:
        waiting()
    caught_up = time.monotonic()
    while lead is None:
        time.sleep(pause)
        if time.monotonic() - caught_up > _SECONDS_BETWEEN_CATCHING_UP:
            worker.run_now(Library.catch_up)
            caught_up = time.monotonic()
        lead = worker.run_now(candidate.look)
    worker.run_now(Library.catch_up)
    return lead


def pause_between_looks(lease_seconds: float) -> float:
    """How long a waiting process sleeps: so short that a crash is seen within a small part of the lease."""
    return lease_seconds / _LOOKS_PER_LEASE


@dataclass(slots=True)
class Helm:
    """The lead in use. Without one (a conversation in a terminal, a test) nobody else can lead."""

    lead: Lead | None = None

    @property
    def after_hang(self) -> bool:
        """Whether an earlier leader hangs, so that it may still hold ports."""
        return self.lead is not None and self.lead.after_hang

    async def assure(self, worker: Worker) -> None:
        """Returns when this process leads for sure; raises LeaseError when another one does."""
        if self.lead is not None and self.lead.lapsed:
            await worker.run_urgently(self.lead.renew)

    async def check(self, worker: Worker) -> None:
        """Raises LeaseError when another process leads."""
        if self.lead is not None:
            await worker.run_urgently(self.lead.renew)

    async def keep(self, worker: Worker, *, freed: Callable[[], None]) -> None:
        """Renews until cancelled; `freed` is called when what an ended leader had on the wire is queued again."""
        lead = self.lead
        while lead is not None:
            await asyncio.sleep(lead.seconds / _RENEWALS_PER_LEASE)
            await worker.run_urgently(lead.renew)
            if await worker.run_urgently(take_back, but_of=await asyncio.to_thread(lead.still_there)):
                freed()
