"""How does a posting in structured data read as a page? One labelled line for each fact, then its prose under headings.

Labels and headings stand for the key that they say, values for the value; so the same rules read data and prose.
"""

import re
from collections.abc import Iterator

from bot.intake.facts.keys import LineKeys, keys
from bot.intake.facts.pay_values import other_pay, pay_values
from bot.intake.facts.records import Record, is_empty
from bot.intake.facts.values import (
    address_values,
    code_values,
    date_values,
    employer_in_title,
    flag_values,
    flat,
    hours_values,
    named,
    names_values,
    own_place,
    place_values,
    text_values,
    years_values,
)
from bot.intake.forms.nodes import Branch, Key, Leaf, Node, words
from bot.intake.forms.prose import is_markup, read_text
from bot.text.layers import Layer, Weaver

_READERS = {
    "text": text_values,
    "code": code_values,
    "date": date_values,
    "years": years_values,
    "hours": hours_values,
    "place": place_values,
    "address": address_values,
    "names": names_values,
}
_SHORT = 90
_FEWEST_WORDS = 8
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_TELLING_NAME = re.compile(r"^[A-ZÀ-Ý][^_]*$|^[^_]*\s[^_]*$")
_DATA = re.compile(r"(?:https?://|www\.)\S+|[\w-]{25,}|\d[\d\s.,:/-]*|[#/]\S+|true|yes|no|t|f", re.IGNORECASE)


class Sheet:
    """Writes the lines of one posting, each fact once."""

    def __init__(self, raw: str, record: Record, *, named_columns: bool = False) -> None:
        self._weaver = Weaver(raw)
        self._raw = raw
        self._record = record
        self._named_columns = named_columns
        self._said: set[str] = set()
        self._fields: set[str] = set()
        self._taken: set[int] = set()

    def facts(self) -> None:
        """Writes a line for each fact."""
        for line in keys().line:
            if line.form == "pairs":
                self._pairs(line, short=True)
            elif line.form != "prose":
                self._fact(line)

    def prose(self) -> None:
        """Writes the prose, each part under its heading, and what unknown keys say at length."""
        for line in keys().line:
            if line.form == "prose":
                self._section(line)
            elif line.form == "pairs":
                self._pairs(line, short=False)
        for key, node in self._record.items:
            if self._is_free(key, node):
                self._unknown(key, node)

    def woven(self) -> Layer:
        """The page so far."""
        return self._weaver.woven()

    @property
    def length(self) -> int:
        """How long the page is so far."""
        return self._weaver.length

    def _fact(self, line: LineKeys) -> None:
        found = self._record.first(line)
        if line.form == "flag" and line.field in self._fields:
            return
        key = found[0] if found else Key(line.label, self._record.branch.start, self._record.branch.start)
        for value in self._values(line, found):
            self._labelled(line.label, key, value)
            self._fields.add(line.field)
        if line.form == "pay":
            for value in other_pay(found):
                self._labelled("Compensation", key, value)

    def _values(self, line: LineKeys, found: tuple[Key, Node] | None) -> Iterator[Layer]:
        if line.form == "pay":
            yield from pay_values(self._record, found)
        elif line.field == "company" and found is None:
            yield from (before for before, _ in employer_in_title(self._record))
        elif found is None:
            yield from own_place(self._record.items) if "." in line.keys else ()
        elif line.form == "flag":
            yield from self._switched(line)
        elif line.field == "title":
            parted = [title for _, title in employer_in_title(self._record)]
            yield from (parted or list(text_values(found[1])))[:1]
        else:
            yield from _READERS[line.form](found[1])

    def _switched(self, line: LineKeys) -> Iterator[Layer]:
        for name in line.keys:
            for key, node in self._record.named(name):
                if found := next(flag_values(key, node, self._raw), None):
                    yield found
                    return

    def _labelled(self, label: str, key: Key, value: Layer) -> None:
        said = f"{label}: {value.text}".casefold()
        if said in self._said:
            return
        self._said.add(said)
        self._break(2, key)
        if not value.text.casefold().startswith(label.casefold()):
            self._weaver.put(f"{label}: ", key.start, key.stop)
        self._weaver.lay(value)

    def _break(self, lines: int, key: Key) -> None:
        if self._weaver.length:
            self._weaver.put("\n" * lines, key.start, key.start)

    def _section(self, line: LineKeys) -> None:
        found = self._record.first(line)
        if found is None:
            return
        key, node = found
        self._taken.add(id(node))
        heading = self._record.branch.get(f"{key.plain}header", f"{key.plain}heading", f"{key.plain}title")
        self._headed(key, heading if isinstance(heading, Leaf) else None, line.label, node)

    def _headed(self, key: Key, heading: Leaf | None, label: str, node: Node) -> None:
        """A heading with the prose of a value below it; prose that was written before is left out."""
        bodies = [body for leaf in named(node) if (body := read_text(leaf.layer)).text.strip()]
        fresh = [body for body in bodies if body.text.strip().casefold() not in self._said]
        if not fresh:
            return
        self._said.update(body.text.strip().casefold() for body in fresh)
        self._break(2, key)
        if heading is not None and words(heading):
            self._weaver.lay(flat(read_text(heading.layer)))
        else:
            self._weaver.put(label, key.start, key.stop)
        self._weaver.put("\n", key.stop, key.stop)
        for number, body in enumerate(fresh):
            place = body.span(0, 1)
            if number or len(fresh) > 1:
                self._weaver.put("\n" if number else "", place.start, place.start)
            if len(bodies) > 1 and "\n" not in body.text and len(body.text) < 400:
                self._weaver.put("- ", place.start, place.start)
            self._weaver.lay(body)

    def _pairs(self, line: LineKeys, *, short: bool) -> None:
        """Headed texts: a list of them, or an object with one under each key; short values are facts."""
        for key, node in self._record.items:
            if key.plain in line.keys and isinstance(node, Branch):
                self._taken.add(id(node))
                for _, child in node.items:
                    if isinstance(child, Branch):
                        self._pair(key, child, short=short)

    def _pair(self, key: Key, pair: Branch, *, short: bool) -> None:
        table = keys()
        heading = next(
            (leaf for name in table.headings if isinstance(leaf := pair.get(name), Leaf) and words(leaf)), None
        )
        body = next(
            (
                node
                for name in table.contents
                if (node := pair.get(name)) is not None and node is not heading and not is_empty(node)
            ),
            None,
        )
        if body is None:
            return
        is_fact = (
            heading is not None and isinstance(body, Leaf) and len(words(body)) <= _SHORT and not is_markup(body.text)
        )
        if not is_fact and not short:
            self._headed(key, heading, "", body)
        elif is_fact and short and heading is not None and isinstance(body, Leaf) and not _DATA.fullmatch(words(body)):
            place = Key("", heading.start, heading.stop)
            self._labelled(words(heading).rstrip(":"), place, flat(read_text(body.layer)))

    def _is_free(self, key: Key, node: Node) -> bool:
        """Whether no line of the table speaks of a key, so that its own name has to do as the heading."""
        return (
            key.plain not in keys().known
            and id(node) not in self._taken
            and key.plain not in keys().unread
            and not key.name.startswith("@")
        )

    def _unknown(self, key: Key, node: Node) -> None:
        """A key that no line knows: prose under its name, or a short value where the name is made for people."""
        label = _CAMEL.sub(" ", key.name).strip().capitalize()
        for leaf in named(node) if isinstance(node, Leaf) or node.is_list else ():
            text = words(leaf)
            if len(text) > _SHORT or is_markup(text):
                if text.count(" ") >= _FEWEST_WORDS and not key.plain.endswith(("header", "heading")):
                    self._headed(key, None, label, leaf)
            elif self._named_columns and not _DATA.fullmatch(text) and not leaf.literal:
                self._labelled(label, key, flat(read_text(leaf.layer)))
