"""What does a fresh install know? The bundled postings, loaded once through the normal intake."""

from datetime import datetime
from pathlib import Path

from bot.errors import SeedError, UserError
from bot.intake.files import read_source
from bot.model.receipt import ReceiptStatus
from bot.services.add_postings import add_pages, telling
from bot.services.library import Library


def load_seeds(library: Library, folder: Path, *, now: datetime) -> int:
    """Fills an empty library from `folder`/postings and returns how many were added; 0 when it was not empty.

    Raises SeedError that names the file when one cannot be read as a posting.
    """
    if library.postings.count():
        return 0
    files = sorted((folder / "postings").glob("*.txt"))
    for file in files:
        _load(library, file, now)
    return len(files)


def _load(library: Library, file: Path, now: datetime) -> None:
    try:
        receipt = telling(add_pages(library, read_source(str(file)), source=f"seeds/{file.name}", now=now))
    except UserError as error:
        raise SeedError(f"seeds/{file.name}: {error}") from error
    if receipt.status is ReceiptStatus.REFUSED:
        raise SeedError(f"seeds/{file.name}: {receipt.reason}")
