"""Which sentence speaks of a field or a kind of benefit that was read nowhere? A last look before silence.

The patterns are narrow: they hold only what leaves no doubt, because a claim that the page does not make is worse than
silence. They are matched against folded sentences.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.answers.one.page import Sentence, aside, read_page
from bot.answers.one.wants import holds
from bot.answers.question import Want
from bot.model.stored import StoredPosting
from bot.text.span import Span
from bot.text.tokens import fold

_NUMBER = r"(?:\d[\d.,]*|\b(?:an?|one|two|three|four|five|six|ein|zwei|drei|un|deux|trois|een|twee|drie|uno|dos|tres))"
_MONTH = (
    r"(?:jan(?:uary|uari|uar|vier)?|feb(?:ruary|ruari|ruar|rero)?|fev(?:rier)?|mar(?:ch|s|zo)?|maerz|marz|mrt|maart|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mei|mayo"
    r"|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust(?:us)?)?|aout|ago(?:sto)?|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?"
    r"|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|dic(?:iembre)?|ene(?:ro)?)\b"
)
_IN = r"\b(?:by|until|before|in|mid|end of|early|late|bis|ende|fin|avant|tot|voor|eind|hasta|antes de|from|ab|a partir de|vanaf)"
_FIELDS = {
    "deadline": rf"\b(?:appl\w*|candidat\w*|bewerb\w*|einsendeschluss|sollicit\w*|reageer\w*|reager\w*|solicitud\w*|inscripcion\w*|plazo|postul\w*|vacancy|write|send|submit|envia\w*|deadline|closing|closes?|reviewed|advertis\w+|date limite|cloture|sluit\w*|frist)\b.*(?:\b(?:\d+(?:st|nd|rd|th|\.)? ?(?:de |of )?{_MONTH}|{_MONTH}\.? ?\d|{_IN} (?:de )?{_MONTH}|\d\d?[./-]\d\d?[./-]|20\d\d-\d\d|rolling))|\bno (?:closing date|deadline|fixed deadline)\b|\bkein\w* (?:bewerbungs\w*|frist)|\b(?:open )?until (?:filled|we find|we have found|the (?:post|position|role|vacancy) is filled)\b|\b(?:selection|recruitment|recruiting|interviews?) (?:is|are) ongoing\b|\blaufende? (?:auswahl|sichtung)|\bau fil de eau\b",
    "starts": rf"\b(?:start\w*|begin\w*|commence\w*|debut|eintritt\w*|incorporacion)\b(?!-up)[^.]{{0,40}}\b(?:{_MONTH}|20\d\d|immediate\w*|as soon as|asap|sofort|inmediata)|\bimmediate (?:start|hire)|\bas soon as possible\b|\bab sofort\b|\bdes que possible\b",
    "duration": rf"\bfrom\b[^.]{{0,30}}{_MONTH}[^.]{{0,20}}\b(?:to|until|through)\b[^.]{{0,12}}{_MONTH}|\b(?:contract|fixed|temporary|placement|internship|assignment|maternity|secondment|period of|appointment|stage|befristet|cdd)\b.*{_NUMBER}[- ]?(?:months?|years?|weeks?|monate?|jahre?|mois|ans?)\b|{_NUMBER}[- ](?:month|year|week)[- ](?:contract|fixed|placement|internship|assignment)|^{_NUMBER} (?:months|weeks|mois|monate)\b(?=$|,| ?[-(])",
    "hours": r"\b\d[\d.,]*(?: ?(?:-|to|bis|tot|a) ?\d[\d.,]*)? ?(?:hours|hrs|stunden|heures|uur|horas)\b(?! ago).*|\baverage week is \d+",
    "experience": rf"{_NUMBER} ?\+? ?(?:or more )?(?:years?'?|yrs?|months?|jahre?|ans?|anos?|jaar)\b(?! (?:old|ago|contract))[^.]{{0,40}}(?:experien|erfahrung|ervaring|\bpqe|\bin |\bas |\bon )",
    "company_size": r"\b(?:we are|we're|we have|we employ|employs?|somos|wir sind|nous sommes|wij zijn)\b[^.]{0,40}\b(?:people|employees|staff|colleagues|mitarbeit\w*|personnes|personas|mensen|medewerkers)\b|\bof us\b|\d[\d.,+]* ?(?:employees|mitarbeit\w*|medewerkers|salarie\w*|empleados)\b|\bwerken \d+ mensen\b",
    "shift": r"\bone (?:weekend|saturday|sunday) in\b|\b(?:zaterdag|zondag|samstag|sonntag|samedi|dimanche|sabado|domingo)s?\b|\bshifts?\b|\brota\b|\broster\b|\bnobody works\b|\bkeine? (?:schicht\w*|nacht\w*|wochenend\w*)|\bno (?:shifts|shift work|(?:\w+ )?weekends?)\b|\bwork\w*(?: some| every| on| at)* (?:nights|weekends|saturdays|sundays|evenings)\b|\b(?:some|including|includes?|and|no) (?:nights|weekends|evenings)\b|\bnights included\b|\bweek-?ends? (?:included|compris|off|work)|\bfines de semana\b|\bevery (?:(?:other|second|third) )?(?:weekend|saturday|sunday)\b|\bwochenend\w*|\bweekenddienst\w*|\bearly mornings\b|\bhome every\b",
    "travel": r"\bovernight stays?\b|\bnights? away\b|\b(?<!incentive )(?:travel(?:ling|ing)?|trips?)\b(?! (?:allowance|card|costs|expenses|insurance|industry|agency|planner))|\bout of town\b|\bon the road\b|\baway from home\b|\bdienstreis\w*|\breisebereit\w*|\bdeplacements?\b|\bviajar\b|\bviajes\b",
    "sponsorship": r"\bopt\b(?! (?:out|in)\b)|\bcpt\b|\b(?:visas?|sponsor\w*|(?:work|employment) permits?|permits|citizens?\w*|right to work|authori[sz]ed to work|permission to work)\b",
    "apply": r"[\w.+-]+@[\w-]+\.\w|https?://|\b(?:drop in|come by|pop in|visit us|apply (?:at|on|via|through|online|with))\b|\b(?:call|ring|telephone|phone|whatsapp|bel)\b.{0,40}\d{3}|\btext (?:us|me|jobs|\w+ \d)",
    "about": r"^(?:we|wir|nous|wij) (?:are an?|make|build|develop|design|sell|help|supply|run|provide|produce|create|bauen|entwickeln|verkaufen|produzieren|liefern|sind|sommes|fabriquons|maken|bouwen)\b|\b(?:manufacturers?|makers? of|producer|retailer|supplier|provider|agency (?:for|speciali)\w*|hersteller|anbieter|fabricants?|fabrikant|fabricante)\b",
    "vacancy": r"\b(?:retir\w+|maternity|paternity|parental leave|leaves us|is leaving|has left|moves? on|replac\w+|succe(?:ss|ed)\w*|taking over from|(?:newly )?created|new(?:ly)? (?:post|position|role)|growing|growth|expan\w+|secondment|elternzeit|nachfolge|mutterschutz|conge (?:maternite|parental)|remplace\w*|vervang\w*|sustitu\w*|jubila\w*)\b",
    "contact": r"\b(?:ask for|contact|speak (?:to|with)|call|ring|phone|text|questions? (?:to|about|for)|enquiries|queries|ansprechpartner\w*|ansprechperson\w*|kontakt|fragen|contactpersoon|contacto|contactez|aupres de)\b",
    "work_mode": r"\b(?:remote(?:ly)?(?! (?:area|site|location|part|region|communit|village|allowance))|work(?:ing)? from home|from home|home ?office|telework\w*|telecommut\w*|teletravail\w*|thuiswerk\w*|teletrabajo|on-?\s?site(?=\s*(?:$|[,.;:()/|-]|work\w*|position|role|only|based|job|at |in |days?\b|or\b|every))|campus[- ]based|office[- ]based|site[- ]based|mobiles? arbeit\w*|presencial|presentiel|hybrid\w*)\b|\bin the (?:workshop|office|lab|laboratory|shop|kitchen|warehouse|clinic|school) (?:every|each|five) days?\b",
    "salary": r"\b(?:salary|pay|wage|salario|sueldo|salaire|remuneration|gehalt|vergutung|lohn|salaris|retribucion)\b:?[^.]{0,20}\b(?:negotiable|individual|segun convenio|a convenir|selon (?:profil|grille|convention)|nach (?:vereinbarung|tarif)|cao|xx,?x+)\b|\bunpaid\b(?! (?:time|leave|days?|holidays?|breaks?|lunch|overtime|invoices?|bills?|debts?|sabbatical))|\bno (?:salary|pay|wage|base)\b|\bvoluntary (?:role|position|post)\b|\bunbezahlt\w*|\bnon remunere\w*|\bbenevol\w*|\bonbetaald\w*|\bvrijwillig\w*|\bsin (?:sueldo|remuneracion)\b|\bexpenses (?:only|are paid)\b|\bcommission[- ]only\b",
    "team": r"\b(?:join|part of) (?:the|our|a)\b.{0,40}\b(?:team|department|division|unit)\b",
    "office_days": r"\b(?:office|home ?office|homeoffice|remote\w*|from home)\b[^.]*\b(?:days?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b|\b(?:days?|tage|dias|dagen|jours)\b[^.]*\b(?:the office|home|remotely|teletravail|thuis\w*)\b",
    "other_pay": r"\b(?:bonus(?:es)?(?! points)|stock options|commission|overtime|ote|uncapped|propinas|zuschlag\w*|sign-on|(?:employee )?shares? (?:schemes?|plans?|purchase|save))\b",
    "education": r"\b(?:degree|diploma|bachelor\w*|master's|phd|gcses?|hbo|mbo|studium|titulacion|licenciatura)\b|\b2:1\b",
    "languages": r"\b(?:foreign|second|other|additional|further|more than one|multiple|several|any other) languages?\b|\blanguages? (?:skills?|knowledge|is |are |an? )|\b(?:bilingual|multilingual|trilingual)\b|\bmother tongue\b|\bnative speaker\b",
    "employment_type": r"\b(?:contractor|freelance|permanent(?! resid)|temporary|casual|full[- ]time|part[- ]time)\b",
    "closed": r"\bno longer (?:accept\w*|tak\w*)|\bapplications (?:are |have )?(?:now )?closed|\bposition (?:has been |is )?filled|\bnot taking any more applications",
}  # fmt: skip
_BENEFITS = {
    "annual_leave": r"\b\d+ ?(?:\w+ ){0,2}(?:days?|tage|jours|dagen|dias|weeks|hours)\b[^.]{0,25}\b(?:holidays?|leave|vacation|pto|urlaub|conges|vakantie|vacaciones|time off)\b|\bunlimited (?:pto|vacation)|\b(?:\d+ vakantiedagen|\d+ urlaubstage)\b",
    "health": r"\b(?:health|medical)\b[^.]{0,30}\b(?:insurance|cover(?:age)?|plan)\b|\bkrankenversicherung|\bmutuelle|\bzorgverzekering|\bseguro medico|\bmedical, dental",
    "pension": r"\bpensions?\b|\b401 ?\(?k\)?|\bsuperannuation|\bretirement plan|\baltersvorsorge|\bpensioen|\bretraite|\+ super\b|\bplus super\b",
    "dental": r"\bdental\b(?! (?:practice|nurse|clinic|assistant))",
    "vision": r"\bvision (?:insurance|cover|plan|care)|\band vision\b",
    "meals": r"\b(?:free|subsidi[sz]ed|staff) (?:lunch\w*|meals?|food|breakfast)|\bcanteen|\bmeals?\b[^.]{0,40}\b(?:included|provided)|\bcomida incluida|\brepas sur place|\bmittagessen|\bkantine|\btickets? restaurant",
    "learning": r"\b(?:training|learning|development|education) (?:budget|allowance|fund)|\bbudget for (?:training|courses|learning)|\bfor courses\b|\bweiterbildungsbudget|\bpara formacion",
    "relocation": r"\brelocat\w*|\bmoving (?:costs|expenses)|\bwhen you move\b|\bhelp (?:you )?(?:to )?move\b|\bumzug\w*",
    "equity": r"(?<!private )\bequity\b(?! (?:firm|fund|partner))|\bstock options?\b|\bshare options?\b|\brsus?\b|\b(?:employee|stock|share) (?:share|ownership|purchase|save)\b|%[^.]{0,12}\bin options\b",
    "childcare": r"\b(?:on-site |workplace )?nursery\b|\bcreche\b|\bchildcare (?:voucher|support|cost|on)\w*|\bkita\b|\bbetriebskindergarten\b",
    "sick_pay": r"\bsick (?:pay|leave|days)\b|\bkrankengeld",
    "parental_leave": r"\b(?:parental|maternity|paternity) (?:leave|pay)\b|\belternzeit|\bconge (?:parental|maternite)",
    "transport": r"\bseason ticket|\bjobticket|\btravel card|\bov-kaart|\btitre de transport|\bdeutschlandticket|\bcommut\w+ (?:costs|allowance|benefit)|\bper kilomet",
    "flexible_hours": r"\bflexible (?:hours|working)|\bflexi?time|\bflextime|\bgleitzeit|\bhorario flexible|\bhoraires flexibles",
    "life_insurance": r"\blife (?:insurance|assurance|cover)\b|\bdeath in service",
    "bonus": r"\bbonus(?:es)?\b(?! points)",
    "discounts": r"\bdiscounts?\b|\brabatt\w*|\bkorting\b",
    "visa": r"\bvisa (?:support|sponsorship)\b",
    "retirement": r"\b401 ?\(?k\)?|\b403 ?\(?b\)?|\bretirement\b|\bpension\b",
}  # fmt: skip
# Lines that speak of time for another reason, of the way here, or of the page itself.
_ASIDE = {
    "hours": r"\bago\b|\bsemester\b|\bposted\b|\btussen\b|\bzwischen\b|\breply\b|\bwithin \d|\ban hour\b|\bper hour\b",
    "starts": r"\b\d{1,2}(?:[:.]\d\d| ?[ap]m)\b|\bplantilla\b",
    "duration": r"\btrial\b|\bprobation|\bleave\b|\bexperience\b|\binsurance\b",
    "experience": r"[€£$]|\bwe (?:have|are|bring)\b|\bour\b|\bfort de\b|\bknows\b|\b(?:firm|company|empresa|practice|family business)\b|\bsalar|\bpay\b|\bje nach\b|\bestablished\b|\bfounded\b|\bolder\b|\bseit\b|\bdepuis\b",
    "apply": r"\badjustment|\baccommodation|\bdisabilit",
    "deadline": r"\bposted\b|\bpublished\b|\bopens\b|\binterviews? (?:will|are|take|on)\b",
    "sponsorship": r"^sponsored$|\bsponsored (?:ad|job|post|listing)|\bsponsors? of\b",
    "work_mode": r"\bhires remotely in\b|\bremote (?:sensing|control|access|support|monitoring)|\bequipment\b|\ballowance\b",
    "parental_leave": r"\bcover\b|\bvertretung|\bbefrist|\bremplacement\b",
    "travel": r"\breimburs\w*|\binterview travel\b|\brefund\w*",
    "shift": r"\bclosing\b|\bdeadline\b|\bfree every\b|\bbatch\b|\bappl(?:y|ication)",
}
# The sort of answer that a sentence must hold as well.
_SORTS = {"hours": Want.MUCH, "company_size": Want.MUCH, "experience": Want.ANY}
_TRAIL = re.compile(r"\s>\s|\bshare this\b|\bprint\b|\bsimilar jobs\b")
_COMPILED = {name: re.compile(pattern) for name, pattern in (*_FIELDS.items(), *_BENEFITS.items())}
_WEEKLY = re.compile(
    r"\b(?:weeks?|weekly|woche\w*|wochen\w*|semaine|semana|p/?w|average|shifts?|day|days|full|contract)\b|\d\s?h\b"
)


def speaking(stored: StoredPosting, name: str) -> Iterator[Sentence]:
    """The sentences that speak of a field or a kind of benefit, in page order; none for a name without a pattern."""
    pattern = _COMPILED.get(name)
    if pattern is None:
        return
    silent: list[Span] | None = None
    for sentence in read_page(stored).sentences:
        line = _folded(sentence.text)
        if not pattern.search(line) or _TRAIL.search(line) or _strays(name, line):
            continue
        silent = _silent_spans(stored, name) if silent is None else silent
        heard = not any(sentence.evidence.span.overlaps(span) for span in silent)
        if heard and holds(_SORTS.get(name, Want.ANY), sentence.text):
            yield sentence


def _silent_spans(stored: StoredPosting, name: str) -> list[Span]:
    """The ranges that do not speak: advice, other openings, the title, and the employer's words but for its size and team."""
    posting = stored.posting
    about = () if name in ("company_size", "team") else posting.about
    title = posting.title.evidence if posting.title else ()
    return [each.span for each in (*aside(stored), *(found.evidence[0] for found in about), *title)]


@lru_cache(maxsize=1 << 16)
def _folded(text: str) -> str:
    return fold(text)


def _strays(name: str, line: str) -> bool:
    """Whether a sentence holds the words for another reason."""
    aside = _ASIDE.get(name)
    if aside is not None and re.search(aside, line):
        return True
    return name == "hours" and not _WEEKLY.search(line)


def can_be_spoken(name: str) -> bool:
    """Whether there is a pattern for a field or a kind of benefit."""
    return name in _COMPILED
