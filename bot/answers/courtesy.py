"""Is a message a greeting, thanks, or a question about the bot itself? Then it is no search for the word "thanks"."""

import tomllib
from functools import cache
from importlib.resources import files

from bot.model.courtesy import Courtesy
from bot.text.tokens import fold, plain_words

_LONGEST = 80


def read_courtesy(text: str) -> Courtesy | None:
    """What the whole message is, None when it says anything beyond.

    >>> read_courtesy("Thanks!"), read_courtesy("¿Cómo funciona?"), read_courtesy("hello kitty")
    (<Courtesy.THANKS: 'thanks'>, <Courtesy.HELP: 'help'>, None)
    """
    return _phrases().get(" ".join(plain_words(fold(text)))) if len(text) <= _LONGEST else None


@cache
def _phrases() -> dict[str, Courtesy]:
    table = tomllib.loads(files("bot.answers").joinpath("courtesies.toml").read_text("utf-8"))
    return {phrase: Courtesy(name) for name, entry in table.items() for phrase in entry["phrases"]}
