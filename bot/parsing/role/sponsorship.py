"""Does the employer sponsor a permission to work? Only what the page says; a right to work asked for is no refusal."""

import re

from bot.model.evidence import Found
from bot.model.vocabulary import Sponsorship
from bot.parsing.document import Document
from bot.parsing.rule import Rule, statements

_VISA = r"(?:(?:work |employment |h-?1-?b |skilled worker |immigration |tier 2 |uk |us )*(?:visas?|sponsorship|work permits?|employment pass(?:es)?|immigration support)(?: (?:sponsorship|support|sponsor|assistance|application))?)"
_RULES = (
    Rule(
        "sponsorship.no",
        re.compile(
            rf"\b(?:no|without)(?: current or future| the need for| needing| requiring| any| employer| company)* {_VISA}|\b(?:un(?:able|willing)|not (?:able|in a position|willing|going)) to (?:\w+ ){{0,2}}(?:sponsor|offer {_VISA}|provide {_VISA}|support {_VISA})(?:[^.\n]{{0,40}}visas?)?"
            rf"|\b(?:cannot|can ?not|can't|do not|don't|does not|doesn't|will not|won't|are not|is not)\s(?:be able to |currently |able to |available |offering |offer |provide |support |eligible |considering )*(?:(?:to )?sponsor(?!ed by)\w*|{_VISA})(?:[^.\n]{{0,30}}(?:visas?|permits?))?|\b{_VISA}(?: is| are)? (?:not|un)\s?(?:be )?(?:currently )?(?:available|offered|provided|possible|supported|an option|considered)|\b{_VISA} (?:cannot|can't|will not|won't) be (?:offered|provided|considered|supported)"
            r"|\bnot eligible for (?:\w+ )?(?:visa )?sponsorship|\b(?:visa )?sponsorship\s?:\s?(?:no\b|not available|none)|\bvisum-?sponsoring (?:ist )?nicht|\bkein visum\w*|\bpas de (?:parrainage|sponsoring|visa)|\bgeen (?:visum|sponsoring)\w*|\bno (?:se )?(?:ofrece|patrocina)\w* (?:visa|visado)",
            re.IGNORECASE,
        ),
        lambda match: Sponsorship.NO,
    ),
    Rule(
        "sponsorship.case_by_case",
        re.compile(
            rf"\b{_VISA}[^.\n]{{0,40}}\b(?:case[- ]by[- ]case|may be (?:available|considered|possible|offered|provided)|might be|can be (?:considered|discussed)|(?:for|in) (?:the right|exceptional|certain|some) \w+|considered)|\b(?:may|might) (?:be able to |consider )?(?:offer |provide )?(?:sponsor\w*|{_VISA})|\bcase[- ]by[- ]case[^.\n]{{0,50}}(?:sponsor|visa)\w*",
            re.IGNORECASE,
        ),
        lambda match: Sponsorship.CASE_BY_CASE,
    ),
    Rule(
        "sponsorship.yes",
        re.compile(
            rf"\b(?:we|they|company|employer|trust|university)? ?(?:can |will |do |are able to |are happy to |happy to |offer |offers |provide |provides |support |supports |gladly |also )+(?:sponsor\b|{_VISA})(?:[^.\n]{{0,20}}visas?)?|\b{_VISA}(?: is| are| can be| will be)? (?:available|offered|provided|possible|supported|included)|\b(?:visa )?sponsorship\s?:\s?(?:yes|available|offered)|\bwe sponsor (?:\w+ ){{0,3}}visas?|\b(?:offering|with|including|plus|help with|assistance with|support with) (?:your |the )?{_VISA}|\bvisa sponsorship(?: and relocation)?(?= ?(?:$|\n|[,|•]))|\bcertificate of sponsorship(?: available)?|\bwir unterstützen (?:\w+ ){{0,3}}visum\w*|\bvisum-?(?:unterstützung|sponsoring)|\bsponsor licen[cs]e",
            re.IGNORECASE,
        ),
        lambda match: Sponsorship.YES,
    ),
)
CUES = tuple(rule.cues for rule in _RULES)
_DUTY = re.compile(
    r"\b(?:process\w*|prepar\w+|manag\w+|handl\w+|law|executive|corporate|event|sports?|sponsorship (?:deals|team|opportunit|sales|packages)|visa (?:card|inc|payments))\b",
    re.IGNORECASE,
)


def statements_of(doc: Document) -> tuple[Found[Sponsorship], ...]:
    """Every statement, refusals before conditions before offers; words that a refusal covers are no offer."""
    kept: list[Found[Sponsorship]] = []
    lines = [
        line
        for section in doc.sections
        if section.kind.value not in ("advice", "related", "site")
        for line in section.lines
    ]
    for rule in _RULES:
        for found in statements(doc, (rule,), lines):
            evidence = found.evidence[0]
            around = doc.source.raw[max(0, evidence.start - 30) : evidence.stop + 20]
            if not any(evidence.span.overlaps(other.evidence[0].span) for other in kept) and not _DUTY.search(around):
                kept.append(found)
    return tuple(kept)


def extract(doc: Document) -> Found[Sponsorship] | None:
    """What the page says about sponsorship, or None."""
    found = statements_of(doc)
    return found[0] if found else None
