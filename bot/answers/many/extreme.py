"""Which posting has the highest, the lowest, the earliest, the latest? Unlike units stand apart, nothing is converted."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.drafts import Draft, quoted
from bot.answers.many.condition import Holding
from bot.answers.many.listing import postings, silence
from bot.answers.many.measures import MEASURES, Measure, grouped, proof, shown
from bot.answers.many.which import narrowed
from bot.answers.question import Question
from bot.answers.reading.cues import cue
from bot.answers.reading.phrases import namings
from bot.model.answer import Status
from bot.model.stored import StoredPosting


def answer_extreme(chosen: Sequence[StoredPosting], question: Question, holding: Holding | None = None) -> Draft:
    """The posting at the asked end of each unit; all of them on a tie."""
    measure = MEASURES[question.topic]
    chosen = narrowed(chosen, without_topic(question), holding)
    groups = grouped(chosen, measure)
    if not groups.units:
        text = f"None of {postings(len(chosen))} states {measure.noun} as a figure or date.{silence(groups.silent)}"
        return Draft(Status.NOT_STATED, text, (), ())
    low = question.direction == "low"
    winners: list[StoredPosting] = []
    for _, entries in groups.ordered():
        best = (min if low else max)(value for value, _ in entries)
        winners += [stored for value, stored in sorted(entries, key=lambda entry: entry[1].id) if value == best]
    text = "\n".join([_head(measure, len(groups.units), low=low), *(_line(stored, measure) for stored in winners)])
    evidence = tuple(quotation for stored in winners for quotation in quoted(stored, proof(stored, measure)))
    return Draft(Status.ANSWERED, text + silence(groups.silent), evidence, tuple(stored.id for stored in winners))


def _head(measure: Measure, units: int, *, low: bool) -> str:
    word = measure.lowest if low else measure.highest
    return f"The {word}:" if units == 1 else f"The {word}, units apart (nothing is converted):"


def _line(stored: StoredPosting, measure: Measure) -> str:
    return f"• #{stored.id} {stored.name}: {shown(stored, measure)}"


def without_topic(question: Question) -> Question:
    """The question without the words that say what is measured and which end is meant."""
    words = question.line.split()
    gone = {
        number
        for naming in namings(words)
        if naming.name in (question.topic, "salary", "deadline", "experience")
        for number in range(naming.start, naming.stop)
    }
    line = " ".join(word for number, word in enumerate(words) if number not in gone)
    for name in ("high", "low"):
        line = cue(name).sub(" ", line)
    return replace(question, line=" ".join(line.split()))
