"""In which form is the job contracted? Full or part time, permanent or for a term, and the special forms.

Labels, chips and the title say it plainly; sentences only when they speak of this job.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.vocabulary import EmploymentType
from bot.parsing.document import Document, SectionKind
from bot.parsing.rule import EDGE
from bot.text.layout import Line
from bot.text.sieve import Cues

_WORDS = {
    EmploymentType.FULL_TIME: r"full[- ]?time|\bfte\b(?!s)|vollzeit\w*|temps plein|temps complet|à plein temps|voltijds?|fulltime|tiempo completo|jornada completa|38[- ]?(?:hour|h)-?week|40[- ]hour week",
    EmploymentType.PART_TIME: r"part[- ]?time|teilzeit\w*|temps partiel|mi-temps|deeltijd|parttime|tiempo parcial|media jornada|jornada parcial",
    EmploymentType.PERMANENT: r"permanent(?!ly)|unbefristet\w*|festanstellung|\bcdi\b|durée indéterminée|vast(?: dienstverband| contract|e aanstelling|e baan)|onbepaalde tijd|indefinido|fijo|open-ended|indefinite(?:ly)?(?: contract)?",
    EmploymentType.FIXED_TERM: r"fixed[- ]term|\bftc\b|(?<!un)befristet\w*|\bcdd\b|durée déterminée|(?<!on)bepaalde tijd|tijdelijk contract|contrato temporal|maternity (?:leave )?cover|limited[- ]term|term[- ]limited|time-limited|duración determinada|parental leave cover|secondment",
    EmploymentType.CONTRACT: r"contract(?:or)?(?! (?:type|length|duration|details|law|negotiat\w+|management|manager|review|administ\w+|terms|with|to hire\b))|freelance\w*|freiberuflich\w*|\bb2b contract|outside ir35|inside ir35|corp[- ]to[- ]corp|\bc2c\b|\b1099\b|zzp(?:'er)?|autónomo|en régie|portage",
    EmploymentType.TEMPORARY: r"temporary|\btemp\b(?: role| position| job|-to-perm)?|zeitarbeit|intérim(?:aire)?|uitzend\w*|tijdelijk(?! contract)|temporal(?! contract)|seasonal|saison\w*|interim|aushilfe",
    EmploymentType.CASUAL: r"casual(?! (?:dress|environment|office|atmosphere|attire|culture|fridays?|dining|work|setting|clothes|restaurant|games?|wear))|zero[- ]hours?|minijob|450[- ]euro|520[- ]euro|538[- ]euro|556[- ]euro|per diem|\bprn\b|bank (?:staff|contract|nurse)|oproepkracht|nul-?uren\w*|as and when",
    EmploymentType.INTERNSHIP: r"intern(?:ship)?s?\b|praktikum\w*|praktikant\w*|werkstudent\w*|\bstage\b(?= |$|\W)|stagiaire|stageplek|stageopdracht|prácticas|becari[oa]|placement (?:year|student)|co-?op (?:student|position|term)|industrial placement",
    EmploymentType.APPRENTICESHIP: r"apprentice(?:ship)?s?\b|auszubildende\w*|ausbildung(?:splatz| zum| zur)|azubi|alternance|alternant\w*|apprenti(?:e|ssage)?|leerling|leerwerk\w*|\bbbl\b|aprendiz",
    EmploymentType.VOLUNTEER: r"volunteer(?:ing)?\b(?! (?:day|time|leave|opportun|program|hours|work))|ehrenamt\w*|bénévol\w*|vrijwillig\w*|voluntari[oa]\w*|unpaid role",
}
_ANY = re.compile("|".join(f"(?P<{kind.value}>(?<!\\w)(?:{words}))" for kind, words in _WORDS.items()), re.IGNORECASE)
_LABEL = re.compile(
    EDGE
    + r"(?:(?:job|employment|contract|position|work|role|time|vacancy|worker|appointment|engagement|assignment)[- ]?(?:type|status|term|basis|category|schedule|nature)s?|type(?: of (?:contract|employment|job|appointment))?|contract|tenure|employment|working (?:pattern|hours|time)|hours|vertragsart|anstellungsart|beschäftigungsart|arbeitszeit|beschäftigung|type de contrat|type d'emploi|contrat|dienstverband|soort contract|contractvorm|tipo de (?:contrato|jornada|empleo)|contrato|jornada)\s?:\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:(?:job|employment|contract|position|work|role|time)[- ]?types?|type of contract|contract|employment|working pattern|vertragsart|anstellungsart|type de contrat|dienstverband|tipo de contrato)\s?:?$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:this is an?|it is an?|is an? (?:\w+ ){0,2}(?=full|part|perm|fixed|temp|contract)|we(?:'re| are) offering an?|offered on an?|on an?|as an?|(?:position|role|job|post|contract|vacancy|appointment|opportunity|employment|internship) (?:is|will be|offered)|an? |in |ab sofort (?:in|eine)|in einer|eine?n?|un|poste (?:en|à)|contrat|en|een|voor)\s?(?:\w+[, -]{1,2}){0,4}$",
    re.IGNORECASE,
)
_JOB_AFTER = re.compile(
    r"^[,/ -]{0,3}(?:(?:and|or|,|/|full|part|time|permanent|fixed|term|temporary|basis|paid|remote|hybrid|on-?site|month|\d{1,2}|unbefristete?|w?-?)[ ,/-]{1,2}){0,4}(?:position|role|job|basis|contract|post|opportunity|employment|vacancy|hours|appointment|stelle|anstellung|vertrag|arbeitsverhältnis|poste|contrat|baan|functie|dienstverband|puesto|contrato|work|staff|member|schedule)\b",
    re.IGNORECASE,
)
_OTHER_JOB = re.compile(
    r"\b(?:students?|experience|background|worked|years?|previous|contractors\b|employees|staff|benefits for|eligible|available to|interns\b|mentor\w*|manage|supervis\w+|convert|lead to|become|after|potential|possibility|path to|equivalent|guide|team of|train\w*|other|our (?:\w+ )?(?:interns|apprentices|volunteers|contractors))\b",
    re.IGNORECASE,
)
_HEADER = (SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.DETAILS)
_PROSE = (
    SectionKind.ROLE,
    SectionKind.OTHER,
    SectionKind.BENEFITS,
    SectionKind.PAY,
    SectionKind.DUTIES,
    SectionKind.REQUIREMENTS,
    SectionKind.APPLY,
)
_NAMED, _LABELS = Cues(_ANY), Cues(_LABEL, _ALONE)
CUES = (_NAMED, _LABELS)
_CHIP = 90
_TITLE_KINDS = frozenset({EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.VOLUNTEER})


def extract(doc: Document) -> tuple[Found[EmploymentType], ...]:
    """The forms stated, each once with every statement of it, in page order."""
    return distinct(statements_of(doc))


def distinct(said: tuple[Found[EmploymentType], ...]) -> tuple[Found[EmploymentType], ...]:
    """Each form once, with its most trusted statement."""
    found: dict[EmploymentType, Found[EmploymentType]] = {}
    for each in said:
        found.setdefault(each.value, each)
    return tuple(found.values())


def statements_of(doc: Document) -> tuple[Found[EmploymentType], ...]:
    """Every statement: labels, header chips and the title, then sentences."""
    return (*_labelled(doc), *_in_header(doc), *_in_prose(doc))


def _labelled(doc: Document) -> Iterator[Found[EmploymentType]]:
    for line in doc.telling(doc.all_lines(), _LABELS):
        following = doc.line_below(line)
        for label in _LABEL.finditer(doc.text, line.start, line.stop):
            yield from _read(
                doc, label.end(), _value_stop(doc.text, label.end(), line.stop), "employment_type.labelled"
            )
        if following is not None and _ALONE.match(line.text) and len(following.text) <= _CHIP:
            yield from _read(doc, following.start, following.stop, "employment_type.below_label")


def _value_stop(text: str, start: int, stop: int) -> int:
    end = re.compile(r"\.\s|\s{3,}|\n").search(text, start, stop)
    return end.start() if end else min(stop, start + 120)


def _read(doc: Document, start: int, stop: int, rule: str) -> Iterator[Found[EmploymentType]]:
    for match in _ANY.finditer(doc.text, start, stop):
        if match.lastgroup and doc.text[match.end() : match.end() + 1] != ":":
            yield doc.found(EmploymentType(match.lastgroup), *match.span(), rule)


def _in_header(doc: Document) -> Iterator[Found[EmploymentType]]:
    for line in list(doc.all_lines())[:6]:
        for found in _read(doc, line.start, line.stop, "employment_type.title"):
            if len(line.text) <= _CHIP and (found.value in _TITLE_KINDS or "(" in line.text or "-" in line.text):
                yield found
    for line in doc.telling(doc.lines(*_HEADER), _NAMED):
        if len(line.text) <= _CHIP and not _LABEL.match(line.text) and not line.text.endswith("."):
            yield from (
                found
                for found in _read(doc, line.start, line.stop, "employment_type.chip")
                if not _foreign(doc, line, found)
            )


def _foreign(doc: Document, line: Line, found: Found[EmploymentType]) -> bool:
    return _OTHER_JOB.search(line.text) is not None


def _in_prose(doc: Document) -> Iterator[Found[EmploymentType]]:
    for section in doc.sections:
        if section.kind not in _PROSE and section.kind not in _HEADER:
            continue
        for line in doc.telling(section.lines, _NAMED):
            for match in _ANY.finditer(doc.text, line.start, line.stop):
                before = doc.text[max(line.start, match.start() - 40) : match.start()]
                after = doc.text[match.end() : min(line.stop, match.end() + 60)]
                if match.lastgroup and _speaks_of_job(before, match.group(), after):
                    yield doc.found(EmploymentType(match.lastgroup), *match.span(), "employment_type.said")


def _speaks_of_job(before: str, word: str, after: str) -> bool:
    """Whether the words stand where a sentence describes this job: "this is a ... role", "permanent contract"."""
    around = before.rsplit(". ", 1)[-1] + after.split(". ", 1)[0][:24]
    if _OTHER_JOB.search(around):
        return False
    named = " " in word or len(word) > 4
    return named and (
        _JOB_AFTER.match(after) is not None
        or (
            _SAID.search(before) is not None and re.match(r"\s?(?:[.,;()]|$|\w+ contract|until|for)", after) is not None
        )
    )
