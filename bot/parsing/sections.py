"""Which part of a page is about what? Lines grouped below the headings that stand above them.

A heading is a short line that the table of headings knows, alone or before a colon. Legal text starts a section of its
own wherever it stands. Leaves out what single lines say: `bot.parsing.line_kinds` reads that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bot.parsing.document import Section, SectionKind
from bot.parsing.heading_leads import lead_kind
from bot.parsing.heading_shapes import announced, led_list, shaped_heading
from bot.parsing.heading_words import kind_by_words
from bot.parsing.lexicon.tables import table
from bot.parsing.line_kinds import LineKind, is_question, line_kind
from bot.parsing.terms.benefit_words import names_benefit
from bot.text.layout import Line
from bot.text.sieve import Cues
from bot.text.tokens import fold

_LONGEST_HEADING = 90
_MOST_WORDS_BEHIND = 9
# A beginning of three words or more is a heading of these kinds whatever follows: "Jobs related to ...".
_TELLING_BLANKS = 2
_TELLING_KINDS = frozenset({SectionKind.RELATED, SectionKind.ADVICE, SectionKind.SITE, SectionKind.SKILLS})
# "You will lead a team" begins like a heading and is a sentence.
_LEADS_ON = re.compile(
    r"\b(?:will|you'll|youll|have|bring|need|are|must|be|get|offer|looking for|provide|receive|enjoy|expect|ask)$"
)
_LONGEST_OPENING = 60
_PHRASE_WORD = re.compile(r"[^\s,:;()/]+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_HEADING_MARK = re.compile(r"^(?:[*#+>~]|\W{1,8}|\d{1,2}[.)]|)$")
# What may stand behind the known beginning of a heading: "Requirements for the Nurse", "What you'll do at Acme".
_CONTINUES = re.compile(
    r"^\s?(?:[-:(&/|,]|for\b|of\b|as\b|at\b|in\b|to\b|with\b|on\b|and\b|you\b|we\b|if\b|from\b|here\b|include|when\b|our\b|the\b|this\b"
    r"|are\b|is\b|will\b|für\b|als\b|bei\b|und\b|pour\b|de\b|et\b|chez\b|voor\b|bij\b|en\b|van\b|para\b|y\b|del?\b|job|role|position|summary)"
)
# "Requirements: three years of Java" is heading and content in one line; "Salary: 40k" is a label with its value.
_INLINE_KINDS = frozenset(
    {
        SectionKind.DUTIES, SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.SKILLS, SectionKind.BENEFITS,
        SectionKind.ABOUT, SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.ROLE, SectionKind.SUMMARY, SectionKind.RELATED,
        SectionKind.UNASKED,
    }
)  # fmt: skip
_ALSO_LABELS = frozenset({SectionKind.ABOUT, SectionKind.ROLE, SectionKind.SUMMARY})
_SHORTEST_CONTENT = 60
_ENUMERATES = re.compile(r"[,;.].*\w")
_A_PHRASE = 30
_INLINE = re.compile(r"(?P<heading>[^:\n]{3,60}?)\s?:\s+(?=\S)")
# A sentence inside a paragraph that begins with a heading: "... until May. Duties: feeding, mucking out".
_INLINE_LATER = re.compile(r"(?<=[.!?] )(?P<heading>[A-ZÀ-Þ][^.:!?\n]{2,40}?)\s?:\s+(?=\S)")
_HAS_CONTENT = re.compile(r"[^\s:]\s?:\s+\S")
_PATTERNS = (
    # "About Acme", "Why Acme?": a name behind the word, not the role, the team or the reader.
    (
        SectionKind.ABOUT,
        re.compile(
            r"^(?:About|ABOUT|Meet|Join|Why|Who is|Discover|Working at|Über|À propos de|Over|Sobre)\s+"
            r"(?!You\b|The (?:Role|Job|Team|Position)\b|This\b|Your\b|Us\b|Our\b|YOU\b|US\b|THE\b)[A-ZÀ-ÖØ-Þ][\w&.'À-ÿ -]{1,40}\s?[?:]?$"
        ),
    ),
    (SectionKind.ABOUT, re.compile(r"[^\n]{0,80}\bemployer: \S")),
    (SectionKind.ADVICE, re.compile(r"(?i)[^\n]{0,80}\bexpert advice\b|how to (?:ace|nail|prepare for) ")),
    (SectionKind.SKILLS, re.compile(r"(?i)(?:we think )?you need these skills\b")),
)
_LEGAL = re.compile(
    r"equal[- ]opportunit(?:y|ies)(?: \w+)? employer|equal employment opportunity|(?:regardless of|without regard to|irrespective of)"
    r"(?: \w+,?){0,4} (?:race|age|gender|colou?r|sex|religion)|do(?:es)? not discriminate|reasonable (?:accommodations?|adjustments?)"
    r"|all qualified (?:applicants|candidates) will|protected (?:veteran|class|characteristic)|unsolicited (?:resumes|cvs)|we (?:celebrate|value|welcome|embrace)"
    r" (?:\w+ ){0,2}diversity|committed to (?:\w+ ){0,4}(?:diversity|inclusion|equal)|ungeachtet|unabhängig von (?:\w+,? ){0,3}(?:geschlecht|herkunft|alter)"
    r"|schwerbehinderte|quelle que soit|sans distinction|situation de handicap|ongeacht|sin distinción|by applying,? you (?:agree|consent)|personal data (?:will|is|provided)",
    re.IGNORECASE,
)
CUES = Cues(_LEGAL)
_STARTS_LEGAL = 40
_FEWEST_LINES = 3
# Headings that stand above a list of asks by mistake.
_MAY_BE_ASKS = frozenset({SectionKind.DUTIES, SectionKind.BENEFITS})
# What looks like a heading of these kinds may be an entry of a list.
_ENTRIES = frozenset({SectionKind.OTHER, SectionKind.APPLY})
# "what u get:", "ur profile": headings as chats spell them.
_IN_FULL = {"u": "you", "ur": "your", "r": "are"}
_CHAT_WORD = re.compile(r"\b(?:u|ur|r)\b(?=\s[a-z])")
_MENU_LINES = 12
_MENU_WORDS = re.compile(
    r"(?:careers? |job )?(?:advice|tips)|conseils(?: carrière)?|(?:my )?profile|about(?: us)?|contact(?: us)?|overview|company|benefits|reviews|help"
    r"|profil|über uns|kontakt|à propos|perfil|contacto|over ons",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"(?:job search|search(?: for)? jobs|find (?:a )?jobs?|jobs|all jobs|sign in|log ?in|register|home|menu|careers?(?: advice)?|(?:explore |browse )?companies|employers?(?: site)?|for employers|salaries|reviews|post a job|events|blog|news|my account|saved jobs|job alerts?|upload (?:your )?(?:cv|resume)|help|contact(?: us)?"
    r"|jobs finden|jobsuche|stellenangebote|anmelden|registrieren|unternehmen|gehalt|offres d'emploi|se connecter|entreprises|vacatures|inloggen|bedrijven|ofertas|iniciar sesión|empresas)",
    re.IGNORECASE,
)
# Sections that stand before what the posting says, and what a site says of itself there.
_BEFORE_CONTENT = frozenset({SectionKind.HEADER, SectionKind.SITE})
_SHORTEST_PROSE = 80
_OF_SITE = re.compile(
    r"\b(?:cookies?|privacy|javascript|browser|newsletter|subscri\w+|job alerts?|user agreement|terms of (?:use|service)|datenschutz|log ?in|sign(?:ing)? (?:in|up)|password|by clicking)\b",
    re.IGNORECASE,
)


def split_sections(lines: Sequence[Line], legal: frozenset[int]) -> tuple[Section, ...]:
    """The sections of a page in order; the first is the header and may be empty of lines.

    `lines` have no headings with content, and those that start at `legal` may hold legal words (`CUES`).
    """
    return tuple(_by_its_lines(section) for section in _grouped(lines, legal))


def _by_its_lines(section: Section) -> Section:
    """The section, as one of asks or of benefits where most lines are that and its heading says something else."""
    if section.kind not in _MAY_BE_ASKS and section.kind is not SectionKind.REQUIREMENTS:
        return section
    if len(section.lines) < _FEWEST_LINES:
        return section
    kinds = [line_kind(line.text) for line in section.lines]
    asking = kinds.count(LineKind.MUST) + kinds.count(LineKind.NICE)
    if section.kind is SectionKind.REQUIREMENTS:
        offers = not asking and not kinds.count(LineKind.DUTY) and _most_offer(section.lines)
        return Section(SectionKind.BENEFITS, section.heading, section.lines) if offers else section
    others = LineKind.DUTY if section.kind is SectionKind.DUTIES else LineKind.OFFER
    if asking * 2 <= len(kinds) or kinds.count(others) * 3 > len(kinds):
        return section
    return Section(SectionKind.REQUIREMENTS, section.heading, section.lines)


def _most_offer(lines: Sequence[Line]) -> bool:
    """Whether most of the lines name a benefit, and surely one of them."""
    named = sum(1 for line in lines if names_benefit(line.text, listed=True))
    return named * 2 >= len(lines) and any(names_benefit(line.text) for line in lines)


def without_inline_headings(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with "Heading: content" cut in two, and cut before such a heading that begins a later sentence."""
    for line in lines:
        if ":" not in line.text or line.mark.strip("*#") or line.stop - line.start != len(line.text):
            yield line
            continue
        rest, heading = line, _first_heading(line) or _next_heading(line)
        while heading is not None:
            before, rest = _cut(rest, heading)
            yield from before
            heading = _next_heading(rest)
        yield rest


def _cut(line: Line, heading: re.Match[str]) -> tuple[list[Line], Line]:
    """The line up to and with the colon of its heading, in one or two lines, and what follows."""
    start, colon = heading.start("heading"), line.text.index(":", heading.end("heading")) + 1
    head = Line(
        line.start + start, line.start + colon, line.text[start:colon], "" if start else line.mark, line.indent, 0
    )
    rest = Line(line.start + heading.end(), line.stop, line.text[heading.end() :], "", line.indent, 0)
    if not start:
        return [head._replace(gap=line.gap)], rest
    text = line.text[:start].rstrip()
    return [Line(line.start, line.start + len(text), text, line.mark, line.indent, line.gap), head], rest


def _first_heading(line: Line) -> re.Match[str] | None:
    match = _INLINE.match(line.text)
    return match if match and _heads_inline(match["heading"], line.text[match.end() :]) else None


def _next_heading(line: Line) -> re.Match[str] | None:
    """The next sentence of the line that begins with a heading and a colon."""
    found = _INLINE_LATER.finditer(line.text)
    return next((match for match in found if _heads_inline(match["heading"], line.text[match.end() :])), None)


def _heads_inline(words: str, content: str) -> bool:
    """Whether words before a colon head what follows on the line; "Company: Acme" is a label with its value."""
    closed = _closed_phrases().get(fold(words))
    if closed is not None:
        return _ENUMERATES.search(content) is not None or (
            closed is not SectionKind.DUTIES and len(content) > _A_PHRASE
        )
    kind = _known(words)
    if kind is None and _ENUMERATES.search(content):
        kind = announced(words)
    return kind in _INLINE_KINDS and (kind not in _ALSO_LABELS or len(content) >= _SHORTEST_CONTENT)


def _grouped(lines: Sequence[Line], legal: frozenset[int]) -> Iterator[Section]:
    kind, heading, below = SectionKind.HEADER, None, list[Line]()
    begun = False
    for place, line in enumerate(lines):
        found = heading_kind(line) or shaped_heading(lines, place, within=kind if below else None)
        found = found or lead_kind(line) or led_list(lines, place)
        if found is not None and (
            is_question(line.text) or (found in _ENTRIES and below and _before_heading(lines, place))
        ):
            found = None
        if found is not None and place < _MENU_LINES and _is_of_menu(lines, place, found):
            found = None
        if found is None and kind is not SectionKind.LEGAL and line.start in legal and _is_legal(line):
            yield Section(kind, heading, tuple(below))
            kind, heading, below = SectionKind.LEGAL, None, [line]
        elif found is None and kind is SectionKind.SITE and not begun and _is_prose(line):
            yield Section(kind, heading, tuple(below))
            kind, heading, below = SectionKind.OTHER, None, [line]
        elif found is None:
            below.append(line)
        else:
            yield Section(kind, heading, tuple(below))
            kind, heading, below = found, line, []
        begun = begun or kind not in _BEFORE_CONTENT
    yield Section(kind, heading, tuple(below))


def _before_heading(lines: Sequence[Line], place: int) -> bool:
    """Whether another heading follows at once, so that the line is the last one of the list above."""
    line, following = lines[place], lines[place + 1 : place + 2]
    return not line.text.endswith(":") and bool(following) and heading_kind(following[0]) is not None


def _is_of_menu(lines: Sequence[Line], place: int, found: SectionKind) -> bool:
    """Whether a heading at the top of the page is an entry of the site's menu: "Profile" between "Jobs" and "Sign in"."""
    if not _MENU_WORDS.fullmatch(lines[place].text):
        return False
    beside = (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])
    return found is SectionKind.ADVICE or any(_MENU.fullmatch(line.text) for line in beside)


def _is_prose(line: Line) -> bool:
    """Whether a line below a button of the site ("Report this job") is where the posting begins to speak."""
    return len(line.text) >= _SHORTEST_PROSE and line.text.endswith((".", "!", "?")) and not _OF_SITE.search(line.text)


def _is_legal(line: Line) -> bool:
    return len(line.text) >= _STARTS_LEGAL and _LEGAL.search(line.text[:600]) is not None


def heading_kind(line: Line) -> SectionKind | None:
    """What the line announces when it is a heading, else None."""
    if len(line.text) > _LONGEST_HEADING or line.text.endswith((".", ",", ";")):
        return None
    if line.mark and not _HEADING_MARK.match(line.mark):
        return None
    if ":" in line.text and _HAS_CONTENT.search(line.text) and " employer: " not in line.text:
        return None
    if line.mark == "|" and not line.text.endswith(":"):
        return None
    if line.mark in {"-", "•", "--", "+", "o"} and not line.text.endswith(":"):
        return None
    return _known(line.text)


def heads(text: str) -> bool:
    """Whether the words alone are a heading that the table knows: "Missions", "Benefits"."""
    return fold(text) in _phrases()[0]


def _known(text: str) -> SectionKind | None:
    """The kind of a heading's words, or None when no table knows them."""
    core = _CORE.search(fold(text))
    phrase = core.group().replace("`", "'").replace(", ", " ") if core else ""
    phrase = _CHAT_WORD.sub(lambda word: _IN_FULL[word.group()], phrase)
    exact, openings = _phrases()
    if phrase in exact:
        return exact[phrase]
    if text.endswith(":") and phrase in _closed_phrases():
        return _closed_phrases()[phrase]
    if len(text) <= _LONGEST_HEADING and ". " not in text:
        plain = text.strip("*_# ")
        for kind, pattern in _PATTERNS:
            if pattern.match(plain):
                return kind
    by_words = kind_by_words(phrase)
    if by_words is not None:
        return by_words
    first = _PHRASE_WORD.match(phrase)
    if first is None or first.group() not in _first_words():
        return None
    closed = text.rstrip(" *_").endswith((":", "?", "…", "..."))
    for length in _word_ends(phrase[:_LONGEST_OPENING]):
        opened = openings.get(phrase[:length])
        if opened is None or phrase[length : length + 1].isalnum():
            continue
        telling = opened in _TELLING_KINDS and phrase.count(" ", 0, length) >= _TELLING_BLANKS
        if _may_follow(phrase[length:], closed=closed or telling) and (closed or not _LEADS_ON.search(phrase[:length])):
            return opened
    return None


def _word_ends(phrase: str) -> list[int]:
    """Where the words of the phrase end, the last one first."""
    return [match.end() for match in _PHRASE_WORD.finditer(phrase)][::-1]


def _may_follow(rest: str, *, closed: bool) -> bool:
    words = rest.count(" ")
    return words <= _MOST_WORDS_BEHIND and (closed or _CONTINUES.match(rest) is not None)


@cache
def _first_words() -> frozenset[str]:
    """With which words the beginnings of headings begin."""
    return frozenset(match.group() for opening in _phrases()[1] if (match := _PHRASE_WORD.match(opening)))


@cache
def _closed_phrases() -> dict[str, SectionKind]:
    """Words that head what follows only before a colon: "Need: own boots, a licence"."""
    return {phrase: SectionKind(kind) for kind, phrases in table("closed_headings").items() for phrase in phrases}


@cache
def _phrases() -> tuple[dict[str, SectionKind], dict[str, SectionKind]]:
    """Whole headings, and beginnings of headings; where two tables name the same words, the first one has them."""
    exact: dict[str, SectionKind] = {}
    openings: dict[str, SectionKind] = {}
    for kind, languages in table("headings").items():
        for phrase in (phrase for phrases in languages.values() for phrase in phrases):
            known, _, inner = phrase.partition("%")
            if not known:
                continue
            exact.setdefault(known.strip(), SectionKind(kind))
            if phrase.endswith("%") and not inner.rstrip("%"):
                openings.setdefault(known.strip(), SectionKind(kind))
    return exact, openings
