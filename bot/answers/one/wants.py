"""What must a sentence hold to answer "how many", "when", "who" or "how often"? The sort of answer that is wanted.

A sentence about the right thing that lacks what was asked for answers nothing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.answers.question import Want
from bot.answers.reading.spelling import word_list
from bot.text.tokens import fold, words

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty forty"
    " fifty sixty ninety hundred thousand million half dozen couple both single unlimited several"
    " ein eine zwei drei vier funf sechs sieben acht neun zehn zwolf un une deux trois quatre cinq six sept huit dix douze vingt trente"
    " quarante cinquante twee drie vijf zes zeven acht negen tien twaalf twintig uno una dos tres cuatro cinco seis siete ocho nueve"
    " diez doce veinte"
).split()
_PEOPLE = frozenset("people persons personnes personen personas mensen leute members colleagues".split())
_SHARE = re.compile(
    r"\b(?:a|one|two|ein|un|een) (?:third|quarter|fifth|drittel|viertel|tiers|quart|derde|kwart|tercio|cuarto)\b|\bthe (?:bulk|majority)\b|\bmost of\b"
)
_ROUGHLY = frozenset("than over nearly about around almost some exceeding".split())
_NUMBER = re.compile(r"\d|\b(?:" + "|".join(dict.fromkeys(_NUMBER_WORDS)) + r")(?:\b|-)")
_MONTHS = (
    r"jan(?:uar\w*|vier)?|feb(?:r\w*)?|fev(?:r\w*)?|mar(?:ch|s|z|zo)|maerz|maart|apr(?:il)?|avril|abril|\d{1,2}(?:st|nd|rd|th)? (?:of )?may|may \d{1,4}|(?:in|by|until|from|to|of|early|late|mid) may"
    r"|mai|mei|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust\w*)?|aout|agosto|sept?(?:\w*emb\w*)?|oct(?:ob\w*|ub\w*)?|okt(?:ober)?|nov(?:\w*emb\w*)?|de[cz](?:em\w*)?|dic(?:iem\w*)?"
    r"|mon(?:day)?s?|tue(?:sday)?s?|wed(?:nesday)?s?|thu(?:rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?"
)
_UNITS = r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans|(?<=\d )an|dagen|weken|maanden|jaar|dias?|semanas?|mes(?:es)?|anos?"
_PATTERNS = {
    "number": _NUMBER,
    "money": re.compile(r"[£$€¥₹]\s?\d|\b(?:eur|gbp|usd|chf|fr\.|nok|sek|dkk|pln|cad|aud|nzd|sgd|inr|rs\.?|zar|a\$|c\$)\s?\d|\br ?\d\d?[ ,]?\d{3}\b|\d\s?(?:[£$€₹]|k\b|%|eur|gbp|usd|chf|nok|sek|dkk|euros?|pounds?|dollars?)"),
    "when": re.compile(
        rf"\b(?:{_MONTHS})\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}[:.]\d\d\b|\b\d{{1,2}} ?[ap]m\b|\b(?:{_UNITS})\b"
        r"|\b(?:immediate\w*|soon|asap|rolling|probation|trial period|from day|daily|weekly|monthly|yearly|autumn|summer|winter|spring|noon|morning|evening|today)\b"
    ),
    "clock": re.compile(r"(?<![£$€\d.,])\b\d{1,2}(?::\d\d\b|\.\d\d ?(?:[ap]\.?m|uhr|h)\b)|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,2} ?h\b|\b(?:noon|midnight|mornings?|evenings?|afternoons?)\b|\bat (?:five|six|seven|eight|nine|ten|eleven|twelve)\b"),
    "span": re.compile(rf"(?:\d|\b(?:{'|'.join(dict.fromkeys(_NUMBER_WORDS))}))[ -]?(?:\w+ )?(?:{_UNITS}|words?|pages?|wk|mth|yrs?)\b|\bpermanent\b"),
    "often": re.compile(
        r"\b(?:every|each|per|jede\w*|alle (?:zwei|drei|vier|\d)|einmal|zweimal|dreimal|wochentlich|monatlich|taglich|chaque|fois|tous les|elke|iedere|keer|wekelijks|maandelijks|cada|veces|vez|todos los|once|twice|times|daily|weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|always|never|rarely|regular(?:ly)?"
        rf"|(?:a|an|pro|par|por|al) (?:day|week|month|year|tag|woche|monat|jahr|jour|semaine|mois|an|maand|semana|mes|ano)|week in)\b|\b(?:{_MONTHS})s?\b"
    ),
    "age": re.compile(
        r"\b(?:age[sd]?|alter|mindestalter|leeftijd|edad)\b:?[^.\d]{0,16}\d\d\b|\b(?:minimaal|minstens|mindestens|minimum|au moins|al menos|minimo)\b[^.\d]{0,12}1[4-9] ?(?:jaar|jahre|ans|anos)\b|"
        r"\b(?:1[4-9]|2[0-5]) ?(?:years old|years of age|or older|or over|\+|and over|jahre|ans\b)|\b(?:1[4-9]|[2-6]\d)(?: ?- ?\d\d)? ?years?[- ]olds?\b|\b(?:1[4-9]|[2-6]\d) years old,? (?:or|and) (?:younger|under|less)\b|\b(?:under|below|younger than|maximum age|unter) (?:\w+ ){0,2}(?:1[4-9]|[2-6]\d)\b(?! ?(?:%|hours|days|miles|km|kg|minutes))|\b(?:at least|be|over|aged?|minimum|above|mindestens)\b[^.\d]{0,16}(?:1[4-9]|2[0-5])\b(?!\s?(?:%|hours|days|months|miles|km|kg|lbs|people|weeks|years? (?:of|exp)))"
    ),
    "far": re.compile(r"\d ?-?(?:miles?|mi|km|kilomet\w*|minutes?|hours?)\b"),
    "weight": re.compile(r"\d ?(?:kg|kilos?|lbs?|pounds|tonnes?|stone)\b"),
    "cold": re.compile(r"-?\d+ ?(?:°|degrees|c\b|f\b)"),
    "years": re.compile(r"\b(?:years?|months?|jahre?|ans|jaar|anos?)\b|\b(?:19|20)\d\d\b|\b\d{1,2} and \d{1,2}\b|\baged?\b"),
    "phone": re.compile(r"(?<![\d/])(?!\d{1,2}/\d{1,2}/\d{2,4})(?:\+|\b0|\(0|\b\d{3}[-. ])[\d ()/.-]{6,}\d"),
    "mail": re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    "code": re.compile(r"\b(?:ref(?:erence)?|vacancy|requisition|req|job)\b\.? ?(?:no|nr|number|id|code)?\.?\s?[:#]?\s?[a-z]{0,6}[-/ ]?(?:[a-z0-9]{1,6}[-/])*\d[\w/-]*"),
    "where": re.compile(
        r"\b(?:in|at|near|from|outside|inside|on|opposite|behind|beside|within|around|throughout|across|to|into|via|above|below|under|based|located|here|there|wherever|anywhere|everywhere|online|remote\w*|abroad|locally|worldwide|home|address|street|road"
        r"|im|auf|aus|bei|nahe|neben|uber|aux|en|sur|chez|dans|pres|op|bij|naast|boven|cerca|junto)\b"
    ),
    "reach": re.compile(
        r"[\w.+-]+@[\w-]+\.\w|\bhttps?://|\bwww\.|\b(?:call|ring|phone|text|whatsapp|e-?mail|write to|send|drop in|come by|contact|visit|apply (?:at|on|via|through|online|with)|envia\w*|bewerb\w*|schick\w*|candidature\w*|bel|mail)\b"
    ),
}  # fmt: skip


# A word behind these has its capital for its place.
_OPENS = re.compile(r"[.!?:;•*\n]\s*$")
# Sorts of answers that show themselves: no other word of the question need stand in the sentence.
SELF_EVIDENT = frozenset({Want.AGE, Want.PHONE, Want.MAIL, Want.CODE})


def holds(want: Want, quote: str) -> bool:
    """Whether a sentence holds what is wanted, wherever it stands in it.

    >>> holds(Want.CLOCK, "We start at 4:30"), holds(Want.SPAN, "Paid training"), holds(Want.AGE, "Be 18 or older")
    (True, False, True)
    """
    if want is Want.ANY or (want is Want.REACH and not quote):
        return True
    if want is Want.WHO:
        return _names_somebody(quote)
    line = fold(" ".join(quote.split()))
    if want is Want.WHERE:
        return _PATTERNS[want.value].search(line) is not None
    if want is Want.MUCH:
        return _NUMBER.search(line) is not None or _SHARE.search(line) is not None
    return _PATTERNS[want.value].search(line) is not None


def _names_somebody(quote: str) -> bool:
    """Whether a name stands inside the sentence, or a word for somebody ("we", "the manager")."""
    return has_name(quote) or any(fold(word.group()) in word_list("somebody") for word in words(quote))


def has_name(quote: str) -> bool:
    """Whether a capital stands inside a sentence, where nothing opens.

    >>> has_name("Ask for Bethan"), has_name("Maintain contact: Clients")
    (True, False)
    """
    return any(
        word.group()[0].isupper() and not _OPENS.search(quote[: word.start()]) for word in list(words(quote))[1:]
    )


def counts(spoken: Sequence[str], place: int) -> bool:
    """Whether a number stands close before the counted word, or behind it as in "crew of five".

    >>> counts(("a", "32-bed", "32", "bed"), 3), counts(("crew", "of", "five"), 0), counts(("dams", "two", "times"), 0)
    (True, True, False)
    """
    before = spoken[max(0, place - 4) : place + 1]
    if any(_NUMBER.search(word) for word in before):
        return True
    return numbered(spoken, place)


def numbered(spoken: Sequence[str], place: int) -> bool:
    """Whether the number stands behind the word: "a crew of five", "the team (4 people)".

    >>> numbered(("crew", "of", "five"), 0), numbered(("five", "teams"), 1)
    (True, False)
    """
    after = spoken[place + 1 : place + 4]
    of = (
        len(after) > 1
        and after[0] in ("of", "is", "total", "de", "von", "van")
        and _NUMBER.search(after[1]) is not None
    )
    many = any(
        _NUMBER.search(second) and first in _ROUGHLY for first, second in pairwise(spoken[place + 1 : place + 5])
    )
    people = many or any(_NUMBER.search(first) and second in _PEOPLE for first, second in pairwise(after))
    return of or people
