"""The questions over very many postings: counted in columns, and only what is shown is read.

Each answers as its small twin does (`which.py`, `extreme.py`, `tally.py`); what no column holds is judged posting by
posting on the newest that can hold it, and the answer says so.
"""

from collections.abc import Callable, Sequence

from bot.answers.drafts import Draft, quoted
from bot.answers.many.condition import Condition, Holding, Judged, Verdict
from bot.answers.many.conditions import conditions
from bot.answers.many.corpus import Column, Corpus
from bot.answers.many.extreme import without_topic
from bot.answers.many.listing import LISTED, listing, postings
from bot.answers.many.measures import MEASURES, proof, shown
from bot.answers.many.which import is_silence, not_read, proofs_of, says_that
from bot.answers.nouns import NOUNS
from bot.answers.question import Kind, Question
from bot.model import wording
from bot.model.answer import Quotation, Status
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.text.tokens import fold

# Postings that are read one by one when no column holds what is asked.
_READ = 60
_RANKED = 10
_UNITS = 12
_WINNERS = 3
_SILENT_NAMED = 12
COLUMNS = {"salary": "pay", "deadline": "deadline", "experience": "experience_min", "posted": "posted"}
TALLIES = {
    "skills": "skill", "benefits": "benefit", "languages": "language", "locations": "place", "employment_type": "employment_type",
    "work_mode": "work_mode", "seniority": "seniority",
}  # fmt: skip
Fetch = Callable[[PostingId], StoredPosting | None]


def which_at_scale(corpus: Corpus, question: Question, fetch: Fetch, holding: Holding) -> Draft:
    """As `answer_which`: the postings that meet every condition, the silent ones counted apart."""
    if question.whole:
        head = f"{postings(len(corpus))} in all."
        ids = corpus.select((), stated=True).ids()
        first = [stored for number in ids[:LISTED] if (stored := fetch(number))]
        return Draft(Status.ANSWERED, head if question.kind is Kind.COUNT else listing(head, first, len(ids)), (), ids)
    asked = conditions(question, holding)
    if not asked:
        return not_read(question)
    tests, open_conditions = _tests(corpus, asked)
    if open_conditions:
        return _read_some(corpus, tests, asked, question, fetch, holding)
    met = corpus.select(tests, stated=True)
    silent = corpus.select(tests, stated=False).without(met).ids()
    words = " and ".join(condition.words for condition in asked)
    if not met.total:
        failed = not silent and not any(condition.loose for condition in asked)
        text = f"None of {postings(len(corpus))} {says_that(words)}.{_silence(silent)}"
        return Draft(Status.ANSWERED if failed and not is_silence(words) else Status.NOT_STATED, text, (), ())
    ids = met.ids()
    first = [stored for number in ids[:LISTED] if (stored := fetch(number))]
    text = listing(f"{met.total:,} of {postings(len(corpus))}: {words}.", first, met.total) + _silence(silent)
    return Draft(Status.ANSWERED, text, tuple(q for stored in first for q in _proved(stored, asked)), ids)


def _tests(corpus: Corpus, asked: Sequence[Condition]) -> tuple[list[Column], list[Condition]]:
    """The columns of the conditions, and the conditions that have none, or one that no posting states."""
    tests: list[Column] = []
    left: list[Condition] = []
    for condition in asked:
        columns = condition.columns
        absent = [each.name for each in columns] == ["skill"] and not corpus.select(columns, stated=True).total
        if absent or not columns:
            left.append(condition)
            tests += condition.narrows
        else:
            tests += columns
    return tests, left


def _read_some(
    corpus: Corpus, tests: list[Column], asked: Sequence[Condition], question: Question, fetch: Fetch, holding: Holding
) -> Draft:
    """The newest postings that pass the tests and hold the words, judged one by one."""
    ids = corpus.select(tests, stated=True).ids()
    for condition in asked:
        if condition.within is not None and (held := condition.within.ids) is not None:
            ids = tuple(number for number in ids if number in held)
    read = [stored for number in sorted(ids, reverse=True)[:_READ] if (stored := fetch(number))]
    judged = [(stored, tuple(condition.judge(stored) for condition in asked)) for stored in read]
    met = [(stored, each) for stored, each in judged if all(one.verdict is Verdict.YES for one in each)]
    words_of = " and ".join(condition.words for condition in asked)
    partly = f" I looked at the newest {len(read)} of {len(ids):,} that can." if len(ids) > len(read) else ""
    if not met:
        text = f"None of {postings(len(corpus))} {says_that(words_of)}.{partly}"
        return Draft(Status.NOT_STATED, text, (), ())
    met.sort(key=lambda entry: entry[0].id)
    text = listing(
        f"{len(met)} of {postings(len(corpus))}: {words_of}.{partly}", [stored for stored, _ in met], len(met)
    )
    evidence = tuple(q for stored, each in met[:LISTED] for q in proofs_of(stored, each))
    return Draft(Status.ANSWERED, text, evidence, tuple(stored.id for stored, _ in met))


def _proved(stored: StoredPosting, asked: Sequence[Condition]) -> tuple[Quotation, ...]:
    judged: list[Judged] = [condition.judge(stored) for condition in asked]
    return proofs_of(stored, judged)


def _silence(silent: Sequence[PostingId]) -> str:
    if not silent:
        return ""
    named = ", ".join(f"#{number}" for number in silent[:_SILENT_NAMED])
    more = f" and {len(silent) - _SILENT_NAMED:,} more" if len(silent) > _SILENT_NAMED else ""
    return f"\nNot stated in {len(silent):,}: {named}{more}."


def extreme_at_scale(corpus: Corpus, question: Question, fetch: Fetch, holding: Holding) -> Draft | None:
    """As `answer_extreme`, None when no column holds the figure."""
    column = COLUMNS.get(question.topic)
    if column is None:
        return None
    measure = MEASURES[question.topic]
    asked = conditions(without_topic(question), holding)
    tests, left = _tests(corpus, asked)
    if left:
        return None
    chosen = corpus.select(tests, stated=True)
    if not chosen.total:
        words = " and ".join(condition.words for condition in asked)
        return Draft(Status.NOT_STATED, f"No posting {says_that(words)}.", (), ())
    units = chosen.figures(column)
    silent = chosen.total - sum(unit.number for unit in units)
    if not units:
        text = f"None of {postings(chosen.total)} states {measure.noun} as a figure or date."
        return Draft(Status.NOT_STATED, text, (), ())
    low = question.direction == "low"
    ends = [unit.at_lowest if low else unit.at_highest for unit in units[:_UNITS]]
    winners = [stored for end in ends for number in end[:_WINNERS] if (stored := fetch(number))]
    more = sum(len(end) for end in ends) - len(winners)
    name = measure.lowest if low else measure.highest
    head = f"The {name}:" if len(units) == 1 else f"The {name}, units apart (nothing is converted):"
    lines = [f"• #{stored.id} {stored.name}: {shown(stored, measure)}" for stored in winners]
    equal = [f"+{more:,} more with the same"] if more else []
    text = "\n".join([head, *lines, *equal]) + (f"\nNot stated in {silent:,}." if silent else "")
    evidence = tuple(q for stored in winners for q in quoted(stored, proof(stored, measure)))
    return Draft(Status.ANSWERED, text, evidence, tuple(stored.id for stored in winners))


def median_at_scale(corpus: Corpus, question: Question, fetch: Fetch) -> Draft | None:
    """As `answer_median`, quoting for each unit the postings at its ends; None when no column holds the figure."""
    column = COLUMNS.get(question.topic)
    if column is None:
        return None
    measure = MEASURES[question.topic]
    units = corpus.select((), stated=True).figures(column)
    silent = len(corpus) - sum(unit.number for unit in units)
    if not units:
        return Draft(Status.NOT_STATED, f"None of {postings(len(corpus))} states {measure.noun}.", (), ())
    upper = " of the upper ends" if question.topic == "salary" else ""
    apart = ", units apart (nothing is converted)" if len(units) > 1 else ""
    lines = [f"• {wording.number(unit.median)} {unit.unit} (n = {unit.number:,})" for unit in units]
    ends = [stored for unit in units[:_RANKED] for number in unit.at_highest[:1] if (stored := fetch(number))]
    share = round(100 * silent / len(corpus))
    last = f"Not stated in {silent:,} of {len(corpus):,} ({share} %)."
    evidence = tuple(q for stored in ends for q in quoted(stored, proof(stored, measure)))
    text = "\n".join([f"Median{upper}{apart}:", *lines, last])
    return Draft(Status.ANSWERED, text, evidence, tuple(stored.id for stored in ends))


def ranking_at_scale(corpus: Corpus, question: Question, fetch: Fetch) -> Draft | None:
    """As `answer_ranking`, with one posting as the proof of each value; None when no column holds the values."""
    field = question.topic
    if field not in TALLIES:
        return None
    chosen = corpus.select((), stated=True)
    shares = chosen.shares(TALLIES[field], most=_RANKED)
    if not shares:
        return Draft(Status.NOT_STATED, f"None of {postings(len(corpus))} states {NOUNS[field]}.", (), ())
    lines: list[str] = []
    evidence: list[Quotation] = []
    ids: list[PostingId] = []
    for share in shares:
        stored = fetch(share.example)
        found = [] if stored is None else [each for each in stored.posting.found(field) if _is(each.value, share.value)]
        label = _label(found[0].value) if found else share.value
        lines.append(f"• {label}: {share.number:,} posting{'' if share.number == 1 else 's'}")
        if stored is not None and found:
            evidence += quoted(stored, found[0].evidence[:1])
            ids.append(stored.id)
    silent = len(corpus) - corpus.select([Column(TALLIES[field])], stated=True).total
    head = f"Most frequent {wording.spaced(field)} in {postings(len(corpus))}:"
    text = "\n".join([head, *lines]) + (f"\nNot stated in {silent:,}." if silent else "")
    return Draft(Status.ANSWERED, text, tuple(evidence), tuple(dict.fromkeys(ids)))


def _label(value: object) -> str:
    for name in ("language", "kind"):
        if hasattr(value, name):
            return wording.spaced(str(getattr(value, name)))
    return str(value)


def _is(value: object, stated: str) -> bool:
    plain = str(getattr(value, "language", getattr(value, "kind", value)))
    return fold(plain) == fold(stated)
