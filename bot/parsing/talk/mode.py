"""Where is the work done, by the words of a sentence in any order? For pages that no turn of phrase takes.

Home and its denial, home beside the office, home alone, a place of the employer: judged in that order. Perks, choices left
open and things that are remote themselves come to nothing.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.vocabulary import WorkMode
from bot.parsing.document import Document
from bot.parsing.rule import judged_sentences
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_HOME = re.compile(
    r"\b(?:home[- ]?(?:working|office|work)|work\w* from (?:your (?:own )?)?(?:home|house|kitchen\w*|living room|sofa)|from home|telework\w*|homeoffice|von zu hause|mobile\w* arbeiten|télétravail\w*|thuis\s?werken|(?:op|vanop) afstand|teletrabaj\w*|desde casa|from (?:your own|the comfort of your) \w+)\b",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"\b(?:you (?:can|may|could)|do this|do it|job|role|work) (?:\w+ ){0,4}?from (?:anywhere|wherever)\b", re.IGNORECASE
)
_WHOLLY = re.compile(
    r"\bfrom (?:anywhere|wherever)\b|\bfrom (?:your own|the comfort of your) \w+|\b(?:volledig|fully|entirely|wholly|100 ?%|always|ausschließlich|vollständig|komplett|entièrement|totalement|totalmente)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:office|studio|on-?site|on site|site|hub|hq|in[- ]person|büro|vor ort|bureau|kantoor|oficina|with us in|together)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:split|mix\w*|blend|between|partly|part of|some|share|combin\w+|alternat\w+|balance|both|teils|teilweise|partiel\w*|deels|rest of)\b|%",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:möglich|possible|mogelijk|posible)\b", re.IGNORECASE)
# A denial counts where it governs the work at home; any other leaves the sentence untold.
_NO_HOME = re.compile(
    rf"\b(?:no|not|never|cannot|unable to|keine?n?|pas de|aucun|geen|sin) (?:\w+ ){{0,2}}?(?:{_HOME.pattern})(?! (?:needed|required|problem))"
    rf"|(?:{_HOME.pattern})(?: \w+){{0,4}}? (?:(?:is|are)n't|not|nicht|niet|pas|no) (?:\w+ )?(?:possible|möglich|available|allowed|offered|an option|mogelijk|disponible|vorgesehen|permitted|supported)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|cannot|nor|without|unable|impossible|nicht|keine?n?|pas|aucune?|geen|niet|ohne|sin|sans)\b|n't\b",
    re.IGNORECASE,
)
_AT_OURS = re.compile(
    r"\b(?:all|the|your|this) (?:work|job|role|position|post) (?:is|takes place|happens)(?: \w+){0,3} (?:at|in|from) (?:the|our) (?:[A-ZÀ-Ý]\w+ ){0,2}(?:depot|site|office|plant|factory|yard|shop|store|workshop|hospital|ward|school|premises|lab|laborator\w+|kitchen|studio|warehouse|hotel|branch|clinic|surgery)\b"
    r"|\bbased (?:in|at) our (?:[A-ZÀ-Ý]\w+ ){0,3}(?:branch|surgery|hospital|practice|showroom|premises|site|hub|head office)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|\b(?:weeks?|days?) (?:a|per|each|every|of the) (?:year|annum)|\b(?:abroad|occasional\w*|from time to time|sometimes|if needed|flexib\w+|customers?|clients?|patients?|residents?|care home|nursing home|take[- ]home|home (?:visits?|care|help|owners?)|allowance|budget|equipment|set-?up|school|leave|remote sensing|applicants?|interviews?|apply|travel\w*|homes?(?! ?-?(?:working|office|work))(?=,? (?:town|country|market|page))|each spring|summer)\b",
    re.IGNORECASE,
)
CUES = Cues(
    Pattern(
        r"home|telework|von zu hause|mobile|télétravail|thuis|afstand|teletrabaj|casa|living room|comfort|anywhere|wherever|depot|takes place|happens|work is|job is|role is|based"
    )
)


def talk_of(doc: Document, lines: list[Line]) -> Iterator[Found[WorkMode]]:
    """What each sentence comes to, in page order."""
    return judged_sentences(doc, lines, CUES, judged, "work_mode.sentence")


def judged(sentence: str) -> WorkMode | None:
    """The mode that a sentence comes to; None where it speaks of none.

    >>> judged("There is no home working in this role").value, judged("Split the week between home and the office")
    ('onsite', None)
    >>> judged("Our people split the week: home office and studio").value
    'hybrid'
    """
    if _OTHER.search(sentence):
        return None
    home = _HOME.search(sentence) or _ANYWHERE.search(sentence)
    if home is None:
        return WorkMode.ONSITE if _AT_OURS.search(sentence) else None
    if _DENIED.search(sentence):
        return WorkMode.ONSITE if _NO_HOME.search(sentence) else None
    if (_OFFICE.search(sentence) and _BOTH.search(sentence)) or _POSSIBLE.search(sentence):
        return WorkMode.HYBRID
    return WorkMode.REMOTE if _WHOLLY.search(sentence) else None
