"""Which words of a question must an answering sentence hold, how much does each weigh, and what sort of answer is wanted?"""

import re
from collections.abc import Sequence

from bot.answers.question import Term, Want
from bot.answers.reading.spelling import word_list

_WEAK = 0.3
_HARMLESS = 0.15
_BEHIND = 0.5

# In this order: the first pattern that the line holds says what is wanted.
_WANTS = (
    (Want.PHONE, r"^(?:quel )?numero (?:pour|para|de telephone|de telefono)\b|\bwhatsapp\b(?: number| nummer| numero)?$|\bwhatsapp (?:number|nummer)|\b(?:a )?que numero (?:llamo|escribo|puedo)|\bwelche nummer\b|\bquel numero\b|\bwelk nummer\b|^(?:and |the |a |their |your |contact |is there a )*(?:phone|telephone|mobile|cell)(?: number| no| nr)?$|\b(?:phone|telephone|mobile|cell) (?:number|no|nr)\b|\bwhat is (?:the|their|your) (?:phone|telephone|mobile)\b|\bnumber to call\b|\bwho (?:do|can|should|to) (?:i )?(?:call|ring|phone|text)\b|\bwen rufe ich an\b|\bwie kan ik bellen\b|\bwen kann ich anrufen\b|\ba quien llamo\b|\bqui (?:puis-je )?appeler\b|\bqui appeler\b|\btelefonnummer\b|\btelefon\b"),
    (Want.CODE, r"\b(?:ref|reference|vacancy|requisition|posting) (?:no|nr|number|id|code)\b|\bjob (?:no|nr|number|id|code)\b|^requisition\b|\breference\?*$"),
    (Want.AGE, r"\bage limit\b|\bmax(?:imum)? age\b|\b(?:im|i'm|i am|am) (?:only |already )?[1-6]\d\b(?! ?(?:km|miles|min|years of))|\btoo (?:old|young)\b|\bhow old(?: (?:do|must|should) (?:i|you|one)\b|$)|\bage\b|\bwie alt muss\b|\bmindestalter\b|\bhoe oud\b|\bminimumleeftijd\b|\bedad minima\b|\bque edad\b|\bage minimum\b|\bminimum age\b|\bquel age\b|\bhow old are you\b"),
    (Want.COUNT, r"\bhow many\b|\bwie viele?\b|\bcombien d[e']?\b|\bcombien\b|\bhoeveel\b|\bcuant[oa]s\b|\bnumber of\b|\bteam size\b|\bsize of the team\b"),
    (Want.OFTEN, r"\bhow often\b|\bhow frequently\b|\bwie oft\b|\bhoe vaak\b|\bcada cuanto\b"),
    (Want.CLOCK, r"\bwhen (?:do|does|would|will|can) (?:they|we|i|it|you|the \w+) (?:finish|stop|open|close|leave|start|begin) (?:on|at) \w+days?\b|\bwhat times?\b|\bshift times?\b|\bwhich hours\b|\bum wie viel uhr\b|\bhoe laat\b|\ba que hora\b|\bquelle heure\b"),
    (Want.SPAN, r"\bhow long\b(?! (?:ago|has))|\bwie lange\b|\bcombien de temps\b|\bhoe lang\b|\bcuanto tiempo\b|\blength of\b"),
    (Want.FAR, r"\bhow far\b"),
    (Want.WEIGHT, r"\bhow heavy\b"),
    (Want.COLD, r"\bhow (?:cold|hot|warm)\b"),
    (Want.YEARS, r"\bhow old\b"),
    (Want.MUCH, r"\bhow (?:much|big|large|high|heavy|far|fast|old|tall|wide|deep|hot|cold|busy)\b|\bwie (?:viel|hoch|gross|alt|schwer)\b|\bhoe (?:veel|groot|hoog)\b|\bcuanto\b"),
    (Want.WHEN, r"\bwhen\b|\bwhat date\b|\bwhich (?:date|month|day|year)\b|\bwann\b|\bquand\b|\bwanneer\b|\bcuando\b|\bby when\b|\bwhat year\b"),
    (Want.WHO, r"^(?:and |so )?(?:who|whom|wer|qui|wie is|quien)\b|\bcontact person\b|\bwhat is the name of\b|\bansprechpartner\w*\b"),
    (Want.WHERE, r"^(?:and |so |but )?(?:where|wo|waar|donde|ou (?:est|se|sont|dois|puis|peut))\b"),
)  # fmt: skip
_COMPILED = tuple((want, re.compile(pattern)) for want, pattern in _WANTS)
_ANY_OF_THEM = re.compile("|".join(pattern for _, pattern in _WANTS))


def want_of(line: str) -> Want:
    """The sort of answer that a folded line asks for; ANY when it does not tell.

    >>> want_of("how many beds"), want_of("when is it"), want_of("dog friendly")
    (<Want.COUNT: 'number'>, <Want.WHEN: 'when'>, <Want.ANY: 'any'>)
    """
    if not _ANY_OF_THEM.search(line):
        return Want.ANY
    return next((want for want, pattern in _COMPILED if pattern.search(line)), Want.ANY)


def terms_of(words: Sequence[str]) -> tuple[Term, ...]:
    """The words that carry the question, in order, each once, with their weights; "a|b" is one of two.

    >>> [(term.word, term.weight) for term in terms_of("is there a fridge in the cab".split())]
    [('fridge', 1.0), ('cab', 0.5)]
    >>> [term.word for term in terms_of("is the pay net or gross".split())]
    ['pay', 'net|gross']
    """
    found: list[Term] = []
    behind, before = False, ""
    for word in words:
        if word in word_list("prepositions"):
            behind = bool(found)
        elif is_content(word) and not _asks(before, word):
            weight = _weight(word) * (_BEHIND if behind else 1.0)
            if before == "or" and found:
                found[-1] = Term(f"{found[-1].word}|{word}", max(found[-1].weight, weight))
            else:
                found.append(Term(word, weight))
            behind = False
        before = word
    unique = {term.word: term for term in reversed(found)}
    kept = tuple(term for term in found if unique[term.word] is term)
    return kept or tuple(Term(word, 1.0) for word in words if word in word_list("degrees") and is_content(word))


def _asks(before: str, word: str) -> bool:
    """Whether a word only says what sort of answer is wanted: "how *old*", "what *time*"."""
    return (before == "how" and word in word_list("degrees")) or (before == "what" and word in ("time", "times"))


def _weight(word: str) -> float:
    if word in word_list("harmless"):
        return _HARMLESS
    return _WEAK if word in word_list("weak") else 1.0


def is_content(word: str) -> bool:
    """Whether a word names something rather than only carrying the question."""
    return word not in word_list("stop") and (len(word) > 1 or word in {"c", "r"}) and not word.startswith("$")
