"""Which duties does one sentence enumerate? "You will rig lamps, keep the stock and drive the van" are three.

A sentence is cut where a joint has a whole duty on both sides: a verb with its object. Verbs in a row share their object
("plan, cook and serve meals"). Leaves out whether the sentence is about duties at all.
"""

import re

from bot.parsing.lexicon.tables import table
from bot.parsing.line_kinds import LineKind, duty_of_hire, is_duty_verb, line_kind
from bot.text.joints import Joint, joints, trimmed
from bot.text.span import Span

# Who acts, at the start of the sentence, with what stands between that and the verb.
_SUBJECT = re.compile(
    r"(?:(?:as|in|once|after|during|from|on|while|with|together with|für|als|in|mit|bei|en tant|au sein|avec|dans|en|met|bij|con|como|day to day|every day|each day|most days)\b[^,.;]{0,60},? )?(?P<who>you|the (?:post ?holder|job ?holder|successful candidate|candidate|incumbent|role|position)|we need (?:someone|you)|(?:the|our|this|each) [\w' -]{2,30}?(?= will )|du|sie|vous|tu|je|jij)"
    r"(?:'ll|'d| will| would| are going to| should| must| also)*(?: also| be expected| be responsible for| be the (?:one|person)(?: who is)?| be| zult| gaat| wirst| werden)?(?: to)? ",
    re.IGNORECASE,
)
# The endings of verbs that go with a pronoun, where a language has them.
_ENDINGS = {
    "du": re.compile(r"[a-zäöü]{2,}st\b"),
    "sie": re.compile(r"[a-zäöü]{2,}e?n\b"),
    "vous": re.compile(r"(?:vous )?[a-zéèêç]{2,}ez\b"),
    "tu": re.compile(r"(?:tu )?[a-zéèêç]{3,}s\b"),
    "je": re.compile(r"je [a-z]{2,}t\b|bent\b|hebt\b|[a-z]{3,}t (?:de|het|een|onze|je)\b"),
    "jij": re.compile(r"(?:je|jij) [a-z]{2,}t\b|[a-z]{3,}t (?:de|het|een|onze|je)\b"),
}
_INFINITIVE = re.compile(r"[a-záéíóúñ]{2,}(?:ar|er|ir)(?:se|lo|la|los|las)? ", re.IGNORECASE)
# "Te encargarás de atender ..., reponer y ...": what one is charged with stands in infinitives.
_CHARGED = re.compile(r"(?:te encargarás de|se encargará de|serás responsable de|deberás|tendrás que) ", re.IGNORECASE)
_VERB_AT_END = re.compile(r" [a-zäöüß]{3,}(?:en|ern|eln)$")
_ENDS = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]+ (?:[\wäöüß-]+ ){0,5}[a-zäöüß]{3,}(?:en|ern|eln), .*[a-zäöüß]{3,}(?:en|ern|eln)\.?$"
)
_FUNCTION = re.compile(
    r"\w+ (?:the|an?|our|your|their|its|his|her|them|on|with|in|for|to|up|out|off|after|all|new|any|every|each|both|two|three|\d+|and|that|it|as|from|into|at|by)\b"
)
# "You will be checking hives, ...": then verbs in the same form go on, and else such a form only says how.
_GOING_ON = re.compile(
    r"(?:(?:responsible|accountable) for |in charge of |(?:duties|tasks|responsibilities|this|which) includes? )?[a-z]+ing\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
# Words that announce an enumeration of duties in a sentence.
_HEAD = re.compile(
    r"(?:(?:the |your |main |key |core |daily )*(?:duties|responsibilities|tasks|day-to-day)(?: of the (?:role|post|job))? (?:will )?(?:include|are|involve|cover)"
    r"|zu (?:deinen|ihren|den) (?:\w+ )?(?:aufgaben|tätigkeiten) gehör\w+(?: unter anderem)?|(?:deine|ihre) aufgaben (?:sind|umfassen)|the (?:work|job|role) (?:is|will be) (?:an? (?:mix|blend|bit) of|mostly|mainly|largely)"
    r"|(?:vos|tes|les) (?:missions|tâches|activités)(?: principales)? (?:sont|seront|comprennent)|(?:jouw|je) taken (?:zijn|bestaan uit)|(?:tus|las) (?:funciones|tareas) (?:son|serán|incluyen))\s?:? ",
    re.IGNORECASE,
)
# The one who acts is named again behind the joint.
_AGAIN = re.compile(r"(?:you|je|jij|du|sie|vous|tu)\b", re.IGNORECASE)
# After these the words behind a joint are verbs, even those that are nouns as often.
_CERTAIN = frozenset({"you", "the postholder", "the post holder", "the jobholder", "the successful candidate"})
_FEWEST_WORDS = 2
_FEWEST_OF_PAIR = 3
_SAME_OBJECT = re.compile(r"\w+ (?:it|them|him|her|what|this|those|these|both|the (?:same|results?))\b", re.IGNORECASE)
_LONGEST_ENTRY = 60


def duty_clauses(text: str, span: Span, *, pairs: bool = False) -> list[Span]:
    """The duties that the sentence enumerates, in order; itself when it holds just one, or a pair and `pairs` is false.

    >>> page = "You will rig lamps, keep the stock and drive the van."
    >>> [part.of(page) for part in duty_clauses(page, Span(0, len(page)))]
    ['rig lamps', 'keep the stock', 'drive the van']
    >>> page = "You plan, cook and serve meals for forty."
    >>> len(duty_clauses(page, Span(0, len(page))))
    1
    """
    head = _HEAD.match(text, *span)
    if head is not None:
        return _entries(text, Span(head.end(), span.stop)) or [span]
    subject = _SUBJECT.match(text, *span)
    who = subject["who"].lower() if subject else ""
    if not who and line_kind(span.of(text)) is LineKind.DUTY and _ENDS.match(span.of(text)):
        return _infinitives(text, span)
    charged, sought = _CHARGED.match(text, *span), duty_of_hire(span.of(text))
    if sought is not None:
        subject, first, who = None, span.start + sought, "you"
    else:
        first = charged.end() if charged else span.start
    if sought is not None and _INFINITIVE.match(text, first, span.stop) and not is_duty_verb(_first_word(text[first:])):
        who = ""
    infinitives = not who and _INFINITIVE.match(text, first, span.stop) is not None
    begin = last = subject.end() if subject else first
    going_on = _GOING_ON.match(text, begin, span.stop) is not None
    parts: list[Span] = []
    marks: list[str] = []
    for joint in joints(text, span):
        whole = len(_WORD.findall(text, last, joint.start)) >= _FEWEST_WORDS
        rest = text[joint.stop : span.stop]
        if joint.mark or is_duty_verb(_first_word(rest)):
            last = joint.stop
        if whole and _opens_duty(rest, who, joint, infinitives=infinitives, going_on=going_on):
            again = who and _AGAIN.match(rest)
            begin = span.start if again and not parts else begin
            parts += trimmed(text, begin, joint.start)
            marks.append(joint.mark or ("," if again else ""))
            begin = joint.stop
    if sought is not None and not parts:
        return trimmed(text, first, span.stop)
    told = (
        any(marks)
        or sought is not None
        or (pairs and len(marks) == 1 and _is_pair(text, parts[0], Span(begin, span.stop)))
    )
    return [*parts, *trimmed(text, begin, span.stop)] if told else [span]


def _is_pair(text: str, left: Span, right: Span) -> bool:
    """Whether a sentence without commas tells two duties: a verb and an object of its own on either side."""
    return not _SAME_OBJECT.search(text, *right) and all(
        len(_WORD.findall(text, *part)) >= _FEWEST_OF_PAIR for part in (left, right)
    )


def _infinitives(text: str, span: Span) -> list[Span]:
    """The parts of a German enumeration that end in their verbs: "Kisten stapeln, Kunden beliefern"."""
    parts, begin = list[Span](), span.start
    for joint in joints(text, span):
        if _VERB_AT_END.search(text[begin : joint.start]):
            parts += trimmed(text, begin, joint.start)
            begin = joint.stop
    return [*parts, *trimmed(text, begin, span.stop)]


def listed_duties(text: str, span: Span) -> list[Span]:
    """The entries of an enumeration behind a label, "Job: calving, milking, the animal health plan"; else its clauses."""
    entries = _entries(text, span)
    if not entries and ";" in span.of(text):
        cut = [joint for joint in joints(text, span) if joint.mark == ";"]
        borders = [span.start, *(place for joint in cut for place in (joint.start, joint.stop)), span.stop]
        return [
            part for start, stop in zip(borders[::2], borders[1::2], strict=True) for part in trimmed(text, start, stop)
        ]
    return entries or duty_clauses(text, span)


def _entries(text: str, span: Span) -> list[Span]:
    """The parts between commas and before the last "and", when they are three or more and most of several words."""
    found = list(joints(text, span))
    commas = [joint for joint in found if joint.mark == ","]
    if not commas or any(joint.mark == ";" for joint in found):
        return []
    cut = [joint for joint in found if joint.mark or joint.start > commas[-1].start]
    borders = [span.start, *(place for joint in cut for place in (joint.start, joint.stop)), span.stop]
    parts = [
        part for start, stop in zip(borders[::2], borders[1::2], strict=True) for part in trimmed(text, start, stop)
    ]
    several = sum(" " in part.of(text) for part in parts)
    fits = all(part.stop - part.start <= _LONGEST_ENTRY for part in parts)
    return parts if len(parts) > _FEWEST_WORDS and several * 2 >= len(parts) and fits else []


def _opens_duty(rest: str, who: str, joint: Joint, *, infinitives: bool, going_on: bool) -> bool:
    """Whether the words behind a joint begin a duty of their own."""
    if who and _AGAIN.match(rest):
        return True
    ending = _ENDINGS.get(who)
    if ending is not None and ending.match(rest):
        return True
    word = _first_word(rest)
    if not word:
        return False
    if rest[0].isupper() and joint.mark != ";":
        return False
    if infinitives and _INFINITIVE.match(rest):
        return True
    if not is_duty_verb(word) or word.endswith("ing") is not going_on:
        return False
    following = rest[len(word) :].lstrip()
    if not following[:1].isalnum() or (not going_on and following.startswith(("and ", "or "))):
        return False
    return who in _CERTAIN or word not in _doubtful() or _FUNCTION.match(rest) is not None


def _first_word(rest: str) -> str:
    first = _WORD.match(rest)
    return first.group().lower() if first else ""


def _doubtful() -> frozenset[str]:
    return frozenset(table("lines")["doubtful"])
