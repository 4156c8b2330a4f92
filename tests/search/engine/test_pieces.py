"""Pieces of texts in thousands: the same as splitting each text and numbering what was never seen before."""

import random
import sys
from collections.abc import Sequence

import pytest

from bot.search.engine.pieces import Pieces
from bot.search.engine.rows import RowReader
from bot.search.fields import FIELDS
from tests.search.engine.postings import all_of

BLANKS = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace())
# Around the lengths at which a key is full; letters of one to four bytes, signs that are no blanks, half a sign.
LENGTHS = (1, 2, 7, 8, 9, 14, 15, 16, 17, 40)
SIGNS = ("ab", "é", "ß語", "𝔘", "\0\x01\x08\x0e\x1b\x7f", "\x84\xad\u200b", "\ud800")


def numbered() -> tuple[Pieces, list[str]]:
    """A table that numbers pieces in the order in which they come, and the list of them."""
    said: list[str] = []

    def number(piece: str) -> int:
        said.append(piece)
        return len(said) - 1

    return Pieces(number), said


def read_back(pieces: Pieces, said: Sequence[str], texts: Sequence[str]) -> list[list[str]]:
    read = pieces.read(texts)
    words = iter(said[number] for number in read.numbers.tolist())
    return [[next(words) for _ in range(count)] for count in read.counts.tolist()]


def random_piece(chance: random.Random) -> str:
    return "".join(chance.choices(chance.choice(SIGNS), k=chance.choice(LENGTHS)))


@pytest.mark.parametrize("seed", range(4))
def test_texts_are_cut_as_a_split_cuts_them(seed: int) -> None:
    chance = random.Random(seed)
    known = [random_piece(chance) for _ in range(3000)]
    pieces, said = numbered()
    for _ in range(40):
        texts = [
            "".join(
                chance.choice(known) + chance.choice(BLANKS) * chance.randint(1, 2)
                for _ in range(chance.randint(0, 60))
            )
            for _ in range(chance.randint(1, 9))
        ]
        texts[0] = chance.choice(BLANKS) + texts[0].strip() + chance.choice(["", "x"])
        assert read_back(pieces, said, texts) == [text.split() for text in texts]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("texts", [(), ("",), ("", " \n ", ""), ("a",), ("a", "", "a b")])
def test_texts_without_pieces_have_none(texts: Sequence[str]) -> None:
    pieces, said = numbered()
    assert read_back(pieces, said, texts) == [text.split() for text in texts]


def test_pieces_that_differ_in_ends_of_nothing_are_different() -> None:
    pieces, said = numbered()
    texts = ["a", "a\0", "a\0\0", "abcdefgh", "abcdefgh\0", "abcdefghijklmno", "abcdefghijklmno\0", "\0"]
    for _ in range(2):
        assert read_back(pieces, said, texts) == [[text] for text in texts]


def test_a_posting_is_read_the_same_alone_and_among_others() -> None:
    postings = list(all_of(random.Random(3), 150))
    alone, together = RowReader(), RowReader()
    one = [alone.read(stored) for stored in postings]
    many = list(together.read_all(iter(postings)))
    assert [row._replace(lexicon=alone.lexicon, stems=0, counts=0) for row in many] == [
        row._replace(stems=0, counts=0) for row in one
    ]
    for mine, theirs in zip(one, many, strict=True):
        assert mine.counts.tolist() == theirs.counts.tolist()
        spelled = [[row.lexicon.words[n] for n in row.stems] for row in (mine, theirs)]
        assert spelled[0] == spelled[1]


def test_parts_that_stand_apart_come_last() -> None:
    assert [field.apart for field in FIELDS] == sorted(field.apart for field in FIELDS)
