"""When does the work begin, by the words of a sentence in any order? For sentences that no turn of phrase takes.

A date, a month or words such as "as soon as you can" beside a word of beginning, and somebody or a job that begins. What
else begins on a day (interviews, courses, shifts, pay, the firm itself) is no start.
"""

import re

from bot.parsing.time.dates import DATE, MONTH
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_YEAR = r"(?:19|20)\d\d"
_WHEN = re.compile(
    rf"(?P<said>\b(?:{DATE}|(?:early |mid[- ]?|late |the (?:beginning|start|middle|end) of |anfang |mitte |ende |début |fin |begin |eind )?(?:{MONTH})\b\.?(?:,? (?:of )?{_YEAR})?|(?:this|next) (?:spring|summer|autumn|winter)|(?:spring|summer|autumn|fall|winter) {_YEAR}|(?:term|semester|quarter|q) ?[1-4],? {_YEAR}"
    r"|(?:after|before|at|around) (?:easter|christmas|the (?:summer|holidays|new year))|next (?:week|month|monday|term|year)|(?:as soon as|so bald wie|sobald|zo snel als|dès que|tan pronto como) (?:you(?:'re| are)? (?:can|able|free|ready)|possible|möglich|mogelijk|vous le pouvez|sea posible)"
    r"|as soon as you can|right away|straight away|immediate(?:ly)?|asap|tomorrow|ab sofort|sofort|umgehend|immédiatement|de suite|tout de suite|dès que possible|meteen|direct|per direct|zo snel mogelijk|inmediat\w+|ya mismo|cuanto antes))(?!\w)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc(?:e|es|ing)|join(?:s|ing)?|tak(?:e|es|ing) up|in post|available (?:from|for)|to be filled|beginnen|beginnt|anfangen|startest|einsteigen|eintreten|besetzen|commenc\w+|début\w*|démarr\w+|pourvoir|rejoindre|begin(?:nen|t)|empez\w+|comenz\w+|incorpor\w+)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:you|your|the start|role|post|position|job|vacancy|work|contract|appointment|placement|internship|candidate|person|applicant|someone|somebody|starter|colleague|engagement|employment|duties|join our|join the|operators|drivers|nurses|teachers|du|sie|stelle|kandidat\w*|vous|poste|candidat\w*|je|functie|kandida\w+|puesto|trabajo)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|\b(?:interviews?|courses?|classes|training|lectures|lessons|appl(?:y|ications?|ying|icants)|reviews?|screening|shifts?|day (?:starts?|begins?)|days? start|salary|pay|rates?|wages?|holiday|leave|pension|bonus|insurance|coverage|benefits?|enrol\w*|registration|construction|company|firm|business|our (?:story|journey|school|shop|team)|we (?:started|began|opened)|founded|since|project started|assessments?|open(?:s|ing)? (?:day|evening)|meetings?|season ticket|weekly|hours?|morning|[ap]m|deadline|closing|close|until filled|posted|published|graduat\w*|degree|years?|experience|funding|trial|notify|notice|offer|update|report\w*|visa|contact|call|write|e-?mail|send|reply|bewerb\w*|melde\w*|postul\w+|solliciteer\w*|level|zero|scratch|career|journey|conversation|friday drinks|getting started|get started|applied|fair|menu|building|kick-?start\w*|start-?ups?|until)\b",
    re.IGNORECASE,
)
CUES = Cues(
    Pattern(
        r"\bstart|\bbegin|commenc|\bjoin|tak(?:e|es|ing) up|in post|available|filled|anfang|einsteig|eintret|besetzen|début|démarr|pourvoir|rejoindre|empez|comenz|incorpor",
        re.IGNORECASE,
    )
)


def said(sentence: str) -> Span | None:
    """The words for the day or time at which the work begins; None where a sentence tells none.

    >>> text = "The successful person takes up the post in early May."
    >>> said(text).of(text)
    'early May'
    >>> said("Interviews begin on 3 June 2027") is None
    True
    """
    if _OTHER.search(sentence) or not _ONE.search(sentence) or not _BEGINS.search(sentence):
        return None
    when = _WHEN.search(sentence)
    return Span(when.start("said"), when.start("said") + len(when["said"].rstrip("."))) if when else None
