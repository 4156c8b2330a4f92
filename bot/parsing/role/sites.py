"""Where is the job when the page names its place only within other names: of a public body, of a site of the employer?

"Stadt Eckernförde" is in Eckernförde; "our Neutral Bay store" is in Neutral Bay.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.role import company as company_field
from bot.text.sieve import Cues

_NAME = r"[A-ZÀ-Ý][\w'-]+(?:(?: |-)(?:an der|am|im|bei|bij|aan den|upon|on|sur|de la|de|del|la|[A-ZÀ-Ý][\w'-]+)){0,4}(?<!\sde)(?<!\sla)"
_OF_BODY = re.compile(
    rf"(?:(?:Landeshaupts|Kreiss|Hanses|S)tadt(?:verwaltung)?|Gemeinde(?:verwaltung)?|Landratsamt|Spitalzentrum|(?:Universitäts|Kreis|Städtisches )?[Kk]linikum|Kreiskrankenhaus|Stadtwerke|Sparkasse|Handwerkskammer|Volkshochschule|(?:Technische )?(?:Universität|Hochschule)|Universidad de|Université de|Bezirksamt|Lokaal [Bb]estuur|OCMW|Samtgemeinde|Gemeente|Mairie d[e']|Ville d[e']|Commune d[e']|Ayuntamiento de|(?:City|Town|Village|Borough|County|Township) of)\s?(?P<said>{_NAME}(?:, [A-Z]{{2}})?)$"
    rf"|(?P<council>{_NAME}) (?:City|Town|County|Borough|District|Parish) Council$"
)
_SITE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Ll]ead|[Rr]un|[Mm]anage|[Ff]or|[Jj]oin) (?:our|the) (?:(?:busy|new|brand new|growing|thriving|popular|lovely|beautiful|flagship|modern) )?(?P<said>{_NAME}) (?:location|office|branch|site|store|shop|depot|warehouse|factory|plant|clinic|surgery|salon|restaurant|hotel|nursery|hub)\b"
)
_NO_PLACE = re.compile(
    r"(?:Head|Main|Regional|Corporate|Home|Front|Back|Central|Local|National|Group|Sales|Support|Service|Customer|Retail|Medical|Dental|Veterinary|Job|Post|Box|Registry|Finance|Legal|Press|Patient|Project|Innovation|Distribution|Fulfilment|Fulfillment|Apple|App|Google|Play|Online)\b",
)
CUES = Cues(_SITE)


def in_names(doc: Document) -> Iterator[Found[str]]:
    """The place of the first site that the posting names, else the place in the name of a public body."""
    for line in doc.telling(doc.stated_lines(), CUES):
        for match in _SITE.finditer(doc.text, line.start, line.stop):
            if not _NO_PLACE.match(match["said"]):
                yield doc.quoted(*match.span("said"), "locations.site")
                return
    body = doc.once(company_field.extract)
    named = _OF_BODY.search(body.value) if body is not None else None
    place = doc.text.find(body.value) if body is not None else -1
    if named and named.lastgroup and place >= 0:
        start, stop = named.span(named.lastgroup)
        yield doc.quoted(place + start, place + stop, "locations.of_body")
