"""In which language is a page written? The one whose function words occur most; English when none occurs."""

from collections import Counter
from functools import cache

from bot.parsing.document import Document
from bot.text.tokens import fold, plain_words

_WORDS = {
    "en": "the and of to in for you with is are we our will be this that your on as or an have from at by it work experience who has",
    "de": "und der die das mit fur wir sie du ist ein eine einen im den von zu auf dich ihre deine bei oder nicht als sind dein unser uns werden aus",
    "fr": "et de la le les des vous nous pour une un dans est en avec du au sur votre vos notre nos ou que qui par sont aux ce",
    "nl": "en de het een van je jij wij we voor met in is op bij aan jouw ons onze of te zijn niet ook naar als dat die jou werken",
    "es": "y de la el los las en un una para con que por tu del se al es nuestro nuestra sus como te o somos su más experiencia",
    "it": "e di il la che per un una con in del della dei sono le nel alla gli si tuo nostro",
    "pt": "e de a o que para com uma um os as em do da no na nos por voce nosso nossa se",
    "sv": "och att det som en ett for med ar du vi pa av till den har eller dig din vara om",
    "pl": "i w z na do oraz dla jest sie nie to praca od lub jako ze co nasz twoje",
}
_READ = 600
_FAR = 6_000  # code points within which those words stand


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Folded word → the languages that use it."""
    known: dict[str, tuple[str, ...]] = {}
    for language, listed in _WORDS.items():
        for word in dict.fromkeys(listed.split()):
            known[word] = (*known.get(word, ()), language)
    return known


def read_language(text: str) -> str:
    """The ISO 639-1 code of the language.

    >>> read_language("Wir suchen eine Köchin für unser Team"), read_language("Nurse needed")
    ('de', 'en')
    """
    counts: Counter[str] = Counter()
    known = _languages()
    for word, number in Counter(plain_words(fold(text[:_FAR]))[:_READ]).items():
        for language in known.get(word, ()):
            counts[language] += number
    return min(_WORDS, key=lambda language: (-counts[language], language != "en", language))


def language_of(doc: Document) -> str:
    """The language of a page; ask by `doc.once`."""
    return read_language(doc.folded)
