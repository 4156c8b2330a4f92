"""How is a question understood? Sloppy chat text to a kind, a topic, a value and the postings it means.

The order of the readers is the order of trust: comparisons and questions over many postings show themselves by their
form; a named field or benefit comes before a thing, and a thing before a search in the page's sentences.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers.phrases import Naming, known_words, namings, respelt
from bot.answers.question import Kind, Question
from bot.model.languages import language_named
from bot.model.posting import PostingId
from bot.text.tokens import fold

_LONGEST = 600
_NUMBER = re.compile(
    r"#\s?(\d{1,9})\b|\b(?:posting|job|no\.?|number|nr\.?|stelle|offre|vacature|oferta)\s#?(\d{1,9})\b", re.IGNORECASE
)
_SHORTHAND = (
    (re.compile(r"\bw/o\b"), "without"),
    (re.compile(r"\bw/(?=\s|\w)"), "with "),
    (re.compile(r"\byrs?\b"), "years"),
    (re.compile(r"\bexp\b"), "experience"),
    (re.compile(r"\b(?:u|ya)\b"), "you"),
    (re.compile(r"\bppl\b"), "people"),
    (re.compile(r"\bhrs?\b"), "hours"),
    (re.compile(r"\b(?:req|reqs)\b"), "requirements"),
    (re.compile(r"\buni\b"), "university"),
    (re.compile(r"\bwfh\b"), "work from home"),
    (re.compile(r"\bwhat'?s\b"), "what is"),
    (re.compile(r"\bwho'?s\b"), "who is"),
    (re.compile(r"\bwhere'?s\b"), "where is"),
    (re.compile(r"\bwhen'?s\b"), "when is"),
    (re.compile(r"\bhow'?s\b"), "how is"),
    (re.compile(r"\b(?:d'you|do ya)\b"), "do you"),
)
_WORD = re.compile(r"[^\W_]+(?:['.&+#/-][^\W_]+)*[+#]*|\$+")
_ASKING_START = re.compile(
    r"^(?:so |and |ok |okay |hi |hey |hello |well |but |also |please |pls |tell me|could you|can you)*\s?(?:what|who|whom|where|when|why|which|how|is|are|do|does|did|can|could|may|will|would|should|has|have|any|tell|give me|explain|summari[sz]e|compare|describe|am i"
    r"|was|wer|wo|wann|warum|wieso|welche\w*|wie|ist|sind|gibt|muss|kann|brauche|hat|bieten|que|qui|quoi|quand|pourquoi|quel\w*|combien|comment|est-ce|ou|y a-t-il|faut-il|wat|wie|waar|wanneer|waarom|welke|hoe|is er|kan|moet|heb|cual\w*|quien|donde|cuando|cuanto\w*|como|hay|puedo|necesito|es)\b"
)
_YES_NO = re.compile(
    r"^(?:so |and |ok |but |also |hi |hey )*(?:is|are|do|does|did|can|could|may|will|would|should|has|have|any|am|must|need|ist|sind|gibt|muss|kann|brauche|hat|bieten|est-ce|y a-t-il|faut-il|kan|moet|heb|hay|puedo|necesito)\b"
)
_MANY = re.compile(
    r"\b(?:which|what|list|show|any|all|how many|find|are there|do any|welche|quelles?|welke|cuales|que)\b[^?]{0,30}?\b(?:jobs|postings|roles|positions|ones|vacancies|openings|companies|employers|adverts|ads|offers|of (?:them|those|these)|stellen|offres|postes|vacatures|ofertas|puestos)\b|\bof (?:them|those|these)\b|\bhow many (?:are|offer|have|require|need|pay|mention|say|ask|want|allow|close|don't|do not)\b|\bwhich (?:one|job|posting|role|position)s?\b|\bwho (?:pays(?! for)|offers|hires|sponsors|wants|asks|allows|closes|needs|requires|mentions|is hiring)\b|\bwhat (?:pays|closes)\b|\bdo any\b|\bdoes any\b|\bany (?:jobs|postings|roles|positions|of)\b|\bwhich (?:pay|offer|have|are|require|need|mention|allow|ask|want|close|don't|do not|sponsor)\b|\bof all\b|\b(?:remote|hybrid|onsite|part[- ]time|full[- ]time) (?:jobs|postings|roles|positions|ones)\b|\bwelche (?:jobs|stellen)\b|\bwie viele\b|\bhow many (?:\w+ )?(?:jobs|postings|roles|positions)\b"
)
_COUNT = re.compile(r"^(?:so |and |ok )*(?:how many|wie viele|combien|hoeveel|cuantos|cuantas|count)\b")
_COMPARE = re.compile(
    r"\b(?:compare|comparison|versus|vs\.?|difference between|differ|side by side|vergleich\w*|comparer?|vergelijk\w*|compara\w*)\b|\bbetter\b.*#\d.*#\d|#\d+\D{1,12}#\d+"
)
_HIGH = re.compile(
    r"\b(?:highest|most|best[- ]paid|best paying|pays? (?:the )?(?:most|best)|top|maximum|biggest|largest|latest|longest|newest|meiste|hochste\w*|le plus|hoogste|meeste|mayor|mas)\b"
)
_LOW = re.compile(
    r"\b(?:lowest|least|worst paid|minimum|smallest|fewest|earliest|soonest|first|next|nearest|shortest|oldest|wenigste\w*|niedrigste\w*|le moins|laagste|minste|menor|menos)\b"
)
_MEDIAN = re.compile(r"\b(?:median|average|typical|mean|usual|durchschnitt\w*|moyen\w*|gemiddeld\w*|promedio|medio)\b")
_RANKING = re.compile(
    r"\b(?:most (?:asked|wanted|common|requested|frequent|popular|in[- ]demand|mentioned|required|needed)|top \d*|commonest|in demand)\b"
)
_WHY = re.compile(
    r"^(?:but |and |so )?(?:why|how do you know|how come|are you sure|really|says who|proof|prove it|where does it say(?: that| so)?|warum|pourquoi|waarom|por que)\b\W*(?:is that|do you (?:say|think) (?:that|so))?\W*$"
)
_NEED = re.compile(
    r"\b(?:need|require[ds]?|must|necessary|required|ask for|asked for|expect|want|without|mandatory|essential|brauche|notig|faut|nodig|necesito)\b"
)
_VALUES = (
    (
        "work_mode",
        "remote",
        r"\b(?:fully remote|remote(?:ly)?|from home|at home|home ?office|telework\w*|teletravail|thuiswerken|teletrabajo|telecommut\w*)\b",
    ),
    ("work_mode", "hybrid", r"\bhybrid\b"),
    ("work_mode", "onsite", r"\b(?:on-?site|on site|in person|in-person)\b"),
    ("employment_type", "full_time", r"\b(?:full[- ]?time|vollzeit|temps plein|voltijd|jornada completa)\b"),
    ("employment_type", "part_time", r"\b(?:part[- ]?time|teilzeit|temps partiel|deeltijd|media jornada)\b"),
    ("employment_type", "permanent", r"\b(?:permanent|unbefristet|cdi|vast contract|indefinido)\b"),
    ("employment_type", "fixed_term", r"\b(?:fixed[- ]term|befristet|cdd)\b"),
    ("employment_type", "contract", r"\b(?:freelance\w*|contractor|contract (?:role|job|position))\b"),
    ("employment_type", "temporary", r"\b(?:temporary|temp)\b"),
    ("employment_type", "internship", r"\b(?:internship|praktikum)\b"),
    ("employment_type", "apprenticeship", r"\b(?:apprenticeship|ausbildung)\b"),
    ("seniority", "senior", r"\bsenior (?:role|position|job|level)\b|\bis (?:it|this) (?:a )?senior\b"),
    ("seniority", "entry", r"\b(?:junior|entry[- ]level|graduate)\b"),
    ("seniority", "lead", r"\blead (?:role|position)\b"),
    ("seniority", "manager", r"\bmanage(?:r|ment) (?:role|position)\b"),
)
_STOP = frozenset(
    "a an and any are as at be been being by can could did do does for from get give has have how i if in into is it its itself just me my need of off on or our out per please posting say says should so some tell that the their them there these they this those to up use used uses using was we what when where which who whom why will with would you your job role position they're it's about anything something thing things work working company mention mentions mentioned required require know does's ask asks asked want wants wanted offer offers offered much many more also only still even like there's here we'll i'll us one ones ok okay hi hey hello pls also then than but not no yes exactly really actually ich sie wir das der die ist ein eine es gibt fur mit und oder le la les un une est des pour avec het een de en is er voor met el los las un una es para con hay"
    .split()
)  # fmt: skip


# Words of questions that a typo rule would take for a field's name.
_NO_TYPOS = frozenset(
    "most must least less best paid pays dog dogs city bring worth course courses ever even else sure true real open read send look"
    " call name names hire hires kind sort same like live love line lines part parts team teams side rest last next past year month"
    " week weeks months years home house cost costs case cases goal goals plan plans test tests time times city cities state states"
    " word words fact facts feel free full high hard help idea long large lowest highest earliest latest most mean means second first"
    " third fourth fifth between compare over under above below than more fewer friday fridays monday mondays tuesday wednesday"
    " thursday saturday sunday daily data code codes using need needs skill office offices people person".split()
)


def is_question(text: str) -> bool:
    """Whether a plain message asks something rather than names words to search for.

    >>> is_question("what are the benefits of #1"), is_question("benfits?"), is_question("salary")
    (True, True, True)
    >>> is_question("rust london")
    False
    """
    line = " ".join(text.split())[:_LONGEST]
    if line.endswith("?") or _ASKING_START.match(fold(line)) or _COMPARE.search(fold(line)):
        return True
    question = read_question(line)
    words = [word for word in _plain_words(_NUMBER.sub(" ", fold(line))) if word not in _STOP]
    named = question.kind in (Kind.FIELD, Kind.BENEFIT, Kind.SUMMARY, Kind.WHY)
    return named and bool(question.topic or question.kind is Kind.WHY) and len(words) <= 2


def read_question(text: str, spells: Callable[[str], bool] = lambda _: False) -> Question:
    """The question as read; `Kind.UNKNOWN` when no word of it says what is asked.

    `spells` tells the words of the postings' names, which are no typos.
    """
    typed = " ".join(text.split())[:_LONGEST]
    line = _spelled_out(fold(typed))
    postings = tuple(PostingId(int(first or second)) for first, second in _NUMBER.findall(line))
    rest = _NUMBER.sub(" ", line)
    words = tuple(
        word if word in _NO_TYPOS or word in _STOP or spells(word) else respelt(word) for word in _plain_words(rest)
    )
    line = " ".join(words)
    question = Question(typed, Kind.UNKNOWN, yes_no=_is_yes_no(typed, line), words=_content(words), postings=postings)
    found = list(namings(words))
    return _of_many(question, line, found) or _of_one(question, line, found)


def _is_yes_no(typed: str, line: str) -> bool:
    """Whether "yes" or "no" would answer: "is it remote", and "remote?" too."""
    return _YES_NO.match(line) is not None or (
        typed.endswith("?") and line.count(" ") < 2 and not _ASKING_START.match(line)
    )


def _spelled_out(line: str) -> str:
    for pattern, meaning in _SHORTHAND:
        line = pattern.sub(meaning, line)
    return line


def _plain_words(line: str) -> list[str]:
    return [match.group().rstrip("'").removesuffix("'s") for match in _WORD.finditer(line)]


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _STOP and (len(word) > 1 or word in {"c", "r"}))


def _of_many(question: Question, line: str, found: list[Naming]) -> Question | None:
    """Questions over several postings, known by their form."""
    if _WHY.match(line):
        return replace(question, kind=Kind.WHY)
    if _COMPARE.search(fold(question.typed)) or (len(question.postings) > 1 and not found):
        return replace(question, kind=Kind.COMPARE, topic=_field(found))
    if _RANKING.search(line) and not _field(found, only={"salary", "deadline"}):
        return replace(question, kind=Kind.RANKING, topic=_field(found) or "skills")
    if _MEDIAN.search(line) and _field(found, only={"salary", "experience"}):
        return replace(question, kind=Kind.MEDIAN, topic=_field(found, only={"salary", "experience"}))
    extreme = _field(found, only={"salary", "deadline", "experience", "posted", "starts", "hours"})
    many = _MANY.search(line) is not None and len(question.postings) < 1
    if not extreme and re.search(r"\bpays?\b|\bpaid\b|\bpaying\b", line):
        extreme = "salary"
    if not extreme and re.search(r"\bclos(?:e|es|ing)\b", line):
        extreme = "deadline"
    if (
        extreme
        and (many or not question.postings)
        and (_HIGH.search(line) or _LOW.search(line))
        and not _about_one(line)
    ):
        low = _LOW.search(line) is not None and not re.search(r"\b(?:highest|most|best|latest|longest|newest)\b", line)
        return replace(question, kind=Kind.EXTREME, topic=extreme, direction="low" if low else "high")
    if many and not _about_one(line):
        return replace(question, kind=Kind.COUNT if _COUNT.match(line) else Kind.WHICH, topic=_field(found))
    return None


def _about_one(line: str) -> bool:
    return re.search(
        r"\b(?:this|the|that|it) (?:job|posting|role|position|one)\b(?! (?:pay|ask|offer)s? the most)|\bis it\b|\bdoes it\b",
        line,
    ) is not None and not re.search(r"\bwhich\b|\bof (?:them|these|those)\b", line)


def _of_one(question: Question, line: str, found: list[Naming]) -> Question:
    """Questions about one posting."""
    summary = next((naming.name for naming in found if naming.table == "summaries"), "")
    if summary:
        other = _field(found, only={"requirements", "benefits"})
        return replace(question, kind=Kind.SUMMARY, topic=other or summary)
    for topic, value, pattern in _VALUES:
        if question.yes_no and re.search(pattern, line) and not _asks_days(line):
            return replace(question, kind=Kind.FIELD, topic=topic, value=value)
    language = next((name for word in question.words if (name := language_named(word))), "")
    if language:
        return replace(question, kind=Kind.FIELD, topic="languages", value=language)
    benefit = next((naming for naming in found if naming.table == "benefits"), None)
    field = _best_field(found, line)
    if (
        benefit is not None
        and (
            not field
            or benefit.stop - benefit.start >= 2
            or field in ("benefits", "education", "requirements", "languages", "other_pay", "hours", "travel")
        )
        and not (field == "other_pay" and benefit.name in ("bonus", "equity") and "benefit" not in line)
        and not (
            field == "education"
            and not re.search(r"budget|cours|training|conference|certif|tuition|study support", line)
        )
    ):
        return replace(question, kind=Kind.BENEFIT, topic=benefit.name)
    if field:
        return replace(question, kind=Kind.FIELD, topic=field)
    if benefit is not None:
        return replace(question, kind=Kind.BENEFIT, topic=benefit.name)
    if question.words:
        thing = question.yes_no or _NEED.search(line) is not None
        return replace(question, kind=Kind.THING if thing else Kind.PASSAGE)
    return question


def _asks_days(line: str) -> bool:
    return re.search(r"\bdays?\b|\bhow often\b|\bfridays?\b|\bmondays?\b|\btimes a week\b", line) is not None


def _field(found: list[Naming], *, only: set[str] | None = None) -> str:
    names = [naming.name for naming in found if naming.table == "fields" and (only is None or naming.name in only)]
    return names[0] if names else ""


# Words that name one field only when nothing more telling stands beside them.
_WEAK = (
    "locations",
    "requirements",
    "starts",
    "title",
    "hours",
    "about",
    "apply",
    "industry",
    "experience",
    "skills",
    "employment_type",
)


def _best_field(found: list[Naming], line: str) -> str:
    """The field that the question is about: the longest phrase, then the more telling name, then the first."""
    fields = [naming for naming in found if naming.table == "fields"]
    if not fields:
        return ""
    best = min(fields, key=lambda naming: (naming.start - naming.stop, naming.name in _WEAK, naming.start))
    if best.name in ("work_mode", "locations") and _asks_days(line):
        return "office_days"
    if best.name == "locations" and line.split()[best.start : best.stop] == ["where"] and _speaks_of_more(line):
        return ""
    return best.name


_PLACE_WORDS = frozenset("job jobs role position based located office work place is it this company".split())


def _speaks_of_more(line: str) -> bool:
    """Whether "where" asks for more than the place of the job: "where can I bring my dog"."""
    return any(word not in _STOP and word not in _PLACE_WORDS and word != "where" for word in line.split())


def vocabulary() -> frozenset[str]:
    """Every word that questions are made of."""
    return known_words() | _STOP
