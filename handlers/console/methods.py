"""Which Bot API methods does the local server know, and what does it refuse? The calls that the bot makes, checked."""

import json
import re
from collections.abc import Callable
from typing import Any

from handlers.console.markup import Parsed, parse_html, utf16
from handlers.console.refusal import RefusedError, bad_request
from handlers.console.world import World

Parameters = dict[str, Any]
_LONGEST_TEXT = 4096
_LONGEST_CAPTION = 1024
_MOST_BUTTONS = 100
_MOST_RESULTS = 50
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)
_URL = re.compile(r"^(?:https?://|tg://|mailto:|tel:)\S+$|^[\w.-]+\.\w{2,}(?:/\S*)?$")
_COMMAND = re.compile(r"^[a-z0-9_]{1,32}$")


def call(world: World, method: str, parameters: Parameters) -> Any:
    """The result of a method; raises RefusedError as Telegram would. Every call is kept in the world's log."""
    entry = {"method": method, "parameters": parameters, "ok": False}
    world.log.append(entry)
    known = METHODS.get(method)
    if known is None:
        raise RefusedError(404, "Not Found: method not found")
    result = known(world, {name: _decoded(value) for name, value in parameters.items()})
    entry.update({"ok": True, "result": dict(result) if isinstance(result, dict) else result})
    return result


def _decoded(value: Any) -> Any:
    """A parameter that came as JSON in a string, as data."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            return value
    return value


def _send_message(world: World, given: Parameters) -> dict[str, Any]:
    chat = _chat(world, given)
    parsed = _text(given, "text", _LONGEST_TEXT, "message text is empty", "message is too long")
    content: dict[str, Any] = {"text": parsed.text, "entities": list(parsed.entities)}
    _keep_keyboard(world, given, chat)
    return world.post(chat, world.bot(), content | _markup(given) | _reply(world, given, chat) | _thread(given))


def _send_document(world: World, given: Parameters) -> dict[str, Any]:
    chat = _chat(world, given)
    caption = _text(
        {"caption": given.get("caption", ""), "parse_mode": given.get("parse_mode")},
        "caption",
        _LONGEST_CAPTION,
        "",
        "message caption is too long",
    )
    number = f"file{world.next_number('file')}"
    world.files[number] = given["upload"]
    document = {"file_id": number, "file_unique_id": number, "file_name": world.files[number][0]}
    return world.post(chat, world.bot(), {"document": document, "caption": caption.text} | _markup(given))


def _send_photo(world: World, given: Parameters) -> dict[str, Any]:
    message = _send_document(world, given)
    document = message.pop("document")
    message["photo"] = [{"file_id": document["file_id"], "file_unique_id": "photo", "width": 1000, "height": 1000}]
    return message


def _edit_text(world: World, given: Parameters) -> dict[str, Any]:
    message = _message(world, given, "edit")
    parsed = _text(given, "text", _LONGEST_TEXT, "message text is empty", "message is too long")
    markup = _markup(given)
    if (
        message.get("text") == parsed.text
        and message.get("entities") == list(parsed.entities)
        and message.get("reply_markup") == markup.get("reply_markup")
    ):
        raise bad_request(_NOT_MODIFIED)
    message.pop("reply_markup", None)
    message.update({"text": parsed.text, "entities": list(parsed.entities), "edit_date": world.now()}, **markup)
    return message


def _edit_markup(world: World, given: Parameters) -> dict[str, Any]:
    message = _message(world, given, "edit")
    markup = _markup(given)
    if message.get("reply_markup") == markup.get("reply_markup"):
        raise bad_request(_NOT_MODIFIED)
    message.pop("reply_markup", None)
    message.update(markup)
    return message


def _delete(world: World, given: Parameters) -> bool:
    message = _message(world, given, "delete")
    del world.messages[message["chat"]["id"], message["message_id"]]
    return True


def _answer_callback(world: World, given: Parameters) -> bool:
    _answered_once(world, given["callback_query_id"])
    if utf16(given.get("text") or "") > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    world.answered[given["callback_query_id"]] = given
    return True


def _answer_inline(world: World, given: Parameters) -> bool:
    _answered_once(world, given["inline_query_id"])
    results = given["results"]
    numbers = [result["id"] for result in results]
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(set(numbers)) != len(numbers):
        raise bad_request("RESULT_ID_DUPLICATE")
    if (
        any(not 1 <= len(number.encode()) <= 64 for number in numbers)
        or len((given.get("next_offset") or "").encode()) > 64
    ):
        raise bad_request("RESULT_ID_INVALID")
    for result in results:
        content = result.get("input_message_content") or {}
        parsed = _text({**content}, "message_text", _LONGEST_TEXT, "message text is empty", "MESSAGE_TOO_LONG")
        result["parsed"] = {"text": parsed.text, "entities": list(parsed.entities)}
        _markup(result)
    world.answered[given["inline_query_id"]] = given
    return True


def _answered_once(world: World, number: str) -> None:
    if number not in world.asked:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.asked.discard(number)


def _set_commands(world: World, given: Parameters) -> bool:
    for command in given["commands"]:
        if not _COMMAND.match(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    menu = {
        "scope": given.get("scope") or {"type": "default"},
        "language_code": given.get("language_code") or "",
        "commands": given["commands"],
    }
    other = [each for each in world.menus if any(each[key] != menu[key] for key in ("scope", "language_code"))]
    world.menus = [*other, menu]
    return True


def _get_file(world: World, given: Parameters) -> dict[str, Any]:
    if given["file_id"] not in world.files:
        raise bad_request("invalid file_id")
    _, data = world.files[given["file_id"]]
    return {
        "file_id": given["file_id"],
        "file_unique_id": given["file_id"],
        "file_size": len(data),
        "file_path": f"documents/{given['file_id']}",
    }


def _get_updates(world: World, given: Parameters) -> list[dict[str, Any]]:
    while world.updates and world.updates[0]["update_id"] < int(given.get("offset") or 0):
        world.updates.popleft()
    return list(world.updates)[:100]


def _chat(world: World, given: Parameters) -> dict[str, Any]:
    number = int(given["chat_id"])
    if number in world.refusals:
        raise world.refusals[number]
    if number not in world.chats:
        raise bad_request("chat not found")
    return world.chats[number]


def _message(world: World, given: Parameters, verb: str) -> dict[str, Any]:
    if given.get("inline_message_id"):
        message = world.inserted.get(given["inline_message_id"])
    else:
        message = world.messages.get((_chat(world, given)["id"], int(given["message_id"])))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if verb == "edit" and not (message["from"]["is_bot"] or "via_bot" in message):
        raise bad_request("message can't be edited")
    return message


def _text(given: Parameters, name: str, longest: int, empty: str, too_long: str) -> Parsed:
    raw = given.get(name) or ""
    mode = (given.get("parse_mode") or "").upper()
    if mode not in ("", "HTML"):
        raise bad_request("unsupported parse_mode")
    parsed = parse_html(raw) if mode else Parsed(raw.strip(), ())
    if empty and not parsed.text:
        raise bad_request(empty)
    if utf16(parsed.text) > longest:
        raise bad_request(too_long)
    return parsed


def _markup(given: Parameters) -> dict[str, Any]:
    """The inline keyboard of a call, checked; empty when there is none."""
    markup = given.get("reply_markup")
    if not markup or not markup.get("inline_keyboard"):
        return {}
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > _MOST_BUTTONS:
        raise bad_request("BUTTONS_TOO_MUCH")
    for button in buttons:
        _check_button(button)
    return {"reply_markup": markup}


def _keep_keyboard(world: World, given: Parameters, chat: dict[str, Any]) -> None:
    """Shows or takes away the keys below the text field."""
    markup = given.get("reply_markup") or {}
    if "keyboard" in markup:
        keys = [key for row in markup["keyboard"] for key in row]
        if chat["type"] != "private" and any("request_chat" in key for key in keys):
            raise bad_request("chats can be requested in private chats only")
        world.keyboards[chat["id"]] = markup
    elif markup.get("remove_keyboard"):
        world.keyboards.pop(chat["id"], None)


def _check_button(button: dict[str, Any]) -> None:
    if not button.get("text"):
        raise bad_request("BUTTON_TEXT_INVALID")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not _URL.match(button["url"]):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if len(button) < 2:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _thread(given: Parameters) -> dict[str, Any]:
    thread = given.get("message_thread_id")
    return {"message_thread_id": int(thread), "is_topic_message": True} if thread else {}


def _reply(world: World, given: Parameters, chat: dict[str, Any]) -> dict[str, Any]:
    replied = given.get("reply_parameters")
    if not replied:
        return {}
    message = world.messages.get((chat["id"], replied["message_id"]))
    if message is None and replied.get("allow_sending_without_reply"):
        return {}
    if message is None:
        raise bad_request("message to be replied not found")
    return {"reply_to_message": message}


METHODS: dict[str, Callable[[World, Parameters], Any]] = {
    "getMe": lambda world, given: world.bot(),
    "getUpdates": _get_updates,
    "deleteWebhook": lambda world, given: True,
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "sendPhoto": _send_photo,
    "editMessageText": _edit_text,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete,
    "sendChatAction": lambda world, given: bool(_chat(world, given)),
    "answerCallbackQuery": _answer_callback,
    "answerInlineQuery": _answer_inline,
    "setMyCommands": _set_commands,
    "getMyCommands": lambda world, given: world.commands,
    "getFile": _get_file,
    "getChatMember": lambda world, given: world.member(_chat(world, given)["id"], int(given["user_id"])),
    "getChat": lambda world, given: {**_chat(world, given), "accent_color_id": 0, "max_reaction_count": 0},
}
