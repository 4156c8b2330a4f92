"""A library whose transactions are each taken back once and repeated, as another database may do at any time."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from typing import TypeVar

from bot.services.library import Library

T = TypeVar("T")


class _AgainError(Exception):
    """Takes a transaction back."""


class RepeatingLibrary(Library):
    """Runs everything twice; only the second time stays."""

    @classmethod
    def over(cls, library: Library) -> "RepeatingLibrary":
        """The same stores and indexes."""
        return cls(*(getattr(library, each.name) for each in fields(library)))

    def run(self, function: Callable[[], T]) -> T:
        """The result of the second time; inside another transaction there is none of its own to repeat."""
        if self.changes.in_doubt:
            return function()

        def once() -> None:
            function()
            raise _AgainError

        with suppress(_AgainError):
            super().run(once)
        return super().run(function)
