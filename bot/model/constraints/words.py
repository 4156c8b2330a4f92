"""Does a posting hold these words? Words, phrases, beginnings of words and alternatives, anywhere or in one field."""

from dataclasses import dataclass

from bot.model.constraints.base import NO, SILENT, Judged, Passage, Subject, Verdict
from bot.model.evidence import Evidence

# key: (what a silent posting does not state, the words of a sentence, whether silence passes)
_SCOPES = {
    "": ("", "{}", False),
    "title": ("title", "title {}", False),
    "company": ("company", "at {}", False),
    "in": ("place", "in {}", True),
    "skill": ("skills", "skill {}", False),
    "edu": ("education", "education {}", True),
    "source": ("source", "from {}", False),
}
SCOPES = tuple(_SCOPES)
# What people name by its own name stands without quotes in a sentence.
_NAMES = frozenset({"company", "in", "source"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems that stand next to each other; a single word is a phrase of one.

    `written` is the folded spelling that the line keeps. A `prefix` is one word, of which only the beginning is
    given. A `pinned` phrase stands for itself: it is neither corrected nor widened by synonyms.
    """

    written: str
    stems: tuple[str, ...]
    prefix: bool = False
    pinned: bool = False

    def place_in(self, stems: tuple[str, ...]) -> int | None:
        """The position in `stems` from which on the phrase stands, or None."""
        if self.prefix:
            return next((place for place, stem in enumerate(stems) if stem.startswith(self.stems[0])), None)
        first, size = self.stems[0], len(self.stems)
        place = -1
        for _ in range(stems.count(first)):
            place = stems.index(first, place + 1)
            if stems[place : place + size] == self.stems:
                return place
        return None

    @property
    def canonical(self) -> str:
        """The phrase as the query line writes it: rust, "event sourcing", kube*, +electrican."""
        text = f'"{self.written}"' if len(self.stems) > 1 else self.written
        return f"{'+' if self.pinned else ''}{text}{'*' if self.prefix else ''}"

    @property
    def said(self) -> str:
        """The phrase between quotation marks."""
        return f"“{self.written}{'…' if self.prefix else ''}”"


@dataclass(frozen=True, slots=True)
class Words:
    """One of the phrases stands in the field `key` ("" for anywhere); phrases are in canonical order, never empty."""

    phrases: tuple[Phrase, ...]
    key: str = ""

    @property
    def topic(self) -> str:
        """What a silent posting does not state; "" for words, about which no posting is silent."""
        return _SCOPES[self.key][0]

    @property
    def silence_passes(self) -> bool:
        """Silence passes where a field is a fact (a place); where it is a name that was asked for, it does not."""
        return _SCOPES[self.key][2]

    @property
    def written(self) -> str:
        """The phrases with | between them, behind the key: in:berlin|"new york"."""
        texts = "|".join(phrase.canonical for phrase in self.phrases)
        return f"{self.key}:{texts}" if self.key else texts

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence: “rust” or “go”, in Berlin, without “java”."""
        said = [phrase.written.title() if self.key in _NAMES else phrase.said for phrase in self.phrases]
        words = _SCOPES[self.key][1].format(" or ".join(said))
        if not excluded:
            return words
        return f"not {words}" if self.key in _NAMES else f"without {words}"

    def judge(self, subject: Subject) -> Judged:
        """Yes with the first place where a phrase stands; silent where the posting does not state the field."""
        passages = [passage for passage in subject.passages if self._looks_at(passage)]
        for passage in passages:
            for phrase in self.phrases:
                place = phrase.place_in(passage.stems)
                if place is not None:
                    said = f"{passage.name}: {phrase.written}" if not self.key else passage.said
                    return Judged(Verdict.YES, said, (_proof(subject, passage, phrase, place),))
        return NO if passages else SILENT

    def _looks_at(self, passage: Passage) -> bool:
        if not self.key:
            return passage.name != "source"
        return passage.name == self.key


def _proof(subject: Subject, passage: Passage, phrase: Phrase, place: int) -> Evidence:
    if passage.proof is not None:
        return passage.proof
    if passage.name == "source":
        return Evidence(start=0, stop=0, quote="")
    start, stop = subject.span_of(place).start, subject.span_of(place + len(phrase.stems) - 1).stop
    return Evidence(start=start, stop=stop, quote=subject.stored.raw[start:stop])
