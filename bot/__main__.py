"""Where everything is wired: settings, library, worker, application, and the command line over them.

The only module that knows both sides; it decides nothing.
"""

import sys

from bot.stop import Stop

STOP = Stop()
if "run" in sys.argv:
    # The imports below take a second, in which a stop is a clean end as well.
    STOP.heed()
STOP.let_in()

import asyncio
import time
from functools import partial
from pathlib import Path

import click

from bot.cli.deliveries import deliveries
from bot.cli.indexing import opened, reindex
from bot.cli.options import database_option, failing_clearly, now
from bot.cli.postings import add, list_postings, parse, show
from bot.cli.queries import ask, find
from bot.logs import set_up_logging
from bot.errors import LeaseError, StoreError
from bot.services.health import health_of
from bot.services.holder import this_process
from bot.services.lead import Candidate
from bot.services.library import Library
from bot.services.load_seeds import load_seeds
from bot.settings import Settings, read_settings
from handlers.app import build_console_application, build_telegram_application
from handlers.console.terminal import converse, terminal_lines
from handlers.run import Intake, run_until_stopped, take_polling
from handlers.server import beside_metrics
from handlers.standby import pause_between_looks, wait_for_lead
from handlers.webhook import Webhook, take_webhook
from handlers.worker import Worker

seeds_option = click.option("--no-seeds", is_flag=True, help="Start with an empty database.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolecall")
@click.option("--db", type=click.Path(path_type=Path), default=None, help="The database file.")
@click.pass_context
def cli(context: click.Context, db: Path | None) -> None:
    """Collect job postings, search them, and ask questions that they answer in their own words."""
    context.obj = db


@cli.command()
@database_option
@seeds_option
def run(db: Path, *, no_seeds: bool) -> None:
    """The Telegram bot; needs TELEGRAM_BOT_TOKEN. A second one on the same database waits and takes over."""
    with failing_clearly():
        settings = read_settings()
        settings.token()
        set_up_logging(settings.log_level, settings.log_format)
        while _superseded(db, settings, no_seeds=no_seeds):
            click.echo("rolecall: another rolecall took over while this one did not answer.", err=True)


def _superseded(db: Path, settings: Settings, *, no_seeds: bool) -> bool:
    """Waits for the lead and leads until it is told to stop; returns whether another process took the lead instead."""
    pause = pause_between_looks(settings.lease_seconds)
    with _worker(db) as worker:
        worker.run_now(Library.warm_up)
        lead = wait_for_lead(worker, _candidate(db, settings), _say_that_it_waits, pause=pause)
        try:
            _fill(worker, settings, no_seeds=no_seeds)
            application, house = build_telegram_application(
                worker, now, lead, settings.token(), settings.telegram_api_url
            )
            asyncio.run(run_until_stopped(application, house, _intake(settings), STOP))
        except LeaseError:
            return True
        finally:
            worker.close()
            lead.release()
    return False


def _candidate(db: Path, settings: Settings) -> Candidate:
    return Candidate(db, this_process(), settings.lease_seconds, time.monotonic)


def _say_that_it_waits() -> None:
    click.echo("rolecall: another rolecall works on this database; this one waits and takes over.", err=True)


def _intake(settings: Settings) -> Intake:
    """How updates come in, and the metrics beside it when they are asked for."""
    take: Intake = take_polling
    if settings.webhook_url is not None:
        webhook = Webhook(settings.webhook_url, settings.secret(), settings.listen, settings.webhook_port)
        take = partial(take_webhook, webhook=webhook)
    if settings.metrics_port is not None:
        take = partial(beside_metrics, take=take, host=settings.listen, port=settings.metrics_port)
    return take


@cli.command()
@database_option
@seeds_option
def chat(db: Path, *, no_seeds: bool) -> None:
    """The same bot in this terminal: no token, no network."""
    with failing_clearly():
        settings = read_settings()
        set_up_logging(settings.log_level, settings.log_format)
        with _worker(db) as worker:
            lead = worker.run_now(_candidate(db, settings).look)
            if lead is None:
                raise StoreError(f"{db} is used by another rolecall; stop it, or name another file with --db.")
            try:
                _fill(worker, settings, no_seeds=no_seeds)
                application, world = build_console_application(worker, now, lead)
                asyncio.run(converse(application, world, lines=terminal_lines(sys.stdin), out=sys.stdout))
            finally:
                worker.close()
                lead.release()


@cli.command()
@database_option
def health(db: Path) -> None:
    """Whether the database can be read and a running bot is alive; for the container's health check."""
    with failing_clearly():
        click.echo(health_of(db, now=now()))


def _worker(db: Path) -> Worker:
    """The worker over the opened library; raises what opening it raised."""
    worker = Worker(lambda: opened(db))
    worker.opened()
    return worker


def _fill(worker: Worker, settings: Settings, *, no_seeds: bool) -> None:
    """Fills an empty database with the seeds, and says so."""
    loaded = 0 if no_seeds else worker.run_now(load_seeds, settings.seeds, now=now())
    if loaded:
        click.echo(f"The database was empty: {loaded} sample postings were added (--no-seeds starts empty).", err=True)


for command in (add, parse, find, ask, show, list_postings, deliveries, reindex):
    cli.add_command(command)


def main() -> None:
    """The console script."""
    cli(prog_name="rolecall")


if __name__ == "__main__":
    main()
