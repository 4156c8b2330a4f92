"""The tables of README, made from the code; `python -m tests.support.documents` writes them into README."""

import re
from pathlib import Path

from bot.search.read_query import read_query
from bot.search.reading.keys import KEYS
from bot.search.vocabulary import Vocabulary
from bot.settings import Settings
from bot.views.commands import COMMANDS

README = Path(__file__).parents[2] / "README.md"


def commands_table() -> str:
    """One row per command of the table."""
    rows = (f"| `/{f'{command.name} {command.usage}'.strip()}` | {command.summary} |" for command in COMMANDS)
    return "\n".join(("| command | what it does |", "| --- | --- |", *rows))


def settings_table() -> str:
    """One row per setting."""
    rows = []
    for field in Settings.model_fields.values():
        alias = getattr(field.validation_alias, "choices", [""])[0]
        default = "none" if field.default is None else f"`{field.default}`" if alias != "ROLECALL_SEEDS" else "`seeds/`"
        rows.append(f"| `{alias}` | {default} | {field.description} |")
    return "\n".join(("| setting | default | meaning |", "| --- | --- | --- |", *rows))


def keys_table() -> str:
    """One row per key of the query language."""
    rows = []
    for key in KEYS:
        constraint = read_query(key.example, Vocabulary()).constraints[0]
        silence = "passes" if constraint.silence_passes else "does not pass"
        rows.append(f"| `{key.example}` | {key.summary} | {silence} |")
    return "\n".join(("| key | what it asks for | not stated |", "| --- | --- | --- |", *rows))


def with_tables(readme: str) -> str:
    """README with its tables as the code has them."""
    tables = (("commands", commands_table()), ("settings", settings_table()), ("keys", keys_table()))
    for name, table in tables:
        block = f"<!-- {name} -->\n{table}\n<!-- /{name} -->"
        readme = re.sub(f"<!-- {name} -->.*?<!-- /{name} -->", lambda _, block=block: block, readme, flags=re.DOTALL)
    return readme


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
