"""Which postings offer the work that a query's title names, in other words? By the occupations of their titles."""

from dataclasses import dataclass, replace
from datetime import date

from bot.model.constraints.base import Constraint
from bot.model.constraints.words import Words
from bot.model.query import Query
from bot.search.occupations import Occupation, occupations
from bot.search.plan import Alternative, Group, Plan
from bot.search.plan_query import plan_query

_LEVELS = 8
# A word of the title in another title says less than the occupation that both share.
_WORD = 0.4


@dataclass(frozen=True, slots=True)
class Related:
    """The plan for related postings, and the constraints of the query that name the work."""

    plan: Plan
    naming: tuple[Constraint, ...]


def related_to(query: Query, today: date) -> Related | None:
    """How to find related postings; None where the query's words name no kind of work.

    Everything else that the query asks for still has to hold.
    """
    known = occupations()
    naming = tuple(each for each in query.constraints if any(stem in known for stem in _title_stems(each)))
    stems = [stem for constraint in naming for stem in _title_stems(constraint)]
    asked = known.asked(" ".join(stems)) if stems else ()
    if not asked:
        return None
    words = [(stem, Group((Alternative((stem,), _WORD, "title"),))) for stem in stems]
    plan = replace(
        plan_query(query.without(naming), today),
        either=(*map(_group, asked), *(group for stem, group in words if known.tells(stem))),
        optional=tuple(group for stem, group in words if not known.tells(stem)),
    )
    return Related(plan, naming)


def occupation_groups(title: str) -> tuple[Group, ...]:
    """A group for each occupation that a whole title names."""
    return tuple(map(_group, occupations().asked(title)))


def _group(occupation: Occupation) -> Group:
    return Group((Alternative((occupation.code,), occupation.level / _LEVELS, "occupation"),))


def _title_stems(constraint: Constraint) -> tuple[str, ...]:
    """The stem of a constraint that may be a word of a title; () for any other, and for what is meant literally."""
    criterion = constraint.criterion
    if not isinstance(criterion, Words) or criterion.key not in ("", "title") or constraint.excluded:
        return ()
    phrase, *others = criterion.phrases
    literal = others or phrase.pinned or phrase.prefix or len(phrase.stems) > 1
    return () if literal else phrase.stems
