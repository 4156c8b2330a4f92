"""How are figures drawn? Panels of bars in one picture, for a phone; the same figures give the same bytes.

Pillow draws it: a plotting library would weigh more than the rest of the program. Its built-in typeface holds the
letters of English alone, so labels are written with these.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from bot.model.statistics import Bar, Statistics
from bot.text.tokens import fold

_WIDTH, _MARGIN, _LABELS = 1000, 40, 330
_ROW, _BAR, _HEAD, _GAP = 46, 30, 96, 34
_INK, _SOFT, _PAPER = (32, 36, 44), (110, 118, 130), (255, 255, 255)
_COLOURS = ((46, 118, 188), (60, 150, 110), (196, 122, 44))
_TITLE, _NOTE, _TEXT = 34, 24, 25
# So many steps lead from the paper to each colour: they smooth the edges of letters.
_STEPS = 9
# Packed harder, a picture takes six times as long and is a tenth smaller.
_PACKED = 6


@dataclass(frozen=True, slots=True)
class _Panel:
    """One chart: its title, a line below it, and its bars from top to bottom."""

    title: str
    note: str
    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        return _HEAD + _ROW * max(len(self.bars), 1) + _GAP


def draw(seen: Statistics) -> bytes:
    """The panels below each other as a PNG."""
    panels = tuple(_panels(seen))
    image = Image.new("RGB", (_WIDTH, _MARGIN + sum(panel.height for panel in panels)), _PAPER)
    canvas = ImageDraw.Draw(image)
    top = _MARGIN
    for panel, colour in zip(panels, _COLOURS, strict=True):
        _draw_panel(canvas, panel, top, colour)
        top += panel.height
    data = io.BytesIO()
    reduced = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
    reduced.save(data, "PNG", compress_level=_PACKED)
    return data.getvalue()


@cache
def _palette() -> Image.Image:
    """The colours and their shades; to look for the best ones in each picture takes longer than to draw it."""
    shades = [
        tuple(round(paper + (ink - paper) * step / _STEPS) for ink, paper in zip(colour, _PAPER, strict=True))
        for colour in (_INK, _SOFT, *_COLOURS)
        for step in range(1, _STEPS + 1)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for shade in (_PAPER, *shades) for part in shade])
    return palette


def _panels(seen: Statistics) -> Iterator[_Panel]:
    pay = seen.pay
    yield _Panel(
        f"Pay, {pay.unit}" if pay else "Pay",
        f"{_pay_counted(seen)}; {seen.silent(seen.pay_stated)} % state no pay",
        pay.bars if pay else (),
    )
    yield _Panel(
        "Most asked skills",
        f"{seen.skills_stated} of {seen.total} postings; {seen.silent(seen.skills_stated)} % name none",
        seen.skills,
    )
    yield _Panel(
        "Postings a week",
        f"{sum(week.number for week in seen.weeks)} of {seen.total}, by the week in which they came",
        tuple(Bar(f"{week.monday:%d %b}", week.number) for week in seen.weeks),
    )


def _pay_counted(seen: Statistics) -> str:
    number = seen.pay.number if seen.pay else 0
    others = seen.pay_stated - number
    return f"{number} of {seen.total} postings" + (f", {others} in other units" if others else "")


def _draw_panel(canvas: ImageDraw.ImageDraw, panel: _Panel, top: int, colour: tuple[int, int, int]) -> None:
    canvas.text((_MARGIN, top), _ascii(panel.title), fill=_INK, font=_font(_TITLE))
    canvas.text((_MARGIN, top + 46), _ascii(panel.note), fill=_SOFT, font=_font(_NOTE))
    if not panel.bars:
        canvas.text((_MARGIN, top + _HEAD), "nothing to show", fill=_SOFT, font=_font(_TEXT))
    most = max((bar.number for bar in panel.bars), default=0) or 1
    for place, bar in enumerate(panel.bars):
        _draw_bar(canvas, bar, top + _HEAD + place * _ROW, most, colour)


def _draw_bar(canvas: ImageDraw.ImageDraw, bar: Bar, top: int, most: int, colour: tuple[int, int, int]) -> None:
    font, room = _font(_TEXT), _WIDTH - _MARGIN - _LABELS - 80
    label = _fitting(_ascii(bar.label), font, _LABELS - _MARGIN - 16)
    canvas.text((_LABELS - 16, top + _BAR // 2), label, fill=_INK, font=font, anchor="rm")
    width = round(room * bar.number / most)
    canvas.rectangle((_LABELS, top, _LABELS + max(width, 1), top + _BAR), fill=colour if bar.number else _SOFT)
    canvas.text((_LABELS + width + 12, top + _BAR // 2), f"{bar.number:,}", fill=_INK, font=font, anchor="lm")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _fitting(label: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, room: int) -> str:
    """The label, cut where it is too long."""
    cut = label
    while font.getlength(cut) > room and len(cut) > 4:
        cut = cut[:-4] + "..."
    return cut


def _ascii(text: str) -> str:
    """The text in the letters that the typeface has.

    >>> _ascii("Kälte- und Klimatechnik"), _ascii("Node.js")
    ('kalte- und klimatechnik', 'Node.js')
    """
    return text if text.isascii() else fold(text).encode("ascii", "replace").decode()


def summary(seen: Statistics) -> Sequence[str]:
    """What the picture shows, in lines of plain text."""
    return tuple(_summary(seen))


def _summary(seen: Statistics) -> Iterator[str]:
    if seen.pay:
        low, median, high = (f"{figure:,.10g}" for figure in (seen.pay.lowest, seen.pay.median, seen.pay.highest))
        figures = low if low == high else f"{low} to {high}"
        middle = "" if low == high else f", median {median}"
        yield f"Pay: {figures} {seen.pay.unit}{middle} ({_pay_counted(seen)})"
    yield f"Pay not stated: {seen.silent(seen.pay_stated)} % of {seen.total}"
    skills = ", ".join(f"{bar.label} {bar.number}" for bar in seen.skills[:6])
    yield f"Skills: {skills or 'none named'} ({seen.silent(seen.skills_stated)} % of postings name none)"
    if seen.weeks:
        since = sum(week.number for week in seen.weeks)
        yield f"Came in: {seen.weeks[-1].number} this week, {since} since {seen.weeks[0].monday:%d %b %Y}"
