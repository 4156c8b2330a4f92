"""What does a question about one posting ask for: a summary, a value, a language, a field, a benefit, a thing, a passage?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.question import Kind, Question, Term, Want
from bot.answers.reading.cues import has
from bot.answers.reading.phrases import Naming, is_specific
from bot.answers.reading.spelling import word_list
from bot.answers.reading.values import named_values
from bot.model.languages import language_named

# Words that name one field only when nothing more telling stands beside them.
_WEAK = frozenset(
    "locations requirements starts title hours about apply industry experience skills employment_type company team education deadline duration".split()
)
# A benefit named beside one of these is what the question is about.
_YIELDING = frozenset(
    "benefits education requirements languages other_pay hours travel salary starts work_mode company locations skills apply shift".split()
)
_LEVELS = re.compile(r"\b(?:phd|doctorate|master\w*|bachelor\w*)\b")


def read_of_one(question: Question, found: Sequence[Naming]) -> Question:
    """The question with its kind; `Kind.UNKNOWN` when it holds no word that says anything."""
    return (
        _summary(question, found)
        or _value(question)
        or _language(question)
        or _self_evident(question)
        or _topic(question, found)
        or _free(question)
    )


def _summary(question: Question, found: Sequence[Naming]) -> Question | None:
    summary = next((naming.name for naming in found if naming.table == "summaries"), "")
    if not summary:
        return None
    part = _field(found, only={"requirements", "benefits"})
    return replace(question, kind=Kind.SUMMARY, topic=part or summary)


def _value(question: Question) -> Question | None:
    """A yes/no question about a value: "is it remote", "part time?"."""
    if not question.yes_no or has("days", question.line):
        return None
    values = list(named_values(question.line))
    if (
        len({each.value for each in values}) > 1
        and " or " in question.line
        and len({each.field for each in values}) == 1
    ):
        return replace(question, kind=Kind.FIELD, topic=values[0].field, yes_no=False)
    named = values[0] if values else None
    if named is not None and named.value == "volunteer" and _VOLUNTEERING.search(question.line):
        return None
    if named is None or re.search(r"\b(?:money|budget|allowance|equipment)\b", question.line):
        return None
    spelled = set(question.line[named.start : named.stop].split())
    return replace(question, kind=Kind.FIELD, topic=named.field, value=named.value, rest=_rest(question, spelled))


def _language(question: Question) -> Question | None:
    language = next(((word, name) for word in question.words if (name := language_named(word))), None)
    if language is None:
        return None
    return replace(question, kind=Kind.FIELD, topic="languages", value=language[1], rest=_rest(question, {language[0]}))


WHY_OPEN = re.compile(
    r"^(?:and )?why (?:are|is) (?:they|you|the company|it) (?:hiring|recruiting|looking)\b"
    r"|^(?:and )?why (?:is|was) (?:the |this |that |it )?(?:(?:job|post|role|position|vacancy|posting) )?(?:open|free|vacant|available|going)\b"
)
_WEEKDAYS = Term("monday|tuesday|wednesday|thursday|friday|saturday|sunday", 1.0)
_WHICH_DAYS = re.compile(
    r"^(?:and )?(?:which|what) days(?: (?:of the week|do i work|would i work|will i work|is it|are they))?$"
)
# What somebody does, not what a field names: "how do i get home at night", "who will i mentor".
_DOING = re.compile(
    r"^(?:and |so )?(?:how (?:do|can|would|will|should) (?:i|we)|who(?:m)? (?:will|would|do|must|should) (?:i|we)) (?!apply|contact|call|ring|phone|write|send|report|work|e-?mail|ask|speak|talk|get paid|earn)"
)
# What somebody may have to bring, though employers give it too: "what insurance do I need".
_CARRIED = frozenset({"health", "life_insurance"})
# Benefits that are told in numbers of days or weeks.
_MEASURED = frozenset({"annual_leave", "parental_leave", "sick_pay"})
_BROUGHT = re.compile(
    r"^(?:is |are |do i need |need )?(?:(?:a|an|any|the|some) )?(?:[\w-]+ )?(?:training|courses?|certifications?|certificates?)(?: (?:is|are))? (?:needed|required|necessary|mandatory|essential|a must)$|^do i need (?:\w+ ){0,2}(?:training|courses?|certifications?|certificates?)$"
)
_MINE = re.compile(
    r"\b(?:i|we) (?:need|carry|take out|must have|have to have)\b|\b(?:my|our) own\b|\b(?:insurance|cover) (?:needed|required)\b"
)
_CONTACTS = frozenset({"apply", "company", "team", "salary", "office_days", "locations", "starts"})
_AGES = frozenset(
    "alt oud vieux sein zijn man age alter edad leeftijd min max minimum maximum limit old young apply".split()
)
# "How old are the children": somebody else's age.
_OF_WHOM = re.compile(r"^(?:and )?(?:how old (?:are|is) the|quel age ont|wie alt sind|hoe oud zijn|que edad tienen)\b")
# "Years of Python?" asks for a number, as "how many years of Python" does.
# Leave to volunteer is no unpaid job.
_VOLUNTEERING = re.compile(r"\bcan i volunteer\b|\bvolunteer(?:ing)? (?:days?|time|leave|hours)\b")
_YEARS_OF = re.compile(r"^(?:and )?(?:years|yrs) (?:of|in|with) ")
_EXPERIENCE = frozenset({"experience", "exp", "work", "working"})
_BARE = {
    "till when": "deadline",
    "until when": "deadline",
    "by when": "deadline",
    "how many weeks": "duration",
    "how many months": "duration",
    "how long then": "duration",
    "and how long": "duration",
    "years": "experience",
    "how many years then": "experience",
    "for how long": "duration",
    "how long is it": "duration",
    "how many people": "company_size",
    "how long": "duration",
    "wann": "starts",
    "ab wann": "starts",
    "when": "starts",
}


def _self_evident(question: Question) -> Question | None:
    if WHY_OPEN.search(question.line):
        return replace(question, kind=Kind.PASSAGE)
    if (years := _YEARS_OF.search(question.line)) is not None:
        spelled = set(years.group().split())
        rest = tuple(term for term in _rest(question, spelled) if term.word not in _EXPERIENCE)
        line = f"how many {question.line}"
        return replace(
            question, kind=Kind.FIELD, topic="experience", line=line, rest=rest, yes_no=False, want=Want.COUNT
        )
    if _WHICH_DAYS.search(question.line):
        return replace(question, kind=Kind.PASSAGE, terms=(_WEEKDAYS,))
    if question.line in _BARE:
        return replace(question, kind=Kind.FIELD, topic=_BARE[question.line])
    if question.want is Want.AGE and any(
        term.weight >= 1 and term.word not in _AGES and not term.word.isdigit() for term in question.terms
    ):
        kept = tuple(term for term in question.terms if term.word not in _AGES)
        return (
            replace(question, kind=Kind.PASSAGE, terms=kept, want=Want.YEARS)
            if _OF_WHOM.search(question.line)
            else None
        )
    if question.want in (Want.PHONE, Want.CODE, Want.AGE):
        return replace(question, kind=Kind.PASSAGE, terms=())
    return None


def _topic(question: Question, found: Sequence[Naming]) -> Question | None:
    """A field or a kind of benefit; the more telling of the two when both are named."""
    if re.search(r"\boffice\b", question.line) and (has("days", question.line) or question.want is Want.OFTEN):
        return replace(question, kind=Kind.FIELD, topic="office_days")
    field = _best_field(found, question)
    benefit = next((naming for naming in found if naming.table == "benefits"), None)
    if field is not None and _is_thing(field, question):
        return replace(question, kind=Kind.THING)
    if _DOING.search(question.line) and (field is None or field.name not in _CONTACTS) and (field or benefit):
        return replace(question, kind=Kind.PASSAGE)
    if field is not None and field.name == "starts" and _of_something_else(question, _spelled(question, field, found)):
        return replace(question, kind=Kind.PASSAGE)
    if benefit is not None and field is None and _counts_another(benefit, question):
        return replace(question, kind=Kind.PASSAGE)
    if benefit is not None and _is_brought(benefit, question):
        return replace(question, kind=Kind.THING)
    if benefit is not None and _prefers_benefit(benefit, field, question):
        rest = _rest(question, _spelled(question, benefit, found))
        specific = is_specific(question.line, benefit.name)
        return replace(question, kind=Kind.BENEFIT, topic=benefit.name, rest=rest, specific=specific)
    if field is None:
        return None
    if (
        field.name == "requirements"
        and question.yes_no
        and any(term.weight >= 1 for term in _rest(question, _span(question, field)))
    ):
        return replace(question, kind=Kind.THING)
    return replace(question, kind=Kind.FIELD, topic=field.name, rest=_rest(question, _spelled(question, field, found)))


def _counts_another(benefit: Naming, question: Question) -> bool:
    """Whether a number of other things is asked for: "how many medical centres", not "how many days of leave"."""
    if question.want is not Want.COUNT or benefit.name in _MEASURED:
        return False
    return any(term.weight >= 1 for term in _rest(question, _span(question, benefit)))


def _is_brought(benefit: Naming, question: Question) -> bool:
    """Whether the word of a benefit names what somebody has to bring: "formal training needed", "what insurance do I need"."""
    if benefit.name == "learning":
        return _BROUGHT.search(question.line) is not None
    return benefit.name in _CARRIED and _MINE.search(question.line) is not None


def _is_thing(field: Naming, question: Question) -> bool:
    """Whether the word of a field names a thing that may be asked for: "phd needed", "are tools provided"."""
    needed = question.yes_no or has("need", question.line)
    if field.name == "education":
        return needed and _LEVELS.search(question.line) is not None
    return (
        field.name == "skills"
        and needed
        and re.search(r"\b(?:provided|supplied|given|own)\b", question.line) is not None
    )


_ONLY_WHEN = frozenset({"ab", "wann", "when", "vanaf", "wanneer", "a", "partir", "de", "quand", "desde", "cuando"})


def _of_something_else(question: Question, span: set[str]) -> bool:
    """Whether "from when" asks for another time than the start: "ab wann kann ich anrufen"."""
    return span <= _ONLY_WHEN and any(term.weight >= 1 for term in _rest(question, span))


def _prefers_benefit(benefit: Naming, field: Naming | None, question: Question) -> bool:
    if field is None or benefit.stop - benefit.start > field.stop - field.start:
        return True
    if field.name == "duration" and question.want is Want.COUNT:
        return True
    if field.name == "other_pay" and benefit.name in ("bonus", "equity"):
        return "benefit" in question.line
    if field.name == "education":
        return (
            re.search(r"budget|cours|training|conference|certif|tuition|study support|money|pay", question.line)
            is not None
        )
    return field.name in _YIELDING


def _free(question: Question) -> Question:
    if not question.words:
        return question
    thing = (question.yes_no and question.want is Want.ANY) or (
        has("need", question.line) and question.want is Want.ANY
    )
    return replace(question, kind=Kind.THING if thing else Kind.PASSAGE)


def _spelled(question: Question, chosen: Naming, found: Sequence[Naming]) -> set[str]:
    """The words that name the topic, all of its names together ("wie hoch ist" and "gehalt")."""
    same = (naming for naming in found if (naming.table, naming.name) == (chosen.table, chosen.name))
    return _span(question, chosen).union(*(_span(question, naming) for naming in same))


def _span(question: Question, naming: Naming) -> set[str]:
    return set(question.line.split()[naming.start : naming.stop])


def _rest(question: Question, spelled: set[str]) -> tuple[Term, ...]:
    """The terms that the topic's name leaves over, without words that change nothing."""
    return tuple(term for term in question.terms if term.word not in spelled and term.word not in word_list("harmless"))


def _field(found: Sequence[Naming], *, only: set[str]) -> str:
    return next((naming.name for naming in found if naming.table == "fields" and naming.name in only), "")


def _best_field(found: Sequence[Naming], question: Question) -> Naming | None:
    """The field that the question is about: the longest phrase, then the more telling name, then the first."""
    fields = [naming for naming in found if naming.table == "fields"]
    if not fields:
        return None
    best = min(fields, key=lambda naming: (naming.start - naming.stop, naming.name in _WEAK, naming.start))
    if best.name in ("work_mode", "locations") and has("days", question.line):
        return replace(best, name="office_days")
    where = question.line.split()[best.start : best.stop]
    if (
        best.name == "locations"
        and where in (["where"], ["wo"], ["ou"], ["waar"], ["donde"])
        and _speaks_of_more(question)
    ):
        return None
    return best


_PLACE_WORDS = frozenset("job jobs role position based located office work place is it this company exactly".split())


def _speaks_of_more(question: Question) -> bool:
    """Whether "where" asks for more than the place of the job: "where can I bring my dog"."""
    return any(term.word not in _PLACE_WORDS and term.word != "where" for term in question.terms)
