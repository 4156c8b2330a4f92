"""Which elements of a page are worth reading? Navigation, footers, consent notices and hidden parts are not.

A page that marks its main part is read there alone. Leaves out how what is left reads (`bot.intake.forms.prose`).
"""

import re
from dataclasses import dataclass

from bot.intake.forms.markup import Element, Markup, Words

_DROPPED = frozenset({"nav", "footer", "dialog", "menu"})
_DROPPED_ROLES = frozenset(
    {"navigation", "contentinfo", "search", "dialog", "alertdialog", "banner", "menu", "menubar", "complementary"}
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|breadcrumbs?|navbar|nav|navigation|menu|site-?footer|footer|social|share|sharing"
    r"|skip-?(?:link|to-content|nav)|pagination|toolbar|modal|popup|signin|login)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SMALLEST_MAIN = 200
_HEADINGS = frozenset({"h1", "h2", "h3"})


@dataclass(frozen=True, slots=True)
class Content:
    """The numbers of the parts to read, and the elements among them that are left out whole."""

    within: range
    skipped: frozenset[int]

    def skips(self, number: int) -> bool:
        """Whether an element is left out."""
        return number in self.skipped


def main_content(markup: Markup) -> Content:
    """The part of a page that says what the page is about; the whole page when nothing marks it."""
    skipped = frozenset(
        number
        for number, part in enumerate(markup.parts)
        if isinstance(part, Element) and _is_furniture(markup, number, part)
    )
    return Content(_main(markup), skipped)


def _main(markup: Markup) -> range:
    found = [
        number
        for number, part in enumerate(markup.parts)
        if isinstance(part, Element)
        and (part.name == "main" or (_has_role(part) and markup.attribute(part, "role") == "main"))
    ]
    if not found:
        found = [n for n, part in enumerate(markup.parts) if isinstance(part, Element) and part.name == "article"]
    if len(found) == 1 and _length(markup, markup.inside(found[0])) >= _SMALLEST_MAIN:
        return markup.inside(found[0])
    return range(len(markup.parts))


def _has_role(part: Element) -> bool:
    return part.inner - part.start > len(part.name) + 8


def _length(markup: Markup, numbers: range) -> int:
    return sum(part.end - part.start for part in markup.parts[numbers.start : numbers.stop] if isinstance(part, Words))


def _is_furniture(markup: Markup, number: int, part: Element) -> bool:
    if part.name in _DROPPED:
        return True
    if part.name == "button":
        return not _in_heading(markup, part)
    if part.inner - part.start < len(part.name) + 6:
        return False
    places = markup.attributes(part)
    text = markup.source.text
    said = {name: text[start:stop] for name, (start, stop) in places.items() if name in _WATCHED}
    if "hidden" in said or said.get("aria-hidden") == "true" or said.get("role") in _DROPPED_ROLES:
        return True
    if _HIDDEN.search(said.get("style", "")):
        return True
    named = f"{said.get('class', '')} {said.get('id', '')}"
    return (
        part.name not in ("body", "html", "main")
        and _FURNITURE.search(named) is not None
        and not _holds_title(markup, number)
    )


_WATCHED = frozenset({"hidden", "aria-hidden", "role", "style", "class", "id"})


def _in_heading(markup: Markup, part: Element) -> bool:
    around = markup.parts[part.parent] if part.parent >= 0 else None
    return isinstance(around, Element) and around.name in ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")


def _holds_title(markup: Markup, number: int) -> bool:
    """Whether the page's first heading stands in the element: then its class name says something else."""
    return any(
        isinstance(part, Element) and part.name == "h1"
        for part in markup.parts[number + 1 : min(markup.inside(number).stop, number + 400)]
    )
