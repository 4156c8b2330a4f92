"""Conditions on whatever can be measured: weekly hours, the length of a contract, the size of a company."""

from bot.answers.many.condition import SILENT, Condition, Judged, judged
from bot.answers.many.measures import MEASURES
from bot.answers.many.on_numbers import Bound
from bot.model.stored import StoredPosting

_VERBS = {"hours": "is worked", "duration": "runs", "company_size": "has"}
_WEEKS = 4.345


def keeps(topic: str, bound: Bound, unit: str) -> Condition:
    """The figure of the topic keeps the limit; one in another unit does not count. Months and weeks meet."""
    measure = MEASURES[topic]

    def judge(stored: StoredPosting) -> Judged:
        measured = measure.of(stored)
        if measured is None:
            return SILENT
        value = measured[1] * (_WEEKS if topic == "duration" and unit == "weeks" else 1.0)
        return judged(holds=bound.holds(value), found=measure.found(stored))

    return Condition(f"{_VERBS[topic]} {bound.words} {unit}", judge)
