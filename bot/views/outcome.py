"""How does the outcome of a plain message look, whichever it was: an answer, hits, a receipt, or thanks?"""

from bot.model.answer import Answer
from bot.model.courtesy import Courtesy
from bot.model.outcome import Finding, Kept
from bot.views.answers import render_answer
from bot.views.lists import render_found
from bot.views.receipts import render_receipt
from bot.views.reply import Reply
from bot.views.texts import render_courtesy


def render_outcome(outcome: Answer | Finding | Kept | Courtesy) -> Reply:
    """The reply that fits the kind of outcome."""
    match outcome:
        case Answer():
            return render_answer(outcome)
        case Finding():
            return render_found(outcome)
        case Kept():
            return render_receipt(outcome)
        case Courtesy():
            return render_courtesy(outcome)
