"""How many years of experience does a sentence ask for, whatever its wording? For sentences that no turn of phrase takes.

A figure of years, and words that ask them of the candidate, or that they lie behind. The age of firms and people, the
length of contracts, studies and warranties, and what is merely wished for are other years.
"""

import re
from collections.abc import Iterator

from bot.model.posting import Experience
from bot.parsing.time.numbers import NUMBER, number
from bot.text.pattern import Pattern
from bot.text.polarity import is_preference
from bot.text.sieve import Cues
from bot.text.span import Span

_YEARS = re.compile(
    rf"(?P<low>{NUMBER})\s?(?:\+|plus|or more)?(?:\s?(?:-|to|or|bis|à|tot|a|y)\s?(?P<high>{NUMBER}))?\s?\+?[ -]?(?:full |good |solid )?(?:years?|yrs?|seasons?|winters|summers|jahren?|ans?|années?|jaar|jaren|años?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:wants?|wanted|needs?|needed|requir\w+|ask(?:s|ed|ing)?(?: for)?|look(?:s|ing)? for|expects?|must|at least|minimum|upwards of|you(?:'ve| have| bring|'ll have| will have|'d have| come with| spent| can show)|behind you|under your belt|on the clock|who has|who have|somebody with|someone with|people with|candidates? with|applicants? with|ideal(?:ly)? has"
    r"|mindestens|wenigstens|brauchen|erwarten|verlangen|setzen voraus|du hast|sie haben|bringst|hinter dir|au moins|minimum|exig\w+|demand\w+|il faut|vous avez|minimaal|minstens|vragen|je hebt|al menos|mínimo|pedimos|necesit\w+|tienes)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:\w{2,}ing|experience|background|building|working|worked|running|leading|doing|making|selling|teaching|driving|cooking|writing|caring|managing|designing|practice|practising|trade|job|role|field|shop|floor|kitchen|industry|in (?:a|an|the) \w+|as an? \w+|of \w+ing|behind you|under your belt|erfahrung\w*|praxis|als \w+|im \w+|in der \w+|expérience|métier|en tant que|ervaring|als|experiencia|como|oficio)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|\b(?:we(?:'ve| have| had)|our|company|firm|since|founded|established|old|age|aged|contract|fixed[- ]term|warranty|guarantee|probation|notice|degree|studies|study|course|diploma|certificate|licen[cs]e|lived|resid\w*|address|accident|convict\w*|leave|holiday|pension|vest\w*|every|per year|a year|within|next|last|past|first|growth|funding|visa|permit|stay|commit\w*|programme|apprenticeship|training|ausbildung|lehre|studium|formation|opleiding|after|nach|bonus|service|school|business|I|I've|family|unser\w*|wir|notre|nous|onze|nuestr\w+|somos|valid|record|review\w*|warrant\w*|working life|combined|history|anniversar\w+|celebrat\w+|lease|term|period|duration)\b",
    re.IGNORECASE,
)
_MOST = 20
_BORDER = re.compile(r"[.;]\s|,?\sand\s(?=(?:an?|your|the)\s)")
CUES = Cues(
    Pattern(r"years?|\byrs?\b|seasons|winters|summers|jahren?|\bans\b|année|\bjaar\b|\bjaren\b|años?", re.IGNORECASE)
)


def pieces(text: str, start: int, stop: int) -> Iterator[Span]:
    """What is judged at a time: what stands between full stops and semicolons, whatever begins behind them."""
    begin = start
    for border in (*_BORDER.finditer(text, start, stop), None):
        end = border.start() if border else stop
        if begin < end:
            yield Span(begin, end)
        begin = border.end() if border else stop


def judged(sentence: str) -> Experience | None:
    """The years that a sentence asks for; None where it asks none, or speaks of other years.

    >>> judged("They want six years building pricing systems").min_years
    6
    >>> judged("The firm is six years old and wants to grow") is None
    True
    """
    if _OTHER.search(sentence) or is_preference(sentence):
        return None
    found = list(_YEARS.finditer(sentence))
    if len(found) != 1 or not _ASKED.search(sentence) or not _WORK.search(sentence):
        return None
    low, high = number(found[0]["low"]), number(found[0]["high"]) if found[0]["high"] else None
    if not 0 < low <= _MOST or (high is not None and not low < high <= _MOST):
        return None
    return Experience(min_years=low, max_years=high)
