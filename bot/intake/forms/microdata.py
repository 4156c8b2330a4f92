"""Which objects do a page's microdata and RDFa attributes describe? Those of schema.org, as a tree of values.

A value is what an attribute says for machines (`content`, `datetime`) or else what its element reads.
"""

from collections.abc import Iterator

from bot.intake.forms.markup import Element, Markup, unescape
from bot.intake.forms.nodes import Branch, Key, Leaf, Node
from bot.intake.forms.prose import read_prose

_SCOPES = (("itemprop", "itemscope", "itemtype"), ("property", "typeof", "typeof"))
_MACHINE = ("content", "datetime")
# Values inside values are read as often as they are nested; a page of values nested without end is left.
_MOST_READ = 20
_ADDRESS = {"a": "href", "link": "href", "img": "src"}


def read_microdata(markup: Markup) -> Branch:
    """A list of the objects that stand by themselves, each a Branch with its type under "@type"."""
    found = Branch(0, len(markup.source.text))
    for names in _SCOPES:
        if names[0] in markup.source.text and names[1] in markup.source.text:
            found.items += ((None, node) for node in _objects(markup, *names))
    return found


def _objects(markup: Markup, name: str, scope: str, kind: str) -> Iterator[Node]:
    open_scopes: list[tuple[int, Branch]] = []
    left = _MOST_READ * len(markup.parts)
    for number, part in enumerate(markup.parts):
        while open_scopes and open_scopes[-1][0] <= number:
            open_scopes.pop()
        if not isinstance(part, Element) or part.inner - part.start < len(part.name) + 8:
            continue
        places = markup.attributes(part)
        if name not in places and scope not in places:
            continue
        left -= len(markup.inside(number))
        if left < 0:
            return
        node: Node = _scope(markup, part, places, kind) if scope in places else _value(markup, number, part, places)
        if name in places and open_scopes:
            start, stop = places[name]
            for said in markup.source.text[start:stop].split() or [""]:
                open_scopes[-1][1].items.append((Key(said.rsplit(":", 1)[-1].rsplit("/", 1)[-1], start, stop), node))
        elif isinstance(node, Branch):
            yield node
        if isinstance(node, Branch):
            open_scopes.append((part.last, node))


def _scope(markup: Markup, part: Element, places: dict[str, tuple[int, int]], kind: str) -> Branch:
    start, stop = places.get(kind, (part.start, part.start))
    leaf = Leaf(unescape(markup.source, start, stop), start, stop)
    return Branch(part.start, part.end, [(Key("@type", start, stop), leaf)])


def _value(markup: Markup, number: int, part: Element, places: dict[str, tuple[int, int]]) -> Leaf:
    for name in (*_MACHINE, _ADDRESS.get(part.name, "")):
        if name in places:
            return Leaf(unescape(markup.source, *places[name]), *places[name])
    return Leaf(read_prose(markup, markup.inside(number)), part.inner, part.end)
