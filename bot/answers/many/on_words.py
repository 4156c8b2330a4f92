"""Conditions that words make: a kind of benefit, a thing named in some field, a place, a word anywhere on the page."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answers.many.condition import SILENT, Condition, Judged, Text, Verdict
from bot.answers.many.corpus import Column
from bot.answers.many.regions import Region, lies_in, region_named
from bot.answers.one.denial import denied
from bot.answers.one.page import aside, outside, read_page, roots_of
from bot.answers.one.spoken import can_be_spoken, speaking
from bot.answers.one.terms import place_of
from bot.model.evidence import Evidence, Found
from bot.model.stored import StoredPosting
from bot.text.polarity import is_preference, is_unasked

_PLACES = ("locations", "title", "company", "team")
# A licence goes by other names; any of them may tell.
_LICENCES = ("licence", "license", "driving", "führerschein", "rijbewijs", "permis", "carnet")
# Words that name a kind of pay as a whole; any other word must stand in the item.
_PAY_KINDS = {
    "equity": frozenset(
        {"equity", "stock", "stocks", "options", "option", "shares", "share", "rsu", "rsus", "esop", "vsop", "warrants"}
    ),
    "bonus": frozenset({"bonus", "bonuses"}),
    "overtime": frozenset({"overtime", "paid"}),
    "sign_on": frozenset({"sign", "signing", "sign-on", "joining", "welcome", "bonus", "on"}),
    "allowance": frozenset({"allowance", "allowances"}),
}
_FIELDS = (
    "title", "company", "team", "industry", "locations", "skills", "requirements", "education", "languages",
    "responsibilities", "benefits", "other_pay", "shift", "travel", "hours", "duration",
)  # fmt: skip


def offers(kind: str, phrase: Sequence[str], text: Text, *, negated: bool, naming: Sequence[str] = ()) -> Condition:
    """The posting offers the kind of benefit, or its text names it in the words of `phrase`; with `naming`, an item holds
    those very words.
    """
    among = text.every(phrase)
    kinds = {kind} | ({"pension", "retirement"} if kind in ("pension", "retirement") else set())

    def judge(stored: StoredPosting) -> Judged:
        found = [each for each in stored.posting.benefits if each.value.kind.value in kinds]
        if naming:
            found = [each for each in stored.posting.benefits if _names(f"{each.value.text} {each.words}", naming)]
        if not found and naming:
            return _in_text(stored, phrase, anywhere=False) if stored in among else SILENT
        if not found:
            return _told(stored, kind, phrase) if stored in among else SILENT
        offered = any(each.value.offered for each in found)
        return Judged(Verdict.YES if offered is not negated else Verdict.NO, found[0].evidence[:1])

    name = " ".join(naming) or kind.replace("_", " ")
    columns = () if naming or negated else (Column("benefit", tuple(sorted(kinds))),)
    return Condition(f"{'offers no' if negated else 'offers'} {name}", judge, columns=columns)


def _told(stored: StoredPosting, kind: str, phrase: Sequence[str]) -> Judged:
    """What a sentence says of the kind; of a kind without sentences of its own, one in the very words of the phrase."""
    if not can_be_spoken(kind):
        return _in_text(stored, phrase, anywhere=False)
    for sentence in speaking(stored, kind):
        refused = any(denied(sentence.text, word) for word in phrase)
        return Judged(Verdict.NO if refused else Verdict.YES, (sentence.evidence,))
    return SILENT


def names_pay(words: Sequence[str]) -> Condition:
    """The pay beside the salary is of the kind that the words name, or names them ("sign-on bonus", "commission")."""
    kinds = {kind for kind, named in _PAY_KINDS.items() if set(words) <= named}

    def judge(stored: StoredPosting) -> Judged:
        posting = stored.posting
        items: list[Found[object]] = [*posting.other_pay, *posting.benefits]
        for each in items:
            kind = str(getattr(each.value, "kind", ""))
            if kind in kinds or _names(f"{getattr(each.value, 'text', '')} {each.words}", words):
                offered = getattr(each.value, "offered", True) and not any(denied(each.words, word) for word in words)
                return Judged(Verdict.YES if offered else Verdict.NO, each.evidence[:1])
        return SILENT

    return Condition(f"names {' '.join(words)}", judge)


def says_of(field: str, words: Sequence[str], text: Text) -> Condition:
    """The field's value, one beside it, or a sentence that speaks of it holds every word ("night" among the shifts)."""

    among = text.every(words)

    def judge(stored: StoredPosting) -> Judged:
        if stored not in among:
            return SILENT
        fields = (field, "other_pay", "hours", "title")
        found = [each for name in fields for each in stored.posting.found(name)]
        texts = [(f"{getattr(each.value, 'text', each.value)} {each.words}", each.evidence[0]) for each in found]
        texts += [(sentence.text, sentence.evidence) for sentence in speaking(stored, field)]
        for text, evidence in texts:
            if _names(text, words):
                refused = any(denied(text, word) for word in words)
                return Judged(Verdict.NO if refused else Verdict.YES, (evidence,))
        return SILENT

    return Condition(f"names {field.replace('_', ' ')}: “{' '.join(words)}”", judge, within=among)


def is_in(place: Sequence[str]) -> Condition:
    """The place of work holds the words, or lies in the country or state that they name."""
    region = region_named(place)

    def judge(stored: StoredPosting) -> Judged:
        found = _first(stored, place, _PLACES)
        if found.verdict is Verdict.SILENT and region is not None:
            found = _within(stored, region)
        unplaced = found.verdict is Verdict.SILENT and not stored.posting.locations
        return _in_text(stored, place, anywhere=False) if unplaced else found

    columns = (Column("place", words=tuple(place)),)
    return Condition(f"is in {' '.join(place).title()}", judge, loose=True, columns=columns)


def _within(stored: StoredPosting, region: Region) -> Judged:
    """A place of work that lies in the region, by a code or a city."""
    inside = [each.evidence[0] for each in stored.posting.locations if lies_in(each.value, region)]
    return Judged(Verdict.YES, tuple(inside[:1])) if inside else SILENT


def names(
    asked: Sequence[str], *, anywhere: bool, text: Text, negated: bool = False, firmly: bool = False
) -> Condition:
    """The fields that name things hold every word, or else a sentence does; the words about the employer only
    count `anywhere`. `text` tells which postings can hold them at all. What the posting denies or waives fails it;
    `negated` turns that round, and `firmly` what is only nice to have fails it as well.
    """
    among = text.some(_LICENCES) if "licence" in asked else text.every(asked)

    def judge(stored: StoredPosting) -> Judged:
        if stored not in among:
            return SILENT
        found = _first(stored, asked, ("requirements",) if "licence" in asked else _FIELDS)
        found = found if found.verdict is Verdict.YES else _in_text(stored, asked, anywhere=anywhere)
        if found.verdict is not Verdict.YES or anywhere:
            return found
        refused = any(
            is_unasked(proof.words)
            or (firmly and is_preference(proof.words))
            or any(denied(proof.words, word) for word in asked)
            for proof in found.proof
        )
        return Judged(Verdict.NO if refused is not negated else Verdict.YES, found.proof)

    columns = () if negated else (Column("skill", (" ".join(asked),)),)
    told = f"asks for no “{' '.join(asked)}”" if negated else f"names “{' '.join(asked)}”"
    return Condition(told, judge, loose=True, columns=columns, within=among)


def _first(stored: StoredPosting, asked: Sequence[str], fields: Iterable[str]) -> Judged:
    """Every word stands in one of the fields."""
    proof: list[Evidence] = []
    for word in asked:
        found = next((each for roots, each in _texts(stored, fields) if place_of(roots, word) is not None), None)
        if found is None:
            return SILENT
        proof.append(found)
    return Judged(Verdict.YES, tuple(proof))


def _texts(stored: StoredPosting, fields: Iterable[str]) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    for field in fields:
        for found in stored.posting.found(field):
            value = found.value if isinstance(found.value, str) else getattr(found.value, "text", "")
            yield roots_of(f"{value} {found.words}"), found.evidence[0]


def _in_text(stored: StoredPosting, asked: Sequence[str], *, anywhere: bool) -> Judged:
    about = () if anywhere else stored.posting.about
    for sentence in outside(read_page(stored), [*aside(stored), *(found.evidence[0] for found in about)]):
        if all(place_of(sentence.roots, word) is not None for word in asked):
            return Judged(Verdict.YES, (sentence.evidence,))
    return SILENT


def _names(text: str, asked: Sequence[str]) -> bool:
    roots = roots_of(text)
    return all(place_of(roots, word) is not None for word in asked)
