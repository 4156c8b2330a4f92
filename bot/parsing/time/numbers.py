"""Which number does a word mean? Small numbers as words in five languages.

Leaves out money, which `bot.parsing.pay.money` reads.
"""

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "an": 1,
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vijf": 5, "zes": 6, "zeven": 7, "negen": 9, "tien": 10, "twaalf": 12,
    "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12,
}  # fmt: skip
# Longest first, so that "fourteen" is not read as "four".
WORD = "|".join(sorted(_WORDS, key=lambda word: (-len(word), word)))
# A count of something: "a week" is a rate and no count.
COUNT = rf"\d{{1,3}}(?:[.,]\d{{1,2}})?|{'|'.join(word for word in WORD.split('|') if word not in ('a', 'an'))}"
NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|\b(?:{WORD})\b)"


def number(written: str) -> float | int:
    """The number that digits or a number word mean; raises KeyError for other words.

    >>> number("five"), number("37,5"), number("12")
    (5, 37.5, 12)
    """
    plain = written.strip().lower().replace(",", ".")
    if plain[:1].isdigit():
        value = float(plain)
        return int(value) if value == int(value) else value
    return _WORDS[plain]
