"""What has changed on the page of a posting since it was read before? One field, with the words then and now."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NewType

from bot.model.evidence import Found
from bot.model.posting import Posting, PostingId

ChangeId = NewType("ChangeId", int)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field as people call it, and the page's words for it before and after; "" where it stated nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """A difference that was seen when a posting's page was read again; `id` counts up."""

    id: ChangeId
    posting: PostingId
    difference: Difference


# What people who saved a posting want to hear of, as it is told.
CLOSED = "closed"
_TOLD = {"pay": "salary", "place": "locations", "mode": "work_mode", "deadline": "deadline", CLOSED: "closed"}


def differences(before: Posting, after: Posting) -> Iterator[Difference]:
    """The differences worth telling, in a fixed order; other words for the same value are none."""
    for name, field in _TOLD.items():
        old, new = before.found(field), after.found(field)
        if [_said(found) for found in old] != [_said(found) for found in new]:
            yield Difference(name, _quoted(old), _quoted(new))


def _said(found: Found[object]) -> str:
    return str(found.value).casefold()


def _quoted(found: tuple[Found[object], ...]) -> str:
    """The page's words, on one line."""
    words = dict.fromkeys(" ".join(each.evidence[0].words.split()) for each in found)
    return ", ".join(words)
