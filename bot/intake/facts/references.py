"""What does `{"@id": ...}` stand for? In JSON-LD an object, say the employer, is told once and referred to elsewhere.

A reference is replaced by a copy of what it names, a few levels deep and without references: nothing is circular.
"""

from collections.abc import Iterator

from bot.intake.forms.nodes import Branch, Leaf, Node, words

_DEEPEST = 3


def fill_references(root: Branch) -> None:
    """Puts into a tree what its references stand for."""
    branches = list(_branches(root))
    named = {name: branch for branch in branches if (name := _name(branch)) and not _is_reference(branch)}
    filled: list[tuple[Branch, int, Branch]] = []
    for branch in branches:
        for number, (_, node) in enumerate(branch.items):
            if isinstance(node, Branch) and _is_reference(node) and (meant := named.get(_name(node))) is not None:
                filled.append((branch, number, _copied(meant, _DEEPEST)))
    for branch, number, meant in filled:
        branch.items[number] = (branch.items[number][0], meant)


def _branches(root: Branch) -> Iterator[Branch]:
    waiting = [root]
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting.extend(node for _, node in branch.items if isinstance(node, Branch))


def _name(branch: Branch) -> str:
    return words(branch.get("@id"))


def _is_reference(branch: Branch) -> bool:
    return bool(branch.items) and all(key is not None and key.plain in ("@id", "@type") for key, _ in branch.items)


def _copied(branch: Branch, depth: int) -> Branch:
    def kept(node: Node) -> Node | None:
        if isinstance(node, Leaf):
            return node
        return _copied(node, depth - 1) if depth and not _is_reference(node) else None

    items = [(key, copy) for key, node in branch.items if (copy := kept(node)) is not None]
    return Branch(branch.start, branch.stop, items)
