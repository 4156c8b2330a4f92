"""With which posting is one to be compared? A short list of candidates, each a button."""

from collections.abc import Sequence

from bot.model.action import Action, Verb
from bot.model.answer import Answer
from bot.model.standing import Look
from bot.model.stored import StoredPosting
from bot.views.answers import render_answer
from bot.views.html import bold, escape, shortened
from bot.views.reply import Button, Reply

_LONGEST_LABEL = 40


def render_candidates(look: Look, others: Sequence[StoredPosting]) -> Reply:
    """The question with which posting to compare one."""
    number = int(look.stored.id)
    back = (Button("Back to the card", Action(Verb.CARD, number, look.standing.query)),)
    if not others:
        return Reply(f"There is nothing like {bold(look.stored.name)} to compare it with.", (back,), about=number)
    rows = tuple(
        (Button(shortened(f"#{other.id} {other.name}", _LONGEST_LABEL), Action(Verb.COMPARE, number, int(other.id))),)
        for other in others
    )
    return Reply(f"Compare {escape(look.stored.name)} (#{number}) with", (*rows, back), about=number)


def render_comparison(look: Look, answer: Answer) -> Reply:
    """Two postings side by side."""
    back = (Button("Back to the card", Action(Verb.CARD, int(look.stored.id), look.standing.query)),)
    return Reply(render_answer(answer).html, (back,), about=look.stored.id)
