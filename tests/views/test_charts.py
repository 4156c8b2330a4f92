"""A picture of figures: the same figures give the same bytes, and its caption says the same in words."""

import base64
import io
from datetime import date

import pytest
from PIL import Image

from bot.model.statistics import Bar, PayPanel, Statistics, Week, steps
from bot.views.charts import draw
from bot.views.html import utf16_length
from bot.views.statistics import render_statistics
from handlers.console.markup import parse_html

PAY = PayPanel("GBP", "year", 8, 37796, 52500, 72000, (Bar("30,000 - 40,000", 3), Bar("40,000 +", 5)))
SKILLS = (Bar("Kubernetes", 8), Bar("C#", 2))
WEEKS = (Week(date(2026, 11, 16), 7), Week(date(2026, 11, 23), 20))
SEEN = Statistics("rust", 27, 24, PAY, 20, SKILLS, WEEKS)
EMPTY = Statistics("", 3, 0, None, 0, (), ())


@pytest.mark.parametrize("seen", [SEEN, EMPTY], ids=["full", "empty"])
def test_the_picture_is_a_png_of_the_same_bytes_each_time(seen: Statistics) -> None:
    data = draw(seen)
    assert data == draw(seen)
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "PNG"
        assert image.width == 1000
        assert image.width + image.height < 10_000


def test_longer_bars_count_more() -> None:
    def blue(number: int) -> int:
        pay = PayPanel("GBP", "year", 9, 1, 2, 3, (Bar("low", number), Bar("high", 8)))
        with Image.open(io.BytesIO(draw(Statistics("", 9, 9, pay, 0, (), ())))) as image:
            counted = {colour: count for count, colour in image.convert("RGB").getcolors(10_000) or ()}
        return counted[(46, 118, 188)]

    assert blue(1) < blue(4) < blue(8)


def test_the_caption_says_the_same_and_fits() -> None:
    reply = render_statistics(SEEN)
    assert parse_html(reply.html).text == (
        "📊 27 postings · rust\n"
        "Pay: 37,796 to 72,000 GBP a year, median 52,500 (8 of 27 postings, 16 in other units)\n"
        "Pay not stated: 11 % of 27\n"
        "Skills: Kubernetes 8, C# 2 (26 % of postings name none)\n"
        "Came in: 20 this week, 27 since 16 Nov 2026"
    )
    assert reply.picture is not None
    assert base64.b64decode(reply.picture.content) == draw(SEEN)
    long = render_statistics(Statistics("x" * 4000, 1, 1, PAY, 1, tuple(Bar("y" * 300, 1) for _ in range(10)), ()))
    assert utf16_length(parse_html(long.html).text) <= 1024


def test_one_figure_is_no_range() -> None:
    pay = PayPanel("GBP", "year", 1, 37796, 37796, 37796, (Bar("37,796", 1),))
    text = parse_html(render_statistics(Statistics("nurse", 2, 1, pay, 1, (), ())).html).text
    assert "Pay: 37,796 GBP a year (1 of 2 postings)\n" in text


@pytest.mark.parametrize(
    ("lowest", "highest"), [(0.0, 1.0), (9.5, 31.25), (18_000, 250_000), (1, 1_000_000), (37796, 37796), (0, 0)]
)
def test_borders_are_few_rising_and_hold_every_figure(lowest: float, highest: float) -> None:
    borders = steps(lowest, highest, 7)
    assert 1 <= len(borders) <= 7
    assert list(borders) == sorted(set(borders))
    assert borders[0] <= lowest
    assert borders[-1] <= highest


@pytest.mark.parametrize(
    ("line", "described", "said"),
    [
        ('"1"', ("“1”",), "counted: what is found by “1”, a word on the page, not posting number 1"),
        ("in:leeds rust", ("in Leeds", "“rust”"), "counted: what is found by in Leeds · “rust”"),
    ],
)
def test_says_what_was_counted(line: str, described: tuple[str, ...], said: str) -> None:
    text = parse_html(render_statistics(Statistics(line, 2, 0, None, 0, (), (), described)).html).text
    assert said in text.splitlines()
