"""Which commands store, read and show postings? `add`, `parse`, `show` and `list`."""

from pathlib import Path

import click

from bot.cli import lines, readable
from bot.cli.indexing import opened
from bot.cli.options import database_option, failing_clearly, json_option, now
from bot.errors import UserError
from bot.intake.files import expand, read_source
from bot.model.posting import PostingId
from bot.model.receipt import Receipt, ReceiptStatus
from bot.parsing.page.several import split_postings
from bot.parsing.parse_posting import parse_posting
from bot.services.add_postings import add_pages
from bot.services.library import Library


@click.command()
@click.argument("sources", nargs=-1, required=True)
@database_option
@json_option
def add(sources: tuple[str, ...], db: Path, *, as_json: bool) -> None:
    """Store postings from files, folders, https addresses or standard input ("-")."""
    with failing_clearly():
        library = opened(db)
        kept = False
        for source in expand(sources):
            for receipt in _added(library, source):
                click.echo(lines.receipt_line(receipt) if as_json else readable.receipt_text(receipt))
                kept = kept or receipt.status is not ReceiptStatus.REFUSED
        if not kept:
            raise UserError("nothing was stored; the lines above say why")


def _added(library: Library, source: str) -> tuple[Receipt, ...]:
    try:
        return add_pages(library, read_source(source), source=source, now=now())
    except UserError as error:
        return (Receipt(source, ReceiptStatus.REFUSED, reason=str(error)),)


@click.command()
@click.argument("files", nargs=-1, required=True)
@json_option
@click.option("--trace", is_flag=True, help="Add the rule that read each value.")
def parse(files: tuple[str, ...], *, as_json: bool, trace: bool) -> None:
    """Read postings without storing them; show every field with the words that prove it."""
    with failing_clearly():
        failed = [source for source in expand(files) if not _parsed(source, as_json=as_json, trace=trace)]
        if len(failed) == len(tuple(expand(files))):
            raise UserError("no file could be read; the lines above say why")


def _parsed(source: str, *, as_json: bool, trace: bool) -> bool:
    """Prints the reading of each posting of one source; False when it could not be read at all."""
    try:
        pages = read_source(source)
    except UserError as error:
        click.echo(lines.refused_line(source, str(error)) if as_json else f"{source}: not read: {error}")
        return False
    for page in (page for whole in pages for page in split_postings(whole)):
        reading = parse_posting(page, received=now().date())
        text = lines.reading_line(source, reading) if as_json else readable.reading_text(source, reading, trace=trace)
        click.echo(text)
    return True


@click.command()
@click.argument("number", metavar="ID", type=int)
@database_option
@json_option
def show(number: int, db: Path, *, as_json: bool) -> None:
    """Show one stored posting."""
    with failing_clearly():
        stored = opened(db).postings.get(PostingId(number))
        click.echo(lines.stored_line(stored, whole=True) if as_json else readable.stored_text(stored))


@click.command(name="list")
@database_option
@json_option
def list_postings(db: Path, *, as_json: bool) -> None:
    """List every stored posting."""
    with failing_clearly():
        library = opened(db)
        for stored in library.postings.all():
            click.echo(lines.stored_line(stored, whole=False) if as_json else f"#{stored.id} {stored.name}")
        if not library.postings.count():
            click.echo("No postings yet: add some with `rolecall add FILE`.", err=True)
