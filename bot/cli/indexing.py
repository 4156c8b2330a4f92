"""How does a person see that the index is made? A bar on standard error, and the command that makes it again."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from bot.cli.options import database_option, failing_clearly
from bot.model.stored import StoredPosting
from bot.services.library import Library, open_library
from bot.services.reindex import rebuild

# Below that, the bar would be gone before it is seen.
_WORTH_A_BAR = 2000


def opened(db: Path) -> Library:
    """The library over the database file; says so when the index has to be made first."""
    return open_library(db, watch=watched)


def watched(reason: str, number: int, postings: Iterable[StoredPosting]) -> Iterable[StoredPosting]:
    """The postings, with the reason and a bar on standard error when there are many."""
    if number < _WORTH_A_BAR:
        yield from postings
        return
    click.echo(f"{reason}: indexing {number:,} postings.", err=True)
    with click.progressbar(postings, length=number, file=sys.stderr) as bar:
        yield from bar
    click.echo("Sorting them into one file.", err=True)


@click.command()
@database_option
def reindex(db: Path) -> None:
    """Make the search index again from the stored postings."""
    with failing_clearly():
        library = opened(db)
        rebuild(library.index.engine, library.changes, library.postings, watch=watched)
        click.echo(f"indexed {len(library.index.engine):,} postings")
