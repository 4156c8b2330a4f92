"""How often is it, where the sentence that speaks of a field does not tell, and the one behind it may?"""

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one.page import Sentence, read_page
from bot.answers.one.wants import holds
from bot.answers.question import Want
from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting


def how_often(stored: StoredPosting, near: Evidence) -> Draft:
    """The sentence around some words, or that one and the next, when it tells how often; else a near miss."""
    page = read_page(stored).sentences
    around = [place for place, each in enumerate(page) if each.evidence.span.overlaps(near.span)]
    for place in around:
        told: tuple[Sentence, ...] = page[place : place + 1]
        if not holds(Want.OFTEN, told[0].text):
            told = page[place : place + 2]
        if holds(Want.OFTEN, told[-1].text):
            said = " ".join(each.text for each in told)
            return stated(stored, f"The posting says: “{said}”", tuple(each.evidence for each in told))
    return silent(stored, f"The posting does not say how often. It does say: “{' '.join(near.words.split())}”", (near,))
