"""What every test may ask for."""

import pytest

from bot.services.library import Library
from tests.support.library import seeded_library


@pytest.fixture(scope="session")
def seeds() -> Library:
    """The library of the seeds; tests only read it."""
    return seeded_library()
