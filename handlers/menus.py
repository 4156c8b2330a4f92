"""How do the command menus get to Telegram? All of them at every start; one that fails leaves the old one standing."""

import asyncio
import logging

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.views.commands import Scope
from bot.views.menus import Menu, menus
from handlers.context import BotApplication

_log = logging.getLogger(__name__)
_SCOPES: dict[Scope, BotCommandScope] = {
    Scope.PRIVATE: BotCommandScopeAllPrivateChats(),
    Scope.GROUPS: BotCommandScopeAllGroupChats(),
    Scope.ADMINISTRATORS: BotCommandScopeAllChatAdministrators(),
}


async def publish_menus(application: BotApplication) -> None:
    """Publishes every menu."""
    await asyncio.gather(*(_publish(application, menu) for menu in menus()))


async def _publish(application: BotApplication, menu: Menu) -> None:
    commands = [BotCommand(name, summary) for name, summary in menu.entries]
    try:
        await application.bot.set_my_commands(commands, scope=_SCOPES[menu.scope], language_code=menu.language or None)
    except TelegramError as error:
        _log.warning("the menu of %s was not published: %s", menu.scope.value, error)
