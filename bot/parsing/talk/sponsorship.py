"""What does a sentence about visas come to, whatever its wording? For sentences that no turn of phrase takes.

A clause that speaks of sponsoring is judged by the words it holds: a condition, a denial, a hedge, an offer, in that
order. A question, a trade and a permission that is merely asked for come to nothing.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.vocabulary import Sponsorship
from bot.parsing.document import Document
from bot.parsing.rule import judged_sentences
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span

_SPONSORING = re.compile(
    r"\b(?:visa|permit|immigration|employment|work|skilled[- ]worker|h-?1-?b|green card|certificate of|requir\w+|need\w*|company|employer) sponsorship\b"
    r"|\bsponsorship\b(?=[^.;]{0,60}\b(?:visas?|work|permits?|licen[cs]e|candidates?|applicants?|overseas|abroad|immigration|certificate|available|offered|provided|possible|jobs?|roles?|posts?|positions?|vacancy)\b)"
    r"|\b(?:visas?|permits?|candidates?|applicants?|people|anyone|anybody|immigration|abroad|overseas)\b[^.;]{0,60}\bsponsor(?:s|ed|ing|ship)?\b"
    r"|\bsponsor(?:s|ing)?\b[^.;]{0,40}\b(?:visas?|permits?|candidates?|applicants?|anyone|anybody|blue card)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:visas?|work permits?|blue card|arbeitserlaubnis|aufenthaltstitel|visum\w*|permis de travail|titre de séjour|werkvergunning\w*|visados?|permisos? de trabajo)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:(?:we|nous|wij|wir)(?:'ll| will| can| do| also| gladly)?(?: not| nicht| niet| ne)? ?(?:help|support|arrange|sort|cover|pay|handle|take care|provide|offer|sponsor|unterstützen|helfen|übernehmen|kümmern|prenons|aidons|accompagnons|regelen|helpen)"
    r"|(?:is|are|comes?) (?:on us|paid|covered|arranged|taken care|sorted)|help (?:you )?with|support with|ayudamos|gestionamos|tramitamos|patrocinamos|wird (?:übernommen|bezahlt)|pris(?:e)? en charge)",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"\bone by one\b|\bcase[- ]by[- ](?:a )?case\b|\bindividual(?:ly)?\b|\bdepend(?:s|ing|ent)\b|\bexceptional\w*|\bdiscuss\w*|\b(?:in|for) (?:some|certain)\b"
    r"|\b(?:cannot|can't|can not|not) (?:promise|guarantee)\w*|\bper (?:person|case|candidate)\b|\bon (?:its|their) merits?\b|\bsubject to\b|\bim einzelfall\b|\bau cas par cas\b",
    re.IGNORECASE,
)
# A denial counts where it governs the giving, or the thing given: "cannot help", "sponsorship does not come".
_DENIES = re.compile(
    r"(?:\b(?:cannot|never|unable to|no longer|not|nicht|pas|niet)|n't) (?:(?:be )?able to |in a position to |\w+ly )?(?:offer|provide|help|support|arrange|cover|handle|take on|sponsor)\w*"
    r"|\b(?:sponsorship|visas?|permits?)\b(?: \w+){0,2}? (?:is|are|do|does|will|can)(?:n't| not| never)\b(?! (?:an? )?(?:issue|problem|obstacle|only|just)\b)"
    r"|\b(?:no|without|kein|keine) (?:\w+ ){0,2}sponsor(?:ship|ing)\b(?! (?:issue|problem))",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:may|might|could|consider\w*|possibly|open to|where possible|look(?:ed)? at)\b", re.IGNORECASE
)
_OFFERS = re.compile(
    r"\b(?:can|will) be sponsored\b|\bwe (?:\w+ )?(?:sponsor|are sponsoring)\b|\bsponsorship\b(?: \w+){0,4} (?:available|offered|provided|possible|included|welcome)\b",
    re.IGNORECASE,
)
# Sponsoring and visas as somebody's work, and questions of a form.
_OTHER = re.compile(
    r"\?|\b(?:now or in the future|executive sponsors?|project sponsors?|corporate|event|events|sports?|marketing|advis\w+ (?:\w+ )?clients|visa (?:card|inc|payments|law|applications?|processing|rules)|tourist|law firm)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";\s|\s-\s|,?\s(?:but|however|though)\s", re.IGNORECASE)
CUES = Cues(Pattern(r"sponsor|visa|visum|permit|permis|aufenthalt|arbeitserlaubnis|blue card|werkvergunning|titre de"))


def talk_of(doc: Document, lines: list[Line]) -> Iterator[Found[Sponsorship]]:
    """What each clause about sponsoring comes to, in page order."""
    return judged_sentences(doc, lines, CUES, judged, "sponsorship.sentence", pieces=_clauses)


def _clauses(text: str, start: int, stop: int) -> Iterator[Span]:
    """The clauses of each sentence that speaks of no other sponsoring."""
    for sentence in sentences(text, start, stop):
        begin = sentence.start
        borders = () if _OTHER.search(sentence.of(text)) else (*_CLAUSE.finditer(text, *sentence), None)
        for border in borders:
            yield Span(begin, border.start() if border else sentence.stop)
            begin = border.end() if border else begin


def judged(clause: str) -> Sponsorship | None:
    """What a clause comes to; None where it speaks of nothing that is given.

    >>> judged("Sponsorship does not come with this job").value
    'no'
    >>> judged("A valid work permit is required") is None
    True
    """
    if not _SPONSORING.search(clause) and not (_PAPERS.search(clause) and _GIVES.search(clause)):
        return None
    if _CASES.search(clause):
        return Sponsorship.CASE_BY_CASE
    if _DENIES.search(clause):
        return Sponsorship.NO
    if _MAYBE.search(clause):
        return Sponsorship.CASE_BY_CASE
    return Sponsorship.YES if _OFFERS.search(clause) or _GIVES.search(clause) else None
