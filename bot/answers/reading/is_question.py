"""Does a plain message ask something, or does it name words to search for?

A mark, an opening or a follow-up settles it. What is left are bare words: they ask when they name a field or a benefit
and nothing beside it ("sick pay"), or beside what no title is made of ("citi salary"). "Travel agent", "dental nurse"
and "hybrid london" are searches.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.answers.question import Kind, Question
from bot.answers.reading.cues import has
from bot.answers.reading.phrases import namings
from bot.answers.reading.read_question import LEAD, LONGEST, PLACE_ALONE, read_question, without_numbers
from bot.answers.reading.spelling import plain_words, read_words
from bot.answers.reading.terms import is_content
from bot.answers.reading.values import named_values

_TELLING = frozenset({Kind.FIELD, Kind.BENEFIT, Kind.SUMMARY, Kind.WHY, Kind.MEDIAN, Kind.RANKING, Kind.EXTREME})
_FORMS = frozenset({Kind.MEDIAN, Kind.RANKING, Kind.EXTREME, Kind.WHY, Kind.SUMMARY})
_MOST_WORDS = 2
# Fields that ask wherever they stand, and those that ask behind what they are asked of ("barista hours"); in front they
# are half of a title ("benefits manager").
_ASK = frozenset({"salary", "deadline"})
_ASK_BEHIND = frozenset({"benefits", "requirements", "responsibilities", "hours", "locations", "apply"})
# Words that make a search of the word before them ("weekend jobs").
_SOUGHT = frozenset("jobs roles vacancies openings positions postings work stellen offres vacatures ofertas".split())


@lru_cache(maxsize=1024)
def is_question(text: str) -> bool:
    """Whether a plain message asks something rather than names words to search for.

    >>> is_question("what are the benefits of #1"), is_question("benfits?"), is_question("salary")
    (True, True, True)
    >>> is_question("rust london"), is_question("travel agent"), is_question("nurse salary")
    (False, False, True)
    """
    typed = " ".join(text.split())[:LONGEST]
    plain = " ".join(plain_words(typed))
    line = LEAD.sub("", plain)
    if typed.endswith("?") or has("opening", line) or has("compare", line) or has("follow", plain):
        return True
    return PLACE_ALONE.match(line) is not None or _bare_words_ask(read_question(typed), typed)


def _bare_words_ask(question: Question, typed: str) -> bool:
    if question.kind not in _TELLING or not (question.topic or question.kind is Kind.WHY):
        return False
    plain = [word for word in plain_words(without_numbers(typed)) if is_content(word)]
    if len(plain) > _MOST_WORDS:
        return False
    if question.kind in _FORMS or question.postings:
        return True
    words = read_words(without_numbers(typed), lambda _: False)
    if words and words[-1] in _SOUGHT and len(words) > 1:
        return False
    taken = set(_naming(words))
    beside = [place for place, word in enumerate(words) if place not in taken and is_content(word)]
    if not beside or question.topic in _ASK:
        return True
    return question.topic in _ASK_BEHIND and not question.value and max(beside) < min(taken, default=0)


def _naming(words: Sequence[str]) -> Iterator[int]:
    """The places of the words that name a field, a benefit or a value."""
    for naming in namings(words):
        yield from range(naming.start, naming.stop)
    line, start = " ".join(words), 0
    values = list(named_values(line))
    for place, word in enumerate(words):
        if any(value.start < start + len(word) and start < value.stop for value in values):
            yield place
        start += len(word) + 1
