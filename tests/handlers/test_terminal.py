"""The terminal keeps a person's chats from one session to the next, and lets time pass."""

from pathlib import Path

from bot.services.library import Library, open_library
from bot.services.load_seeds import load_seeds
from tests.support.chat import chatting
from tests.support.library import NOW, SEEDS

POSTING = (
    "Farrier\\nHidden Forge Ltd\\nConwy\\n\\nSalary: £31,000 a year\\n\\nRequirements\\n"
    "- 2 years of experience at the anvil\\n- driving licence"
)


async def test_a_digest_of_an_earlier_session_arrives(tmp_path: Path) -> None:
    def opening() -> Library:
        return open_library(tmp_path / "r.db")

    library = opening()
    load_seeds(library, SEEDS, now=NOW)
    library.close()
    async with chatting(opening) as chat:
        await chat.say("/subscribe farrier daily 8:00 UTC")
        assert "Subscribed, number 1" in await chat.say("1")
        assert "Stored as #" in await chat.say(POSTING)
    async with chatting(opening) as chat:
        told = await chat.say("/skip 1d")
        assert "1 new posting · farrier" in told
        assert told.index("farrier") < told.index("(it is Tue 05 Jan 2027 09:00 UTC)")


async def test_a_channel_of_the_terminal_is_told_there() -> None:
    def opening() -> Library:
        return open_library(":memory:")

    async with chatting(opening) as chat:
        await chat.say("/subscribe farrier at once")
        assert "keys: A channel" in await chat.say("4")
        assert "Where: Your channel" in await chat.say("A channel")
        assert "in Your channel" in await chat.say("1")
        await chat.say(POSTING)
        assert "rolecall in Your channel" not in await chat.say("/skip 1h")
        card = await chat.say("/posting 1")
        share = next(line for line in card.splitlines() if line.endswith("Share")).split("]")[0].strip(" [")
        await chat.say(share)
        assert "Shared with everybody" in await chat.say("1")
        told = await chat.say("/skip 1h")
        assert "rolecall in Your channel: 🔔 1 new posting · farrier" in told
