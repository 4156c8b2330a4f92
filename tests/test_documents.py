"""Documents say what the code does: commands, settings, paths, the error tree, and the dialogue in README."""

import re
import tomllib
from pathlib import Path

from bot import errors
from bot.views.commands import COMMANDS
from handlers.app import COMMAND_CALLBACKS
from tests.support.chat import chatting
from tests.support.documents import with_tables
from tests.support.library import seeded_library

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_readme_shows_the_commands_and_settings_of_the_code() -> None:
    assert with_tables(README) == README


def test_every_command_has_a_handler_and_every_handler_a_command() -> None:
    assert list(COMMAND_CALLBACKS) == [command.name for command in COMMANDS]


def test_every_make_target_of_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_path_of_the_architecture_exists() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for path in set(re.findall(r"`((?:bot|handlers|seeds|tests|benchmarks)/[\w/.]*)`", text)):
        assert (ROOT / path).exists(), path


def test_the_error_tree_is_drawn_as_it_is() -> None:
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    real = [
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and value.__bases__ == (errors.BotError,)
    ]
    assert drawn == real


def test_every_dependency_is_pinned_once_and_no_host_is_named() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in wanted:
        assert pinned.count(re.split(r"[=<>]", requirement)[0]) == 1, requirement
    assert "://" not in lock


async def test_the_dialogue_in_readme_is_what_the_bot_says() -> None:
    dialogue = re.search(r"```\n(you: .*?)```", README, re.DOTALL)
    assert dialogue
    said: list[str] = []
    async with chatting(seeded_library) as chat:
        for line in dialogue[1].splitlines():
            if line.startswith("you: "):
                said = (await chat.say(line[5:])).splitlines()
            elif line != "…":
                assert line in said, line
