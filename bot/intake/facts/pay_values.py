"""How does a sum of money in structured data read in a line? "USD 50000 - 60000 per year", as far as it is stated.

Amounts stand as printed. A sum of nothing (0) is not stated, and equity or a bonus is not the base.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.intake.facts.keys import keys
from bot.intake.facts.records import Record, is_empty
from bot.intake.facts.values import flat, named, text_values
from bot.intake.forms.nodes import Branch, Key, Leaf, Node, words
from bot.intake.forms.prose import read_text
from bot.text.layers import Layer, Weaver

_FIGURE = re.compile(r"[$€£]?\s?\d[\d.,' ]*[kK]?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PERIOD = (
    (re.compile(r"hour|\bhr|\bstd|stunde", re.IGNORECASE), "per hour"),
    (re.compile(r"day|daily|\btag", re.IGNORECASE), "per day"),
    (re.compile(r"week|woche", re.IGNORECASE), "per week"),
    (re.compile(r"month|monat|mois|maand", re.IGNORECASE), "per month"),
    (re.compile(r"year|annual|annum|jahr|\ban\b|jaar|\byr", re.IGNORECASE), "per year"),
)
_NOT_BASE = re.compile(r"equity|bonus|commission|stock|variable|incentive", re.IGNORECASE)
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Sum:
    """The parts of one sum, each where the data states it; `low` and `high` are the same leaf for one figure."""

    low: Leaf | None
    high: Leaf | None
    currency: Leaf | None
    period: Leaf | None


def pay_values(record: Record, found: tuple[Key, Node] | None) -> Iterator[Layer]:
    """The base pay of a record: figures with their unit, else the words that state it."""
    own = Branch(record.branch.start, record.branch.stop, list(record.items))
    node = found[1] if found else None
    for branch in (*(_sums(node, 0) if isinstance(node, Branch) else ()), own):
        stated = _stated(branch, own)
        if stated is not None:
            yield _written(stated)
            return
    if node is not None:
        for layer in text_values(node):
            yield _with_currency(layer, own)


def other_pay(found: tuple[Key, Node] | None) -> Iterator[Layer]:
    """What else a compensation object offers, in its own words: "Offers equity"."""
    node = found[1] if found else None
    seen: set[str] = set()
    for branch in _branches(node, 0) if isinstance(node, Branch) else ():
        if _NOT_BASE.search(words(branch.get("compensationtype", "type"))):
            for layer in text_values(branch.get("summary") or Branch(0)):
                if layer.text not in seen:
                    seen.add(layer.text)
                    yield layer


def _branches(node: Branch, depth: int) -> Iterator[Branch]:
    yield node
    for _, child in node.items if depth < _DEEPEST else ():
        if isinstance(child, Branch):
            yield from _branches(child, depth + 1)


def _sums(node: Branch, depth: int) -> Iterator[Branch]:
    """The objects in which a base sum may stand: those that call themselves a bonus or equity are left out."""
    for branch in _branches(node, depth):
        if not _NOT_BASE.search(words(branch.get("compensationtype", "type", "title"))):
            yield branch


def _stated(branch: Branch, own: Branch) -> _Sum | None:
    table = keys().pay
    value = branch.get("value")
    inner = value if isinstance(value, Branch) and not value.is_list else branch
    low, high = _amount(inner, table.low), _amount(inner, table.high)
    if low is None and high is None:
        if branch is own:
            return None
        low = high = _amount(inner, table.exact)
    if low is None and high is None:
        return None
    if low is not None and high is not None and _size(low) > _size(high):
        low, high = high, low
    currency = _unit(inner, table.currency) or _unit(branch, table.currency) or _unit(own, table.currency)
    period = _unit(inner, table.period) or _unit(branch, table.period) or _unit(own, table.period)
    return _Sum(low, high, currency, period)


def _size(leaf: Leaf) -> float:
    return float(re.sub(r"[^\d.]", "", leaf.text).strip(".") or 0) if leaf.text.count(".") <= 1 else 0


def _amount(branch: Branch, names: tuple[str, ...]) -> Leaf | None:
    for name in names:
        node = branch.get(name)
        if isinstance(node, Leaf) and _FIGURE.fullmatch(node.text.strip()) and re.search("[1-9]", node.text):
            return node
    return None


def _unit(branch: Branch, names: tuple[str, ...]) -> Leaf | None:
    node = branch.get(*names)
    return next(named(node), None) if node is not None and not is_empty(node) else None


def _written(stated: _Sum) -> Layer:
    first = stated.low or stated.high
    if first is None:
        raise AssertionError("a stated sum has a figure")
    weaver = Weaver(first.layer.raw)
    if stated.currency is not None:
        weaver.lay(flat(stated.currency.layer))
        weaver.put(" ", first.start, first.start)
    if stated.low is None:
        weaver.put("up to ", first.start, first.start)
    elif stated.high is None:
        weaver.put("from ", first.start, first.start)
    weaver.lay(flat(first.layer))
    if stated.low is not None and stated.high is not None and stated.low.text != stated.high.text:
        weaver.put(" - ", stated.high.start, stated.high.start)
        weaver.lay(flat(stated.high.layer))
    period = stated.period
    said = "" if period is None else next((text for rule, text in _PERIOD if rule.search(period.text)), "")
    if period is not None and said:
        weaver.put(f" {said}", period.start, period.stop)
    return weaver.woven()


def _with_currency(layer: Layer, own: Branch) -> Layer:
    """A bare number with the currency that stands beside it, and the period."""
    currency = _unit(own, keys().pay.currency)
    if not _NUMBER.fullmatch(layer.text) or currency is None:
        return layer
    weaver = Weaver(layer.raw)
    weaver.lay(flat(read_text(currency.layer)))
    place = layer.span(0, 1)
    weaver.put(" ", place.start, place.start)
    weaver.lay(layer)
    return weaver.woven()
