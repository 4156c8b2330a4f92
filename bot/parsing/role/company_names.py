"""Are these words the name of an employer? What clings to a name is cut off; roles, places, labels and headings are none.

Leaves out where names stand: `bot.parsing.role.company` looks for them.
"""

import re
from functools import cache

from bot.parsing.document import Document
from bot.parsing.labels import is_label
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.names.places import is_place
from bot.parsing.role import company_shapes as shapes
from bot.parsing.role.title import names_role
from bot.parsing.sections import heads
from bot.text.span import Span
from bot.text.tokens import whole_words


@cache
def legal_form() -> re.Pattern[str]:
    """A word that shows by its form that the words before it are a firm's name: "GmbH", "Bakery"."""
    return re.compile(rf"(?<!\w)(?:{one_of(table('companies')['legal_forms'])})(?!\w)\.?")


@cache
def not_names() -> frozenset[str]:
    """Words and the names of departments and industries, in lower case."""
    organisations = table("organisations")
    return frozenset((*table("companies")["not_names"], *organisations["departments"], *organisations["industries"]))


def named_in(doc: Document, span: Span) -> Span | None:
    """The range of the name without what clings to it, or None when it is no name."""
    said = doc.text[span.start : span.stop]
    start = span.start + len(said) - len(said.lstrip(" \"'*#_"))
    part = shapes.PART_OF.match(doc.text, start, span.stop)
    start = part.end() if part else start
    text = doc.text[start : span.stop].rstrip(' "*#_')
    glued = shapes.GLUED.search(text)
    text = text[: glued.start()] if glued and is_place(text[glued.start() :]) else text
    while (end := shapes.ENDS.search(text)) and not re.search(
        r"\b(?:Inc|Ltd|Co|Corp|B\.V|S\.A|N\.V|S\.L|e\. ?[VKG]|S\. ?Coop)\.$", text
    ):
        text = text[: end.start()]
    if (
        not 1 < len(text) <= 70
        or text.lower() in not_names()
        or (is_place(text) and not shapes.BY_BODY.fullmatch(text))
    ):
        return None
    if (
        not any(letter.isalpha() for letter in text)
        or re.match(r"(?:[A-Z]{2}-?)?\d(?!\w{0,3}[A-Z][a-z]{2})", text)
        or text.startswith("www.")
    ):
        return None
    if names_role(text) and not (
        legal_form().fullmatch(text.split()[-1]) or text.endswith("& Partner") or _is_trade(text) or _acts(doc, text)
    ):
        return None
    if shapes.OF_A_LABEL.search(text) or text.lower() in table("places")["codes"]:
        return None
    if (
        is_label(text)
        or shapes.ASKED.match(text)
        or shapes.ANY_THING.match(text)
        or shapes.NUMBERED.fullmatch(text)
        or heads(text)
    ):
        return None
    return Span(start, start + len(text))


def _acts(doc: Document, name: str) -> bool:
    # "Advisor Websites has been ...": a role of several words in capitals does not act by its name alone.
    verbs = r"(?:\s-\s[A-Z]\w+(?: [A-Z]\w+)?)?\s(?:builds|makes|runs|is looking|is hiring|is seeking|has been|was founded|was established|is an? (?:[\w-]+ ){0,5}(?:company|firm|agency|provider|business|organi[sz]ation|charity|non-?profit|retailer|manufacturer|supplier|practice))\b"
    return " " in name and any(
        re.compile(verbs).match(doc.text, place + len(name)) and doc.text[place - 4 : place].lower() != "the "
        for place in whole_words(doc.text, name)
    )


def _is_trade(name: str) -> bool:
    """Whether a proper name stands before the plural of a trade: "Calder Surveyors", not "Experienced Surveyors"."""
    first, _, last = name.rpartition(" ")
    companies = table("companies")
    return last in companies["trades"] and first.split(" ")[0].lower() not in ("", *companies["praise"])
