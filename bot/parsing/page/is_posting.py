"""Is this text a job posting? If not, why not, in one line that says what to do.

A posting names a role and states something about it. Articles, CVs, news, cookie pages and company pages may name
roles too; they speak in another voice.
"""

import re

from bot.model.posting import Posting
from bot.parsing.document import Document, SectionKind
from bot.parsing.role.title import names_role
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_HEADINGS = frozenset({SectionKind.DUTIES, SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.BENEFITS})
_CALLS = Pattern(
    r"\b(?:we(?:'re| are) (?:\w+ )?(?:hiring|looking for|seeking|recruiting)|is (?:\w+ )?(?:hiring|looking for|seeking|recruiting)|apply (?:now|today|by|here|at|via|online|below)|to apply|job (?:description|type|title|summary|id)|join (?:us|our team)|the (?:ideal|successful) candidate|you will|(?:vacancy|position|opening|job|role)s?\b|wanted|hiring|needed|(?:wir )?suchen|bewirb|bewerben|bewerbung|stelle\b|nous recherchons|recrut\w+|postul\w+|poste\b|cdi\b|cdd\b|vacature|wij zoeken|sollicit\w+|gezocht|buscamos|oferta|puesto|full[- ]time|part[- ]time|salary|gesucht|applicants?|candidates?)\b",
    re.IGNORECASE,
)
_CV = Pattern(
    r"\A\s*(?:curriculum vitae|resume|résumé|cv|lebenslauf)\b|\b(?:references (?:available )?(?:up)?on request|date of birth|marital status|career objective|employment history|work history|professional summary|personal statement|hobbies|expected salary|salary expectations?|available from)\b|\bpositions? in (?:[A-Z]\w+ or )?[A-Z]\w+\.$|\(native\)|\b(?:19|20)\d\d ?(?:-|to|until|bis|à|tot|a) ?(?:(?:19|20)\d\d|today|present|now|heute|heden|aujourd'hui|hoy|nu)\b|\bnotice period\s?:|\blooking for a (?:new |permanent |part-time |full-time )+(?:position|role|job)\b"
    r"|^(?:work experience|professional experience|employment|about me|über mich|sobre mí|à propos de moi|over mij)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_PERSON = Pattern(r"\b(?:I am|I'm|I have|I've|I was|my career|my role|I worked|I led|I managed)\b")
_ARTICLE = Pattern(
    r"\b(?:min(?:ute)?s? read|read(?:ing)? time|written by|published (?:on|by|in)|by (?-i:[A-Z][a-z]+ [A-Z][a-z]+)(?=\s*[|•,\n])|our newsletter|what (?:we|i) (?:changed|learned|learnt|would do differently)|in this (?:article|post|guide|blog)|table of contents|leave a comment|comments \(\d+|by our (?:reporter|correspondent|staff)|local news|share this article|subscribe to|according to|said on|told reporters|in a statement|staff reporter|business desk|newsroom|correspondent|told journalists|told the \w+|the company said|announced (?:on|that)|unions? \w+ed|welcomed the (?:plan|decision|move|news)|read more:|said [a-z ]{3,30} [A-Z]\w+ [A-Z]\w+|survey|a new report|press release|shares (?:fell|rose)|how much do(?:es)?|read next|tips for|average salar(?:y|ies)|the median|respondents|our readers|frequently asked|faq)\b",
    re.IGNORECASE,
)
_COOKIES = Pattern(
    r"\b(?:we use cookies|cookie (?:policy|settings|preferences)|accept all|privacy policy|manage (?:consent|preferences)|terms (?:of use|and conditions))\b",
    re.IGNORECASE,
)
_RESULTS = Pattern(
    r"\b(?:sort(?:ed)? by|\d[\d,.]* (?:jobs|results|vacancies|stellen|offres|vacatures|ofertas)(?: found)?$|easily apply|hiring multiple candidates|(?:new )?jobs for this search|people also searched|filter (?:by|results)|showing \d+|1 2 3 4)\b",
    re.IGNORECASE,
)
_NO_OPENINGS = Pattern(
    r"\b(?:there are (?:currently )?no (?:open(?:ings| positions| roles)|vacancies|jobs)|no (?:current|open) (?:openings|vacancies|positions|roles)|we(?:'re| are) not (?:currently )?hiring|currently not hiring)\b",
    re.IGNORECASE,
)
_GONE = Pattern(
    r"\b(?:(?:job|position|role|page|posting|vacancy|advert) (?:that )?you(?:'re| are| were) (?:looking for|trying to (?:view|open|reach))[^.\n]{0,30}(?:no longer|not|n't|closed|removed|expired)|page not found|error 404|404 error)\b",
    re.IGNORECASE,
)
_ANSWER = Pattern(
    r"\b(?:(?:delighted|pleased|happy|glad|like) to invite you (?:to|for) (?:an? )?(?:\w+ )?interview|your interview (?:on|with|at|is)|no longer wish to be considered"
    r"|laden (?:wir )?(?:sie|dich) (?:herzlich )?zum (?:vorstellungs)?gespräch|ihre bewerbung (?:als|um|vom)|votre candidature (?:au|pour le) poste|vous convier à un entretien"
    r"|nodigen (?:wij )?(?:u|je) (?:graag )?uit voor een gesprek|su candidatura (?:al|para el) puesto|invitarle a una entrevista"
    r"|thank you for (?:applying|your application|your interest)|your application (?:for|to)|you gave to your application|go ahead with (?:other )?candidates|not be taking (?:yours|your application)|keep your (?:cv|details|application) (?:for|on file)|apply for other roles|you were not (?:shortlisted|selected|successful)|filled by another|do not reply to this (?:message|e-?mail)|decided not to (?:take|proceed|move)|we regret|unsuccessful|on this occasion|we wish you|keep your details|received your application|applying for the position|what happens next|status of your application|hear from us either way|mailbox is not monitored|eingang ihrer bewerbung|votre candidature (?:a|nous)|uw sollicitatie|je sollicitatie|tu candidatura|(?:delighted|pleased|happy) to offer you|sign and return|enclosed contract|leider müssen wir|absage|nous regrettons|helaas)\b",
    re.IGNORECASE,
)
_SEEKER = Pattern(
    r"\b(?:looking for (?:\w+ ){0,2}work\b|seek(?:s|ing) (?:\w+ )?(?:work|employment)|suche arbeit|cherche (?:un )?(?:emploi|travail)|busco (?:trabajo|empleo)|zoek(?:t)? werk|i am available|available for work|own van|references available)\b",
    re.IGNORECASE,
)
_COURSE = Pattern(
    r"\b(?:enrol(?:l)? now|tuition|scholarships?|what you(?:'ll| will) learn|our graduates|curriculum|who it is for|places close|next start|course fee|kursgebühr|kursnummer|abendkurs|lehrgang\w*|dozent(?:en|innen)|volkshochschule|bildungsurlaub|aufstiegs-bafög|ratenzahlung|(?:kurs|teilnahme)?gebühr\s?:|anmeldung (?:bis|unter)|teilnehmerzahl|bootcamp|instal?ments|\d+ hours of (?:lessons|tuition|teaching)|only \d+ (?:places|seats|spots)|of graduates|fee\s?:|formation éligible|frais d'inscription|inscriptions? (?:jusqu|avant|ouverte)|lesgeld|cursus\w*|inschrijven (?:voor|kan)|matrícula|plazas limitadas|become an? [\w ]{3,40} in \d+ weeks)\b|\bprice: [€£$]",
    re.IGNORECASE,
)
_SELF = Pattern(
    r"^(?:\w+ ){0,3}(?:available|seeks (?:work|employment|a position)|sucht (?:arbeit|stelle)|cherche (?:emploi|travail)|zoekt werk|busca trabajo)\b[^\n]{0,60}(?:days?|immediately|references|hourly|hour|tools|sofort)\b",
    re.IGNORECASE,
)
_EVENT = Pattern(
    r"\b(?:(?:careers?|jobs?|recruitment|graduate) (?:fair|event|expo|day)|jobmesse|karrieretag|salon de l'emploi|feria de empleo|banenmarkt|open (?:day|evening)|doors open|come and find out|(?:don't|do not) need to book|no booking|parents are welcome|meet (?:our |the )?tutors|entry requirements|(?:free entry|entry is free|admission)|meet \d+ (?:\w+ )?employers|register (?:now |here )?for (?:the|this|our) (?:event|fair|webinar|talk)|exhibitors?|speakers?|talks?:|stands? \d|webinar|bring (?:copies of )?your cv)\b",
    re.IGNORECASE,
)
_SURVEY = Pattern(
    r"\b(?:average [\w ]{3,40} salary|salary (?:survey|guide|comparison|calculator)|based on [\d,.]+ (?:salaries|responses|profiles)|salaries in|reported anonymously|average base salary|top companies hiring|how much (?:does|do) [\w ]{2,40} (?:make|earn)|what (?:does|do) an? [\w ]{2,40} do|typical salary|browse [\w ]{2,40} jobs|salaries (?:submitted|reported)|compare with|skills that pay|employers near you|frequently listed|see [\d,.]+ [\w ]{2,40} jobs|was verdient|durchschnittsgehalt|salaire moyen|salario medio|gemiddeld salaris)\b",
    re.IGNORECASE,
)
_TENDER = Pattern(
    r"\b(?:request for (?:quotations?|proposals?|tenders?)|invitation to (?:tender|bid|quote)|call for (?:tenders?|bids)|tenders?|estimated value|contract period|the contractor (?:must|shall|provides|will)|bidders?|quotations?|offers until|lots? \d|ausschreibung|auftragnehmer|appel d'offres|soumissionnaire|aanbesteding|inschrijver|licitación|licitador)\b",
    re.IGNORECASE,
)
_FIRM_PAGE = Pattern(
    r"^(?:(?:life|careers) at .{2,40}|our teams?:?.{0,60}|our values|our culture|meet (?:the|our) team|open positions|open roles|current openings|why people stay.*|our story|our products)$|\bsee all \d+ open (?:positions|roles|jobs)\b|\bnot the right (?:job|role)\b|\bsubscribe to job alerts\b|\bour mission is\b|^why \w+\?|^meet \w+,|\b(?:no|not) (?:open )?(?:roles?|positions?) that fit|\bsend us your cv anyway\b",
    re.IGNORECASE,
)
_MOST_WEIGHED = 20_000
_MOST_LINES = 400
_SHORTEST = 20
_CALLING, _CVS, _PERSONAL = Cues(_CALLS), Cues(_CV), Cues(_FIRST_PERSON)
_ARTICLES, _NOTICES, _LISTS, _EMPTY, _LOST = (
    Cues(_ARTICLE),
    Cues(_COOKIES),
    Cues(_RESULTS),
    Cues(_NO_OPENINGS),
    Cues(_GONE),
)
_ANSWERS, _SEEKERS, _COURSES, _EVENTS = Cues(_ANSWER), Cues(_SEEKER), Cues(_COURSE), Cues(_EVENT)
_SELVES, _SURVEYS, _TENDERS, _FIRM_PAGES = Cues(_SELF), Cues(_SURVEY), Cues(_TENDER), Cues(_FIRM_PAGE)
CUES = (
    _ANSWERS,
    _SEEKERS,
    _COURSES,
    _EVENTS,
    _SELVES,
    _SURVEYS,
    _TENDERS,
    _FIRM_PAGES,
    _CALLING,
    _CVS,
    _PERSONAL,
    _ARTICLES,
    _NOTICES,
    _LISTS,
    _EMPTY,
    _LOST,
)
_FIRM = 14
_NOT_OWN = frozenset({SectionKind.RELATED, SectionKind.SITE, SectionKind.ADVICE})
_LONGEST_NAME, _FEWEST_NAMES = 60, 3
_OTHER_KINDS = (
    (_ANSWER, _ANSWERS, 2, "it answers an application; it is not a job posting"),
    (_SELF, _SELVES, 1, "it offers somebody's work, not a job"),
    (_SEEKER, _SEEKERS, 2, "it offers somebody's work, not a job"),
    (_COURSE, _COURSES, 3, "it advertises a course, not a job"),
    (_EVENT, _EVENTS, 3, "it announces an event, not a job"),
    (_SURVEY, _SURVEYS, 3, "it tells what a kind of work pays; it is not one job posting"),
    (_TENDER, _TENDERS, 3, "it asks firms for offers, not people to apply"),
    (_FIRM_PAGE, _FIRM_PAGES, 3, "it tells about a firm and lists its openings; open one of them and send its text"),
)


def why_not(doc: Document, posting: Posting) -> str | None:
    """The reason why the page is no posting, without a full stop; None when it is one."""
    text = doc.text.strip()[:_MOST_WEIGHED]
    if len(text) < _SHORTEST or not any(letter.isalpha() for letter in text):
        return "it is too short to be a job posting; send the whole text"
    strength, doubt = _strength(doc, posting), len({phrase.lower()[:12] for phrase in _said(doc, _ARTICLE, _ARTICLES)})
    cv = _said(doc, _CV, _CVS)
    personal = len(_said(doc, _FIRST_PERSON, _PERSONAL))
    if (cv and len(cv) + personal >= 2 and strength < 7) or (len(cv) > 2 and strength < 16):
        return "it reads like a CV, not a job posting"
    for pattern, cues, least, reason in _OTHER_KINDS:
        if len({phrase.lower() for phrase in _said(doc, pattern, cues)}) >= least and strength < _FIRM:
            return reason
    if len({phrase.lower() for phrase in _said(doc, _RESULTS, _LISTS)}) > 2:
        return "it is a list of search results, not one job posting; open the posting itself and send its text"
    if _lists_openings(doc, posting):
        return "it lists openings without saying more of any; open the posting itself and send its text"
    if _said(doc, _NO_OPENINGS, _EMPTY) and not posting.requirements:
        return "it says that there are no openings"
    if _said(doc, _GONE, _LOST) and not posting.requirements and not posting.responsibilities:
        return "the posting is not on this page any more"
    if _said(doc, _COOKIES, _NOTICES) and posting.title is None:
        return "it is a notice of a web site, not a job posting; open the posting itself and send its text"
    if posting.title is None and strength < (4 if doubt else 3):
        return "no job title and too few facts of a job were found; send the whole text of a posting"
    if doubt >= 2 and strength < 4 + 2 * doubt:
        return "it reads like an article about jobs, not a job posting"
    if strength < 2:
        return "it names no duties, requirements, pay, place or way to apply; send the whole text of a posting"
    return None


def _lists_openings(doc: Document, posting: Posting) -> bool:
    """Whether the page names several roles and tells nothing of any of them."""
    if posting.requirements or posting.responsibilities or posting.salary or posting.experience or posting.deadline:
        return False
    lines = (line.text for section in doc.sections if section.kind not in _NOT_OWN for line in section.lines)
    names = {text for text in lines if len(text) <= _LONGEST_NAME and text[-1:] not in ".!?:," and names_role(text)}
    title = posting.title.value.lower() if posting.title else None
    return len({name for name in names if title is None or title not in name.lower()} | {title}) >= _FEWEST_NAMES


def _strength(doc: Document, posting: Posting) -> int:
    """How much speaks for a posting: a title, headings of its sections, stated facts, words that call for candidates."""
    kinds = {section.kind for section in doc.sections}
    facts: tuple[object, ...] = (
        posting.salary,
        posting.locations,
        posting.work_mode,
        posting.employment_type,
        posting.deadline,
        posting.experience,
    )
    facts += (posting.apply, posting.hours, posting.closed, posting.company)
    stated = sum(1 for fact in facts if fact)
    calls = min(3, len({phrase.lower() for phrase in _said(doc, _CALLS, _CALLING)}))
    asked = (len(posting.requirements) > 1) + (len(posting.responsibilities) > 1) + (len(posting.benefits) > 1)
    return 2 * (posting.title is not None) + 2 * len(kinds & _HEADINGS) + stated + calls + asked - 1


def _said(doc: Document, pattern: Pattern, cues: Cues) -> list[str]:
    """Every match of the pattern in the part of the page that is weighed."""
    lines = doc.telling(doc.all_lines()[:_MOST_LINES], cues)
    return [match.group() for line in lines for match in doc.matches(pattern, line.start, line.stop)]
