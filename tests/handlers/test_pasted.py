"""A pasted advert is read beside the worker: however long that takes, others are answered meanwhile."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.services.library import open_library
from handlers import documents
from tests.support.local_stage import LocalStage, local_stage
from tests.support.waiting import PATIENCE_SECONDS

ADVERT = (
    "Thatcher\nReed & Sons\nLudlow\n\nSalary: £29,000 a year\n\nRequirements\n- 2 years of experience with reed\n\n"
    "Benefits\n- 25 days holiday\n"
)


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[LocalStage]:
    file = tmp_path / "rolecall.db"
    open_library(file).close()
    async with local_stage(file) as local:
        yield local


async def test_nobody_waits_for_the_advert_of_another(stage: LocalStage, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = threading.Event(), threading.Event()
    read = documents.read_pasted

    def slowly(*args: Any, **kwargs: Any) -> Any:
        begun.set()
        go_on.wait(PATIENCE_SECONDS)
        return read(*args, **kwargs)

    monkeypatch.setattr(documents, "read_pasted", slowly)
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    await ann.sends(ADVERT)
    kept = asyncio.create_task(stage.reply(ann.id, "Stored as #1"))
    assert await asyncio.to_thread(begun.wait, PATIENCE_SECONDS)
    await ben.says("/cancel", "Nothing is going on")
    go_on.set()
    assert "Thatcher" in (await kept)["text"]


async def test_an_advert_pasted_into_a_group_is_not_kept(stage: LocalStage) -> None:
    ann = await stage.person("Ann")
    group = await stage.group(ann, admins=(ann,))
    await stage.send(ann, {"text": f"/ask@{stage.username} the pay?"}, chat=group)
    shown = await stage.reply(group)
    await stage.send(ann, {"text": ADVERT}, chat=group, reply_to=shown["message_id"])
    await stage.reply(group, "Send postings to me in private")
