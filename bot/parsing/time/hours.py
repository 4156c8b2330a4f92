"""How many hours are worked? In the page's words; opening hours, response times and hours saved are none."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.labels import labelled_values
from bot.parsing.rule import telling_spans
from bot.parsing.talk import hours as hours_talk
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_FIGURE = r"\d{1,2}(?:[.,]\d{1,2})?"
_RANGE = rf"(?:(?:up to|between|zwischen|entre|tussen|min(?:imum)?\.?(?: of)?|at least|approx(?:imately)?\.?|around|about|bis zu|jusqu'à|ca\.|minimaal|max(?:imaal)?\.?|tot) )?\b{_FIGURE}(?:\s?(?:-|to|or|and|und|et|en|y|bis|à|tot|/|a)\s?{_FIGURE})?\+?"
_HOUR = r"(?:hours?|hrs?\.?|h|std\.?|stunden|heures|uur|uren|horas|ore|timmar|timer|godzin)"
_A_WEEK = (
    r"(?:(?:per|a|/|each|every|pro|die|par|in der|in de|por|à la|a la|al?|a la|i)\s?(?:week|wk|woche|semaine|semana|vecka|uke|tydzień)\b|weekly\b|p\.?\s?/?\s?w\.?(?!\w)|/\s?w(?:(?:ee)?k)?\b"
    r"|wöchentlich\b|hebdo\w*|semanales\b|in the week\b|settimanali\b)"
)
_AMOUNTS = (
    Pattern(
        r"(?P<said>\b(?:three|four|five|six|seven|eight|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty) hours? (?:(?:a|per|each) week|weekly))\b",
        re.IGNORECASE,
    ),
    Pattern(rf"(?P<said>{_RANGE}[ -]?{_HOUR}\s?(?:\w+\s)?{_A_WEEK})", re.IGNORECASE),
    Pattern(
        rf"(?P<said>\b{_FIGURE}(?:\s?-\s?{_FIGURE})?[ -]?(?:hours?|hrs?) (?:work(?:ing)? ?)?week\b|\b{_FIGURE}-?(?:stunden-?woche|h[ -]?woche)\b|{_RANGE} ?wochenstunden\b"
        rf"|\b{_FIGURE}[ -]?urige werkweek\b|\bsemaine de {_FIGURE} ?h(?:eures)?\b|\b(?:a )?full week (?:has|is|means) {_FIGURE} hours\b)",
        re.IGNORECASE,
    ),
    Pattern(
        r"(?P<said>\b1[,.]?\d{3} (?:hours|heures|stunden) (?:per|a|par|pro) (?:year|annum|an|jahr)\b|\b\d{2,3} hours (?:per|a) month\b)",
        re.IGNORECASE,
    ),
    Pattern(
        r"(?P<said>\b(?:[4-9]|1[0-2]) ?(?:hours?|hrs|heures|stunden) (?:per|a|/|par|pro|am) ?(?:day|jour|tag))\b",
        re.IGNORECASE,
    ),
    Pattern(
        r"(?P<said>\b0[.,]\d{1,2}(?:\s?-\s?[01][.,]\d{1,2})? ?(?:fte|etp|vzä|vte)\b|\bfte:? ?0[.,]\d{1,2}(?:\s?-\s?[01][.,]\d{1,2})?)",
        re.IGNORECASE,
    ),
)
# A figure that is a clause of its own, or the base of the pay: "day work, 39 hours", "bei 38,5 Stunden".
_BY_ITSELF = re.compile(
    r"(?:^|[,;(|:]\s?|\s-\s|(?:full|part)[- ]time,?\s|(?:voll|teil)zeit\s|\bcd[id]\s|temps (?:plein|partiel)\s|\bweek is\s|\b(?:mit|bei|zu|for|about|circa|of|has|basis van|base de)\s)(?P<said>(?:(?:ca\.|circa|about) )?\b[1-4]\d(?:[.,]\d{1,2})?(?:\s?-\s?\d{2})?\s?(?:hours|hrs|h\b|stunden|std\.?|uur|uren|heures|horas)"
    r"(?: (?:over|across) \w+ days)?)(?=\s*(?:$|\s-\s(?!\d)|[,;.)|]|\s(?:per|zu)\b))",
    re.IGNORECASE,
)
_FIGURE_OF_HOURS = re.compile(r"\d\s?(?:h|std|stunden|uur|uren)", re.IGNORECASE)
# A share of full time, called so: "Pensum 80-100 %". Without a word for it, it tells the form of employment alone.
_SHARE = re.compile(r"(?:pensum:?\s)(?P<said>\d{2}\s?%?\s?-\s?\d{2,3}\s?%)(?=\s*(?:$|[),|]))")
_BARE_AMOUNT = re.compile(rf"{_RANGE}(?:\s?{_HOUR})?(?:\s?{_A_WEEK})?(?: over \w+ days)?(?!\s?%)", re.IGNORECASE)
_BARE_SHARE = re.compile(r"\d{2,3}\s?%?(?:\s?-\s?\d{2,3})?\s?%")
_OTHER = re.compile(
    r"\b(?:läuft ab in|endet in|expires in|ends in|expire dans|never|not (?:work|be)|save[sd]?|saving|give(?:s)? back|get back|gain|free up|spends?|served|takes?|produces?|within|answer\w*|respon\w+|saves teams|teams|open|support(?:ed)? (?:is|for)|volunteer\w*|training|lessons?|overtime|every|first|last|next|24|48|credit|£|\$|€|watch\w*|monitor\w*)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
CUES = Cues(*_AMOUNTS), Cues(_BY_ITSELF)


def extract(doc: Document) -> Found[str] | None:
    """The working hours, as stated, or None."""
    return next(iter(doc.once(statements_of)), None)


def statements_of(doc: Document) -> tuple[Found[str], ...]:
    """Every statement of the hours: labels, amounts of a week or year, then figures by themselves."""
    return tuple(_statements(doc)) or tuple(
        doc.quoted(*span, "hours.sentence")
        for span in telling_spans(doc, spoken_lines(doc), hours_talk.CUES, hours_talk.said)
    )


def _statements(doc: Document) -> Iterator[Found[str]]:
    labelled = list(labelled_values(doc, "hours"))
    for span, rule in labelled:
        if match := _amount(doc.text, span.start, span.stop):
            yield doc.quoted(*match.span("said"), f"hours.{rule}")
    for pattern in _AMOUNTS:
        for line in doc.telling(spoken_lines(doc), CUES[0]):
            for match in doc.matches(pattern, line.start, line.stop):
                if not _OTHER.search(doc.text, max(line.start, match.start() - 50), match.start()):
                    yield doc.quoted(*match.span("said"), "hours.said")
    for span, rule in labelled:
        said = doc.text[span.start : span.stop]
        bare = _BARE_AMOUNT.fullmatch(said) or _BARE_SHARE.fullmatch(said)
        if bare and said[:3] not in ("100",):
            yield doc.quoted(*span, f"hours.{rule}")
    for line in doc.telling(spoken_lines(doc), CUES[1]):
        if not _FIGURE_OF_HOURS.search(doc.text, line.start, line.stop):
            continue
        match = _BY_ITSELF.search(doc.text[line.start : line.stop])
        if match and not _OTHER.search(doc.text, line.start, line.start + match.start("said")):
            yield doc.quoted(line.start + match.start("said"), line.start + match.end("said"), "hours.by_itself")
    for line in _top(doc):
        if match := _SHARE.search(doc.text[line.start : line.stop]):
            yield doc.quoted(line.start + match.start("said"), line.start + match.end("said"), "hours.share")


def _amount(text: str, start: int, stop: int) -> re.Match[str] | None:
    return next((match for pattern in _AMOUNTS if (match := pattern.search(text, start, stop))), None)


def _top(doc: Document) -> list[Line]:
    return [line for line in header_lines(doc) if "%" in doc.text[line.start : line.stop]]
