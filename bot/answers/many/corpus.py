"""Which postings, how many, the highest, the most frequent, the median? Silent postings are counted apart."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.drafts import Draft, quoted
from bot.answers.many.conditions import Condition, Judged, Verdict, conditions
from bot.answers.nouns import NOUNS
from bot.answers.question import Kind, Question
from bot.model import wording
from bot.model.answer import Quotation, Status
from bot.model.evidence import Found
from bot.model.posting import Experience, Posting, Salary
from bot.model.stored import StoredPosting

_RANKED = 10
_SILENT_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The postings that meet every condition, and those that are silent about one and fail none."""

    met: list[tuple[StoredPosting, tuple[Judged, ...]]]
    silent: list[StoredPosting]


def answer_which(postings: Sequence[StoredPosting], question: Question) -> Draft:
    """The postings that meet the question's conditions, each with its proof; how many, when that is asked."""
    asked = conditions(question, postings)
    if not asked:
        if question.kind is Kind.COUNT:
            return Draft(
                Status.ANSWERED, f"{_postings(len(postings))} in all.", (), tuple(stored.id for stored in postings)
            )
        return Draft(
            Status.ANSWERED, _listing(f"{_postings(len(postings))}:", postings), (), tuple(s.id for s in postings)
        )
    chosen = _sort(postings, asked)
    words = " and ".join(condition.words for condition in asked)
    ids = tuple(stored.id for stored, _ in chosen.met)
    proof = tuple(quotation for stored, judged in chosen.met for quotation in _proofs(stored, judged))
    if not chosen.met:
        status = Status.NOT_STATED if chosen.silent else Status.ANSWERED
        return Draft(
            status, f"None of {_postings(len(postings))} says that it {_holds(words)}.{_silence(chosen.silent)}", (), ()
        )
    head = f"{len(chosen.met)} of {_postings(len(postings))}: {words}."
    return Draft(
        Status.ANSWERED, _listing(head, [stored for stored, _ in chosen.met]) + _silence(chosen.silent), proof, ids
    )


def _holds(words: str) -> str:
    return (
        words
        if words.split()[0] in ("offers", "asks", "pays", "states", "names", "sponsors", "does")
        else f"is {words}"
    )


def _sort(postings: Sequence[StoredPosting], asked: tuple[Condition, ...]) -> _Sorted:
    met, silent = [], []
    for stored in postings:
        judged = tuple(condition.judge(stored) for condition in asked)
        verdicts = {each.verdict for each in judged}
        if verdicts == {Verdict.YES}:
            met.append((stored, judged))
        elif Verdict.NO not in verdicts and not all(
            condition.words.startswith("names")
            for condition, each in zip(asked, judged, strict=True)
            if each.verdict is Verdict.SILENT
        ):
            silent.append(stored)
    return _Sorted(met, silent)


def _proofs(stored: StoredPosting, judged: tuple[Judged, ...]) -> tuple[Quotation, ...]:
    return quoted(stored, tuple(evidence for each in judged for evidence in each.proof))


def _listing(head: str, postings: Sequence[StoredPosting]) -> str:
    return head + "".join(f"\n• #{stored.id} {stored.name}" for stored in postings)


def _silence(silent: Sequence[StoredPosting]) -> str:
    if not silent:
        return ""
    named = ", ".join(f"#{stored.id}" for stored in silent[:_SILENT_NAMED])
    more = f" and {len(silent) - _SILENT_NAMED} more" if len(silent) > _SILENT_NAMED else ""
    return f"\nNot stated in {len(silent)}: {named}{more}."


def _postings(number: int) -> str:
    return f"{number} posting{'' if number == 1 else 's'}"


def answer_extreme(postings: Sequence[StoredPosting], question: Question) -> Draft:
    """The posting with the highest, lowest, earliest or latest value; unlike units stand apart."""
    asked = conditions(question, postings)
    if asked:
        postings = [stored for stored, _ in _sort(postings, asked).met] or postings
    field = question.topic
    groups: dict[str, list[tuple[float, StoredPosting]]] = defaultdict(list)
    silent = []
    for stored in postings:
        measured = _MEASURES[field](stored.posting)
        if measured is None:
            silent.append(stored)
        else:
            groups[measured[0]].append((measured[1], stored))
    if not groups:
        return Draft(
            Status.NOT_STATED,
            f"None of {_postings(len(postings))} states {_noun(field)} as a figure or date.{_silence(silent)}",
            (),
            (),
        )
    sign = 1 if question.direction == "low" else -1
    best = {unit: min(entries, key=lambda entry: (sign * entry[0], entry[1].id)) for unit, entries in groups.items()}
    winners = [
        stored
        for unit, entries in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
        for value, stored in sorted(entries, key=lambda e: e[1].id)
        if value == best[unit][0]
    ]
    word = _DIRECTIONS[field][question.direction == "low"]
    lines = [f"• #{stored.id} {stored.name}: {_shown(stored.posting, field)}" for stored in winners]
    head = f"The {word}:" if len(groups) == 1 else f"The {word}, units apart (nothing is converted):"
    proof = tuple(
        quotation for stored in winners for quotation in quoted(stored, stored.posting.found(field)[0].evidence[:1])
    )
    return Draft(
        Status.ANSWERED, "\n".join([head, *lines]) + _silence(silent), proof, tuple(stored.id for stored in winners)
    )


def _noun(field: str) -> str:
    return NOUNS[field]


_DIRECTIONS = {
    "salary": ("highest pay", "lowest pay"),
    "deadline": ("latest deadline", "earliest deadline"),
    "experience": ("most experience asked for", "least experience asked for"),
    "posted": ("most recently posted", "longest posted"),
    "starts": ("latest start", "earliest start"),
    "hours": ("most hours", "fewest hours"),
}


def _pay(posting: Posting) -> tuple[str, float] | None:
    if posting.salary is None or posting.salary.value.top is None:
        return None
    pay = posting.salary.value
    return (
        f"{pay.currency or 'currency not stated'} a {pay.period.value if pay.period else 'period not stated'}",
        float(pay.top or 0),
    )


def _day(field: str) -> Callable[[Posting], tuple[str, float] | None]:
    def measure(posting: Posting) -> tuple[str, float] | None:
        found: Found[str] | None = getattr(posting, field)
        try:
            return ("date", float(date.fromisoformat(found.value).toordinal())) if found else None
        except ValueError:
            return None

    return measure


def _years(posting: Posting) -> tuple[str, float] | None:
    if posting.experience is None or posting.experience.value.min_years is None:
        return None
    return "years", float(posting.experience.value.min_years)


def _hours(posting: Posting) -> tuple[str, float] | None:
    digits = (
        "".join(letter if letter.isdigit() or letter == "." else " " for letter in posting.hours.value).split()
        if posting.hours
        else []
    )
    return ("hours", float(digits[0].strip(".") or 0)) if digits else None


_MEASURES: dict[str, Callable[[Posting], tuple[str, float] | None]] = {
    "salary": _pay,
    "deadline": _day("deadline"),
    "experience": _years,
    "posted": _day("posted"),
    "starts": _day("starts"),
    "hours": _hours,
}


def _shown(posting: Posting, field: str) -> str:
    value = posting.found(field)[0].value
    if isinstance(value, Salary):
        return wording.salary(value)
    if isinstance(value, Experience):
        return wording.experience(value)
    return str(value)


def answer_ranking(postings: Sequence[StoredPosting], question: Question) -> Draft:
    """The values that most postings state, with how many state each."""
    field = question.topic if question.topic in ("skills", "benefits", "languages", "locations") else "skills"
    counts: Counter[str] = Counter()
    for stored in postings:
        counts.update({_label(found.value) for found in stored.posting.found(field)})
    silent = [stored for stored in postings if not stored.posting.found(field)]
    if not counts:
        return Draft(Status.NOT_STATED, f"None of {_postings(len(postings))} states {_noun(field)}.", (), ())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_RANKED]
    lines = [f"• {label}: {_postings(number)}" for label, number in ranked]
    top = {label for label, _ in ranked}
    holders = tuple(
        stored for stored in postings if any(_label(found.value) in top for found in stored.posting.found(field))
    )
    proof = tuple(
        quotation
        for label, _ in ranked[:3]
        for stored in holders
        for found in stored.posting.found(field)
        if _label(found.value) == label
        for quotation in quoted(stored, found.evidence[:1])
    )
    head = f"Most frequent {wording.spaced(field)} in {_postings(len(postings))}:"
    return Draft(
        Status.ANSWERED, "\n".join([head, *lines]) + _silence(silent), proof, tuple(stored.id for stored in holders)
    )


def _label(value: object) -> str:
    for name in ("language", "kind"):
        if hasattr(value, name):
            return wording.spaced(str(getattr(value, name)))
    return str(value)


def answer_median(postings: Sequence[StoredPosting], question: Question) -> Draft:
    """The median with the number of postings behind it, unlike units apart, and how many are silent."""
    field = question.topic
    groups: dict[str, list[tuple[float, StoredPosting]]] = defaultdict(list)
    silent = []
    for stored in postings:
        measured = _MEASURES[field](stored.posting)
        if measured is None:
            silent.append(stored)
        else:
            groups[measured[0]].append((measured[1], stored))
    if not groups:
        return Draft(Status.NOT_STATED, f"None of {_postings(len(postings))} states {_noun(field)}.", (), ())
    lines = []
    holders: list[StoredPosting] = []
    for unit, entries in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        middle = statistics.median(value for value, _ in entries)
        lines.append(f"• {wording.number(middle)} {unit} (n = {len(entries)})")
        holders += [stored for _, stored in entries]
    share = round(100 * len(silent) / len(postings))
    head = "Median of the upper ends, units apart (nothing is converted):" if field == "salary" else "Median:"
    proof = tuple(q for stored in holders for q in quoted(stored, stored.posting.found(field)[0].evidence[:1]))
    text = "\n".join([head, *lines]) + f"\nNot stated in {len(silent)} of {len(postings)} ({share} %)."
    return Draft(Status.ANSWERED, text, proof, tuple(stored.id for stored in holders))
