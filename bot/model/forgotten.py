"""What was removed when a person asked to be forgotten?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed, counted; `settings` says whether there were any."""

    postings: int
    marks: int
    searches: int
    messages: int
    subscriptions: int
    settings: bool
