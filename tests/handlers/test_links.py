"""A link becomes a posting; a slow site keeps nobody else waiting, and the person sees that something is going on."""

import asyncio
import ipaddress
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.intake.web import Web
from bot.services.library import open_library
from tests.support.local_stage import LocalStage, local_stage
from tests.support.waiting import PATIENCE_SECONDS, wait_until

PAGE = """<html><body><h1>Software Engineer</h1><p>Straw &amp; Sons, Ludlow</p><p>Salary: £29,000 a year</p>
<h2>Requirements</h2><ul><li>2 years of experience with reed</li></ul>
<h2>Benefits</h2><ul><li>25 days holiday</li></ul></body></html>"""


class Site:
    """A site whose pages come when they are let go; a broken one answers with an error."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.open.set()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.open.wait(PATIENCE_SECONDS)
        if request.url.path == "/gone":
            return httpx.Response(404)
        body = httpx.ByteStream(PAGE.encode())
        return httpx.Response(200, stream=body, headers={"content-type": "text/html; charset=utf-8"})


@pytest.fixture
def site() -> Site:
    return Site()


@pytest_asyncio.fixture
async def stage(tmp_path: Path, site: Site) -> AsyncIterator[LocalStage]:
    file = tmp_path / "rolecall.db"
    open_library(file).close()
    public = ipaddress.ip_address("93.184.215.14")
    web = Web(resolve=lambda host, port: [public], transport=httpx.MockTransport(site))
    async with local_stage(file, web=web) as local:
        yield local


async def test_a_link_becomes_a_private_posting(stage: LocalStage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    receipt = await ann.says("look at this: https://jobs.example.org/7", "Stored as #1")
    assert "Software Engineer" in receipt["text"]
    assert "Software Engineer" not in (await eve.says("/postings"))["text"]
    assert "know this posting already" in (await ann.says("https://jobs.example.org/7"))["text"]


async def test_a_page_that_is_gone_gets_one_line(stage: LocalStage) -> None:
    ann = await stage.person("Ann")
    text = (await ann.says("https://jobs.example.org/gone"))["text"]
    assert "\n" not in text
    assert "Stored" not in text


def _typing(stage: LocalStage) -> bool:
    """Whether somebody has been shown that something goes on."""
    return any(entry["method"] == "sendChatAction" for entry in list(stage.world.log))


async def test_a_slow_site_delays_nobody_else(stage: LocalStage, site: Site) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    site.open.clear()
    await ann.sends("https://jobs.example.org/7")
    waiting = asyncio.create_task(stage.reply(ann.id, "Stored as #1"))
    await asyncio.to_thread(wait_until, lambda: _typing(stage))
    assert "No postings yet" in (await ben.says("/postings"))["text"]
    assert not waiting.done()
    site.open.set()
    await waiting
