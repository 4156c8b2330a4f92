"""What does a single line say when no heading tells? A duty, something asked for, something offered, or none of these.

Cues are the first words and a few telling phrases; a line without a cue has no kind.
"""

import re
from enum import StrEnum
from functools import cache

from bot.text.polarity import is_preference
from bot.text.sieve import Cues, Sieve


class LineKind(StrEnum):
    """What one line or sentence of a posting is."""

    DUTY = "duty"
    MUST = "must"
    NICE = "nice"
    OFFER = "offer"


_ASK_START = re.compile(
    r"^(?:an? |the )?(?:(?:proven|strong|solid|excellent|good|great|deep|extensive|demonstrated|demonstrable|exceptional|outstanding|advanced|basic|working|hands-on|prior|previous|relevant|significant|some|broad|in-depth|thorough|sound|high|first-class|effective|well-developed|superior"
    r"|minimum|at least|minimum of|fluent|native|professional|practical|commercial|full|current|valid|clean|recent|post-graduate|substantial|genuine|natural|keen|clear|fundamental|general|technical|interpersonal|verbal|written|analytical|creative|financial|organi[sz]ational|leadership|computer|proficient) ?(?:and |, |/|& )?){0,4}"
    r"(?:experience\w*|knowledge\b|understanding\b|ability\b|abilities\b|skills?\b|proficien\w+|fluen\w+|familiar\w*|expert(?:ise)?\b|exposure\b|background\b|track record|degree\b|bachelor|master'?s?\b|ph\.?d|b[as]/b[as]|b\.?sc|m\.?sc|mba\b|ba\b|bs\b|diploma|qualification|certifi\w+|licen[cs]e|years?\b|command\b|grasp\b|passion\w*|enthusias\w+|willing\w*|eager\w*|desire\b|aptitude|capab\w+|capacity|comfort\w*|competen\w+"
    r"|attention to|team player|self-?\w+|right to work|eligib\w+|must\b|degree|education|gcse|a-?levels?|attitude|mindset|communicat\w+|organi[sz]ed|motivated|driven|curious|curiosity|flexib\w+|reliab\w+|adapt\w+|detail[- ]orient\w+|problem[- ]solv\w+|confident|able to|interest\b|literacy|sense of|mastery|record of)"
    r"|^\d{1,2}\+?(?:\s?-\s?\d{1,2})?\s?(?:years?|yrs|jahre|ans|jaar|años)|^you(?:'ve| have|'re| are| possess| know| understand| must| need| should| enjoy| love| bring)\b(?! the opportunity| access| responsible)|^(?:have|has|having|possess\w*|hold\w*|be able|is able|are able)\b|^must\b|^(?:abgeschlossene\w*|mehrjährige|erste|gute|sehr gute|fundierte|fließende?|verhandlungssichere?|sicherer umgang|kenntnisse|erfahrung|berufserfahrung|teamfähigkeit|führerschein|du (?:hast|bist|bringst)|sie (?:haben|verfügen|bringen|sind))"
    r"|^(?:vous (?:avez|êtes|maîtrisez|justifiez|disposez)|expérience|maîtrise|diplôm\w+|connaissances?|bonne|formation|titulaire|permis|bac ?\+)|^(?:je (?:hebt|bent|beschikt)|minimaal|ervaring|kennis|hbo|mbo|wo[- ]|goede beheersing|rijbewijs|een afgeronde)|^(?:experiencia|conocimientos?|titulaci[oó]n|dominio|nivel (?:alto|medio)|capacidad|carnet|se requiere)",
    re.IGNORECASE,
)
_ASK_INSIDE = re.compile(
    r"\b(?:years?(?:'|s)? (?:of )?(?:\w+[ -]){0,5}experience|experience (?:in|with|of|as|working|using) |knowledge of|proficien\w+ (?:in|with)|degree in|(?:is|are) (?:required|essential|necessary|a must|mandatory)|required\b|you (?:must|will need|need|should) (?:to )?(?:have|be|hold|bring)?|we(?:'re| are) looking for (?:someone|a candidate|people|candidates|an? \w+ (?:who|with))"
    r"|(?:the )?(?:ideal|successful|right) (?:candidate|applicant|person) (?:will|must|should|has|is|would)|must (?:have|be|hold|possess)|ability to|candidates? (?:must|should|will|need)|applicants? (?:must|should|need))",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:we (?:offer|provide|give you|pay)|you(?:'ll| will) (?:get|receive|enjoy|be (?:offered|entitled))|\d{1,2} (?:working )?days(?:'|s)? (?:of )?(?:paid |annual )?(?:leave|holiday|vacation|pto|urlaub)|competitive (?:salary|pay|compensation)|pension\b|401\(?k|health (?:insurance|care|cover)|medical (?:insurance|cover)|dental|paid (?:time off|holidays?|leave)|annual leave|flexible (?:working|hours)|stock options|gym membership"
    r"|free (?:lunch|parking|coffee|meals?)|life (?:insurance|assurance)|wir bieten|nous (?:offrons|proposons)|wij bieden|ofrecemos|urlaubstage|mutuelle|tickets? restaurant|vakantiedagen|pensioen|días de vacaciones)",
    re.IGNORECASE,
)
_VERBS = (
    "accelerate|act|adapt|address|administer|advise|advance|aid|align|analy[sz]e|answer|apply|appraise|approve|architect|arrange|assemble|assess|assign|assist|attend|audit|author|automate|balance|be responsible|brief|bring|broaden|build|calculate|calibrate|care|carry|champion|check|clean|coach|code|collaborate|collect|communicate|compile|complete|comply|compose|conduct|configure|connect|consult|contact|contribute"
    "|control|convert|cook|coordinate|co-ordinate|counsel|craft|create|cultivate|cut|data entry|debug|define|delegate|deliver|demonstrate|deploy|design|determine|develop|devise|diagnose|direct|discover|dispatch|distribute|document|draft|drive|edit|educate|effectively|embed|enable|encourage|engage|engineer|enhance|ensure|enter|escalate|establish|estimate|evaluate|evolve|examine|execute|expand|experiment|explain|explore|facilitate|file|fix|focus|follow|forecast|formulate|foster|gather|generate"
    "|give|greet|grow|guide|handle|help|hire|host|identify|implement|improve|increase|influence|inform|innovate|inspect|install|instruct|integrate|interact|interface|interpret|interview|introduce|investigate|iterate|join|keep|launch|lead|learn|leverage|liaise|listen|load|log|look after|lift|maintain|make|manage|map|market|maximi[sz]e|measure|meet|mentor|migrate|minimi[sz]e|mix|model|monitor|motivate|move|negotiate|nurture|obtain|onboard|open|operate|optimi[sz]e|orchestrate|order|organi[sz]e|overhaul"
    "|oversee|own|pack|participate|partner|perform|pick|pioneer|pitch|place|plan|play|prepare|present|prevent|prioriti[sz]e|process|procure|produce|profile|program|project manage|promote|propose|prospect|protect|prototype|provide|publish|purchase|pursue|push|qualify|raise|read|receive|recommend|reconcile|record|recruit|redefine|reduce|refactor|refine|refill|register|regularly|repair|replace|report|represent|research|resolve|respond|restock|review|rotate|route|run|scale|schedule|scope|secure|seek|select|sell|send|serve"
    "|service|set|shape|share|ship|simplify|solicit|solve|source|spearhead|specify|sterili[sz]e|steer|store|strengthen|structure|submit|supervise|supply|support|survey|sustain|synthesi[sz]e|take|teach|test|track|train|transfer|transform|translate|transport|treat|triage|troubleshoot|turn|understand|undertake|unload|update|upgrade|upsell|use|utili[sz]e|validate|verify|visit|visuali[sz]e|weld|welcome|work|write"
)
_GERUNDS = r"(?:[a-z]{2,14}ing)\b(?! (?:knowledge|experience|skills|proficiency))"
_DUTY_START = re.compile(
    rf"^(?:(?:proactively|actively|independently|effectively|successfully|regularly|closely|directly|continuously|also|help to|help|to) )?(?:{_VERBS})(?:s|es)?\b(?! (?:experience|skills|knowledge))"
    rf"|^{_GERUNDS}|^(?:be(?:ing)? )?responsible for|^(?:you(?:'ll| will| would)|the successful candidate will|this role will|as (?:an?|our) [\w -]{{3,40}},? you(?:'ll| will)|in this role,? you(?:'ll| will)|in dieser rolle|du (?!hast|bist|bringst)\w+st\b|sie (?!haben|sind|bringen|verfügen)\w+en\b|vous (?!avez|êtes|maîtrisez|justifiez|disposez)\w+ez\b|je (?!hebt|bent|beschikt)\w+t\b)",
    re.IGNORECASE,
)
_ASKS, _ASKED, _OFFERS = Cues(_ASK_START), Cues(_ASK_INSIDE), Cues(_OFFER)


@cache
def _sieve() -> Sieve:
    return Sieve((_ASKS, _ASKED, _OFFERS))


def line_kind(text: str) -> LineKind | None:
    """What the line is by its own words, or None when they do not tell.

    >>> line_kind("Lead a team of five"), line_kind("5+ years of nursing experience")
    (<LineKind.DUTY: 'duty'>, <LineKind.MUST: 'must'>)
    >>> line_kind("Dutch is a plus"), line_kind("27 days annual leave"), line_kind("Blue sky")
    (<LineKind.NICE: 'nice'>, <LineKind.OFFER: 'offer'>, None)
    """
    sieve = _sieve()
    shown = sieve.shown(text)
    if sieve.lets(shown, _ASKS) and _ASK_START.match(text):
        return LineKind.NICE if is_preference(text) else LineKind.MUST
    if sieve.lets(shown, _OFFERS) and _OFFER.search(text):
        return LineKind.OFFER
    if is_preference(text):
        return LineKind.NICE
    if _DUTY_START.match(text):
        return LineKind.DUTY
    return LineKind.MUST if sieve.lets(shown, _ASKED) and _ASK_INSIDE.search(text) else None


def asks(text: str) -> bool:
    """Whether the line asks something of the candidate, by its own words."""
    sieve = _sieve()
    shown = sieve.shown(text)
    return bool(
        (sieve.lets(shown, _ASKS) and _ASK_START.match(text))
        or (sieve.lets(shown, _ASKED) and _ASK_INSIDE.search(text))
    )
