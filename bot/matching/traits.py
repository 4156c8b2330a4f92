"""Which features does a posting have? Asked feature by feature, answered from its passages and stated values."""

from bot.matching.features import Feature
from bot.model.constraints.base import PARTS, Subject
from bot.model.constraints.facts import FACTS, stated_values
from bot.model.constraints.words import SCOPES, Phrase

Stems = tuple[str, ...]


class Traits:
    """A posting on a day, its words by field; fields are named as in the query line, "" is anywhere."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.texts: dict[str, tuple[Stems, ...]] = {
            key: tuple(passage.stems for passage in subject.passages(key)) for key in SCOPES if key
        }
        self.texts[""] = tuple(passage.stems for part in PARTS for passage in subject.passages(part))
        self.words: dict[str, frozenset[str]] = {
            key: frozenset(stem for stems in texts for stem in stems) for key, texts in self.texts.items()
        }
        posting = subject.stored.posting
        self.values: dict[str, frozenset[str]] = {key: frozenset(stated_values(posting, key)) for key in FACTS}
        self.silent = frozenset(
            [key for key, texts in self.texts.items() if not texts]
            + [key for key in FACTS if not self.values[key] and not posting.found(_field(key))]
        )

    def has(self, feature: Feature) -> bool:
        """Whether the posting has the feature; where it is silent on the field, whether silence counts."""
        if feature.key in self.silent:
            return not feature.strict
        if not feature.parts:
            return True
        if feature.key in self.values:
            return feature.parts[0] in self.values[feature.key]
        if len(feature.parts) == 1 and not feature.prefix:
            return feature.parts[0] in self.words[feature.key]
        phrase = Phrase("", feature.parts, prefix=feature.prefix)
        return any(phrase.place_in(stems) is not None for stems in self.texts[feature.key])


def _field(key: str) -> str:
    return _FIELDS[key]


_FIELDS = {
    "mode": "work_mode",
    "type": "employment_type",
    "level": "seniority",
    "benefit": "benefits",
    "lang": "languages",
    "visa": "sponsorship",
}
