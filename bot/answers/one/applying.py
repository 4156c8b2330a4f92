"""How does one apply, and whom does one ask, where a sentence tells more than the address?"""

import re

from bot.answers.drafts import Draft
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.passage import deniable, quoting
from bot.answers.one.spoken import speaking
from bot.answers.one.wants import has_name
from bot.answers.question import Question, Want
from bot.model.stored import StoredPosting

# Words for applying itself: a sentence that denies something of applicants denies nothing that was asked.
_CALLS = frozenset("apply applying applications application applicants candidates".split())
# Contact as work is nobody to ask.
_OF_CLIENTS = re.compile(
    r"\b(?:clients?|customers?|maintain\w*|suppliers?) contacts?\b|\bcontact with\b", re.IGNORECASE
)


def on_applying(stored: StoredPosting, question: Question) -> Draft | None:
    """How one applies, or whom one asks, in a sentence that holds the question's words, or that names somebody to ask."""
    if question.want is Want.WHO:
        duties = [found.evidence[0].span for found in stored.posting.responsibilities]
        named = [
            Passage(each, 1.0, whole=True)
            for each in speaking(stored, "contact")
            if has_name(each.text)
            and not _OF_CLIENTS.search(each.text)
            and not any(each.evidence.span.overlaps(span) for span in duties)
        ]
        return quoting(stored, question, named[:1]) if named else None
    strong = [term for term in question.terms if term.weight >= 1 and term.word not in _CALLS]
    told = [each for term in strong for each in find_passages(stored, [term], Want.ANY)]
    denying = [each for each in told if deniable(each, strong)]
    return quoting(stored, question, denying[:1]) if denying else None
