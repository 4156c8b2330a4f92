"""How does one value of structured data read in a line? Places, codes, dates and sums in plain words.

Everything written keeps its place in the file; nothing is added that the data does not say. An amount keeps the unit in
which the data prints it. Leaves out which key holds which value (`bot.intake.facts.keys`).
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.intake.facts.keys import keys
from bot.intake.facts.records import Record, is_empty
from bot.intake.forms.nodes import Branch, Key, Leaf, Node, leaves, words
from bot.intake.forms.prose import read_text
from bot.text.layers import Layer, Weaver

_RUN = re.compile(r"\S+")
_CODE = re.compile(r"[_]+|(?<=[a-z])(?=[A-Z])|-salary\b|https?://schema\.org/")
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d{4}/\d\d?/\d\d?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}"
)
_EPOCH = re.compile(r"(1\d{9}|[2]\d{9})(?:\d{3})?(?:\.\d+)?")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}")
_PLACE = re.compile(r"[^\s|;•](?:[^|;•]*[^\s|;•])?")
_EMPLOYER_FIRST = re.compile(r"([^:]{2,60}): (\S.{2,})")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_VAGUE_PLACE = re.compile(r"\d+ locations?|all locations|various|multiple locations", re.IGNORECASE)
_TRUE = frozenset({"true", "yes", "1"})


def flat(layer: Layer) -> Layer:
    """A text in one line, each run of white space folded to one blank."""
    weaver = Weaver(layer.text)
    for word in _RUN.finditer(layer.text):
        if weaver.length:
            weaver.put(" ", word.start() - 1, word.start())
        weaver.copy(*word.span())
    return weaver.woven().over(layer)


def named(node: Node) -> Iterator[Leaf]:
    """The leaves that name what a value stands for: itself, each of a list, the naming key of an object."""
    if isinstance(node, Leaf):
        if not is_empty(node) and not (node.literal and node.text == "true"):
            yield node
    elif node.is_list:
        for child in node.listed():
            yield from named(child)
    else:
        for name in keys().names:
            inner = node.get(name)
            if inner is not None and not is_empty(inner):
                yield from named(inner)
                return


def text_values(node: Node) -> Iterator[Layer]:
    """Each value in one line."""
    for leaf in named(node):
        layer = flat(read_text(leaf.layer))
        if layer.text:
            yield layer


def code_values(node: Node) -> Iterator[Layer]:
    """Each code as words: "FULL_TIME" and "FullTime" in two words, an address of schema.org by its last part."""
    for leaf in named(node):
        weaver, done = Weaver(leaf.text), 0
        for border in _CODE.finditer(leaf.text):
            weaver.copy(done, border.start())
            if "_" in border.group() or border.start() == border.end():
                joint = "-" if leaf.text[: border.start()].lower() == "on" else " "
                weaver.put(joint, *border.span())
            done = border.end()
        weaver.copy(done, len(leaf.text))
        layer = flat(weaver.woven().over(leaf.layer))
        if layer.text:
            yield layer


def date_values(node: Node) -> Iterator[Layer]:
    """Each date without its time of day; seconds and milliseconds since 1970 as a date; other words as they are."""
    for leaf in named(node):
        epoch = _EPOCH.fullmatch(leaf.text.strip())
        if epoch:
            weaver = Weaver(leaf.text)
            day = datetime.fromtimestamp(int(epoch[1]), UTC).date()
            weaver.put(day.isoformat(), 0, len(leaf.text))
            yield weaver.woven().over(leaf.layer)
        elif found := _DATE.search(leaf.text):
            yield leaf.layer.cut(*found.span())
        elif any(letter.isalpha() for letter in leaf.text) or "/" in leaf.text or "." in leaf.text:
            yield flat(leaf.layer)


def years_values(node: Node) -> Iterator[Layer]:
    """Each stretch of experience; bare figures get the unit that their key names."""
    if isinstance(node, Branch) and not node.is_list:
        months = node.get("monthsofexperience", "yearsofexperience")
        if months is not None:
            unit = "months" if node.get("monthsofexperience") is not None else "years"
            yield from (_with(layer, f" {unit}") for layer in text_values(months))
            return
    for layer in text_values(node):
        yield _with(layer, " years") if re.fullmatch(r"[\d+ -]+", layer.text) else layer


def hours_values(node: Node) -> Iterator[Layer]:
    """Each number of hours with its unit."""
    for layer in text_values(node):
        yield _with(layer, " hours per week") if re.fullmatch(r"[\d.,]+", layer.text) else layer


def _with(layer: Layer, text: str) -> Layer:
    """The layer with words behind it that its key says."""
    weaver = Weaver(layer.raw)
    weaver.lay(layer)
    place = layer.span(len(layer.text) - 1, len(layer.text))
    weaver.put(text, place.stop, place.stop)
    return weaver.woven()


def flag_values(key: Key, node: Node, raw: str) -> Iterator[Layer]:
    """The work mode that a flag named by its key switches on."""
    if words(node).lower() in _TRUE and isinstance(node, Leaf):
        weaver = Weaver(raw)
        mode = "Hybrid" if "hybrid" in key.plain else "On-site" if "onsite" in key.plain else "Remote"
        weaver.put(mode, key.start, node.stop)
        yield weaver.woven()


def place_values(node: Node) -> Iterator[Layer]:
    """Each place: its whole name, else its parts from the town to the country."""
    if isinstance(node, Leaf):
        if not is_empty(node) and not _VAGUE_PLACE.fullmatch(words(node)):
            yield from _apart(_without_gaps(flat(read_text(node.layer))))
    elif node.is_list:
        for child in node.listed():
            yield from place_values(child)
    elif words(node.get("hidden")) != "true":
        yield from _address(node)


def _address(branch: Branch) -> Iterator[Layer]:
    """The place of an object: its whole text or address, then its parts, then the name that it has."""
    table = keys().place
    for name in (*table.whole, *table.inside):
        node = branch.get(name)
        told = isinstance(node, Branch) or name in table.whole
        if node is not None and told and (found := tuple(place_values(node))):
            yield from found
            return
    parts = [part for names in table.parts if (part := _part(branch, names)) is not None]
    called = next((node for name in table.called if (node := branch.get(name)) and not is_empty(node)), None)
    if called is not None and (len(parts) < 2 or called is branch.get(*table.parts[0])):
        yield from place_values(called)
    elif parts:
        yield _joined(parts)


def _joined(parts: list[Layer]) -> Layer:
    weaver = Weaver(parts[0].raw)
    for number, part in enumerate(parts):
        place = part.span(0, 1)
        weaver.put(", " if number else "", place.start, place.start)
        weaver.lay(part)
    return weaver.woven()


def names_values(node: Node) -> Iterator[Layer]:
    """The names of a list in one line, parted by commas."""
    found = list(text_values(node))
    if found:
        yield _joined(found)


def _part(branch: Branch, names: tuple[str, ...]) -> Layer | None:
    for name in names:
        node = branch.get(name)
        layer = None if node is None else next(text_values(node), None)
        if layer is not None:
            return layer
    return None


def _apart(layer: Layer) -> Iterator[Layer]:
    """The places that one value names, parted by bars or semicolons."""
    for part in _PLACE.finditer(layer.text):
        yield layer.cut(*part.span())


def _without_gaps(layer: Layer) -> Layer:
    """A place without its empty parts: "Remote, , Canada" and "Leeds, "."""
    if not re.search(r",\s*(?:,|$)", layer.text):
        return layer
    weaver = Weaver(layer.text)
    for part in re.finditer(r"[^,]+", layer.text):
        if part.group().strip():
            start = part.start() + len(part.group()) - len(part.group().lstrip())
            weaver.put(", " if weaver.length else "", start, start)
            weaver.copy(start, part.start() + len(part.group().rstrip()))
    return weaver.woven().over(layer)


def employer_in_title(record: Record) -> Iterator[tuple[Layer, Layer]]:
    """The two parts of "Acme Corp: Cook", where no key names the employer and the posting's own address begins so."""
    found = record.first(keys().line[0])
    if found is None or "company" in record.fields:
        return
    for layer in list(text_values(found[1]))[:1]:
        parts = _EMPLOYER_FIRST.fullmatch(layer.text)
        addresses = [words(node) for name in ("link", "url", "guid") for _, node in record.named(name)]
        ends = [address.rstrip("/").rsplit("/", 1)[-1] for address in addresses]
        if parts and any(_slug(end).startswith(_slug(parts[1]) + "-") for end in ends):
            yield layer.cut(*parts.span(1)), layer.cut(*parts.span(2))


def _slug(text: str) -> str:
    return _NO_SLUG.sub("-", text.lower()).strip("-")


def own_place(items: tuple[tuple[Key, Node], ...]) -> Iterator[Layer]:
    """The place that a record states in keys of its own: city, region, country."""
    names = {name for part in keys().place.parts for name in part}
    own = Branch(0, 0, [(key, node) for key, node in items if key.plain in names])
    if own.items:
        yield from _address(own)


def address_values(node: Node) -> Iterator[Layer]:
    """Each address of the web or of e-mail."""
    for leaf in leaves(node):
        text = leaf.text.strip()
        if " " not in text and (text.startswith(("http://", "https://")) or _MAIL.fullmatch(text)):
            yield flat(leaf.layer)
