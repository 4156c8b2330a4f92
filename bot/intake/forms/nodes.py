"""Which values does a structured source hold, and where does each stand? One tree for JSON, XML, CSV and microdata.

Leaves out which of them describe a posting, and how that is shown (`bot.intake.facts`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bot.text.layers import Layer

_PREFIX = re.compile(r"^(?:_+|[a-z]+:(?!/))")
_NO_LETTER = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    if name.startswith("@"):
        return name.lower()
    return _NO_LETTER.sub("", _PREFIX.sub("", name.lower()))


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a value at `start <= i < stop` of the file; `plain` is the form in which names are compared."""

    name: str
    start: int
    stop: int

    @property
    def plain(self) -> str:
        """The name without case, marks and name space; what JSON-LD says about the data itself keeps its sign.

        >>> Key("joblisting:minimum_Salary", 0, 0).plain, Key("@type", 0, 0).plain
        ('minimumsalary', '@type')
        """
        return _plain(self.name)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: its decoded text over the file; `literal` is set for numbers, true, false and null of JSON."""

    layer: Layer
    start: int
    stop: int
    literal: bool = False
    markup: bool = False

    @property
    def text(self) -> str:
        """The decoded text."""
        return self.layer.text


@dataclass(slots=True)
class Branch:
    """An object (items with keys) or a list (items whose key is None) at `start <= i < stop` of the file."""

    start: int
    stop: int = 0
    items: list[tuple[Key | None, "Node"]] = field(default_factory=list)

    def named(self) -> Iterator[tuple[Key, "Node"]]:
        """The items that have a key, in order."""
        return ((key, node) for key, node in self.items if key is not None)

    def listed(self) -> Iterator["Node"]:
        """The items that have none, in order."""
        return (node for key, node in self.items if key is None)

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return bool(self.items) and self.items[0][0] is None

    def get(self, *names: str) -> "Node | None":
        """The first item with one of these plain names, by the order of the names; None when there is none."""
        for name in names:
            for key, node in self.named():
                if key.plain == name:
                    return node
        return None


Node = Leaf | Branch


def leaves(node: Node | None) -> Iterator[Leaf]:
    """Every leaf below the node, in order; the node itself where it is one."""
    waiting: list[Node] = [] if node is None else [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Leaf):
            yield current
        else:
            waiting.extend(child for _, child in reversed(current.items))


def words(node: Node | None) -> str:
    """The text of a leaf without outer blanks; "" for anything else and for null."""
    if not isinstance(node, Leaf) or (node.literal and node.text == "null"):
        return ""
    return node.text.strip()
