"""Which terms does a table hold? The TOML files beside this module, read once."""

import tomllib
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
