"""What does a single line say when no heading tells? A duty, something asked for, something offered, or none of these.

Cues are the first words and a few telling phrases; a line without a cue has no kind.
"""

import re
from enum import StrEnum
from functools import cache, lru_cache

from bot.parsing.lexicon.tables import table
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
    r"|attention to|team player|self-?\w+|right to work|eligib\w+|must\b|degree|education|gcse|a-?levels?|attitude|mindset|communication\w*|organi[sz]ed|motivated|driven|curious|curiosity|flexib\w+|reliab\w+|adapt\w+|detail[- ]orient\w+|problem[- ]solv\w+|confident|able to|interest\b|literacy|sense of|mastery|record of)"
    r"|^\d{1,2}\+?(?:\s?-\s?\d{1,2})?\s?(?:years?|yrs|jahre|ans|jaar|años)|^you(?:'ve| have|'re| are| possess| know| understand| must| need| should| enjoy| love| bring)\b(?! the opportunity| access| responsible)|^(?:have|has|having|possess\w*|hold\w*|be able|is able|are able)\b|^must\b|^(?:abgeschlossene\w*|mehrjährige|erste|gute|sehr gute|fundierte|fließende?|verhandlungssichere?|sicherer umgang|kenntnisse|erfahrung|berufserfahrung|teamfähigkeit|führerschein|du (?:hast|bist|bringst)|sie (?:haben|verfügen|bringen|sind))"
    r"|^(?:vous (?:avez|êtes|maîtrisez|justifiez|disposez)|expérience|maîtrise|diplôm\w+|connaissances?|bonne|formation|titulaire|permis|bac ?\+)|^(?:je (?:hebt|bent|beschikt)|minimaal|ervaring|kennis|hbo|mbo|wo[- ]|goede beheersing|rijbewijs|een afgeronde)|^(?:experiencia|conocimientos?|titulaci[oó]n|dominio|nivel (?:alto|medio)|capacidad|carnet|se requiere)",
    re.IGNORECASE,
)
_ASK_INSIDE = re.compile(
    r"\b(?:years?(?:'|s)? (?:of )?(?:\w+[ -]){0,5}experience|experience (?:in|with|of|as|working|using) |knowledge of|proficien\w+ (?:in|with)|degree in|(?:is|are) (?:required|essential|necessary|a must|mandatory)|(?<!as )(?<!when )(?<!where )(?<!if )(?<!all )(?<!any )(?<!the )required\b|you (?:must|will need|need|should) (?:to )?(?:have|be|hold|bring)?|we(?:'re| are) looking for (?:someone|a candidate|people|candidates|an? \w+ (?:who|with))"
    r"|(?:the )?(?:ideal|successful|right) (?:candidate|applicant|person) (?:will|must|should|has|is|would)|must (?:have|be|hold|possess)|ability to|candidates? (?:must|should|will|need)(?! not)|applicants? (?:must|should|need)(?! not)|(?:would|will|might|may) (?:ideally |best |also )?suit (?:an?|someone|somebody|people|candidates?|anyone) )",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:we (?:offer|provide|give you|pay)|you(?:'ll| will) (?:get|receive|enjoy|be (?:offered|entitled))|\d{1,2} (?:working )?days(?:'|s)? (?:of )?(?:paid |annual )?(?:leave|holiday|vacation|pto|urlaub)|competitive (?:salary|pay|compensation)|pension\b|401\(?k|health (?:insurance|care|cover)|medical (?:insurance|cover)|dental|paid (?:time off|holidays?|leave)|annual leave|flexible (?:working|hours)|stock options|gym membership"
    r"|free (?:lunch|parking|coffee|meals?)|(?:training|uniform|accommodation|housing|transport|meals?|tools|ppe|mentoring|childcare) (?:will be |is |are )?(?:provided|given|supplied|included)|overtime (?:is )?available|life (?:insurance|assurance)|wir bieten|nous (?:offrons|proposons)|wij bieden|ofrecemos|urlaubstage|mutuelle|tickets? restaurant|vakantiedagen|pensioen|días de vacaciones)",
    re.IGNORECASE,
)
# "You will ...", "The successful candidate will ...": the verb behind it tells a duty from what is asked for.
_WILL = re.compile(
    r"(?:[^\W\d][^,.;:!?]{2,70}, |(?:as|in|on|at|within|with|from|during|while|when|working|reporting|based|alongside) [^.;:!?]{3,70}? |(?:once [^.;:!?]{3,40}?|after (?:training|induction|probation)|day to day|day-to-day|every day|each day|most days|individually|additionally|also|furthermore|initially|ultimately|ideally|primarily),? )?"
    r"(?:you|they|(?:the|our|a|any) (?:successful|ideal|right|chosen|selected|appointed|preferred) (?:candidates?|applicants?|persons?|individuals?|appointees?)"
    r"|the (?:post|job|role|office)[- ]?holders?|the (?:incumbent|appointee)|(?:this|the) (?:role|position|post|job|person))"
    r"(?:'ll|'d| will| would)(?P<adverbs>(?: (?:also|then|ideally|preferably|typically|initially|ultimately|primarily|mainly|usually|regularly|already|be (?:expected|required|asked) to))*) (?P<verb>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "The depot looks for a driver who will haul gravel", "We're hiring a clerk to file": the verb tells whether that is a duty.
_HIRES = re.compile(
    r"[^.;:!?]{1,60}?\b(?:(?:is|are|'re|am|'m|currently|now) (?:currently |now |also )?(?:looking for|seeking|hiring|recruiting|searching for|after)|looks? for|needs?|wants?|seeks?) "
    r"(?:an?|another|one|two|three|someone|somebody|people|our next|a pair of hands) ?(?:[\w'/&()-]+,? ){0,9}?(?:to|who will|that will) (?P<duty>(?P<verb>[a-z]+) .*)",
    re.IGNORECASE | re.DOTALL,
)
# The same in French and Spanish, where the verb is an infinitive.
_HIRES_ABROAD = re.compile(
    r"(?:(?:nous |on )?(?:re)?cherch(?:e|ons) [^.;:!?]{2,70}? pour (?=\w+(?:er|ir|re) )|(?:buscamos|se busca|necesitamos) [^.;:!?]{2,70}? para (?=\w+(?:ar|er|ir)(?:l[oa]s?|se)? ))(?P<duty>.*)",
    re.IGNORECASE | re.DOTALL,
)
_THE_ONE = re.compile(r"be (?:the|our) (?:one|person) (?:who is |that is )?")
_LOOKED_AT = 4  # words behind "be a": "be a calm and careful ..."
# Openings of duties that are not a bare verb, and the second person of other languages.
_DUTY_START = re.compile(
    r"^(?:(?:be(?:ing)? )?(?:responsible for|in charge of|accountable for)\b|(?:take|assume|accept|hold|have) (?:\w+ ){0,2}(?:responsibility|ownership|charge)\b|be (?:an?|the|our|part)\b"
    r"|you(?:'re| are) (?:responsible|in charge|accountable|the (?:first|main|go-to))\b|(?:your (?:main |first |key )?(?:job|role|task|mission|work|focus) (?:is|will be)|the (?:job|role|work) (?:involves|is to|includes|(?:is|will be) (?:an? (?:mix|blend|bit) of|mostly|mainly|largely) (?=\w+ing))|(?:your |main |key |the )*(?:duties|tasks|responsibilities) (?:will )?(?:include|are|involve))\b"
    r"|in dieser rolle|du (?!hast|bist|bringst|passt|kannst|bekommst|erhältst|verfügst|möchtest|willst|suchst|interessierst|liebst|magst|arbeitest gern)\w+st\b|sie (?!haben|sind|bringen|verfügen|möchten|suchen|können|erhalten|bekommen|erwarten|finden|wollen|wünschen|freuen|senden|bewerben|interessieren|passen)\w+en\b|(?:du bist|sie sind) (?:verantwortlich|zuständig|ansprechpartner)|zu (?:deinen|ihren) (?:\w+ )?aufgaben"
    r"|vous (?!avez|êtes|maîtrisez|justifiez|disposez|possédez|souhaitez|aimez|recherchez|cherchez|savez|connaissez|pouvez|bénéfici\w+|travaillez)\w+ez\b|vous (?:êtes|serez) (?:responsable|en charge|garante?|chargée?)|vous serez (?:amené|en charge)|tu (?:seras|es) (?:responsable|en charge|chargé)|vos (?:missions|tâches) (?:sont|seront)"
    r"|je (?!hebt|bent|beschikt|zoekt|krijgt|ontvangt|wilt|houdt van|kunt|werkt (?:graag|in|op|van))\w+t\b|je bent (?:verantwoordelijk|het aanspreekpunt|de schakel|het gezicht)|(?:te )?encargarás|serás responsable)",
    re.IGNORECASE,
)
# "You check in guests", "While she is away you polish levels": the reader acts, in the present.
_ADDRESSED = re.compile(
    r"(?:(?:as|in|while|from|during|on|when|every|each)\b[^.;:]{2,60}?,? )?you (?:also |then |mainly )?(?=[a-z])"
)
_STATES = frozenset(
    {
        "understand",
        "know",
        "enjoy",
        "receive",
        "earn",
        "gain",
        "remain",
        "stay",
        "value",
        "thrive",
        "learn",
        "think",
        "join",
        "bring",
        "find",
    }
)
_WORD = re.compile(r"[a-z][a-z.'-]*[a-z]|[a-z]")
_FIRST = re.compile(r"[^\W\d_]+-?")
_PARTS = re.compile(r",\s|\sund\s")
_INFINITIVE_DE = re.compile(r"[a-zäöüß]{3,}(?:en|ern|eln)")
# Where the first noun phrase of a line ends.
_CLAUSE = re.compile(
    r"[,.;:(](?:\s|$)|\s(?:with|in|to|of|for|that|who|which|and the|as|on|at|from|working|across|including|is|are|or)\s|\s[(-]"
)
_OPENING = 110
_TO_READER = re.compile(r"\b(?:you|your|please|we|click|visit)\b")
_INSISTENT = frozenset(
    {"essential", "required", "preferred", "desirable", "needed", "necessary", "advantageous", "helpful"}
)
# What a form asks of whoever applies: "Which licence do you hold?".
_QUESTION = re.compile(
    r"(?:do you (?:have|hold|own|require|speak|agree|currently|like|know)|did you|which|how (?:many|much|soon|did)|what (?:is|are) your|are you (?:legally|authori[sz]ed|eligible|able|willing|currently|at least|over|a )|have you|will you (?:now|require)|can you|when can you|why do you"
    r"|hast du|haben sie|bist du|avez-vous|êtes-vous|heb je|ben je|tienes|tiene usted)\b(?! what it takes| the skills| what we| any questions| interest|n't).{4,}\?",
    re.IGNORECASE,
)
_ASKS, _ASKED, _OFFERS = Cues(_ASK_START), Cues(_ASK_INSIDE), Cues(_OFFER)
_SEEKS = Cues(_HIRES, _HIRES_ABROAD)


@cache
def _sieve() -> Sieve:
    return Sieve((_ASKS, _ASKED, _OFFERS, _SEEKS))


def is_question(text: str) -> bool:
    """Whether the line is a question of a form.

    >>> is_question("Do you hold a forklift licence?"), is_question("Do you have what it takes?")
    (True, False)
    """
    return text.endswith("?") and _QUESTION.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def line_kind(text: str) -> LineKind | None:
    """What the line is by its own words, or None when they do not tell.

    >>> line_kind("Lead a team of five"), line_kind("5+ years of nursing experience")
    (<LineKind.DUTY: 'duty'>, <LineKind.MUST: 'must'>)
    >>> line_kind("Dutch is a plus"), line_kind("27 days annual leave"), line_kind("Blue sky")
    (<LineKind.NICE: 'nice'>, <LineKind.OFFER: 'offer'>, None)
    >>> line_kind("Market research experience"), line_kind("Market our products abroad")
    (<LineKind.MUST: 'must'>, <LineKind.DUTY: 'duty'>)
    """
    if is_question(text):
        return None
    sieve = _sieve()
    shown = sieve.shown(text)
    if duty_of_hire(text) is not None:
        return LineKind.DUTY
    will = _WILL.match(text) if "ll " in text or "would " in text or "'d " in text else None
    if will:
        kind = _behind_will(will["adverbs"].lower(), will["verb"].lower())
        if kind is LineKind.MUST and is_preference(text):
            return LineKind.NICE
        return LineKind.OFFER if kind is None and sieve.lets(shown, _OFFERS) and _OFFER.search(text) else kind
    if sieve.lets(shown, _ASKS) and _ASK_START.match(text):
        return LineKind.NICE if is_preference(text) else LineKind.MUST
    if sieve.lets(shown, _OFFERS) and _OFFER.search(text):
        return LineKind.OFFER
    opening = _opening(text)
    if opening is not LineKind.DUTY and is_preference(text):
        return LineKind.NICE
    if opening is not None:
        return opening
    return LineKind.MUST if sieve.lets(shown, _ASKED) and _ASK_INSIDE.search(text) else None


@lru_cache(maxsize=4096)
def duty_of_hire(text: str) -> int | None:
    """Where the duty begins in a sentence that seeks somebody to do it; None when it seeks them for nothing of the kind.

    >>> text = "Our client needs a carer to cook her lunch"
    >>> text[duty_of_hire(text) :], duty_of_hire("We need a nurse to join our team")
    ('cook her lunch', None)
    """
    if not _sieve().lets(_sieve().shown(text), _SEEKS):
        return None
    abroad = _HIRES_ABROAD.match(text)
    if abroad:
        return abroad.start("duty")
    hires = _HIRES.match(text)
    if hires is None or hires["verb"].lower() not in _terms("verbs") - _STATES - _terms("purposes"):
        return None
    return None if hires["duty"].lower().startswith(_beginnings("for_us")) else hires.start("duty")


def _behind_will(adverbs: str, verb: str) -> LineKind | None:
    """What "will" has the reader do or be; None where something happens to the reader: "You will join a team"."""
    if verb.startswith(_beginnings("does")):
        return LineKind.DUTY
    if verb.startswith(_beginnings("given")):
        return None
    if "already" in adverbs or verb.startswith(_beginnings("has")) or _is_quality(verb):
        return LineKind.MUST
    if verb.startswith("be ") and not verb.startswith(_beginnings("under_way")) and _is_doing(verb):
        return LineKind.DUTY
    obliged = "required" in adverbs or "asked" in adverbs
    if verb.startswith(_beginnings("befalls")) or (obliged and verb.startswith(_beginnings("obliged"))):
        return None
    return LineKind.DUTY


def _is_doing(verb: str) -> bool:
    """Whether the words are "be" and what a person does: "be mending fences"."""
    words = _WORD.findall(_THE_ONE.sub("be ", verb))[1:2]
    return bool(words) and words[0].endswith("ing") and is_duty_verb(words[0])


def _is_quality(verb: str) -> bool:
    """Whether the words are "be" and what a person is: "be a calm listener", "be meticulous"."""
    if not verb.startswith("be "):
        return False
    words = _WORD.findall(verb)[1 : _LOOKED_AT + 1]
    behind = words[1:] if words and words[0] in ("a", "an", "the", "our") else words[:1]
    return any(word in _terms("qualities") for word in behind) and "responsible" not in behind


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(table("addressed")[name])


def _opening(text: str) -> LineKind | None:
    """What the first words tell: a verb opens a duty, an adjective of praise or a noun phrase of skill what is asked for."""
    if _DUTY_START.match(text):
        return LineKind.DUTY
    low = text[:_OPENING].lower()
    addressed = _ADDRESSED.match(low)
    words = _WORD.findall(low, addressed.end() if addressed else 0)
    if addressed:
        return LineKind.DUTY if words and words[0] in _terms("verbs") - _STATES else None
    if words[:1] == ["to"] and _is_bare_task(low, words):
        return LineKind.DUTY
    while len(words) > 1 and words[0].endswith("ly") and words[0] not in _terms("qualities"):
        if words[0] in _terms("no_adverbs"):
            return None
        del words[0]
    if _names_task(text):
        return LineKind.DUTY
    if not words:
        return None
    first = words[0]
    if first in _terms("qualities"):
        return LineKind.MUST
    verb = is_duty_verb(first) and len(words) > 1
    if (not verb or first in _terms("doubtful") or first.endswith("ing")) and _ends_in_skill(low):
        return LineKind.MUST
    return LineKind.DUTY if verb else None


def _is_bare_task(low: str, words: list[str]) -> bool:
    """Whether a line is an entry "To handle payroll", not what to do "to apply" or "to qualify, you ..."."""
    verb = next((word for word in words[1:] if word == "be" or word in _terms("verbs") or not word.endswith("ly")), "")
    return (verb == "be" or verb in _terms("verbs")) and verb not in _terms("purposes") and not _TO_READER.search(low)


def _names_task(text: str) -> bool:
    """Whether the line opens with a task in a language without bare verbs, or lists several: "Kisten stapeln, Regale füllen"."""
    first = _FIRST.match(text)
    if first and first.group().lower() in _terms("tasks") and " " in text:
        return True
    parts = [part.split() for part in _PARTS.split(text.rstrip(". "))]
    if len(parts) < 2 or not all(2 <= len(part) <= 7 for part in parts):
        return False
    return all(_INFINITIVE_DE.fullmatch(part[-1]) and part[0][:1].isupper() for part in parts)


def _ends_in_skill(low: str) -> bool:
    """Whether the first noun phrase ends in something that is asked for: "Vendor management experience, ..."."""
    border = _CLAUSE.search(low)
    words = _WORD.findall(low[: border.start()] if border else low)
    while len(words) > 1 and words[-1] in _INSISTENT:
        del words[-1]
    return bool(words) and words[-1] in _terms("nouns")


def is_duty_verb(word: str) -> bool:
    """Whether the word is a form of a verb that opens duties: "manage", "manages", "managing"."""
    verbs = _terms("verbs")
    if word in verbs:
        return True
    if word.endswith("ing") and len(word) > 5:
        return word not in _terms("nouns")
    return (word.endswith("s") and word[:-1] in verbs) or (word.endswith("es") and word[:-2] in verbs)


@cache
def _terms(name: str) -> frozenset[str]:
    return frozenset(table("lines")[name])


def asks(text: str) -> bool:
    """Whether the line asks something of the candidate, by its own words."""
    sieve = _sieve()
    shown = sieve.shown(text)
    return bool(
        (sieve.lets(shown, _ASKS) and _ASK_START.match(text))
        or (sieve.lets(shown, _ASKED) and _ASK_INSIDE.search(text))
    )
