"""Why can a query line not be read? One line that says what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with one piece of the line, and what would be right."""

    reason: str
