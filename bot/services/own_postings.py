"""What may people do with the postings that they sent? Share, correct and discard them; nobody else may."""

from dataclasses import dataclass
from datetime import datetime

from bot.errors import UserError
from bot.model.evidence import Evidence, Found
from bot.model.posting import Posting, PostingId
from bot.model.stored import StoredPosting
from bot.parsing.parse_posting import FIELDS, read_document
from bot.services.library import Library
from bot.services.talk import Party
from bot.text.layers import Layer, with_note
from bot.text.span import Span


@dataclass(frozen=True, slots=True)
class Correctable:
    """A field that its sender may correct: how people call it, its slot, and the label that a page would put before it.

    `plain` fields take any words; the others take what the reading rules understand.
    """

    name: str
    field: str
    label: str
    plain: bool = False


CORRECTABLE = (
    Correctable("title", "title", "Job title", plain=True),
    Correctable("company", "company", "Company", plain=True),
    Correctable("location", "locations", "Location", plain=True),
    Correctable("pay", "salary", "Salary"),
    Correctable("deadline", "deadline", "Application deadline"),
    Correctable("starts", "starts", "Start date"),
    Correctable("mode", "work_mode", "Work mode"),
    Correctable("type", "employment_type", "Employment type"),
    Correctable("hours", "hours", "Working hours"),
    Correctable("duration", "duration", "Duration"),
)
CORRECTABLE_NAMES = tuple(each.name for each in CORRECTABLE)
_OTHER_NAMES = {"salary": "pay", "place": "location", "city": "location", "employer": "company", "start": "starts"}
_NOTHING = frozenset({"-", "none", "nothing", "not stated"})
_RULE = "corrected by its sender"


def own(library: Library, posting: PostingId, *, party: Party) -> StoredPosting:
    """The posting, if it was sent in this private chat and was not shared; raises UserError otherwise."""
    stored = library.postings.get(posting, party.viewer)
    if stored.owner is None or stored.owner != party.viewer.chat:
        raise UserError(f"#{posting} can be seen by everybody, so it cannot be changed from here.")
    return stored


def share(library: Library, posting: PostingId, *, party: Party, now: datetime) -> StoredPosting:
    """Makes the posting public; one whose text is public already gives way to that one."""
    stored = own(library, posting, party=party)
    twin = library.postings.public_twin(posting)
    if twin is not None:
        _remove(library, posting)
        return library.postings.get(twin, party.viewer)
    library.postings.give(stored.id, None)
    library.publications.add(stored.id, party.chat, now=now)
    shared = library.postings.get(posting, party.viewer)
    library.catch_up()
    return shared


def discard(library: Library, posting: PostingId, *, party: Party) -> StoredPosting:
    """Removes the posting for good and returns it as it was."""
    stored = own(library, posting, party=party)
    _remove(library, posting)
    return stored


def discard_all(library: Library, owner: int) -> int:
    """Removes everything that belongs to a private chat and returns how many postings that were."""
    postings = library.postings.owned(owner)
    for posting in postings:
        _remove(library, posting)
    return len(postings)


def _remove(library: Library, posting: PostingId) -> None:
    library.postings.remove(posting)
    library.marks.forget_posting(posting)
    library.page_changes.forget_posting(posting)
    library.publications.forget_posting(posting)
    library.catch_up()


def correct(
    library: Library, posting: PostingId, name: str, words: str, *, party: Party, now: datetime
) -> StoredPosting:
    """Puts another value in place of a field's, or none for "-".

    The sender's words are kept below the text, so that they are the evidence.
    Raises UserError when the field cannot be corrected or the words are not understood.
    """
    stored = own(library, posting, party=party)
    wanted = _OTHER_NAMES.get(name.lower(), name.lower())
    kind = next((each for each in CORRECTABLE if each.name == wanted), None)
    if kind is None:
        raise UserError(f"“{name}” cannot be set; {', '.join(CORRECTABLE_NAMES)} can.")
    if words.strip().lower() in _NOTHING:
        value: object = () if isinstance(getattr(stored.posting, kind.field), tuple) else None
        layer = stored.page
    else:
        layer, note = with_note(stored.page, f"{kind.label}: {words.strip()}")
        value = _read(note, kind, words.strip(), now)
    conflicts = tuple(conflict for conflict in stored.posting.conflicts if conflict.field != kind.field)
    reading = stored.posting.model_copy(update={kind.field: value, "conflicts": conflicts})
    library.postings.correct(posting, layer, reading)
    corrected = library.postings.get(posting, party.viewer)
    library.catch_up()
    return corrected


def _read(note: Layer, kind: Correctable, words: str, now: datetime) -> object:
    """The value of the field, proved by the note."""
    empty = getattr(Posting(), kind.field)
    if kind.plain:
        start = note.text.index(words)
        evidence = Evidence.of(note.raw, Span(*note.span(start, len(note.text))), words)
        found = Found[str](value=words, evidence=(evidence,), rule=_RULE)
        return (found,) if isinstance(empty, tuple) else found
    value = FIELDS[kind.field](read_document(note, received=now.date()))
    if not value:
        raise UserError(f"I cannot read “{words}” as {kind.name}; write it as a posting would.")
    return value
