"""How many hours does a sentence come to, whatever its wording? For sentences that no turn of phrase takes.

One figure of hours, and words of a week, of days it is spread over, or of the contract beside it. Hours of a day, of
overtime, of training, of answering and of opening are others.
"""

import re

from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_FIGURE = r"\d{1,2}(?:[.,]\d{1,2})?"
_WORDS = r"(?:ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_HOURS = re.compile(
    rf"(?P<said>(?:\b(?:up to|at least|around|about|between|min(?:imum)?\.?|max(?:imum)?\.?|approx(?:imately)?\.?|some|ca\.|rund|etwa|environ|circa|ongeveer) )?\b(?!0|\d\d?[.:](?:00|15|30|45)\b)(?<![\d.:])(?:{_FIGURE}|{_WORDS})(?:\s?(?:-|to|or|and|bis|oder|à|ou|tot|of|a|o)\s?(?:{_FIGURE}|{_WORDS}))?\+?[ -]?(?:hours?|hrs?|stunden|std\.?|heures|uur|uren|horas)\b"
    r"(?:[^.;\n]{0,16}?\b(?:per|a|each|every|pro|die|je|par|por|in the|/)\s?(?:week|fortnight|woche|semaine|semana)\b|\s(?:bi-?weekly|fortnightly|weekly|wöchentlich|hebdomadaires|semanales)\b)?)",
    re.IGNORECASE,
)
_OF_A_WEEK = re.compile(
    r"\b(?:week(?:s|ly)?|fortnight(?:ly)?|bi-?weekly|(?:over|across|spread|on|an|verteilt|sur|répartie?s?|verdeeld|verspreid|repartid\w+|in) (?:\w+ )?(?:\w+ )?(?:days|mornings|evenings|afternoons|tage[n]?|jours|dagen|días)|contract\w*|part[- ]time|full[- ]time|teilzeit|vollzeit|temps (?:partiel|plein)|deeltijd|voltijd|jornada|woche\w*|arbeitszeit|wochenarbeitszeit|semaine|semana|fte|guaranteed)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|\b(?:läuft ab|noch|expire\w*|remaining|left|overtime|training|lessons?|answer\w*|repl(?:y|ies)|respon\w+|within|saves?|saving|saved|gives? back|gets? back|spends?|served|produces?|open(?:s|ing)?|support|lines|volunteer\w*|every day|(?:a|per|each) (?:day|night|month|year|shift)|pro (?:tag|monat|jahr)|par (?:jour|mois|an)|por (?:día|mes|año)|per (?:dag|maand|jaar)|am tag|notice|before|after|drive|away|sleep|flight|journey|commute|course|credit|24|48|72|first|last|watch\w*|learning|study|studies|leave|holiday|pto|sick|every|never|course\w*|break|happy|rush|office hours|core hours|business hours|bonus|shift|interview\w*|phone|of (?:film|video|music|content|care)|call us|customers?|patients?|experience|certif\w*|ceu|continuing|deadline)\b|[£$€]",
    re.IGNORECASE,
)
CUES = Cues(Pattern(r"hour|\bhrs?\b|stunden|\bstd\b|heures|\buur\b|\buren\b|horas", re.IGNORECASE))


def said(sentence: str) -> Span | None:
    """The hours of work that a sentence states; None where it states none, or more than one figure.

    >>> text = "It is thirty hours, spread over four days."
    >>> said(text).of(text)
    'thirty hours'
    >>> said("We answer each letter within twelve hours") is None
    True
    """
    if _OTHER.search(sentence) or not _OF_A_WEEK.search(sentence):
        return None
    found = list(_HOURS.finditer(sentence))
    return Span(*found[0].span("said")) if len(found) == 1 else None
