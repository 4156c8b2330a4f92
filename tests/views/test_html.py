"""Every reply fits Telegram's limits, counted in UTF-16 units, and its markup is whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.viewer import HOST
from bot.services.browse_postings import browse
from bot.services.library import Library
from bot.views.card import public_look, render_card
from bot.views.details import render_apply, render_benefits, render_requirements
from bot.views.html import bold, escape, split, utf16_length
from bot.views.lists import render_shelf
from bot.views.texts import render_help, render_privacy, render_start
from handlers.console.markup import parse_html, utf16
from tests.support.library import NOW

MARKUPS = st.lists(st.one_of(st.text(max_size=80).map(escape), st.text(min_size=1, max_size=80).map(bold)), max_size=30)


@given(MARKUPS, st.integers(min_value=20, max_value=300))
def test_every_piece_fits_and_nothing_is_lost(parts: list[str], limit: int) -> None:
    markup = "\n".join(parts)
    pieces = split(markup, limit)
    for piece in pieces:
        parsed = parse_html(piece)
        assert utf16(parsed.text) <= limit
    whole = "".join(parse_html(piece).text for piece in pieces)
    assert "".join(whole.split()) == "".join(parse_html(markup).text.split())


NESTED = ["<b>a<i>b</i> c</b>", "x<code>y</code>z", "<i>one two three</i>", "\n", " "]


@given(st.lists(st.sampled_from(NESTED)), st.integers(min_value=3, max_value=9))
def test_no_piece_has_too_many_entities_and_nested_tags_go_on(parts: list[str], most: int) -> None:
    markup = "".join(parts)
    shown = [parse_html(piece) for piece in split(markup, 40, most)]
    assert all(utf16(parsed.text) <= 40 and len(parsed.entities) <= most for parsed in shown)
    assert "".join("".join(parsed.text for parsed in shown).split()) == "".join(parse_html(markup).text.split())


def test_the_length_is_the_one_that_telegram_counts() -> None:
    assert utf16_length("a🚀é") == utf16("a🚀é") == 4


@pytest.mark.parametrize("render", [render_card, render_requirements, render_benefits, render_apply])
def test_every_reply_about_a_seed_is_whole_markup_of_one_message(seeds: Library, render: object) -> None:
    assert callable(render)
    for stored in seeds.postings.all():
        reply = render(public_look(stored, NOW.date()))
        assert utf16(parse_html(reply.html).text) <= 4096
        assert all(button.label for row in reply.buttons for button in row)


def test_fixed_texts_are_whole_markup(seeds: Library) -> None:
    for reply in (
        render_start(3),
        render_start(0, in_group=True),
        render_help(),
        render_help(in_group=True),
        render_privacy(),
        render_shelf(browse(seeds, viewer=HOST, limit=5)),
    ):
        assert parse_html(reply.html).text
