"""What is the answer to a question over several postings? Read one by one where they are few, counted in columns else."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answers.drafts import Draft
from bot.answers.many.at_scale import extreme_at_scale, median_at_scale, ranking_at_scale, which_at_scale
from bot.answers.many.condition import Holding
from bot.answers.many.extreme import answer_extreme
from bot.answers.many.tally import answer_median, answer_ranking
from bot.answers.many.which import answer_which
from bot.answers.question import Kind, Question
from bot.answers.reading.cues import has
from bot.answers.scope import Scope
from bot.model.stored import StoredPosting

MANY: dict[Kind, Callable[[Sequence[StoredPosting], Question, Holding | None], Draft]] = {
    Kind.WHICH: answer_which,
    Kind.COUNT: answer_which,
    Kind.EXTREME: answer_extreme,
    Kind.RANKING: answer_ranking,
    Kind.MEDIAN: answer_median,
}
# Up to so many postings are looked at one by one without asking which of them can hold the words.
_FEW = 50
# No more are read for one answer; figures that no column holds are taken from the newest.
_MOST = 2000


def answer_many(question: Question, scope: Scope) -> Draft:
    """The answer from the results shown last ("of those"), else from all postings in scope."""
    if has("pointing", question.line) and scope.results:
        chosen = [stored for number in scope.results if (stored := scope.find(number))]
        return MANY[question.kind](chosen, question, None)
    if scope.corpus is None:
        return MANY[question.kind](scope.all(), question, None if len(scope.names) <= _FEW else scope.holding)
    return _at_scale(question, scope) or _newest(question, scope)


def _at_scale(question: Question, scope: Scope) -> Draft | None:
    corpus = scope.corpus
    if corpus is None:
        return None
    if question.kind in (Kind.WHICH, Kind.COUNT):
        return which_at_scale(corpus, question, scope.fetch, scope.holding)
    if question.kind is Kind.EXTREME:
        return extreme_at_scale(corpus, question, scope.fetch, scope.holding)
    if question.kind is Kind.MEDIAN:
        return median_at_scale(corpus, question, scope.fetch)
    return ranking_at_scale(corpus, question, scope.fetch)


def _newest(question: Question, scope: Scope) -> Draft:
    """The answer from the newest postings, when no column holds what is asked."""
    numbers = scope.names.ids()[-_MOST:]
    chosen = [stored for number in numbers if (stored := scope.find(number))]
    draft = MANY[question.kind](chosen, question, scope.holding)
    if len(scope.names) <= _MOST:
        return draft
    return replace(draft, text=f"{draft.text}\nI looked at the newest {len(chosen):,} of {len(scope.names):,}.")
