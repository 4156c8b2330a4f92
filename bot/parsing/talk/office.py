"""How many days in the office does a sentence come to, whatever its wording? For pages that no turn of phrase takes.

A sentence counts days of the week, or names some, and speaks of the office or of home; nothing in it may speak of other
days: leave, shifts, opening times, trips, deadlines.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.posting import OfficeDays
from bot.model.vocabulary import DayKind
from bot.parsing.document import Document
from bot.parsing.rule import judged_sentences
from bot.parsing.time.numbers import NUMBER, number
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_OFFICE = re.compile(
    r"\b(?:office|your desk|with us|in the lab|studio|hub|hq|on-?site|on site|in[- ]person|face[- ]to[- ]face|campus|courthouse|workplace|vor ort|büro|bureau|sur site|présentiel|kantoor|oficina|presencial\w*)\b"
    r"|\b(?:team|we|everyone|everybody|colleagues) (?:\w+ )?(?:meets?|gathers?|comes? (?:in|together))\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:remote(?:ly)?|telework\w*|home|daheim|wfh|home-?office|télétravail|thuis\w*|teletrabajo|von zu hause|mobil\w*)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\b(?P<days>{NUMBER}) (?:\w+ )?(?:days?|tagen?|tage|jours?|dagen|días)\b(?! (?:of|after|before|notice|prior|old|ago))(?:[^.;,]{{0,12}}\b(?:week|woche|semaine|semana)\b)?",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:week(?:ly)?|woche|semaine|semana)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:you|we|everyone|everybody|team|staff|colleagues)\b[^.;]{0,40}\b(?:comes?|are|be|works?|working|sits?|meets?|attend)\b"
    r"|\b(?:hybrid|onsite|on-site)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(?P<times>once|twice) (?:a|per|every) (?P<per>week|month)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri)days?\b(?:(?:, and |, | and | & |/)(?:mon|tues|wednes|thurs|fri)days?\b)+",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri)day", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:leave|holidays?|vacation|off|travel\w*|trips?|urlaub|congés?|vakantie\w*|vacaciones|shifts?|hours?|year\w*|annum|months|monthly|notice|within|interview\w*|trial day|training|onboarding|induction|course|first"
    r"|clients?|customers?|visitors?|patients?|residents?|pupils|deadline|response|working days|business days|sick|paid|gym|lunch|breakfast|dogs?|yoga|closed|opens?(?! to (?:the |your )?(?:team|staff|colleagues))|opening|moves?|moving|deliver\w*|play\w*|planned|walk\w*|bring|starts?|drinks?|calls?|online|phone|near|talks?|party|event\w*|abroad|anywhere|per annum|4-day|four-day)\b|\?",
    re.IGNORECASE,
)
_MOST_A_WEEK = 5
CUES = Cues(Pattern(r"once|twice|days?\b|tage|jours|dagen|días"))


def talk_of(doc: Document) -> Iterator[Found[OfficeDays]]:
    """What each sentence comes to, in page order."""
    return judged_sentences(doc, doc.stated_lines(), CUES, judged, "office_days.sentence")


def judged(sentence: str) -> OfficeDays | None:
    """The days a week that a sentence comes to; None where it counts others, or none.

    >>> judged("The office is where we all are on Tuesdays and Thursdays").days
    2
    >>> judged("We answer within three days from our office") is None
    True
    """
    if _OTHER.search(sentence):
        return None
    office, home = _OFFICE.search(sentence), _HOME.search(sentence)
    found = list(_DAYS.finditer(sentence))
    counts = [count for each in found if 0 < (count := number(each["days"])) <= _MOST_A_WEEK]
    present = _WEEK.search(sentence) or _PRESENT.search(sentence)
    if office and not home and present and len(counts) == 1 and len(found) == 1:
        return OfficeDays(days=counts[0], per="week", kind=DayKind.OFFICE)
    times = _TIMES.search(sentence)
    if office and not home and times and not found:
        return OfficeDays(
            days=1 if times["times"].lower() == "once" else 2, per=times["per"].lower(), kind=DayKind.OFFICE
        )
    named = _NAMED.search(sentence)
    if named and bool(office) != bool(home):
        kind = DayKind.OFFICE if office else DayKind.REMOTE
        return OfficeDays(days=len(_NAMED_DAY.findall(named.group())), per="week", kind=kind)
    return None
