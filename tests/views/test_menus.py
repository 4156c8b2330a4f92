"""Every command has a line in every language of the menus, within Telegram's limits."""

from bot.views.commands import COMMANDS
from bot.views.menus import menus


def test_every_menu_line_fits_and_is_translated() -> None:
    english = {command.name: command.summary for command in COMMANDS}
    for menu in menus():
        assert len(menu.entries) <= 100
        for name, summary in menu.entries:
            assert 3 <= len(summary) <= 256
            assert not menu.language or summary != english[name], (menu.language, name)


def test_no_two_commands_share_a_name() -> None:
    names = [name for command in COMMANDS for name in (command.name, *command.aliases)]
    assert len(names) == len(set(names))
