"""Offsets survive every layer: what a decoded text shows leads back to the signs of the file that say it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.intake.forms.json_nodes import read_json
from bot.intake.forms.nodes import Leaf
from bot.intake.forms.prose import read_text
from bot.text.clean import clean
from bot.text.layers import Weaver, plain


def test_layers_of_escapes_tags_and_spelling_compose() -> None:
    raw = '{"a": "<p>Pay \\u20ac 4\\u00bd k &amp; more<\\/p>"}'
    read = read_json(plain(raw))
    assert read is not None
    leaf = read[0].items[0][1] if not isinstance(read[0], Leaf) else read[0]
    assert isinstance(leaf, Leaf)
    text = clean(read_text(leaf.layer))
    assert text.text == "Pay € 4.5 k & more"
    assert text.span(text.text.index("4.5"), text.text.index("4.5") + 3).of(raw) == "4\\u00bd"
    assert text.span(text.text.index("&"), text.text.index("&") + 1).of(raw) == "&amp;"
    assert text.words(text.text.index("4.5"), text.text.index("4.5") + 3) == "4½"


def test_pieces_that_stand_apart_prove_a_value_one_by_one() -> None:
    raw = "EUR" + "." * 500 + "3000" + " to 4000"
    weaver = Weaver(raw)
    weaver.copy(503, 507)
    weaver.put(" ", 507, 507)
    weaver.copy(0, 3)
    layer = weaver.woven()
    assert layer.text == "3000 EUR"
    assert [span.of(raw) for span in layer.spans(0, 8)] == ["3000", "EUR"]
    assert layer.spans(0, 4)[0].of(raw) == "3000"


@given(st.lists(st.tuples(st.text(max_size=6), st.integers(0, 40), st.integers(0, 40)), max_size=12), st.data())
def test_every_range_of_a_layer_lies_in_its_raw_text(pieces: list[tuple[str, int, int]], data: st.DataObject) -> None:
    raw = "0123456789" * 4
    weaver = Weaver(raw)
    for text, left, right in pieces:
        weaver.put(text, min(left, right), max(left, right))
    layer = weaver.woven()
    start = data.draw(st.integers(0, len(layer.text)))
    stop = data.draw(st.integers(start, len(layer.text)))
    for span in layer.spans(start, stop):
        assert 0 <= span.start <= span.stop <= len(raw)
    cut = layer.cut(start, stop)
    assert cut.text == layer.text[start:stop]
    assert Weaver(raw).woven().text == ""
    assert plain(cut.text).over(cut).text == cut.text
