"""What does the text say once its spelling is made uniform, and where did each character stand?

Cleaning replaces typographic variants (quotes, dashes, spaces, full-width forms, ligatures, fractions) by the
plain form that patterns expect, and drops characters nobody sees. It never changes case or wording. Lengths
change on the way, so an offset table leads every cleaned range back to the text as given, and from there through the
layers it was decoded in to the file.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.text.layers import Layer, plain
from bot.text.span import Span

# One character for one character: the offsets of raw and cleaned text stay equal.
_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ",
        "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u205f": " ",
        "\u3000": " ", "\x0b": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0c": "\n", "\x00": " ",
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'", "\u00b4": "'",
        "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\ufe58": "-", "\ufe63": "-", "\uff0d": "-", "\u2043": "\u2022", "\u2219": "\u2022", "\u25cf": "\u2022",
        "\u25cb": "\u2022", "\u25aa": "\u2022", "\u25ab": "\u2022", "\u25e6": "\u2022", "\u25a0": "\u2022",
        "\u25a1": "\u2022", "\u2023": "\u2022", "\u25b8": "\u2022", "\u25b6": "\u2022", "\u27a4": "\u2022",
        "\u2794": "\u2022", "\u2192": "\u2022", "\uf0b7": "\u2022", "\uf0a7": "\u2022", "\u25c6": "\u2022",
        "\u2756": "\u2022", "\u2713": "\u2022", "\u2714": "\u2022", "\u2705": "\u2022", "\u204c": "\u2022",
        "\u00b7": "\u2022", "\u2044": "/", "\u00a6": "|",
    }
)  # fmt: skip
_ORDINARY = r"\t\n -_a-~"
_UNUSUAL = re.compile(f"[^{_ORDINARY}]+")

# Invisible: soft hyphen, zero-width and direction marks, byte order mark, variation selectors.
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
# Characters whose compatibility form is longer or shorter than they are: fractions, ligatures, full-width forms,
# and letters followed by combining marks.
_COMPATIBLE = "\u00bc-\u00be\u2150-\u215e\u2460-\u2473\ufb00-\ufb06\uff01-\uff5e\u2026\u2122\u00a8\u32ff\u3300-\u33ff"
_CHANGING = re.compile(f"\r\n?|[{_INVISIBLE}]+|[{_COMPATIBLE}]|[A-Za-z\u00c0-\u024f][\u0300-\u036f]{{1,4}}")
_SIGN_OF_CHANGE = re.compile(f"[\r{_INVISIBLE}{_COMPATIBLE}\u0300-\u036f]")

# "4½" is four and a half: the decimal form keeps the number together.
_FRACTION = {"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75"}


@dataclass(frozen=True, slots=True)
class CleanText:
    """A page with its cleaned form; ranges of `text` lead back to ranges of `raw`, the file that holds the page.

    `starts[i]` and `stops[i]` are the range of the page's text behind the cleaned character `i`; both are empty when
    cleaning changed no length.
    """

    page: Layer
    text: str
    starts: Sequence[int] = field(default=(), repr=False)
    stops: Sequence[int] = field(default=(), repr=False)

    @property
    def raw(self) -> str:
        """The text as received, in which evidence is counted."""
        return self.page.raw

    def span(self, start: int, stop: int) -> Span:
        """The raw range behind the cleaned range `start <= i < stop`.

        >>> doc = clean("1\\u00bd days\\r\\noff")
        >>> doc.span(doc.text.index("days"), doc.text.index("off")).of(doc.raw)
        'days\\r\\n'
        """
        given = self._given(start, stop)
        return self.page.span(*given) if self.page.runs else given

    def spans(self, start: int, stop: int) -> tuple[Span, ...]:
        """The raw ranges behind the cleaned range; several where its words stand apart in the file."""
        given = self._given(start, stop)
        return self.page.spans(*given) if self.page.runs else (given,)

    def words(self, start: int, stop: int) -> str:
        """The page's own words behind the cleaned range, each run of white space folded to one blank."""
        return " ".join(self._given(start, stop).of(self.page.text).split())

    def _given(self, start: int, stop: int) -> Span:
        if not self.starts:
            return Span(start, stop)
        if start >= stop:
            anchor = self.starts[start] if start < len(self.starts) else len(self.page.text)
            return Span(anchor, anchor)
        return Span(self.starts[start], self.stops[stop - 1])


def clean(raw: str | Layer) -> CleanText:
    """The cleaned form of a text or a decoded page with its offset table; linear in the length.

    >>> clean("caf\\u00e9 \\u2013 \\u201cRust\\u201d").text
    'café - "Rust"'
    >>> clean("4\\u00bd\\u202fweeks\\u200b off").text
    '4.5 weeks off'
    >>> clean("").text
    ''
    """
    page = raw if isinstance(raw, Layer) else plain(raw)
    even = _UNUSUAL.sub(lambda match: match.group().translate(_SAME_LENGTH), page.text)
    return _with_offsets(page, even) if _SIGN_OF_CHANGE.search(even) else CleanText(page, even)


def _with_offsets(page: Layer, even: str) -> CleanText:
    pieces: list[str] = []
    starts = array("I")
    stops = array("I")
    done = 0
    for match in _CHANGING.finditer(even):
        start, stop = match.span()
        pieces.append(even[done:start])
        starts.extend(range(done, start))
        stops.extend(range(done + 1, start + 1))
        plain = _plain(match.group())
        pieces.append(plain)
        starts.extend([start] * len(plain))
        stops.extend([stop] * len(plain))
        done = stop
    pieces.append(even[done:])
    starts.extend(range(done, len(even)))
    stops.extend(range(done + 1, len(even) + 1))
    return CleanText(page, "".join(pieces), starts, stops)


def _plain(changing: str) -> str:
    """The form that patterns expect for one run of `_CHANGING`; empty for what nobody sees."""
    if changing[0] == "\r":
        return "\n"
    if re.match(f"[{_INVISIBLE}]", changing):
        return ""
    return _FRACTION.get(changing) or unicodedata.normalize("NFKC", changing).replace("\u2044", "/")
