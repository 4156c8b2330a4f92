"""Which text do bytes hold? By byte order mark, declaration, UTF-8, or else by the look of the letters.

Line ends and byte order marks of UTF-8 stay, so that evidence counts the code points of the text as given.
"""

import codecs
import re

from charset_normalizer import from_bytes

from bot.errors import UserError

# A page dump is some kilobytes; the limit keeps a slip of the finger from filling the database.
LARGEST_BYTES = 5_000_000
_LOOKED_AT = 4096
_WEIGHED = 50_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9_.:-]{2,30})""")
# Encodings that pages in the world's languages were written in before UTF-8.
_CANDIDATES = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1256 cp1257 iso8859_2 iso8859_15 koi8_r mac_roman shift_jis euc_jp "
    "gb18030 big5 euc_kr"
).split()
# What a text in the Western European encoding does not hold: other signs, signs inside words, words of accents alone.
_FOREIGN = re.compile(
    "[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ€£©®°²³½¼¾«»·´–—‘’‚“”„•…™§¿¡ªº\xa0\xad±×µ]|(?<=[a-z])[³¿¾½¼ªº](?=[a-z])|[À-ÿ]{4,}"
)
_MOST_CONTROLS = 0.02


def decode(data: bytes, *, charset: str = "") -> str:
    """The text of a file; `charset` is what the sender declares. Raises UserError with one line otherwise."""
    if len(data) > LARGEST_BYTES:
        raise UserError(f"it is larger than {LARGEST_BYTES // 1_000_000} MB; send the posting alone")
    if not data.strip(b"\x00\t\n\r\x0b\x0c \xef\xbb\xbf\xff\xfe"):
        raise UserError("it is empty; send the text of a posting")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    wide = _without_mark(data)
    if wide is not None:
        return wide
    if b"\x00" in data[:_LOOKED_AT] or _controls(data) > _MOST_CONTROLS:
        raise UserError("it is not a text file; send the posting as text")
    return _declared(data, charset) or _guessed(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        name = encoding.upper()
        raise UserError(f"it ends in the middle or is no {name} text; save it as UTF-8 and try again") from None


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte is nought; None for anything else."""
    head = data[: _LOOKED_AT // 2 * 2]
    if len(head) < 8:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        noughts, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        if noughts * 2 >= len(head) * 0.8 and others == 0 and _controls(head[1 - first :: 2]) <= _MOST_CONTROLS:
            return _strict(data[: len(data) // 2 * 2], encoding)
    return None


def _controls(data: bytes) -> float:
    """The share of bytes that no text has: control signs but for line ends, tabs and escapes of terminals."""
    head = data[:_LOOKED_AT]
    return len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", head)) / len(head)


def _declared(data: bytes, charset: str) -> str | None:
    """The text in UTF-8, else in the encoding that the sender or the page names, where that fits."""
    found = _DECLARED.search(data[:_LOOKED_AT])
    named = found[1].decode("ascii") if found else ""
    for encoding in filter(None, ("utf-8", charset, named)):
        try:
            known = codecs.lookup(encoding).name
            # Browsers read "latin-1" as its superset with quotes and dashes.
            return data.decode("cp1252" if known in ("iso8859-1", "ascii") else known)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return None


def _guessed(data: bytes) -> str:
    """The text by its letters: Western European where only its letters and signs occur, else by their frequency."""
    if not _FOREIGN.search(western := data.decode("cp1252", errors="replace")):
        return western
    best = from_bytes(data[:_WEIGHED], cp_isolation=_CANDIDATES).best()
    if best is None or not any(letter.isalpha() for letter in str(best)):
        raise UserError("its encoding is unknown; save it as UTF-8 text and try again")
    return data.decode(best.encoding, errors="replace")
