"""How much is travelled, by the words of a sentence in any order? For sentences that no turn of phrase takes.

A sentence tells it where it speaks of being under way, of somebody who is (the candidate, the job), and of how often, how
far, or whether at all. The trade of travel, its costs, the way to work and other people's journeys tell nothing.
"""

import re

from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_UNDER_WAY = re.compile(
    r"\b(?:travel(?:l?ing|s)?|trips?|(?:field|site|home|client|customer|store|supplier) visits|driving (?:between|around|across|to)|on the road|away from home|nights? away|be away|overnight stays?|stay overnight|abroad|fly|flying|drive (?:to|between|around|across)|(?:visits?|visiting) (?:to )?(?:\w+ ){0,5}?(?:sites?|suppliers?|customers?|clients?|stores?|shops?|branches|schools|farms|plants?|factories|offices)"
    r"|(?:customers?|clients?|suppliers?)(?:'s?|s')? (?:sites?|premises|offices)|commut\w+ between|between (?:\w+ ){0,2}(?:sites|clinics|branches|offices|schools|stores|locations)"
    r"|unterwegs|reise\w*|dienstreisen?|geschäftsreisen?|auswärts|déplacements?|en déplacement|se déplacer|voyages?|onderweg|reizen|reist|zakenreizen|viaj\w+|desplaz\w+)\b",
    re.IGNORECASE,
)
_ONESELF = re.compile(
    r"\b(?:you|your|job|role|post|position|work|involv\w*|includ\w*|requir\w*|expect\w*|need\w*|must|willing\w*|able|ability|availab\w+|prepared|happy to|part of|flexib\w+|we (?:all )?(?:fly|meet|bring)|team"
    r"|du|sie|stelle|bereit\w*|erforderlich|nötig|vous|poste|prévoir|amené\w*|mobil\w*|je|functie|bereid\w*|disponib\w+|puesto|incluye)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\d ?%|\b(?:per ?cent|prozent|pour ?cent|a (?:fifth|quarter|third|half|tenth)|half (?:of|your)|most of|(?:once|twice|\w+ (?:days?|times|nights?|weeks?|trips?|visits?)) (?:(?:out )?of|in|a|an|per|each|every|most) (?:\w+ )?(?:week|month|quarter|year|fortnight|weeks|five)|(?:every|each|per|a|most) (?:\w+ )?(?:week|month|quarter|year|weeks|season)|weekly|monthly|quarterly|yearly|annual(?:ly)?"
    r"|occasional\w*|sometimes|now and (?:then|again)|from time to time|at times|rare\w*|sporadic\w*|most days|every day|each day|seldom|often|frequent\w*|regular\w*|some|few|several|minimal|limited|little|extensive\w*|significant|heavy|light|moderate|periodic\w*|as (?:needed|required|necessary)|when (?:needed|required|necessary)|if (?:needed|required)|a (?:lot|bit|fair amount|great deal) of|much of|plenty of"
    r"|gelegentlich\w*|regelmäßig\w*|häufig\w*|manchmal|selten\w*|oft|pro (?:woche|monat|quartal|jahr)|im (?:monat|jahr|quartal)|fréquent\w*|régulier\w*|ponctuel\w*|occasionnel\w*|quelques|par (?:semaine|mois|an)|parfois|af en toe|regelmatig|soms|vaak|monday to \w+day|hebdomadaires?|mensuels?|quotidien\w*|per (?:maand|jaar)|ocasional\w*|frecuente\w*|puntual\w*|al (?:mes|año)|a la semana|algun\w+)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:across|throughout|within|between|around|nationwide|nationally|internationally?|domestic\w*|overnight|region\w*|country|countries|county|territory|europe\w*|europaweit|bundesweit|deutschlandweit|weltweit|en france|national\w*|por (?:toda )?(?:españa|europa)|to (?:our |the |your )?(?:\w+ ){0,2}(?:sites?|clients?|customers?|suppliers?|offices?|plants?|stores?|branches|schools|factories|hq|headquarters|farms|[A-Z]\w+))\b"
)
_READY = re.compile(
    r"\b(?:willing\w*|able|ability|prepared|required|requires?|must|expect\w*|need(?:ed|s)?|bereit\w*|erforderlich|bereid\w*|disponib\w+|involv\w*|includ\w*|happy to)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|nor|none|kein\w*|nicht|ohne|pas|aucun\w*|sans|geen|niet|zonder|sin)\b|n't\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|% (?:off|discount)|\b(?:travel (?:industry|agen\w+|compan\w+|card|insurance|expenses?|allowance|platform|discounts?|brand|tech\w*|apps?|pass|sector|business|management|book\w*|costs?|arrangements?|plans|perks|benefits|reimburs\w*|experts?|consultants?|concessions?|loan|nurse\w*|assignments?|retail|stipend|credits?|time|to (?:and from )?work|light|programme?|money|guides?|photograph\w*|trade|advisors?)"
    r"|(?:book\w*|arrang\w*|manag\w*|coordinat\w*|organi[sz]\w*|plan\w*|passion\w*|lov\w*|discount\w*|free|reimburs\w*|reclaim\w*|pa(?:y|id)|cover\w*|cost\w*|fares?|cheap\w*|luxury|reduced|subsidi[sz]ed) (?:\w+ ){0,4}(?:travel|trips?|visits?)|(?:travel|trips?|visits?|flights?) (?:\w+ ){0,3}(?:are |is |will be )?(?:pa(?:id|y)|covered|reimbursed|booked|refunded)"
    r"|interviews?|season ticket|ticket|commut\w+ to work|years? of|experience|passengers?|tourists?|tourism|holidaymakers|guests|patients? (?:who|that)|pupils|children|school trips?|class trips?|field trips?|company trips?|team trip|day trips?|customers (?:who|can|to)|helps?|our (?:users|customers|clients|guests|product|app)|study abroad|students|lived|worked abroad|from abroad|work(?:ing)? (?:from )?(?:abroad|anywhere)|perk|weeks? (?:abroad|a year from)|hire abroad|visa|move abroad|fly(?:ing)? (?:a |the )?(?:kite|drones?|flag)|aircraft|pilots?|time travel|love (?:of|to)|adventur\w*|bonus|pension|discover the world|world of|reisebüro|reisekosten|reisezeit|reisende\w*|frais de|reiskosten\w*|agencia de|agence de|trip (?:advisor|planner)|depending on|our (?!team|whole|staff)\w+s travel|write about|stories|parcels|own transport\w*|leads?|sales|ego)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(r";\s|\s-\s|,?\s(?:but|and you|and we|because|so that|who|which)\s|:\s", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:(?<!to )(?<!at )our|we|they|their|his|her|guests?|users?|trains?|buses)\b", re.IGNORECASE
)
_LONG, _PHRASE = 110, 70
CUES = Cues(
    Pattern(
        r"travel|trips?\b|on the road|away\b|overnight|abroad|\bfly|\bdrive (?:to|between|around|across)|visits?\b|visiting|sites?\b|premises|commut|between|unterwegs|reise|auswärts|déplace|voyage|onderweg|reizen|reist|viaj|desplaz",
        re.IGNORECASE,
    )
)


def said(sentence: str) -> Span | None:
    """Where a sentence tells how much is travelled: it, or the clause that does; None where it tells nothing of it.

    >>> text = "A third of your week is spent on the road."
    >>> said(text).of(text)
    'A third of your week is spent on the road'
    >>> said("You book the travel of three directors every week") is None
    True
    """
    if _OTHER.search(sentence):
        return None
    for under_way in _UNDER_WAY.finditer(sentence):
        clause = _clause(sentence, under_way)
        text = clause.of(sentence)
        denied = _DENIED.search(text)
        often = _OFTEN.search(text)
        told = bool(often or denied) or bool(_READY.search(text) and (_is_travel(under_way) or _WHERE.search(text)))
        told = told or (_is_travel(under_way) and _WHERE.search(text) is not None)
        plain = often and (_is_travel(under_way) or (len(text) < _PHRASE and not _OF_OTHERS.search(text)))
        if told and (_ONESELF.search(text) or plain):
            return clause
    return None


def _is_travel(match: re.Match[str]) -> bool:
    return (
        match.group().lower().startswith(("travel", "reise", "dienstreise", "déplacement", "reizen", "viaj", "desplaz"))
    )


def _clause(sentence: str, found: re.Match[str]) -> Span:
    """The sentence, or the clause of a long one that holds the words found, without the marks around it."""
    start, stop = 0, len(sentence)
    for border in _BORDER.finditer(sentence) if stop > _LONG else ():
        if border.end() <= found.start():
            start = border.end()
        elif border.start() >= found.end():
            stop = border.start()
            break
    text = sentence[start:stop]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip(" .!,;")))
