"""What do single words of a query line stand for? The tables beside this module, folded and turned round."""

import tomllib
from functools import cache
from importlib.resources import files

_PARTING = str.maketrans({"-": " ", "_": " "})


@cache
def _table(name: str) -> dict[str, object]:
    return tomllib.loads(files("bot.search.reading").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a list such as `talk` or `no`.

    >>> "please" in word_set("talk"), "rust" in word_set("talk")
    (True, False)
    """
    return frozenset(str(_table("terms")[name]).split())


@cache
def spellings(name: str) -> dict[str, str]:
    """Spelling → value of a table such as `mode`; hyphens and underscores read as blanks.

    >>> spellings("mode")["on site"], spellings("currency")["£"]
    ('onsite', 'GBP')
    """
    table = _table("terms")[name]
    assert isinstance(table, dict)
    found = {evened(value): value for value in table}
    for value, names in table.items():
        found.update((evened(spelling), value) for spelling in names.split("|"))
    return found


def evened(word: str) -> str:
    """A folded word with blanks for hyphens and underscores.

    >>> evened("on-site"), evened("full_time")
    ('on site', 'full time')
    """
    return " ".join(word.translate(_PARTING).split())


@cache
def same_places() -> dict[str, tuple[str, ...]]:
    """Each name of a place that has several → all of them, the usual one first.

    >>> same_places()["munchen"]
    ('munich', 'munchen')
    """
    rows = (tuple(map(evened, row.split("="))) for row in str(_table("places")["same"]).strip().splitlines())
    return {name: row for row in rows for name in row}


@cache
def place_names() -> frozenset[str]:
    """Every name of a place that the table holds, parts between blanks.

    >>> "san diego" in place_names(), "finance" in place_names()
    (True, False)
    """
    return frozenset(map(evened, str(_table("places")["names"]).split())) | frozenset(same_places())
