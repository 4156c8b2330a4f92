"""How many people does a sentence say the employer has, whatever its wording? For sentences that no turn of phrase takes.

One count of people who work, and words that make them the employer's own. Customers, people who are served, led, hired,
trained or met, and parts of the staff are others.
"""

import re

from bot.parsing.time.numbers import COUNT
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_WORDS = "|".join(COUNT.split("|")[1:])
_FIGURE = rf"(?:\d{{1,3}}(?:[.,' ]\d{{3}})+|\d{{1,6}}|\b(?:{_WORDS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\+?"
_HEDGE = r"(?:(?:about|around|approximately|roughly|close to|over|more than|nearly|almost|some|just over|just under|under|fewer than|rund|etwa|über|mehr als|knapp|ca\.|circa|environ|plus de|près de|ruim|ongeveer|zo'n|unos|unas|más de|casi|now) )"
_STAFF = r"(?:employees|staff(?: members)?|team members|colleagues|co-?workers|workers|partners and staff|volunteers and staff|mitarbeit\w+|beschäftigten?|kolleginnen und kollegen|kolleg\w+|angestellten?|lehrkräften?|lehrer\w*|ärzt\w+|salariés|collaborat\w+|employés|medewerkers|werknemers|collega's|empleados|trabajadores|compañeros)"
# "People" may be anybody: they are the employer's where the words beside the count say so.
_PEOPLE = r"(?:people|souls|heads|humans|professionals|experts|specialists|leuten?|menschen|köpfen?|personnes|mensen|personas)"
_SORTS = r"(?:(?!hours?|years?|days?|minutes?|weeks?|million|billion|of|who)[\w-]+,? ){0,3}?"
_COUNT = rf"{_HEDGE}?\b{_FIGURE}(?:\s?(?:-|to|bis|à|a|tot)\s?{_FIGURE})?"
_ARE = r"(?:we(?:'re| are| were| have| now have| employ)|our|employs?|employing|grown to|grew to|staffed by|run by|there is|there are|team of|crew of|company of|firm of|nous sommes|emploie|employons|occupe|trabajamos|travaillons|arbeiten|réunit|rassemble|compte|zählt|telt|umfasst|beschäftigt|wir sind|wij zijn|we zijn|somos|plantilla de|equipo de|équipe de)"
_COUNTED = re.compile(
    rf"(?P<said>{_COUNT}\s{_SORTS}{_STAFF}\b(?!\s(?-i:[A-Z])))"
    rf"|\b{_ARE} (?:(?:now|just|only|a|over) ){{0,2}}(?P<people>{_COUNT}\s{_SORTS}{_PEOPLE})\b"
    rf"|(?P<working>{_COUNT}\s{_SORTS}{_PEOPLE})(?= (?:work|arbeiten|travaillent|werken|trabajan)\b)"
    rf"|(?:\b{_ARE} (?:\w+ ){{0,2}}?|^(?=(?:a )?(?:team|crew)))(?P<crew>\b(?:an? )?(?:\w+ )?(?:crew|team|staff|workforce|family|group) of {_HEDGE}?{_FIGURE})(?!\+| ?(?:%|years|days|hours))\b"
    rf"|(?P<us>{_HEDGE}?\b{_FIGURE} of us)\b|\bheadcount:? (?P<head>\d{{1,5}})\b"
    rf"|(?P<trades>\b{_FIGURE} (?:vets|nurses|doctors|gps|dentists|teachers|drivers|cooks|chefs|engineers|lawyers|solicitors|carers|mechanics|bakers|gardeners|riders|stylists|pharmacists)(?:,? and |, ){_FIGURE} [a-z]+s)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:we(?:'re| are|'ve| have| employ| now| count| number)?|our|us|employ(?:s|ing|er)?|works? (?:here|for us|with us|at)|work (?:from|in|across)|staffed|grown to|grew to|team of|crew of|company|firm|practice|studio|business|group|charity|nursery|school|restaurant|headcount|workforce|strong|wir|uns|unser\w*|bei uns|nous|notre|pme|entreprise|wij|ons|onze|met|bedrijf|somos|nuestr\w+|empresa|equipo)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|\b(?:you(?:'ll| will)? (?:lead|manage|supervise|look after|report|train|support)|coach\w*|mentor\w*|direct(?:s|ing)?|head(?:s|ing)? up|lead(?:s|ing)? (?:a|the)|manag(?:e|es|ing)|supervis\w+|oversee\w*|train(?:s|ed)?|teach\w*|serv(?:e|es|ed|ing)|visit(?:s|ed|ors)?|help(?:s|ed)?|feed(?:s)?|reach\w*|support(?:s|ed)?|us(?:e|es|ed) by|users?|customers?|clients?|patients?|residents?|pupils|students|members of the public|guests|children|readers|households|subscribers|a day|per day|a week|each (?:day|week|year)|every (?:day|week|year)|(?:hire|hired|hiring|pay|recruit\w*|looking for|need|add|adding|seek\w*) |apply|applicants|applied|responses?|interview\w*|find|asked|run a|killed|attend\w*|population|inhabitants|live|your team|reports?|under you|team you|stellen|suchen|betreu\w+|führ\w+|einwohner|habitants|lives|benefit(?:s|ed)?|trust(?:ed)?|companies with|organi[sz]ations with|met|join(?:ed)?|tak(?:e|en) on)\b",
    re.IGNORECASE,
)
CUES = Cues(
    Pattern(
        r"\bemploy|staff|people|colleagues|workers|members|souls|heads?\b|headcount|humans|professionals|experts|specialists|crew|team of|workforce|of us\b|mitarbeit|beschäftigt|leute|menschen|köpfe|kolleg|angestellte|salariés|collaborat|personnes|medewerkers|werknemers|mensen|collega|empleados|trabajadores|personas|compañeros|vets|nurses|drivers|chefs|lawyers|solicitors",
        re.IGNORECASE,
    )
)


def said(sentence: str) -> Span | None:
    """The words that count the employer's people; None where a sentence counts others, or more than once.

    >>> text = "Behind the counter and the ovens we are a crew of forty."
    >>> said(text).of(text)
    'a crew of forty'
    >>> said("You lead a crew of eleven people") is None
    True
    """
    if _OTHER.search(sentence) or not _OWN.search(sentence):
        return None
    found = list(_COUNTED.finditer(sentence))
    return Span(*found[0].span(found[0].lastgroup or 0)) if len(found) == 1 else None
