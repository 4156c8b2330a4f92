"""Which terms does a table hold? The TOML files beside this module, read once; and how a list of terms becomes a pattern."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table of terms `name`, as its TOML file says it; raises FileNotFoundError for an unknown name.

    >>> sorted(table("headings"))[:2]
    ['about', 'advice']
    """
    return tomllib.loads(files("bot.parsing.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


def one_of(terms: Iterable[str]) -> str:
    """A pattern for any one of the terms, longer ones first; a blank stands for any white space.

    >>> one_of(("start", "start date"))
    'start\\\\sdate|start'
    """
    return "|".join(
        re.escape(term).replace(r"\ ", r"\s") for term in sorted(terms, key=lambda term: (-len(term), term))
    )


def turns(name: str, group: str) -> str:
    """A pattern for any one of the turns of phrase of a group, in the order of the table; each is a pattern itself.

    >>> turns("titles", "chips").startswith("[$£€]|")
    True
    """
    return "|".join(table(name)[group])


@cache
def folder(name: str) -> tuple[str, ...]:
    """The names of the tables in a folder of tables, sorted.

    >>> folder("skills")[0]
    'skills/ambiguous'
    """
    inside = files("bot.parsing.lexicon").joinpath(name).iterdir()
    return tuple(sorted(f"{name}/{each.name.removesuffix('.toml')}" for each in inside if each.name.endswith(".toml")))
