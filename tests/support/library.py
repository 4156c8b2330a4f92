"""A library with the seeds in memory, made once, and single pages when a test wants its own."""

from datetime import UTC, datetime
from pathlib import Path

from bot.model.receipt import Receipt
from bot.services.add_postings import add_text
from bot.services.library import Library, open_library
from bot.services.load_seeds import load_seeds

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[2] / "seeds"


def seeded_library() -> Library:
    """A library in memory with every seed; seed NN has the number NN."""
    library = open_library(":memory:")
    load_seeds(library, SEEDS, now=NOW)
    return library


def library_of(*texts: str) -> Library:
    """A library in memory with these texts, numbered from 1."""
    library = open_library(":memory:")
    for number, text in enumerate(texts):
        receipt: Receipt = add_text(library, text, source=f"text {number}", now=NOW)
        assert receipt.id is not None, receipt.reason
    return library
