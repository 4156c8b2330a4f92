"""Which of a closed set of values does a posting state? Work mode, type, level, benefits, languages, sponsorship."""

from dataclasses import dataclass

from bot.model.constraints.base import SILENT, Judged, Subject, Verdict
from bot.model.evidence import Found
from bot.model.posting import Benefit, LanguageSkill, Posting
from bot.model.wording import spaced

# key: (field of the posting, what a silent posting does not state, the words of a sentence)
_FACTS = {
    "mode": ("work_mode", "work mode", "{}"),
    "type": ("employment_type", "employment type", "{}"),
    "level": ("seniority", "seniority", "{} level"),
    "benefit": ("benefits", "benefits", "offers {}"),
    "lang": ("languages", "languages", "asks for {}"),
    "visa": ("sponsorship", "sponsorship", "sponsorship {}"),
}
FACTS = tuple(_FACTS)
# Values that one word of a person covers: who offers a retirement plan offers a pension, who decides case by case may
# sponsor.
_COVERED = {
    "benefit": {"pension": {"pension", "retirement"}, "retirement": {"pension", "retirement"}},
    "visa": {"yes": {"yes", "case_by_case"}},
}


@dataclass(frozen=True, slots=True)
class Fact:
    """The posting states one of the values in the field behind `key`; values are the contract's words, sorted."""

    key: str
    values: tuple[str, ...]

    @property
    def field(self) -> str:
        """The name of the posting's field."""
        return _FACTS[self.key][0]

    @property
    def topic(self) -> str:
        """What a silent posting does not state."""
        return _FACTS[self.key][1]

    @property
    def silence_passes(self) -> bool:
        """Facts that a page leaves open may be as asked."""
        return True

    @property
    def accepted(self) -> frozenset[str]:
        """The values with those that they cover."""
        covered = _COVERED.get(self.key, {})
        return frozenset().union(*(covered.get(value, {value}) for value in self.values))

    @property
    def written(self) -> str:
        """The values with commas between them: mode:hybrid,remote."""
        return f"{self.key}:{','.join(self.values)}"

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence: hybrid or remote, offers pension, not full time."""
        names = [value.title() if self.key == "lang" else _said(value) for value in self.values]
        words = _FACTS[self.key][2].format(" or ".join(names))
        return f"not {words}" if excluded else words

    def judge(self, subject: Subject) -> Judged:
        """Yes with the first accepted value; silent where none of the field is stated.

        A page that states others of the field (or says that it does not offer the benefit) is a no.
        """
        stated = [(found, value_of(found)) for found in subject.stored.posting.found(self.field)]
        matching = [found for found, value in stated if value in self.accepted]
        offered = [found for found in matching if not _refused(found)]
        if offered:
            return _judged(Verdict.YES, offered[0])
        if matching:
            return _judged(Verdict.NO, matching[0])
        if not stated:
            return SILENT
        return _judged(Verdict.NO, stated[0][0])


def stated_values(posting: Posting, key: str) -> tuple[str, ...]:
    """Every value of the contract that the posting states in the field behind `key`, in page order, without repeats.

    A benefit that it says it does not offer is left out.
    """
    found = posting.found(_FACTS[key][0])
    return tuple(dict.fromkeys(value_of(each) for each in found if not _refused(each)))


def value_of(found: Found[object]) -> str:
    """The word by which a found value is asked for."""
    value = found.value
    if isinstance(value, Benefit):
        return value.kind.value
    if isinstance(value, LanguageSkill):
        return value.language.lower()
    return str(value)


def _refused(found: Found[object]) -> bool:
    return isinstance(found.value, Benefit) and not found.value.offered


def _judged(verdict: Verdict, found: Found[object]) -> Judged:
    value = found.value
    said = value.text if isinstance(value, Benefit) else _said(value_of(found))
    return Judged(verdict, said, found.evidence[:1])


def _said(value: str) -> str:
    return {"onsite": "on site"}.get(value, spaced(value))
