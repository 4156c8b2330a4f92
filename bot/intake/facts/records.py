"""Which objects of a structured source are postings? Those typed as one, else those with the keys of one.

Leaves out how a posting is shown (`bot.intake.facts.labels`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.intake.facts.keys import LineKeys, keys
from bot.intake.forms.nodes import Branch, Key, Leaf, Node, leaves, words

# What companies, articles and feeds have as well does not make an object a posting.
_WEAK = frozenset(
    {"title", "category", "tags", "about", "paynote", "additional", "posted", "updated", "industry", "apply", "flag"}
)
# Where an employer's name and the list of its postings stand together; a department has a name and a list as well.
_LISTS = frozenset({"jobs", "postings", "offers", "openings", "vacancies", "positions", "jobpostings"})
_ACCOUNTS = frozenset({"widget", "account", "company", "board", "data"})
_ENOUGH = 3
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Record:
    """An object that is a posting, with what it holds; `typed` where the source calls it one."""

    branch: Branch
    typed: bool = False
    lent: tuple[tuple[Key, Node], ...] = ()

    @cached_property
    def items(self) -> tuple[tuple[Key, Node], ...]:
        """Its keys with their values, those of transparent objects inside as if its own, then what the board lends."""
        return (*_opened(self.branch, 3), *self.lent)

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields of which it holds a value."""
        return frozenset(line.field for line in keys().line if self.first(line) is not None)

    @property
    def declared(self) -> bool:
        """Whether the data itself says that this is a posting, so that no prose has to prove it."""
        return self.typed or len(self.fields - _WEAK) + ("title" in self.fields) >= _ENOUGH

    @property
    def title(self) -> str:
        """The title as the data has it; "" when it has none."""
        found = self.first(keys().line[0])
        return next((words(leaf) for leaf in leaves(found[1]) if words(leaf)), "") if found else ""

    def first(self, line: LineKeys) -> tuple[Key, Node] | None:
        """The first key of the line that holds a value, with the value; None when there is none."""
        for name in line.keys:
            for key, node in self._by_name.get(name, ()):
                if not is_empty(node) and (line.field != "title" or _names(node)):
                    return key, node
        return None

    def named(self, name: str) -> Sequence[tuple[Key, Node]]:
        """The items with this plain name, in order."""
        return self._by_name.get(name, ())

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[Key, Node]]]:
        found: dict[str, list[tuple[Key, Node]]] = {}
        for key, node in self.items:
            found.setdefault(key.plain, []).append((key, node))
        return found


def find_records(root: Node) -> list[Record]:
    """The postings of a source in order."""
    return list(_typed(root, 0)) or _found(root, None, 0)


def is_empty(node: Node) -> bool:
    """Whether a value says nothing: blank, null, false, 0, "n/a", or an object of such."""
    return not any(_says(leaf) for leaf in leaves(node))


def _says(leaf: Leaf) -> bool:
    text = leaf.text.strip()
    return bool(text) and text.lower() not in keys().empty


def is_typed(branch: Branch) -> bool:
    """Whether an object of JSON-LD or microdata calls itself a posting."""
    return any(leaf.text.rsplit("/", 1)[-1] == "JobPosting" for leaf in leaves(branch.get("@type")))


def _opened(branch: Branch, depth: int) -> Iterator[tuple[Key, Node]]:
    for key, node in branch.named():
        if isinstance(node, Branch) and not node.is_list and depth and key.plain in keys().transparent:
            yield from _opened(node, depth - 1)
        else:
            yield key, node


def _typed(node: Node, depth: int) -> Iterator[Record]:
    if isinstance(node, Leaf) or depth > 60:
        return
    if is_typed(node):
        yield Record(node, typed=True)
        return
    for key, child in node.items:
        if key is None or key.plain not in keys().asides:
            yield from _typed(child, depth + 1)


def _names(node: Node) -> bool:
    """Whether a value can be a title: words, not a number or a page of prose."""
    text = next((words(leaf) for leaf in leaves(node)), "")
    return any(letter.isalpha() for letter in text) and len(text) <= _LONGEST_TITLE


def _found(node: Node, under: Key | None, depth: int) -> list[Record]:
    if isinstance(node, Leaf) or depth > 60:
        return []
    record = Record(node)
    own = not node.is_list and "title" in record.fields and bool(record.fields - _WEAK)
    inner = [
        found
        for key, child in node.items
        if key is None or (key.plain in keys().holders if own else key.plain not in keys().asides)
        for found in _found(child, key or under, depth + 1)
    ]
    if own and not (inner and max(len(each.fields) for each in inner) >= min(_ENOUGH, len(record.fields))):
        return [record]
    lent = () if node.is_list else _lent(node, under)
    return [Record(each.branch, each.typed, lent) if lent and "company" not in each.fields else each for each in inner]


def _lent(board: Branch, under: Key | None) -> tuple[tuple[Key, Node], ...]:
    """The employer's name that stands once, beside the list of its postings."""
    if not any(key.plain in _LISTS for key, _ in board.named()) or (under and under.plain not in _ACCOUNTS):
        return ()
    for name in ("companyname", "company", "employer", "organization", "accountname", "name"):
        node = board.get(name)
        if isinstance(node, Leaf) and not is_empty(node) and _names(node):
            return ((Key("company", node.start, node.stop), node),)
    return ()
