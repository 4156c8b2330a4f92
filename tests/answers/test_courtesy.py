"""Which messages are thanks or greetings, and which only look like them?"""

import pytest

from bot.answers.courtesy import read_courtesy
from bot.model.courtesy import Courtesy
from bot.views.outcome import render_outcome

ACCEPT = {
    Courtesy.GREETING: ["hello", "Hi!", "Guten Morgen", "¡Hola!", "hey 👋"],
    Courtesy.THANKS: ["thanks", "Thank you very much!!", "ok thanks", "Vielen Dank", "merci", "dank je wel"],
    Courtesy.FAREWELL: ["bye", "Tschüss", "see you later"],
    Courtesy.HELP: ["what can you do?", "how does this work", "Was kannst du?", "are you an AI?"],
    Courtesy.DATA: ["how do I delete my data", "what do you store about me?", "meine Daten löschen"],
}
REJECT = [
    "hello kitty", "thanksgiving cook", "nice", "privacy", "what can you do as a nurse", "help desk", "hi-tech", "data",
    "what data skills do I need?", "ok corral", "", "?", "rust london", "benefits?", "how does the bonus work",
]  # fmt: skip


@pytest.mark.parametrize(("courtesy", "text"), [(kind, text) for kind, texts in ACCEPT.items() for text in texts])
def test_a_courtesy_is_told_from_a_search(courtesy: Courtesy, text: str) -> None:
    assert read_courtesy(text) is courtesy


@pytest.mark.parametrize("text", REJECT)
def test_what_asks_or_searches_is_no_courtesy(text: str) -> None:
    assert read_courtesy(text) is None


@pytest.mark.parametrize("courtesy", Courtesy)
def test_every_courtesy_is_answered(courtesy: Courtesy) -> None:
    assert render_outcome(courtesy).html
