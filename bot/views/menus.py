"""Which commands does a menu show, to whom, in which language? Telegram shows the menu of the reader's app language."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.views.commands import COMMANDS, Command, Scope

_TABLE = Path(__file__).with_name("menus.toml")
_SHOWN = {
    Scope.PRIVATE: frozenset(Scope),
    Scope.GROUPS: frozenset({Scope.GROUPS}),
    Scope.ADMINISTRATORS: frozenset({Scope.GROUPS, Scope.ADMINISTRATORS}),
}


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of one scope; `language` is "" for everybody whose language has none of its own."""

    scope: Scope
    language: str
    entries: tuple[tuple[str, str], ...]


def menus() -> Sequence[Menu]:
    """Every menu, that of any language first."""
    return tuple(
        Menu(scope, language, tuple((each.name, _summary(each, language)) for each in _of(scope)))
        for scope in Scope
        for language in ("", *_phrases())
    )


def _of(scope: Scope) -> Sequence[Command]:
    return tuple(command for command in COMMANDS if command.scope in _SHOWN[scope])


def _summary(command: Command, language: str) -> str:
    return _phrases().get(language, {}).get(command.name, command.summary)


@cache
def _phrases() -> dict[str, dict[str, str]]:
    """The lines by language and command."""
    phrases: dict[str, dict[str, str]] = tomllib.loads(_TABLE.read_text("utf-8"))
    return phrases
