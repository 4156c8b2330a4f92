"""Which update goes where? The application with one ordered table of routes."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.intake.web import Web
from bot.services.lead import Lead
from bot.services.receive import finish_update
from bot.views.commands import COMMANDS
from handlers import documents, inline, membership, personal, postings, questions, subscriptions, texts
from handlers.addressed import ADDRESSED
from handlers.allowance import IMPORTS, REQUESTS, Counter
from handlers.buttons import on_button
from handlers.console.request import LocalRequest
from handlers.console.world import World
from handlers.context import BotApplication, BotContext, House
from handlers.faults import on_error
from handlers.gate import on_any
from handlers.menus import publish_menus
from handlers.metrics import Metrics
from handlers.ordering import ChatOrder
from handlers.pace import UNLIMITED, Limits
from handlers.sender import Sender
from handlers.standby import Helm
from handlers.worker import Worker

Clock = Callable[[], datetime]
Callback = Callable[[Update, BotContext], Coroutine[Any, Any, None]]

# The library wants a token of this shape; the local Bot API does not look at it.
_LOCAL_TOKEN = "1000:local"
_PATIENCE_SECONDS = 30
# Edited messages would run a command twice, so only new ones are taken.
# What the bot itself inserted through an inline query is nobody's request.
NEW = filters.UpdateType.MESSAGE & ~filters.VIA_BOT
WORDS = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
CONTENT = filters.PHOTO | filters.VOICE | filters.VIDEO | filters.AUDIO | filters.Sticker.ALL | filters.CONTACT

COMMAND_CALLBACKS: dict[str, Callback] = {
    "start": texts.on_start,
    "help": texts.on_help,
    "postings": postings.on_postings,
    "posting": postings.on_posting,
    "requirements": postings.on_requirements,
    "benefits": postings.on_benefits,
    "find": questions.on_find,
    "ask": questions.on_ask,
    "compare": postings.on_compare,
    "stats": postings.on_stats,
    "saved": postings.on_saved,
    "hidden": postings.on_hidden,
    "set": postings.on_set,
    "settings": personal.on_settings,
    "subscribe": subscriptions.on_subscribe,
    "subscriptions": subscriptions.on_subscriptions,
    "change": subscriptions.on_change,
    "reset": texts.on_reset,
    "export": personal.on_export,
    "forget": personal.on_forget,
    "cancel": personal.on_cancel,
    "privacy": texts.on_privacy,
}


def routes() -> tuple[BaseHandler[Any, BotContext, None], ...]:
    """Every route in order; the first that takes an update has it."""
    return (
        *(
            CommandHandler([command.name, *command.aliases], COMMAND_CALLBACKS[command.name], NEW & ADDRESSED)
            for command in COMMANDS
        ),
        MessageHandler(NEW & filters.COMMAND & filters.ChatType.PRIVATE, texts.on_unknown_command),
        MessageHandler(NEW & filters.Document.ALL & filters.ChatType.PRIVATE, documents.on_document),
        MessageHandler(NEW & WORDS & filters.FORWARDED & filters.ChatType.PRIVATE, questions.on_forwarded),
        MessageHandler(NEW & WORDS & filters.ChatType.PRIVATE, questions.on_text),
        MessageHandler(NEW & CONTENT & filters.ChatType.PRIVATE, texts.on_other_content),
        MessageHandler(NEW & WORDS & filters.ChatType.GROUPS & ADDRESSED, questions.on_text),
        MessageHandler(NEW & filters.StatusUpdate.CHAT_SHARED & filters.ChatType.PRIVATE, subscriptions.on_chat_shared),
        MessageHandler(filters.StatusUpdate.MIGRATE, membership.on_migration),
        ChatMemberHandler(membership.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(on_button),
        InlineQueryHandler(inline.on_inline),
    )


def build_telegram_application(
    worker: Worker, clock: Clock, lead: Lead, token: str, api_url: str
) -> tuple[BotApplication, House]:
    """The application that talks to a Bot API server as long as this process leads, and the house behind it."""
    metrics, helm = Metrics(), Helm(lead)
    sender = Sender(worker, clock, Limits(), metrics.ended, helm=helm)
    house = House(
        worker, clock, sender, metrics=metrics, helm=helm, requests=Counter(REQUESTS), imports=Counter(IMPORTS)
    )
    builder = ApplicationBuilder().token(token).base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot")
    # An answer that is given up too early leaves open whether the message arrived.
    builder = (
        builder.connect_timeout(10).read_timeout(_PATIENCE_SECONDS).write_timeout(_PATIENCE_SECONDS).pool_timeout(10)
    )
    return build_application(house, builder.updater(None)), house


def build_console_application(
    worker: Worker,
    clock: Clock,
    lead: Lead | None = None,
    *,
    connect: Callable[[World], BaseRequest] = LocalRequest,
    web: Web | None = None,
) -> tuple[BotApplication, World]:
    """The same application over a local Bot API, and the world behind it; `connect` is the way to it, `web` fetches."""
    world, helm = World(clock), Helm(lead)
    house = House(worker, world.time, Sender(worker, world.time, UNLIMITED, helm=helm), web or Web(), helm=helm)
    builder = ApplicationBuilder().token(_LOCAL_TOKEN).request(connect(world))
    builder = builder.get_updates_request(LocalRequest(world)).updater(None)
    return build_application(house, builder), world


def build_application(house: House, builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any]) -> BotApplication:
    """The application over a prepared builder (token and requests, or a local Bot API), with every route."""

    async def finished(update: object) -> None:
        if isinstance(update, Update):
            await house.worker.run(finish_update, update.update_id)

    application: BotApplication = (
        builder.context_types(ContextTypes(context=BotContext))
        .concurrent_updates(ChatOrder(finished, house.metrics.acted))
        .post_init(publish_menus)
        .build()
    )
    application.bot_data["house"] = house
    application.add_handler(TypeHandler(Update, on_any), group=-1)
    application.add_handlers(routes())
    application.add_error_handler(on_error)
    return application
