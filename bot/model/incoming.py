"""What arrives from Telegram? An update as it is stored before anybody acts on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update as it arrived: its number and its JSON."""

    number: int
    payload: str
