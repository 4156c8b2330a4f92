"""How many years of experience are asked for overall? Years with a single skill are not experience overall.

Nor are a company's age, the applicant's age, the length of a degree or of a contract, warranties, or what is only
wished for. "No experience needed" is zero years.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.posting import Experience
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.labels import labelled_values
from bot.parsing.role.title import extract as read_title
from bot.parsing.rule import judged_sentences
from bot.parsing.talk import experience as experience_talk
from bot.parsing.terms.skills import names_skill
from bot.parsing.time.numbers import NUMBER, number
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.polarity import is_preference
from bot.text.sieve import Cues

_YEARS = r"(?:years?|yrs?\.?|yoe|seasons?|jahr(?:en?)?|ans?|années?|jaar|jaren|años?|anni|anno|år|lat)(?:'|\b)"
_MONTHS = r"(?:months?|monaten?|mois|maanden|meses)\b"
_LEAST = r"(?:at least|wenigstens|zumindest|minimum(?: of)?|min\.?|over|more than|mindestens|au moins|minimum de|minimaal|ten minste|al menos|almeno|mínimo(?: de)?|mehr als|plus de|>)"
_FIGURE = Pattern(
    rf"(?P<least>{_LEAST}\s?)?"
    rf"(?P<most>(?:up to|max(?:imum)?\.?(?: of)?|less than|bis zu|jusqu'à|tot|hasta)\s)?"
    rf"(?P<low>{NUMBER})\s?(?P<plus>\+|or more|plus|-plus|ish)?(?:\s?\(\d{{1,2}}\))?"
    rf"(?:\s?(?:-|to|bis|à|tot|a|or|/|y|et|und)\s?(?P<high>{NUMBER})\s?(?P<plus2>\+)?)?\s?-?\s?(?P<paren>\(?\+\)?)?"
    rf"\s?(?:full |solid |good )?(?:(?P<year>{_YEARS})|(?P<month>{_MONTHS}))(?P<more>\s?\+| or more| minimum| mindestens| o más)?",
    re.IGNORECASE,
)
_COUPLE = Pattern(r"\b(?:a )?couple (?:of )?years? \(?(?P<low>\d)\+?\)?", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"experien\w*|expérience|erfahrung|ervaring|experiencia|esperienza|erfarenhet|erfaring|werkervaring|background|track record|practice\b|practi[sc]ing|pratique|praxis|yoe\b"
    r"|post[- ]?qualifi\w+|pqe\b|\bexp\b|worked|working (?:as|in|with)|in (?:a|an) (?:\w+ ){0,3}(?:role|position|capacity|environment)"
    r"|developing|programming|in software|hands-on|as an? \w+|\bin (?:\w+ ){0,2}(?:management|design|sales|engineering|development|marketing|finance|nursing|teaching|accounting|payments|operations|research|security|analytics|data|recruitment|retail|hospitality|construction|logistics)\b"
    r"|\bof (?:\w+ ){0,4}(?:development|engineering|programming|python|java|teaching|nursing|management)\b",
    re.IGNORECASE,
)
# In a list of what is asked for, years need no word of experience: "Two years at a hotel reception".
_PLAIN = re.compile(
    r"\W{0,3}(?:or so\s)?(?:in|at|as|of|with|on|doing|\w+ing|or more|in a|im|in der|als|en|dans|comme|bij|als|\w+ando|\w+iendo)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:$|[,;.)\n|])")
_OTHER = re.compile(
    r"\bwarranty|\bwe have been\b|\bour (?:company|firm|history)|\bfounded|\bestablished|\bheritage|\bin business|\bfor (?:over|more than|the"
    r" (?:last|past))\b|\bcompany (?:with|has)|\bteam (?:with|has|brings)|\bcombined\b|\byears? (?:old|of age)|\byear[- ]olds?|\bage[ds]?\b"
    r"|\bdegree program|\bcontract\b|\bfixed[- ]term|\bduration\b|\bmarket leader|\bseit (?:über )?|\bdepuis\b|\bsinds\b|\bdesde hace"
    r"|\bwe(?:'ve| have) (?:over|more)|\bwith (?:over|more than) \d+ years of (?:history|excellence|service|success|combined)|\bvisa\b"
    r"|\bevery\b|\bwithin (?:the )?(?:first|last|past|next)|\bin the (?:last|past|next)|\bresiden(?:cy|ce|ts?)\b|\bpension\b|\b(?:of|length of|continuous) service\b|\bannually"
    r"|\bfunding|\bwe bring|\bour (?:\w+ ){0,2}experience|\bsomos\b|\bwir sind\b|\bwe are\b|\bnous sommes\b|\bwij zijn\b|\bempresa (?:de|con)\b|\bgraduate study|\bGS-\d|\bprobation|\btrial\b|\bnotice\b"
    r"|\b(?:practice|firm|company|cabinet|business|school|hotel|bakery|family|shop|studio|agency|clinic|farm|garage|team|empresa|entreprise|société|betrieb|familienunternehmen|bedrijf)\b[^.#]{0,40}\b(?:has|have|had|con|de|mit|met|avec|for)\b[^.#]{0,30}#"
    r"|\bfort de|\bgracias a|\bdank (?:unserer|ihrer)|\b(?:has|have) (?:\w+ )?(?:served|looked after|been|made|built|supplied|helped|designed|run|grown)\b|\bretires?\b|(?-i:\bI\b)[^.#]{0,60}#|\bmindestalter|\bedad\b|\bâge\b|\bleeftijd"
    r"|\bwith (?:over|more than|nearly|almost|around) # \w*|\bget a (?:mentor|buddy)"
    r"|\bbestaat|\bexistiert|\bexiste\b|\bleave\b|\bholiday|\bschool year|\bafter (?:six|three|\d)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"required|requir|must have|you have|\bneeds?\b|you(?:'ll| will) need|you bring|you(?:'ve| have) (?:at least|worked|spent)|at least|minimum|mindestens|au moins|mínimo|minimaal",
    re.IGNORECASE,
)
# "of experience with embedded C", "running Kubernetes": the tool behind a figure, its name in capitals.
_OPENS = re.compile(r"(?:^|[,;:(]\s?|\bat least |\bminimum )$", re.IGNORECASE)
_BEHIND_ASK = re.compile(
    r"\b(?:needs?|without|and|have|from|spent|worked|(?:someone|people|candidates?|person) with) $", re.IGNORECASE
)
_ASKING_WORDS = re.compile(
    r"\bneeds?\b|\b(?:won't|will not|can't|cannot) (?:look|consider|take)\b|\byou(?:'ve| have)\b|\brequires?\b|\bmust have\b|\byou have\b|\byou bring\b|\blooking for\b",
    re.IGNORECASE,
)
# Years that are called professional, relevant or the like; years with a part of the work come behind them.
_OVERALL = re.compile(
    r"'?\s(?:of )?(?:\w+ )?(?:professional|relevant|overall|total|commercial|industry|work|working|post[- ]qualification)\b[^.;,\n]{0,30}\bexperience\b",
    re.IGNORECASE,
)
# Where it is told what the applicant has done, or is listed what is asked for, years are experience whatever stands beside them.
_OF_YOU = re.compile(
    r"\byou bring (?:at least )?$|\byou(?:'ve| have|'ll have| will have| bring| spent)\b[^.;\n]{0,60}\b(?:spent|done|been|put in|behind|bring|clocked|cooked|worked|led|run|built|sold|taught|managed)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
# Years of other things that are asked for: papers held, a place lived at, a promise to stay.
_HELD = re.compile(
    r"\b(?:licen[cs]e|licence|lived|living|address|points|accident|claims?|stay|commit\w*|available|availability|college|university|school|degree|study|studies|studium|studiengang|diploma|programme|course|training|ausbildung|lehre|formation|certificat\w*|valid|record|history|ahead|next|growth|convict\w*|phd|m\.?sc|b\.?sc|masters?|bachelor\w*|old|alt)\b",
    re.IGNORECASE,
)
# "(a sales background a plus)" says nothing about the years before it.
_BRACKETED = re.compile(r"\([^()]{3,60}\)?")
_OVERALL_RULE, _LEADING_RULE = "experience.overall", "experience.leading"
# Years of leading others are asked on top of those in the trade.
_LEADING = re.compile(
    r"\W{0,2}\s?(?:of )?(?:experience )?(?:in )?(?:managing|leading|supervising|people management|line management)\b",
    re.IGNORECASE,
)
_TRUST = {_OVERALL_RULE: 0, _LEADING_RULE: 2}
_OBJECT = re.compile(
    r"\W{0,2}(?:(?:of |d'|de )?(?:\w+ )?(?:experience|erfahrung|expérience|ervaring|experiencia) )?(?:with|using|running|mit|avec|met|con|of|writing) (?:[a-z]+ )?(?P<of>[A-Z][\w.+#/-]*(?: [\w.+#-]+)?)"
)
# "of Elixir, Erlang or another functional language" is experience of a kind, not with one tool.
_OR_ANOTHER = re.compile(
    r"[^.;\n]{0,60}?\bor (?:another|any other|other|similar|comparable|equivalent|related|a similar|a comparable)\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(?:development|engineering|programming|experience|design|consulting|administration|management|sales|support)\b",
    re.IGNORECASE,
)
# ", ideally in a factory" wishes for more than the years.
_WISHED_BESIDES = re.compile(
    r",\s(?:idealerweise|ideally|preferably|gerne|bevorzugt|de préférence|idéalement|bij voorkeur|preferiblemente)\b",
    re.IGNORECASE,
)
# What a firm has behind it: "Scramble has # of experience", "we've been delivering for #".
_OF_THE_FIRM = re.compile(
    r"(?<!who )(?<!candidate )(?<!applicant )(?<!person )\b(?:has|have been|'ve been|has been|boasts|brings)\b[^.#]{0,70}#",
    re.IGNORECASE,
)
_FOR_OTHERS = re.compile(
    r"\bnew (?:teachers|starters|joiners|hires|graduates) with\b|\b(?:colleagues|employees|staff|nurses|teachers) with # ",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(
    r"[\s-]{0,2}(?:olds?\b|of age|warranty)|'?\s?(?:contract|degree|diploma|course|fixed|of (?:study|college|university)|trial|programme)",
    re.IGNORECASE,
)
_NONE_NEEDED = Pattern(
    r"\bno (?:(?:previous|prior|work|professional|specific|particular|\w+) ){0,2}(?:exp(?:erience|\.)?|knowledge) ?(?:is |whatsoever )?(?:required|necessary|needed|essential|expected)|\baucune (?:\w+ )?expérience (?:\w+ )?n'est (?:exigée|requise|demandée|nécessaire)|\bno se exige (?:\w+ )?experiencia|\bno (?:previous |prior |work )?experience\?|\bno exp needed"
    r"|\bexperience (?:is )?(?:not|un) ?(?:required|necessary|needed|essential)|\bworked in (?:an? )?\w+ before \(not (?:essential|needed|required|necessary)\)|\b(?:vor|berufs)?erfahrung (?:(?:als|in|im|mit) (?:\w+ ){1,3})?(?:ist |wäre )?(?:\w+ )?kein(?:e)? (?:muss|bedingung|voraussetzung)\b|\b(?:vor|berufs)?erfahrung(?:en)? (?:brauchst|braucht|benötigst) (?:du|ihr|man) (?:nicht|keine)\b|\bkeine (?:\w+ )?(?:erfahrung|vorkenntnisse|berufserfahrung) (?:erforderlich|nötig|notwendig)|\berfahrung brauchst du nicht|\berfahrung (?:ist )?nicht (?:erforderlich|nötig|notwendig)"
    r"|\bsans expérience\b|\bdébutante?s? acceptée?s?|\bexpérience non exigée|\b(?:geen ervaring|ervaring is niet) (?:nodig|vereist|noodzakelijk)|\bsin experiencia\b|\bno (?:se requiere|es necesaria|hace falta) experiencia",
    re.IGNORECASE,
)
_FIGURES, _FREE, _COUPLES = Cues(_FIGURE), Cues(_NONE_NEEDED), Cues(_COUPLE)
CUES = (_FIGURES, _FREE, _COUPLES)
_ASKING = frozenset({SectionKind.REQUIREMENTS, SectionKind.EDUCATION})
_HEAD = frozenset({SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.DETAILS})
_MOST_YEARS = 40
# So many years are a firm's more often than asked for.
_OLD = 16


def statements_of(doc: Document) -> tuple[Found[Experience], ...]:
    """Every statement of experience overall: labelled ones first, then higher before lower."""
    labelled = [*_labelled(doc)]
    read = [each for line in doc.telling(spoken_lines(doc), _FREE) for each in _none_needed(doc, line)]
    read += [each for line in doc.telling(spoken_lines(doc), _COUPLES) for each in _couples(doc, line)]
    wished = {line.start for section in doc.sections if section.kind is SectionKind.NICE for line in section.lines}
    kinds = {line.start: section.kind for section in doc.sections for line in section.lines}
    for line in doc.telling(spoken_lines(doc), _FIGURES):
        if line.start not in wished:
            read += _counted(doc, line, kinds.get(line.start))
    read.sort(key=lambda each: (_TRUST.get(each.rule, 1), -(each.value.min_years or 0)))
    return (*labelled, *_chips(doc), *read) or tuple(
        judged_sentences(
            doc,
            _unwished(doc, wished),
            experience_talk.CUES,
            experience_talk.judged,
            "experience.sentence",
            pieces=experience_talk.pieces,
        )
    )


def _unwished(doc: Document, wished: set[int]) -> list[Line]:
    return [line for line in spoken_lines(doc) if line.start not in wished]


def extract(doc: Document) -> Found[Experience] | None:
    """The years asked for overall, or None; `min_years` is 0 where the page says that none are needed."""
    found = doc.once(statements_of)
    return found[0] if found else None


def _labelled(doc: Document) -> Iterator[Found[Experience]]:
    for span, rule in labelled_values(doc, "experience"):
        for match in doc.matches(_FIGURE, *span):
            years = _years(match)
            if (
                years is not None
                and match.start() - span.start <= _MOST_BEFORE
                and not _OBJECT.match(doc.text, match.end(), span.stop)
            ):
                yield doc.found(years, *_span(match), f"experience.{rule}")
            break
        for match in doc.matches(_NONE_NEEDED, *span):
            yield doc.found(Experience(min_years=0), *match.span(), f"experience.{rule}")


_MOST_BEFORE = 24


def _none_needed(doc: Document, line: Line) -> Iterator[Found[Experience]]:
    for match in doc.matches(_NONE_NEEDED, line.start, line.stop):
        yield doc.found(Experience(min_years=0), *match.span(), "experience.none_needed")


def _chips(doc: Document) -> Iterator[Found[Experience]]:
    """A range or an open figure of years that is a line of the head on its own: "5 - 8 years", "4+ years"."""
    for line in doc.telling(header_lines(doc), _FIGURES):
        match = _FIGURE.fullmatch(doc.text, line.start, line.stop)
        years = _years(match) if match and match["year"] and (match["high"] or match["plus"]) else None
        if years is not None:
            yield doc.found(years, line.start, line.stop, "experience.chip")


def _couples(doc: Document, line: Line) -> Iterator[Found[Experience]]:
    for match in doc.matches(_COUPLE, line.start, line.stop):
        yield doc.found(Experience(min_years=int(match["low"])), *match.span(), "experience.couple")


def _counted(doc: Document, line: Line, kind: SectionKind | None) -> Iterator[Found[Experience]]:
    for match in doc.matches(_FIGURE, line.start, line.stop):
        years = _years(match)
        if years is not None and _is_asked(doc.text, line, match, kind) and not _of_one_skill(doc, line, match):
            overall = _OVERALL.match(doc.text, match.end(), line.stop)
            leading = _LEADING.match(doc.text, match.end(), line.stop)
            rule = _OVERALL_RULE if overall else _LEADING_RULE if leading else "experience.years"
            yield doc.found(years, *_span(match), rule)


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.start() + len(match.group()) - len(match.group().lstrip()), match.end()


def _is_asked(text: str, line: Line, match: re.Match[str], kind: SectionKind | None) -> bool:
    before = text[max(line.start, match.start() - 90) : match.start()]
    after = text[match.end() : min(line.stop, match.end() + 90)]
    around = _same_sentence(before, after)
    if (number(match["low"]) >= _OLD and not (kind in _ASKING or _ASKED.search(around))) or _FOR_OTHERS.search(around):
        return False
    if _OF_THE_FIRM.search(around) and not _ASKED.search(around):
        return False
    if _NOT_BEHIND.match(after) or (not (kind in _ASKING and _ASKED.search(around)) and _OTHER.search(around)):
        return False
    if is_preference(around):
        return False
    if _EXPERIENCE.search(around):
        return True
    if (
        match["year"]
        and match["year"].lower() != "an"
        and not _HELD.search(around)
        and (kind in _ASKING or _OF_YOU.search(before))
    ):
        return True
    if match["month"]:
        return kind in _ASKING and before.strip(" -•") == ""
    opens = _OPENS.search(before) is not None
    asked = opens or _BEHIND_ASK.search(before) is not None
    if asked and _ASKING_WORDS.search(_same_sentence(before, "")) and _PLAIN.match(after):
        return True
    if match["plus"] and (before.strip(" -•*") == "" or before.endswith(" and ")) and _PLAIN.match(after):
        return True
    return opens and (
        (kind in _ASKING and bool(_PLAIN.match(after)))
        or (kind in _HEAD and bool((match["plus"] and _ENDS.match(after)) or _PLAIN.match(after)))
    )


def _of_one_skill(doc: Document, line: Line, match: re.Match[str]) -> bool:
    """Whether the years are of one tool ("3+ years of Python") that is not what the title asks for ("Python Developer")."""
    named = _OBJECT.match(doc.text, match.end(), line.stop)
    if _OR_ANOTHER.match(doc.text, match.end(), line.stop):
        return False
    if named is None or not names_skill(named["of"]) or _BROAD.search(named["of"]):
        return False
    title = doc.once(read_title)
    return title is None or named["of"].lower() not in title.value.lower()


def _same_sentence(before: str, after: str) -> str:
    head = re.split(r"[.!?]\s+(?=[A-Z\d]|$)", before)[-1]
    rest = _BRACKETED.sub("", re.split(r"[.!?](?:\s|$)", after)[0])
    return head + " # " + _WISHED_BESIDES.split(rest)[0]


def _years(match: re.Match[str]) -> Experience | None:
    low = number(match["low"])
    high = number(match["high"]) if match["high"] else None
    if match["month"]:
        if not match["low"][0].isdigit():
            return None
        low, high = _of_months(low), None if high is None else _of_months(high)
    if low > _MOST_YEARS or (high is not None and (high > _MOST_YEARS or high < low)):
        return None
    if match["most"]:
        return Experience(max_years=low)
    return Experience(min_years=low, max_years=None if match["plus2"] else high)


def _of_months(months: float) -> float | int:
    years = round(months / 12, 1)
    return int(years) if years == int(years) else years
