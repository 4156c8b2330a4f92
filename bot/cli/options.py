"""Which option do all commands share, and what does a person see when one fails? One line on standard error."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.errors import BotError
from bot.settings import read_settings


def _in_force(context: click.Context, _: click.Parameter, named: Path | None) -> Path:
    """The database file: named behind the command, before it, in the environment, or the default."""
    return named or context.obj or _from_settings()


def _from_settings() -> Path:
    with failing_clearly():
        return read_settings().db


database_option = click.option(
    "--db", type=click.Path(path_type=Path), default=None, callback=_in_force, help="The database file."
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@contextmanager
def failing_clearly() -> Iterator[None]:
    """Turns an error of ours into one line on standard error and exit status 1."""
    try:
        yield
    except BotError as error:
        text = str(error)
        click.echo(f"rolecall: {text if text.endswith('?') else text.rstrip('.') + '.'}", err=True)
        raise SystemExit(1) from None


def now() -> datetime:
    """The current time, aware, in UTC."""
    return datetime.now(UTC)
