"""Which postings meet the conditions of a question, and how many are they? Silent postings are counted apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.drafts import Draft, quoted
from bot.answers.many.condition import Condition, Holding, Judged, Verdict
from bot.answers.many.conditions import conditions
from bot.answers.many.listing import listing, postings, silence
from bot.answers.question import Kind, Question
from bot.model.answer import Quotation, Status
from bot.model.stored import StoredPosting

# More proofs than anybody reads make an answer slow to send.
_PROVED = 60
_VERBS = (
    "speaks",
    "runs",
    "has",
    "offers",
    "asks",
    "pays",
    "states",
    "names",
    "sponsors",
    "does",
    "needs",
    "closes",
    "starts",
    "is",
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The postings that meet every condition with their proofs, those that are silent, and how many fail one.

    Where a word is named by no posting at all, none is said to fail."""

    met: list[tuple[StoredPosting, tuple[Judged, ...]]]
    silent: list[StoredPosting]
    failed: int


def answer_which(chosen: Sequence[StoredPosting], question: Question, holding: Holding | None = None) -> Draft:
    """The postings that meet the question's conditions, each with its proof; how many, when that is asked."""
    if question.whole:
        head = f"{postings(len(chosen))} in all."
        text = head if question.kind is Kind.COUNT else listing(head, chosen)
        return Draft(Status.ANSWERED, text, (), tuple(stored.id for stored in chosen))
    asked = conditions(question, holding)
    if not asked:
        return not_read(question)
    result = sort(chosen, asked)
    words = " and ".join(condition.words for condition in asked)
    if not result.met:
        text = f"None of {postings(len(chosen))} {says_that(words)}.{silence(result.silent)}"
        known = result.failed > 0 and not result.silent and not is_silence(words)
        return Draft(Status.ANSWERED if known else Status.NOT_STATED, text, (), ())
    head = f"{len(result.met)} of {postings(len(chosen))}: {words}."
    met = [stored for stored, _ in result.met]
    return Draft(
        Status.ANSWERED,
        listing(head, met) + silence(result.silent),
        tuple(quotation for stored, judged in result.met[:_PROVED] for quotation in proofs_of(stored, judged)),
        tuple(stored.id for stored in met),
    )


def not_read(question: Question) -> Draft:
    """The question chooses postings by something that no condition reads: better said than answered with all."""
    text = f"I did not understand by what to choose in “{question.typed}”."
    return Draft(
        Status.NOT_UNDERSTOOD, f"{text} Try: “which are remote?”, “which pay over 40k?”, “list them all”.", (), ()
    )


def narrowed(
    chosen: Sequence[StoredPosting], question: Question, holding: Holding | None
) -> tuple[Sequence[StoredPosting], str]:
    """The postings that meet the question's conditions, all when it names none; and the conditions in words."""
    asked = conditions(question, holding)
    if not asked:
        return chosen, ""
    return [stored for stored, _ in sort(chosen, asked).met], " and ".join(condition.words for condition in asked)


def sort(chosen: Sequence[StoredPosting], asked: Sequence[Condition]) -> Sorted:
    """The postings by how they stand to all conditions together."""
    met, silent, failed = [], [], 0
    held: set[int] = set()
    for stored in chosen:
        judged = tuple(condition.judge(stored) for condition in asked)
        verdicts = [each.verdict for each in judged]
        held |= {place for place, verdict in enumerate(verdicts) if verdict is not Verdict.SILENT}
        if Verdict.NO in verdicts:
            failed += 1
        elif Verdict.SILENT not in verdicts:
            met.append((stored, judged))
        elif not any(c.loose and v is Verdict.SILENT for c, v in zip(asked, verdicts, strict=True)):
            silent.append(stored)
    unheard = any(condition.loose and place not in held for place, condition in enumerate(asked))
    return Sorted(met, silent, 0 if unheard else failed)


def proofs_of(stored: StoredPosting, judged: Sequence[Judged]) -> tuple[Quotation, ...]:
    """The words that settle the conditions for one posting."""
    return quoted(stored, tuple(evidence for each in judged for evidence in each.proof))


def is_silence(words: str) -> bool:
    """Whether postings that fail a condition are silent: of "states the pay" they say nothing."""
    return words.startswith("states ")


def says_that(words: str) -> str:
    """A condition's words behind "none of them".

    >>> says_that("names “ceo”"), says_that("offers pension"), says_that("remote")
    ('names “ceo”', 'says that it offers pension', 'says that it is remote')
    """
    verb = words.split()[0]
    return words if verb in ("names", "states") else f"says that it {words if verb in _VERBS else f'is {words}'}"
