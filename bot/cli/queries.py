"""Which commands search and answer? `find` and `ask`, one at a time or in batches of JSON lines."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from bot.cli import lines, readable
from bot.cli.indexing import opened
from bot.cli.options import database_option, failing_clearly, json_option, now
from bot.errors import UserError
from bot.model.posting import PostingId
from bot.services.ask_question import ask as ask_service
from bot.services.find_postings import find_postings
from bot.services.library import Library

_LIMIT = 10


@click.command()
@click.argument("query", required=False)
@database_option
@json_option
@click.option("--limit", type=click.IntRange(1, 1000), default=_LIMIT, help="How many hits to show.")
@click.option("--explain", is_flag=True, help="Show the score of each hit term by term.")
@click.option(
    "--batch", type=click.Path(allow_dash=True), help="JSON lines with id, query, limit; - for standard input."
)
def find(query: str | None, db: Path, limit: int, batch: str | None, *, as_json: bool, explain: bool) -> None:
    """Search the stored postings."""
    with failing_clearly():
        library = opened(db)
        if batch is not None:
            _each(batch, lambda entry: _found_line(library, entry))
            return
        finding = find_postings(library, _needed(query, "query"), limit=limit, now=now(), explained=explain)
        click.echo(
            lines.page_line(finding.page, finding.postings)
            if as_json
            else readable.page_text(finding.page, finding.postings, explain=explain)
        )


@click.command()
@click.argument("question", required=False)
@database_option
@json_option
@click.option("--posting", type=int, help="The posting that the question is about.")
@click.option(
    "--batch", type=click.Path(allow_dash=True), help="JSON lines with id and question; - for standard input."
)
def ask(question: str | None, db: Path, posting: int | None, batch: str | None, *, as_json: bool) -> None:
    """Answer a question about the stored postings."""
    with failing_clearly():
        library = opened(db)
        if batch is not None:
            _each(batch, lambda entry: _answer_line(library, entry))
            return
        focus = None if posting is None else PostingId(posting)
        answer = ask_service(library, _needed(question, "question"), posting=focus)
        click.echo(lines.answer_line(answer) if as_json else readable.answer_text(answer))


def _needed(text: str | None, name: str) -> str:
    if text is None:
        raise click.UsageError(f"give a {name}, or --batch FILE")
    return text


def _each(batch: str, respond: Callable[[dict[str, Any]], str]) -> None:
    """One line out for each line in, in the same order; a line that is no request gives a line with its error."""
    for number, line in enumerate(_batch_lines(batch), start=1):
        try:
            entry = json.loads(line)
        except json.JSONDecodeError:
            entry = None
        if not isinstance(entry, dict):
            click.echo(lines.error_line(None, f"line {number} is no JSON object"))
            continue
        try:
            click.echo(respond(entry))
        except UserError as error:
            click.echo(lines.error_line(entry.get("id"), str(error)))


def _batch_lines(batch: str) -> Iterator[str]:
    if batch == "-":
        yield from (line for line in sys.stdin if line.strip())
        return
    try:
        with Path(batch).open(encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except (OSError, UnicodeDecodeError):
        raise UserError(f"{batch} cannot be read; name a file of JSON lines") from None


def _found_line(library: Library, entry: dict[str, Any]) -> str:
    query, limit = entry.get("query"), entry.get("limit") or _LIMIT
    if not isinstance(query, str) or not isinstance(limit, int) or limit < 1:
        raise UserError('a line needs "query" as text, and "limit" as a positive number if it has one')
    finding = find_postings(library, query, limit=limit, now=now())
    return lines.page_line(finding.page, finding.postings, identity=entry.get("id"))


def _answer_line(library: Library, entry: dict[str, Any]) -> str:
    question, posting = entry.get("question"), entry.get("posting")
    within, previous = entry.get("postings"), entry.get("previous")
    if not isinstance(question, str) or not isinstance(previous, str | None):
        raise UserError('a line needs "question" as text, and "previous" as text if it has one')
    if not isinstance(within, list | None):
        raise UserError('"postings" is a list of numbers of postings')
    answer = ask_service(
        library,
        question,
        posting=None if posting is None else _number(posting),
        within=None if within is None else tuple(_number(number) for number in within),
        previous=previous,
    )
    return lines.answer_line(answer, identity=entry.get("id"))


def _number(value: object) -> PostingId:
    """The number of a posting, given as a number or as its digits; raises UserError for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return PostingId(value)
    if isinstance(value, str) and value.isdecimal():
        return PostingId(int(value))
    raise UserError(f"{json.dumps(value)} is no number of a posting")
