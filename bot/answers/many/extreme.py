"""Which posting has the highest, the lowest, the earliest, the latest? Unlike units stand apart, nothing is converted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.drafts import Draft, quoted
from bot.answers.many.condition import Holding
from bot.answers.many.days import day_in
from bot.answers.many.listing import postings, silence
from bot.answers.many.measures import MEASURES, Groups, Measure, grouped, proof, shown
from bot.answers.many.which import narrowed, says_that
from bot.answers.one.page import Sentence
from bot.answers.one.spoken import speaking
from bot.answers.one.wants import holds
from bot.answers.question import Question, Want
from bot.answers.reading.cues import cue
from bot.answers.reading.phrases import namings
from bot.model.answer import Quotation, Status
from bot.model.stored import StoredPosting

# What is measured where no field's name says so.
_SIZED = re.compile(r"\b(?:company|employer|firm|organi[sz]ation|contract|job|posting|ad|advert|listing)s?\b")
# The text of so few silent postings is looked at.
_SPOKEN = 40


def answer_extreme(chosen: Sequence[StoredPosting], question: Question, holding: Holding | None = None) -> Draft:
    """The posting at the asked end of each unit; all of them on a tie."""
    measure = MEASURES[question.topic]
    chosen, words = narrowed(chosen, without_topic(question), holding)
    if not chosen:
        return Draft(Status.NOT_STATED, f"No posting {says_that(words)}.", (), ())
    groups = grouped(chosen, measure)
    spoken = [] if len(groups.silent) > _SPOKEN else list(_spoken(groups.silent, question.topic))
    dated = {
        stored.id: (stored, said, day) for stored, said in spoken if (day := day_in(said.text)) and _is_day(measure)
    }
    for stored, _, day in dated.values():
        groups.units["date"].append((float(day.toordinal()), stored))
    if not groups.units:
        text = f"None of {postings(len(chosen))} states {measure.noun} as a figure or date.{silence(groups.silent)}"
        return Draft(Status.NOT_STATED, text, (), ())
    winners = _ends(groups, low=question.direction == "low")
    lines, evidence = [_head(measure, len(groups.units), low=question.direction == "low")], list[Quotation]()
    for stored in winners:
        said = dated[stored.id][1] if stored.id in dated else None
        lines.append(_line(stored, shown(stored, measure) if said is None else f"“{said.text}”"))
        evidence += quoted(stored, proof(stored, measure) if said is None else said.proofs)
    for stored, said in spoken:
        if stored.id not in dated:
            lines.append(f"• #{stored.id} {stored.name} gives no figure to compare: “{said.text}”")
            evidence += quoted(stored, said.proofs)
    apart = {stored.id for stored, _ in spoken}
    rest = silence([stored for stored in groups.silent if stored.id not in apart])
    return Draft(Status.ANSWERED, "\n".join(lines) + rest, tuple(evidence), tuple(stored.id for stored in winners))


def _ends(groups: Groups, *, low: bool) -> list[StoredPosting]:
    """The postings at the asked end of each unit, by number."""
    winners: list[StoredPosting] = []
    for _, entries in groups.ordered():
        best = (min if low else max)(value for value, _ in entries)
        winners += [stored for value, stored in sorted(entries, key=lambda entry: entry[1].id) if value == best]
    return winners


def _is_day(measure: Measure) -> bool:
    return measure in (MEASURES["deadline"], MEASURES["starts"])


def _spoken(silent: Sequence[StoredPosting], topic: str) -> Iterator[tuple[StoredPosting, Sentence]]:
    """The postings whose text speaks of the topic though no figure was read, each with its first such sentence."""
    for stored in silent:
        sentence = next((each for each in speaking(stored, topic) if holds(Want.MUCH, each.text)), None)
        if sentence is not None:
            yield stored, sentence


def _head(measure: Measure, units: int, *, low: bool) -> str:
    word = measure.lowest if low else measure.highest
    return f"The {word}:" if units == 1 else f"The {word}, units apart (nothing is converted):"


def _line(stored: StoredPosting, said: str) -> str:
    return f"• #{stored.id} {stored.name}: {said}"


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
    line = _SIZED.sub(" ", line) if question.topic in ("company_size", "duration", "posted") else line
    for name in ("high", "low"):
        line = cue(name).sub(" ", line)
    return replace(question, line=" ".join(line.split()))
