"""How does time pass in a terminal? As it does outside, or at once by `/skip 1d`, with everything due on the way."""

import re
from datetime import timedelta

from bot.services.digest import next_due
from handlers.console.world import World
from handlers.context import House
from handlers.ticking import tick

_SPAN = re.compile(r"/skip\s+(\d{1,4})\s?(m|h|d|w)[a-z]*")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_LONGEST = timedelta(days=366)


def skipped_by(line: str) -> timedelta | None:
    """How much time a typed line skips, or None when it is no such line.

    >>> skipped_by("/skip 2 days"), skipped_by("/skip 90m"), skipped_by("/skip"), skipped_by("skip 1d")
    (datetime.timedelta(days=2), datetime.timedelta(seconds=5400), None, None)
    """
    match = _SPAN.fullmatch(line.strip().lower())
    return min(int(match[1]) * _UNITS[match[2]], _LONGEST) if match else None


async def skip(house: House, world: World, span: timedelta) -> None:
    """Lets the time pass, and stops wherever something is due."""
    end = world.ahead + span
    while world.ahead < end:
        # A tick may make more due, such as what is told at once.
        await tick(house)
        due = await house.worker.run(next_due)
        ahead = end if due is None else min(due - world.clock(), end)
        world.ahead = ahead if ahead > world.ahead else end
    await tick(house)
