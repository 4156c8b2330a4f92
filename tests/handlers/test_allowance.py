"""One person who asks too much gets one line and is then dropped; others do not notice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.services.library import open_library
from handlers.allowance import Allowance, Counter, Grant
from tests.support.local_stage import LocalStage, local_stage

WELDER = (
    "Welder\nStone & Sons\nWrexham\n\nRequirements\n- 2 years of experience in TIG welding\n\n"
    "Benefits\n- 25 days holiday\n"
)


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[LocalStage]:
    file = tmp_path / "rolecall.db"
    open_library(file).close()
    async with local_stage(file) as local:
        local.house.requests.allowance = Allowance(5, 60)
        local.house.imports.allowance = Allowance(2, 3600)
        yield local


def test_a_window_refuses_tells_once_and_opens_again() -> None:
    counter = Counter(Allowance(2, 10))
    asked = [counter.ask(1, now) for now in (0, 1, 2, 3, 10.5, 10.6, 10.7)]
    assert asked == [*[Grant.TAKEN] * 2, Grant.TOLD, Grant.DROPPED, Grant.TAKEN, Grant.TOLD, Grant.DROPPED]
    assert counter.ask(2, 3) is Grant.TAKEN
    counter.forget(100)
    assert counter.ask(1, 100) is Grant.TAKEN


async def test_too_many_messages_get_one_line_and_others_go_on(stage: LocalStage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    for _ in range(5):
        await ann.says("/cancel", "Nothing is going on")
    await ann.says("/cancel", "a lot at once")
    await ann.sends("/cancel")
    assert await stage.silent(ann.id)
    await ben.says("/cancel", "Nothing is going on")


async def test_too_many_files_get_one_line_and_questions_go_on(stage: LocalStage) -> None:
    ann = await stage.person("Ann")
    for number in range(2):
        await ann.gives("a.txt", f"{WELDER}- {number} extra days of leave\n".encode(), "Stored as")
    await ann.gives("a.txt", WELDER.encode(), "files and links an hour")
    await ann.says("/cancel", "Nothing is going on")
