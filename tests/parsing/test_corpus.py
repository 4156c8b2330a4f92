"""Every example of every field's table holds, and every value's evidence is the slice that it names."""

import pytest

from bot.model.evidence import Found
from bot.parsing.parse_posting import FIELDS, read_document
from tests.support.corpus import Example, corpus_fields, examples
from tests.support.plain import plain, same

EXAMPLES = [example for field in corpus_fields() for example in examples(field)]


def found_values(example: Example) -> tuple[Found[object], ...]:
    value = FIELDS[example.field](read_document(example.text))
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def params(verdict: str) -> list[object]:
    chosen = [example for example in EXAMPLES if example.verdict == verdict]
    return [pytest.param(example, id=str(example)) for example in chosen]


def assert_reads_as_expected(example: Example) -> None:
    values = found_values(example)
    got = [plain(value) for value in values]
    expected = example.value if isinstance(example.value, list) else [example.value]
    assert same(expected, got), f"expected {expected}, got {got}"
    quotes = [evidence.quote for value in values for evidence in value.evidence]
    assert set(example.quotes) <= set(quotes), f"expected quotes {example.quotes}, got {quotes}"


@pytest.mark.parametrize("example", params("accept"))
def test_an_accepted_text_yields_its_value_with_the_marked_words(example: Example) -> None:
    assert_reads_as_expected(example)


@pytest.mark.parametrize("example", params("reject"))
def test_a_rejected_text_yields_nothing(example: Example) -> None:
    assert found_values(example) == ()


@pytest.mark.parametrize("example", params("gap"))
@pytest.mark.xfail(reason="a known gap, listed with its reason", strict=True)
def test_a_known_gap_is_still_open(example: Example) -> None:
    assert_reads_as_expected(example)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_evidence_is_the_slice_of_the_text_that_it_names(example: Example) -> None:
    for value in found_values(example):
        assert value.evidence
        for evidence in value.evidence:
            assert example.text[evidence.start : evidence.stop] == evidence.quote
