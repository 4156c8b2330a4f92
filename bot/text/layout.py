"""Which lines does a page have once list marks are taken off and wrapped lines are put together again?

Leaves out what a line means: headings and sections are read by bot.parsing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

# What a figure with a full stop counts in German: "14. Gehalt", "24. und 31. Dezember".
_ORDINAL = r"(?:Monats|Gehalt|Lohn|Januar|Februar|März|April|Mai|Juni|Juli|August|Sept|Okt|Nov|Dez|Klasse|Lebens|und\b)"
# A list mark and the blanks behind it. "-5 °C" and "1.5 days" are no marks: a blank must follow.
_MARK = re.compile(
    rf"(?:[•*+>~]|#{{1,6}}|-{{1,2}}|o(?=[ \t]+[A-Z])|\(?(?:\d{{1,2}}|[a-hA-H]|[ivx]{{1,4}})[.)]"
    rf"(?![\d.)]|[ \t]+{_ORDINAL}))[ \t]+(?=\S)|•(?=\S)"
    r"|\*(?=[A-Za-z][^*\n]{0,300}$)|-(?=[A-Za-z\u00c0-\u017f])|\"(?=[ \t]+[^\"\n]{1,300}$)"
    # Pictographs at the start of a line serve as marks, several in a row too.
    r"|[\u2600-\u27bf\U0001f300-\U0001faff][\u2600-\u27bf\U0001f300-\U0001faff\U0001f3fb-\U0001f3ff ]{0,5}"
)
# "o" marks the items of a list where several lines begin with it.
_LOOSE_MARK = re.compile(rf"o[ \t]+(?=\w)|{_MARK.pattern}")
# A dot glued to chips parts them too: "Tulsa, OK•Freelance•On-site"; one between small letters is a spelling.
_INNER_MARK = re.compile(r"[ \t]+(?:•[ \t]*(?=\S)|\|[ \t]+)|(?<=[\w)])•(?=[A-Z0-9£$€À-Ý])")
# A line that opens with a label, and one of capitalised words alone, such as a firm: no prose is wrapped there.
_LABELLED = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?: [a-zà-ÿ]+){0,2}: \S")
_GENDERS = re.compile(r"\((?:[mwfdxhv]/){1,2}[mwfdxhv]\)", re.IGNORECASE)
_NAME = re.compile(
    r"[A-ZÀ-Ý][\w'&.-]*(?: (?:[A-ZÀ-Ý&][\w'&.-]*|-|of|and|for|the|in|de|des|du|et|für|und|van|voor|en|y)){2,12}"
)
_ENDS_SENTENCE = (".", "!", "?", ":", ";")
# No page is wrapped at a width beyond this; longer lines are paragraphs on one line.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 45
# Longer lines are cut, so that no rule ever sees more at once and time grows with the page.
_LONGEST_LINE = 3_000
_MOST_READ = 200_000
_LONGEST_TALK = 40  # lines


class Line(NamedTuple):
    """One logical line: `start <= i < stop` in the cleaned text, list mark and outer blanks excluded.

    `text` has every run of white space folded to one blank, so its offsets are its own. `mark` is the list mark
    ("" when there is none), `indent` counts the blanks before it, `gap` counts the empty lines above.
    """

    start: int
    stop: int
    text: str
    mark: str = ""
    indent: int = 0
    gap: int = 0


def split_lines(text: str) -> tuple[Line, ...]:
    r"""The logical lines of a cleaned text, in order; empty lines are counted, not kept, and very long ones are cut.

    >>> [(line.mark, line.text) for line in split_lines("Needs:\n  - Rust, or a\n    wish to learn it\n  - Linux")]
    [('', 'Needs:'), ('-', 'Rust, or a wish to learn it'), ('-', 'Linux')]
    >>> [line.text for line in split_lines("Remote • Full time • 60k")]
    ['Remote', 'Full time', '60k']
    >>> split_lines("  \n ")
    ()
    """
    marks = _LOOSE_MARK if text.count("\no ") > 1 else _MARK
    physical = tuple(_physical(text, marks))
    return tuple(_joined(text, physical, _wrap_width(physical), talk=_is_talk(physical)))


def followed(lines: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with the one that follows it; None behind the last."""
    return zip_longest(lines, lines[1:])


def _physical(text: str, marks: re.Pattern[str]) -> Iterator[Line]:
    begin, gap = 0, 0
    for written in text.split("\n"):
        content = written.strip()
        if content:
            indent = len(written) - len(written.lstrip())
            start = begin + indent
            stop = start + len(content)
            for left, right in _stretches(text, start, stop) if len(content) > _LONGEST_LINE else ((start, stop),):
                yield from (line for line in _pieces(text, left, right, indent, gap, marks) if line.text)
                gap = 0
        elif begin:
            gap += 1
        begin += len(written) + 1


def _stretches(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The line in stretches of at most `_LONGEST_LINE`, cut at a blank where there is one near the end.

    Of a line without end, which no page of a person's hand has, the first `_MOST_READ` code points are read.
    """
    stop = min(stop, start + _MOST_READ)
    while stop - start > _LONGEST_LINE:
        blank = text.rfind(" ", start + _LONGEST_LINE // 2, start + _LONGEST_LINE)
        cut = blank + 1 if blank >= 0 else start + _LONGEST_LINE
        if text[start:cut].strip():
            yield start, cut
        start = cut
    yield start, stop


def _pieces(text: str, start: int, stop: int, indent: int, gap: int, marks: re.Pattern[str]) -> Iterator[Line]:
    """The line as it stands, or one line for each entry when marks stand inside it."""
    mark = marks.match(text, start, stop)
    inside = mark.end() if mark and mark.end() < stop else start
    borders = list(_INNER_MARK.finditer(text, inside, stop)) if _parted(text, inside, stop) else []
    first_mark = text[start:inside].strip()
    begin, sign = inside, first_mark or ("|" if borders else "")
    for border in borders:
        if begin < border.start():
            yield _line(text, begin, border.start(), sign, indent, gap)
        begin, sign, gap = border.end(), first_mark or "|", 0
    yield _line(text, begin, stop, sign, indent, gap)


def _parted(text: str, start: int, stop: int) -> bool:
    return text.find("|", start, stop) >= 0 or text.find("•", start, stop) >= 0


def _line(text: str, start: int, stop: int, mark: str, indent: int, gap: int) -> Line:
    return Line(start, stop, " ".join(text[start:stop].split()), mark, indent, gap)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the page was wrapped, in code points; 0 when it was not.

    A wrapped page has many lines that stop in mid-sentence close to its longest line.
    """
    widths = sorted(line.indent + line.stop - line.start for line in lines)
    if len(widths) < 4 or not _NARROWEST_WRAP <= widths[-1] <= _WIDEST_WRAP:
        return 0
    widest = widths[-1]
    broken = sum(
        1
        for line, following in pairwise(lines)
        if line.indent + line.stop - line.start > widest * 0.75
        and not line.text.endswith(_ENDS_SENTENCE)
        and not following.gap
        and not following.mark
    )
    return widest if broken >= 3 and broken * 8 >= len(lines) else 0


def _is_talk(lines: Sequence[Line]) -> bool:
    """Whether lines start in lower case as they do in chats, so that a small letter continues nothing."""
    if len(lines) >= _LONGEST_TALK:
        return False
    small = sum(1 for line in lines if line.text[0].islower() and not line.mark)
    return small * 5 >= len(lines) * 2


def _joined(text: str, lines: Sequence[Line], wrap: int, *, talk: bool) -> Iterator[Line]:
    """Lines with their continuations; `wrap` is the page's own width or 0."""
    first: Line | None = None
    last: Line | None = None
    before = False
    for line in lines:
        alone = _stands_alone(text, line)
        whole = alone or before or (first is not None and line.stop - first.start > _LONGEST_LINE)
        if first is None or last is None or whole or not _continues(first, last, line, wrap, talk=talk):
            if first is not None and last is not None:
                yield _whole(text, first, last)
            first = line
        last, before = line, alone
    if first is not None and last is not None:
        yield _whole(text, first, last)


def _whole(text: str, first: Line, last: Line) -> Line:
    return first if first is last else _line(text, first.start, last.stop, first.mark, first.indent, first.gap)


def _stands_alone(text: str, line: Line) -> bool:
    """Whether it is a row of columns, set apart by runs of blanks, or a rule ("-----"): no prose is."""
    return text.find("   ", line.start, line.stop) >= 0 or not any(letter.isalnum() for letter in line.text)


def _continues(begun: Line, last: Line, line: Line, wrap: int, *, talk: bool) -> bool:
    """Whether `line` goes on what `begun` began and `last` left off.

    Lines that all start with a small letter are the items of a list that lost its marks.
    """
    if line.gap or line.mark or last.text.endswith((":", "?", "!")):
        return False
    if line.text.isupper() and not last.text.isupper():
        return False
    if (
        _GENDERS.search(last.text)
        or _LABELLED.match(line.text)
        or (line.text[0].isupper() and _NAME.fullmatch(last.text))
    ):
        return False
    first = line.text[0]
    open_end = not last.text.endswith((".", ";"))
    hanging = bool(begun.mark) and line.indent >= begun.indent + 2
    if hanging and (open_end or first.islower()):
        return True
    room = wrap - (last.indent + last.stop - last.start)
    word = len(line.text.split(" ", 1)[0])
    if wrap and room < word + 12 and (open_end or room < word + 2):
        return True
    long_enough = last.stop - last.start >= 40
    sentence = begun.mark or not begun.text[0].islower()
    return first.islower() and bool(sentence) and not talk and open_end and long_enough and " " in line.text
