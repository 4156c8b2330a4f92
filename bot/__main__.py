"""Where everything is wired: settings, library, worker, application, and the command line over them.

The only module that knows both sides; it decides nothing.
"""

import asyncio
import signal
import sys
from functools import partial
from pathlib import Path

import click

from bot.cli.indexing import opened, reindex
from bot.cli.options import database_option, failing_clearly, now
from bot.cli.postings import add, list_postings, parse, show
from bot.cli.queries import ask, find
from bot.logs import set_up_logging
from bot.services.alone import alone, health_of
from bot.services.library import Library
from bot.services.load_seeds import load_seeds
from bot.settings import Settings, read_settings
from handlers.app import build_console_application, build_telegram_application
from handlers.console.terminal import converse, terminal_lines
from handlers.run import Intake, run_until_stopped, take_polling
from handlers.server import beside_metrics
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
    """The Telegram bot; needs TELEGRAM_BOT_TOKEN."""
    with failing_clearly():
        # Until the loop takes over, a stop is a clean end as well.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        settings = read_settings()
        token = settings.token()
        set_up_logging(settings.log_level, settings.log_format)
        with alone(db), _worker(db, settings, no_seeds=no_seeds) as worker:
            application, house = build_telegram_application(worker, now, token, settings.telegram_api_url)
            raise SystemExit(asyncio.run(run_until_stopped(application, house, _intake(settings))))


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
        with alone(db), _worker(db, settings, no_seeds=no_seeds) as worker:
            application, world = build_console_application(worker, now)
            asyncio.run(converse(application, world, lines=terminal_lines(sys.stdin), out=sys.stdout))


@cli.command()
@database_option
def health(db: Path) -> None:
    """Whether the database can be read and a running bot is alive; for the container's health check."""
    with failing_clearly():
        click.echo(health_of(db, now=now()))


def _worker(db: Path, settings: Settings, *, no_seeds: bool) -> Worker:
    """The worker over the opened library; raises what opening it raised."""

    def opening() -> Library:
        library = opened(db)
        loaded = 0 if no_seeds else load_seeds(library, settings.seeds, now=now())
        if loaded:
            click.echo(
                f"The database was empty: {loaded} sample postings were added (--no-seeds starts empty).", err=True
            )
        return library

    worker = Worker(opening)
    worker.opened()
    return worker


for command in (add, parse, find, ask, show, list_postings, reindex):
    cli.add_command(command)


def main() -> None:
    """The console script."""
    cli(prog_name="rolecall")


if __name__ == "__main__":
    main()
