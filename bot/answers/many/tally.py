"""What is most frequent, and what lies in the middle? Counts and medians, with how many postings they rest on."""

import statistics
from collections import Counter
from collections.abc import Sequence

from bot.answers.drafts import Draft, quoted
from bot.answers.many.condition import Holding
from bot.answers.many.listing import postings, silence
from bot.answers.many.measures import MEASURES, grouped, proof
from bot.answers.nouns import NOUNS
from bot.answers.question import Question
from bot.model import wording
from bot.model.answer import Status
from bot.model.stored import StoredPosting

_RANKED = 10
_PROVED = 60


def answer_ranking(chosen: Sequence[StoredPosting], question: Question, holding: Holding | None = None) -> Draft:
    """The values that most postings state, with how many state each."""
    field = question.topic
    counts: Counter[str] = Counter()
    for stored in chosen:
        counts.update({_label(found.value) for found in stored.posting.found(field)})
    silent = [stored for stored in chosen if not stored.posting.found(field)]
    if not counts:
        return Draft(Status.NOT_STATED, f"None of {postings(len(chosen))} states {NOUNS[field]}.", (), ())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_RANKED]
    top = {label for label, _ in ranked}
    holders = [
        (stored, found) for stored in chosen for found in stored.posting.found(field) if _label(found.value) in top
    ]
    lines = [f"• {label}: {postings(number)}" for label, number in ranked]
    head = f"Most frequent {wording.spaced(field)} in {postings(len(chosen))}:"
    evidence = tuple(q for stored, found in holders[:_PROVED] for q in quoted(stored, found.evidence[:1]))
    ids = tuple(dict.fromkeys(stored.id for stored, _ in holders))
    return Draft(Status.ANSWERED, "\n".join([head, *lines]) + silence(silent), evidence, ids)


def _label(value: object) -> str:
    for name in ("language", "kind"):
        if hasattr(value, name):
            return wording.spaced(str(getattr(value, name)))
    return str(value)


def answer_median(chosen: Sequence[StoredPosting], question: Question, holding: Holding | None = None) -> Draft:
    """The median with the number of postings behind it, unlike units apart, and the share of silent ones."""
    measure = MEASURES[question.topic]
    groups = grouped(chosen, measure)
    if not groups.units:
        return Draft(Status.NOT_STATED, f"None of {postings(len(chosen))} states {measure.noun}.", (), ())
    lines = []
    holders: list[StoredPosting] = []
    for unit, entries in groups.ordered():
        middle = statistics.median(value for value, _ in entries)
        lines.append(f"• {wording.number(middle)} {unit} (n = {len(entries)})")
        holders += [stored for _, stored in entries]
    share = round(100 * len(groups.silent) / len(chosen))
    upper = " of the upper ends" if question.topic == "salary" else ""
    apart = ", units apart (nothing is converted)" if len(groups.units) > 1 else ""
    text = "\n".join(
        [f"Median{upper}{apart}:", *lines, f"Not stated in {len(groups.silent)} of {len(chosen)} ({share} %)."]
    )
    evidence = tuple(q for stored in holders[:_PROVED] for q in quoted(stored, proof(stored, measure)))
    return Draft(Status.ANSWERED, text, evidence, tuple(stored.id for stored in holders))
