"""What of a posting can be a feature? Its texts by field, its stated values, and what it is silent on."""

from bot.model.constraints.base import PARTS, Subject, texts_of
from bot.model.constraints.facts import FACTS, stated_values
from bot.model.constraints.words import SCOPES

ANYWHERE = ""


class Traits:
    """A posting on a day, its texts by field; fields are named as in the query line, "" is anywhere."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        stored = subject.stored
        parts = {part: tuple(text for text, _ in texts_of(stored, part)) for part in _PARTS}
        self.texts = {key: parts[key] for key in SCOPES if key != ANYWHERE}
        self.texts[ANYWHERE] = tuple(text for part in PARTS for text in parts[part])
        posting = stored.posting
        self.values = {key: stated_values(posting, key) for key in FACTS}
        self.silent = frozenset(
            [key for key, texts in self.texts.items() if not texts]
            + [key for key in FACTS if not self.values[key] and not posting.found(_FIELDS[key])]
        )


_PARTS = tuple(dict.fromkeys((*PARTS, *filter(None, SCOPES))))
_FIELDS = {
    "mode": "work_mode",
    "type": "employment_type",
    "level": "seniority",
    "benefit": "benefits",
    "lang": "languages",
    "visa": "sponsorship",
}
