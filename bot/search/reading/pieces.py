"""Where does a query line fall apart? Signs, keys with values, quoted phrases, words and the commas between them.

Reading pieces is separate from their meaning: nothing here knows which keys there are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.text.tokens import fold

LONGEST = 4000
_ITEM = r'(?:"[^"]{0,200}"?|[^\s",|;!]{1,100})'
# Pay has its unit behind a blank: pay>=60k GBP/year, pay>=15 eur an hour.
_CODE = "GBP|EUR|USD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD|NZD|SGD|HKD|JPY|CNY|INR|ZAR|BRL|MXN|AED|ILS|TRY"
_PER = r"(?:/|\s(?:per|an?)\s)(?:hour|day|week|month|year)\b"
UNIT = rf"(?<=[\dkK])\s(?:(?:{_CODE})\b(?:{_PER})?|(?i:{_CODE}){_PER})|(?<=[\dkK]){_PER}"
_PIECE = re.compile(
    rf"""(?P<sign>(?<!\S)[-+]|(?<=\|)[+]|)
    (?: (?P<key>[A-Za-z][A-Za-z_]{{1,20}}) (?P<sense>:(?!/|:)|>=|<=|=>|=<|[<>=])
        (?P<values>[+]?{_ITEM}(?:[,|][+]?{_ITEM})*(?P<unit>{UNIT})?|) (?P<strict>!?)
      | (?P<phrase>"[^"]{{0,200}}"?)
      | (?P<word>[^\s",|;]{{1,100}})
      | (?P<mark>[,;|])
    )""",
    re.VERBOSE,
)
_VALUE = re.compile(rf"(?P<pin>\+?)(?P<item>{_ITEM})")
_SENSES = {"=>": ">=", "=<": "<=", "=": ":"}


@dataclass(frozen=True, slots=True)
class Item:
    """One value behind a key, or one word: as typed, without quotes."""

    text: str
    quoted: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line. `key` and `sense` (: >= <= > <) are "" without a key; a comma is the item ",".
    `unit` is the unit of pay behind a blank."""

    items: tuple[Item, ...]
    sign: str = ""
    key: str = ""
    sense: str = ""
    strict: bool = False
    typed: str = ""
    unit: str = ""

    @property
    def plain(self) -> str:
        """The folded word of a bare piece without sign; "" for everything else."""
        bare = not self.sign and not self.key and not self.items[0].quoted
        return fold(self.items[0].text).strip(".!?:'()") if bare else ""


def pieces(line: str) -> Iterator[Piece]:
    """The pieces of the line's first 4,000 code points, in order; blanks only part them.

    >>> [(piece.sign, piece.key, [item.text for item in piece.items]) for piece in pieces('-java mode:hybrid,remote')]
    [('-', '', ['java']), ('', 'mode', ['hybrid', 'remote'])]
    """
    for match in _PIECE.finditer(line[:LONGEST]):
        if match["mark"]:
            yield Piece((Item(match["mark"]),), typed=match["mark"])
        elif match["key"]:
            values = match["values"].removesuffix(match["unit"] or "")
            items = tuple(_item(value["item"], value["pin"]) for value in _VALUE.finditer(values))
            sense = _SENSES.get(match["sense"], match["sense"])
            unit = (match["unit"] or "").strip()
            yield Piece(items, match["sign"], match["key"], sense, bool(match["strict"]), match.group(), unit)
        else:
            yield Piece((_item(match["phrase"] or match["word"], match["sign"]),), match["sign"], typed=match.group())


def _item(text: str, sign: str) -> Item:
    quoted = text.startswith('"')
    return Item(text.strip('"') if quoted else text, quoted, sign == "+")
