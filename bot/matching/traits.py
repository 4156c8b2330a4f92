"""What of a posting can be a feature? Its words and phrases by field, its stated values, and what it is silent on."""

from bot.model.constraints.base import PARTS, Subject
from bot.model.constraints.facts import FACTS, stated_values
from bot.model.constraints.words import SCOPES

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
            + [key for key in FACTS if not self.values[key] and not posting.found(_FIELDS[key])]
        )


_FIELDS = {
    "mode": "work_mode",
    "type": "employment_type",
    "level": "seniority",
    "benefit": "benefits",
    "lang": "languages",
    "visa": "sponsorship",
}
