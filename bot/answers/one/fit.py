"""Does a sentence play the part that a question asks for: a person and no activity, a need and no mention, an offer?

Sentences that hold the right words in another part answer nothing; they are named as near misses at most.
"""

import re
from collections.abc import Sequence

from bot.answers.one.page import Sentence, sentence_around
from bot.answers.one.terms import root
from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting
from bot.text.polarity import is_firm, is_preference, is_unasked
from bot.text.tokens import fold

_ACTORS = ("er", "ers", "or", "ors", "ist", "ists", "ee", "ees")
_ACTIVITIES = ("ing", "ings", "ed", "ment", "ments", "ion", "ions", "ation")
# What speaks of something that is asked of whoever applies, or waived.
_ASKING = re.compile(
    r"\b(?:musts?|needs?|needed|requir\w+|essential|mandatory|compulsory|have to|has to|minimum|at least|should|able|ability|skills?|skilled|knowledge|experience\w*|familiar\w*|proficien\w*|fluen\w*|expertise"
    r"|qualif\w*|certif\w*|licen[cs]\w*|degree|prefer\w*|plus|desir\w*|advantage\w*|benefici\w*|helpful|useful|bonus|asset|ideal\w*|welcome|expect\w*|looking for|you (?:have|are|bring|know|speak|hold|own|can|\x27re|\x27ll)|comfortable|willing\w*"
    r"|obligat\w*|erforderlich|voraus\w*|notwendig|notig|kenntnis\w*|erfahrung\w*|fuhrerschein|exig\w+|requis\w*|necessaire|souhait\w*|atout|maitrise|vereist|nodig|ervaring|rijbewijs|pre|imprescindible|necesari\w+|experiencia|valora\w*|carnet)\b"
)
_OF_FIRM = re.compile(
    r"^(?:\W*)(?:about (?:us|the (?:company|employer|firm|organisation|organization)|our \w+)|company (?:profile|description|overview)|who we are|our (?:company|story|mission)|uber uns|qui sommes|over ons|sobre nosotros)\b"
)
_TO_YOU = re.compile(r"\b(?:you|your|candidates?|applicants?|du|sie|dich|vous|votre|je|jij|jouw|tu|usted)\b")
# So many signs of a sentence around an item still speak of it.
_NEAR = 130
_BREAKS = re.compile(r"[;.•\n]\s|\band\b|\bwith\b")
_LED = re.compile(r"\b(?:following|these|preferred|desired|plus)\b", re.IGNORECASE)
_ASKED_ABOVE = re.compile(
    r"\b(?:requir\w+|qualif\w*|skills?|experience|profile?|you|candidate|looking for|must|need\w*|essential|desirable|nice|preferred|who|person|anforderung\w*|profil\w*|bringst|exig\w+|requisit\w*|eisen|vragen|vereist\w*)\b"
)


_GIVING = re.compile(
    r"\b(?:provid\w*|suppl\w+|offer\w*|free|includ\w*|given?|gives?|gets?|got|receiv\w*|paid|pays?(?! attention)|cover\w*|subsidi\w*|enjoy|perks?|benefits?|company (?:car|truck|van|vehicle|phone|laptop)|on us|gratis|gratuit\w*|kostenlos\w*|gestellt|stellen|need no|no need|bieten|bekomm\w*|krijg\w*|ofrec\w*|inclu\w+|fourni\w*)\b",
    re.IGNORECASE,
)


def gives(text: str) -> bool:
    """Whether a text says that something is given, paid or included.

    >>> gives("We pay the flights"), gives("You order the lunches")
    (True, False)
    """
    return _GIVING.search(text) is not None


def same_part(asked: str, spoken: str) -> bool:
    """Whether a word of the page is no activity where the question names somebody.

    >>> same_part("recruiter", "recruiting"), same_part("recruiter", "recruiters"), same_part("invested", "investing")
    (False, True, True)
    """
    if not asked.endswith(_ACTORS) or root(asked) != root(spoken):
        return True
    return not spoken.endswith(_ACTIVITIES)


def asks_for(sentence: Sentence) -> bool:
    """Whether a sentence, or the heading above it, speaks of what is needed, wished for or waived."""
    text = sentence.text
    return (
        is_preference(text)
        or is_firm(text)
        or is_unasked(text)
        or _ASKING.search(fold(text)) is not None
        or _ASKED_ABOVE.search(fold(sentence.heading)) is not None
    )


def is_of_firm(stored: StoredPosting, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the employer alone: below such a heading, or read as such, and not to the reader."""
    if _TO_YOU.search(fold(sentence.text)):
        return False
    span = sentence.evidence.span
    read = any(each.evidence[0].span.overlaps(span) for each in stored.posting.about)
    return read or _OF_FIRM.search(fold(sentence.heading)) is not None


def wished_beside(stored: StoredPosting, item: Evidence) -> bool:
    """Whether the same sentence calls an item of a list nice to have: "PHP, Perl a plus", "preferred but not required: Go"."""
    around = sentence_around(stored, item)
    start, stop = max(around.start, item.start), min(around.stop, item.stop)
    behind, before = stored.raw[stop : around.stop], stored.raw[max(0, start - _NEAR) : start]
    before = before[max(before.rfind(each) for each in ";.•\n") + 1 :]
    close = len(behind) <= _NEAR and not _BREAKS.search(behind) and not is_firm(behind)
    return (close and is_preference(f"it {behind}")) or (_LED.search(before) is not None and is_preference(before))


def place_as(words: Sequence[str], place: int | None, asked: str) -> int | None:
    """The place where a word was found, or None where it plays another part there."""
    if place is None or all(same_part(each, words[place]) for each in asked.split("|")):
        return place
    return None
