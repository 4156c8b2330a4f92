"""Which postings do the sources of a command hold? Files, folders, standard input ("-") and addresses of the web."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bot.errors import UserError
from bot.intake.contents import pages_of
from bot.intake.documents import LARGEST_DOCUMENT
from bot.intake.web import Web, is_address
from bot.model.page import Page


def expand(sources: tuple[str, ...]) -> Iterator[str]:
    """The sources in order, a folder replaced by the files in it, sorted by path; hidden files are left out."""
    for source in sources:
        path = Path(source)
        if source != "-" and not is_address(source) and path.is_dir():
            yield from (str(file) for file in sorted(path.rglob("*")) if file.is_file() and _visible(file, path))
        else:
            yield source


def _visible(file: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_source(source: str, *, web: Web | None = None) -> list[Page]:
    """The postings of a file, an address or standard input ("-"); raises UserError with one line that says why not."""
    if source == "-":
        return pages_of(sys.stdin.buffer.read(LARGEST_DOCUMENT + 1))
    if is_address(source):
        fetched = (web or Web()).fetch(source)
        return pages_of(fetched.data, name=fetched.name, charset=fetched.charset)
    return pages_of(_bytes(Path(source)), name=source)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_DOCUMENT + 1)
    except FileNotFoundError:
        raise UserError("there is no such file; check the path") from None
    except IsADirectoryError:
        raise UserError("this is a folder; name files in it, or add it with `rolecall add`") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "input/output error"
        raise UserError(f"it cannot be opened ({reason.lower()})") from None
