"""The local Bot API refuses what Telegram refuses, in Telegram's words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.model.action import Action, Verb
from handlers.callback_data import pack
from handlers.console.markup import parse_html
from handlers.console.methods import call
from handlers.console.refusal import RefusedError
from handlers.console.world import Person, World


@pytest.fixture
def world() -> World:
    made = World(lambda: datetime(2027, 1, 4, tzinfo=UTC))
    Person(made, 1, "Ann").send("hello")
    return made


def send(world: World, text: str, **more: Any) -> Any:
    return call(world, "sendMessage", {"chat_id": 1, "text": text, "parse_mode": "HTML", **more})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "message text is empty"),
        ("  \n ", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("🚀" * 2049, "message is too long"),
        ("<h1>no</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("é<blink>", "at byte offset 2"),
        ("<b>open", "Can't find end tag"),
        ("<b><i>x</b></i>", 'expected "</i>", found "</b>"'),
        ("a < b", "can't parse entities"),
    ],
)
def test_a_text_that_telegram_refuses_is_refused(world: World, text: str, says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        send(world, text)
    assert refused.value.code == 400
    assert says in refused.value.description


def test_the_longest_text_counts_units_after_parsing(world: World) -> None:
    assert send(world, "<b>" + "🚀" * 2048 + "</b>")["message_id"]
    assert send(world, "&amp;" * 4096)["message_id"]


def test_entities_count_utf16_units() -> None:
    parsed = parse_html("🚀 <b>a&lt;b</b> <a href='https://x.example'>y</a>")
    assert parsed.text == "🚀 a<b y"
    assert [(each["type"], each["offset"], each["length"]) for each in parsed.entities] == [
        ("bold", 3, 3),
        ("text_link", 7, 1),
    ]


@pytest.mark.parametrize("data", ["", "x" * 65, "é" * 33])
def test_a_button_with_bad_data_is_refused(world: World, data: str) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
    with pytest.raises(RefusedError):
        send(world, "x", reply_markup=markup)


def test_the_largest_action_fits_into_a_button(world: World) -> None:
    data = pack(Action(Verb.SHARE_NOW, 10**18 - 1, 10**18 - 1))
    assert len(data.encode()) <= 64
    assert send(world, "x", reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": data}]]})


def test_an_unchanged_edit_is_refused(world: World) -> None:
    message = send(world, "same")
    edit = {"chat_id": 1, "message_id": message["message_id"], "text": "same"}
    with pytest.raises(RefusedError) as refused:
        call(world, "editMessageText", edit)
    assert "message is not modified" in refused.value.description


def test_a_query_is_answered_once(world: World) -> None:
    number = Person(world, 1, "Ann").inline("x")
    call(world, "answerInlineQuery", {"inline_query_id": number, "results": []})
    with pytest.raises(RefusedError) as refused:
        call(world, "answerInlineQuery", {"inline_query_id": number, "results": []})
    assert "query is too old" in refused.value.description


def test_unknown_chats_blocked_chats_and_methods_are_refused(world: World) -> None:
    world.refusals[1] = RefusedError(403, "Forbidden: bot was blocked by the user")
    for method, parameters, code in (
        ("sendMessage", {"chat_id": 1, "text": "x"}, 403),
        ("sendMessage", {"chat_id": 2, "text": "x"}, 400),
        ("sendDice", {"chat_id": 1}, 404),
    ):
        with pytest.raises(RefusedError) as refused:
            call(world, method, parameters)
        assert refused.value.code == code
