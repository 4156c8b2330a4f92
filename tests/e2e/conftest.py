"""The stages: each scenario is played on all of them; the emulated ones are left out where no server is at hand."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.services.library import open_library
from bot.services.load_seeds import load_seeds
from tests.support.emulated_stage import BotProcess, EmulatedStage, emulator_class, free_port
from tests.support.library import NOW, SEEDS
from tests.support.local_stage import local_stage
from tests.support.stage import Stage
from tests.support.waiting import PATIENCE_SECONDS

STAGES = ("local", "polling", "webhook")


@pytest.fixture
def emulator() -> Iterator[Any]:
    """A Bot API server of the test's own."""
    make = emulator_class()
    if make is None:
        pytest.skip("no Bot API server is at hand")
    with make(username="rolecall_bot") as running:
        yield running


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the seeds; tests copy it."""
    file = tmp_path_factory.mktemp("seeds") / "seeded.db"
    library = open_library(file)
    load_seeds(library, SEEDS, now=NOW)
    library.close()
    return file


@pytest.fixture(scope="session")
def polling(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulatedStage]:
    """One process that polls, for all scenarios."""
    yield from emulated(seeded_file, tmp_path_factory.mktemp("polling"))


@pytest.fixture(scope="session")
def webhook(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulatedStage]:
    """One process that takes a webhook, for all scenarios."""
    port = str(free_port())
    settings = {"ROLECALL_WEBHOOK_URL": f"http://127.0.0.1:{port}/updates", "ROLECALL_WEBHOOK_PORT": port}
    yield from emulated(seeded_file, tmp_path_factory.mktemp("webhook"), **settings)


def emulated(seeded_file: Path, folder: Path, **settings: str) -> Iterator[EmulatedStage]:
    """A running process and its server; neither may have recorded a problem in the end."""
    make: Any = emulator_class()
    if make is None:
        pytest.skip("no Bot API server is at hand")
    with make(username="rolecall_bot") as emulator:
        process = BotProcess(emulator, folder, **settings)
        shutil.copy(seeded_file, process.database)
        process.start()
        try:
            emulator.wait_ready(PATIENCE_SECONDS)
            yield EmulatedStage(emulator, process)
            assert emulator.problems() == []
            assert emulator.state()["unanswered"] == []
        finally:
            status = process.end()
        assert status == 0
        assert "Traceback" not in process.errors.read_text()


@pytest_asyncio.fixture(params=STAGES)
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """The stage of a scenario."""
    if request.param != "local":
        yield request.getfixturevalue(request.param)
        return
    file = tmp_path / "rolecall.db"
    await asyncio.to_thread(shutil.copy, request.getfixturevalue("seeded_file"), file)
    async with local_stage(file) as local:
        yield local
