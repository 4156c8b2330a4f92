"""Which values does a feed in XML hold? Elements as a tree; escaped or embedded HTML reads as prose."""

from bot.intake.forms.markup import Element, Markup, Words, children, copy_unescaped, read_markup
from bot.intake.forms.nodes import Branch, Key, Leaf, Node
from bot.intake.forms.prose import read_prose
from bot.text.layers import Layer, Weaver

_HTML = frozenset("p div br ul ol li span strong b em i h1 h2 h3 h4 table a".split())
_DEEPEST = 50


def read_xml(source: Layer) -> Node:
    """The tree of a feed: an element with elements inside is an object, any other a value."""
    markup = read_markup(source, xml=True)
    root = Branch(0, len(source.text))
    at = 0
    while at < len(markup.parts):
        part = markup.parts[at]
        if isinstance(part, Element):
            root.items.append((_key(part), _node(markup, at, 0)))
            at = part.last
        else:
            at += 1
    return root


def _key(part: Element) -> Key:
    return Key(part.name, part.start + 1, part.start + 1 + len(part.name))


def _node(markup: Markup, number: int, depth: int) -> Node:
    part = markup.parts[number]
    inner = [(each, markup.parts[each]) for each in children(markup, number)]
    elements = [(each, child) for each, child in inner if isinstance(child, Element)]
    if not isinstance(part, Element) or not elements or depth > _DEEPEST:
        return _leaf(markup, number)
    if all(child.name.lower() in _HTML for _, child in elements):
        return Leaf(read_prose(markup, markup.inside(number)), part.inner, part.end)
    branch = Branch(part.start, part.end)
    branch.items += ((_key(child), _node(markup, each, depth + 1)) for each, child in elements)
    return branch


def _leaf(markup: Markup, number: int) -> Leaf:
    """The text of an element: CDATA as it stands, other words with their entities decoded."""
    text = markup.source.text
    weaver = Weaver(text)
    part = markup.parts[number]
    for each in markup.inside(number):
        piece = markup.parts[each]
        if isinstance(piece, Words) and piece.decoded:
            weaver.copy(piece.start, piece.end)
        elif isinstance(piece, Words):
            copy_unescaped(weaver, text, piece.start, piece.end)
    return Leaf(weaver.woven().over(markup.source), part.start, part.end)
