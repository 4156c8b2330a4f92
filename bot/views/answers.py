"""How does an answer look? The sentence, then the words that prove it, each with its posting."""

from bot.model.answer import Answer, Status
from bot.views.html import escape, italic, quote, shortened
from bot.views.reply import Reply

_QUOTES_SHOWN = 3
_LONGEST_QUOTE = 300


def render_answer(answer: Answer) -> Reply:
    """The answer's text with up to three quotes, how it was read, and the number of the one posting it is about."""
    parts = [escape(answer.text)]
    several = len(answer.postings) > 1
    for quotation in answer.evidence[:_QUOTES_SHOWN]:
        words = shortened(" ".join(quotation.words.split()), _LONGEST_QUOTE)
        parts.append(quote(f"{words} (#{quotation.posting})" if several else words))
    if len(answer.evidence) > _QUOTES_SHOWN:
        parts.append(italic(f"+{len(answer.evidence) - _QUOTES_SHOWN} more quotes"))
    if answer.status is not Status.NOT_UNDERSTOOD and answer.reading:
        about = f" · #{answer.postings[0]}" if len(answer.postings) == 1 else ""
        parts.append(italic(f"read as: {answer.reading}{about}"))
    return Reply("\n".join(parts))
