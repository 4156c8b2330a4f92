"""Does a posting hold these words? Words, phrases, beginnings of words and alternatives, anywhere or in one field."""

from dataclasses import dataclass
from itertools import chain

from bot.model.constraints.base import NO, PARTS, SILENT, Judged, Passage, Subject, Verdict
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
    given. A `pinned` phrase stands for itself: it is neither corrected nor widened. `also` are the stems of other
    names of the same thing (k8s, kubernetes), which are as good. `quoted` words would mean more than themselves without
    quotation marks ("remote").
    """

    written: str
    stems: tuple[str, ...]
    prefix: bool = False
    pinned: bool = False
    also: tuple[tuple[str, ...], ...] = ()
    quoted: bool = False

    def place_in(self, stems: tuple[str, ...]) -> slice | None:
        """The first stretch of `stems` that is the phrase, or else one of its other names, or None."""
        if self.prefix:
            beginnings = (slice(place, place + 1) for place, stem in enumerate(stems) if stem.startswith(self.stems[0]))
            return next(beginnings, None)
        for name in (self.stems, *self.also):
            if name[0] in stems and (found := _stretch(name, stems)):
                return found
        return None

    @property
    def canonical(self) -> str:
        """The phrase as the query line writes it: rust, "event sourcing", kube*, +electrican."""
        return self._marked(quoted=len(self.stems) > 1 or self.quoted)

    @property
    def behind_key(self) -> str:
        """The same behind a key, where a single word always means itself."""
        return self._marked(quoted=len(self.stems) > 1)

    def _marked(self, *, quoted: bool) -> str:
        text = f'"{self.written}"' if quoted else self.written
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
        if not self.key:
            return "|".join(phrase.canonical for phrase in self.phrases)
        return f"{self.key}:{'|'.join(phrase.behind_key for phrase in self.phrases)}"

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence: “rust” or “go”, in Berlin, without “java”."""
        said = [phrase.written.title() if self.key in _NAMES else phrase.said for phrase in self.phrases]
        words = _SCOPES[self.key][1].format(" or ".join(said))
        if not excluded:
            return words
        return f"not {words}" if self.key in _NAMES else f"without {words}"

    def judge(self, subject: Subject) -> Judged:
        """Yes with the first place where a phrase stands; silent where the posting does not state the field."""
        stated = False
        for passage in chain.from_iterable(map(subject.passages, (self.key,) if self.key else PARTS)):
            stated = True
            for phrase in self.phrases:
                place = phrase.place_in(passage.stems)
                if place is not None:
                    said = f"{passage.name}: {' '.join(passage.stems[place])}" if not self.key else passage.said
                    return Judged(Verdict.YES, said, _proof(subject, passage, place))
        return NO if stated else SILENT


def _stretch(wanted: tuple[str, ...], stems: tuple[str, ...]) -> slice | None:
    place = -1
    for _ in range(stems.count(wanted[0])):
        place = stems.index(wanted[0], place + 1)
        if stems[place : place + len(wanted)] == wanted:
            return slice(place, place + len(wanted))
    return None


def _proof(subject: Subject, passage: Passage, place: slice) -> tuple[Evidence, ...]:
    """The words of the page; none for the source, which is no part of it."""
    if passage.proof is not None:
        return (passage.proof,)
    if passage.name == "source":
        return ()
    start, stop = subject.raw_span(place)
    return (Evidence(start=start, stop=stop, quote=subject.stored.raw[start:stop]),)
