"""Which human language does a word name? Languages by their names in five languages, folded.

Leaves out where a name is a nationality and no language: `bot.parsing.terms.languages` decides that.
"""

from bot.text.tokens import fold

_NAMES = {
    "English": "english englisch anglais engels ingles",
    "German": "german deutsch allemand duits aleman deutschkenntnisse",
    "French": "french franzosisch francais frans frances",
    "Dutch": "dutch niederlandisch neerlandais nederlands neerlandes holandes",
    "Spanish": "spanish spanisch espagnol spaans espanol castellano",
    "Italian": "italian italienisch italien italiaans italiano",
    "Portuguese": "portuguese portugiesisch portugais portugees portugues",
    "Polish": "polish polnisch polonais pools polaco",
    "Czech": "czech tschechisch tcheque",
    "Swedish": "swedish schwedisch suedois zweeds sueco",
    "Norwegian": "norwegian norwegisch norvegien noors noruego",
    "Danish": "danish danisch danois deens danes",
    "Finnish": "finnish finnisch finnois fins",
    "Russian": "russian russisch russe ruso",
    "Ukrainian": "ukrainian ukrainisch ukrainien",
    "Turkish": "turkish turkisch turc turks turco",
    "Arabic": "arabic arabisch arabe",
    "Hebrew": "hebrew hebraisch hebreu",
    "Hindi": "hindi",
    "Mandarin": "mandarin",
    "Chinese": "chinese chinesisch chinois chinees chino",
    "Cantonese": "cantonese",
    "Japanese": "japanese japanisch japonais japans japones",
    "Korean": "korean koreanisch coreen",
    "Vietnamese": "vietnamese",
    "Thai": "thai",
    "Indonesian": "indonesian bahasa",
    "Malay": "malay",
    "Greek": "greek griechisch grec griego",
    "Romanian": "romanian rumanisch roumain rumano",
    "Bulgarian": "bulgarian bulgarisch bulgare",
    "Hungarian": "hungarian ungarisch hongrois hungaro",
    "Croatian": "croatian kroatisch croate",
    "Serbian": "serbian serbisch serbe",
    "Slovak": "slovak slowakisch slovaque",
    "Slovenian": "slovenian slovene",
    "Estonian": "estonian",
    "Latvian": "latvian",
    "Lithuanian": "lithuanian",
    "Welsh": "welsh",
    "Irish": "irish gaeilge",
    "Catalan": "catalan katalanisch",
    "Basque": "basque euskera",
    "Swahili": "swahili",
    "Afrikaans": "afrikaans",
    "Urdu": "urdu",
    "Bengali": "bengali",
    "Punjabi": "punjabi",
    "Tamil": "tamil",
    "Tagalog": "tagalog",
    "Luxembourgish": "luxembourgish luxemburgisch luxembourgeois",
}
LANGUAGE_OF = {name: language for language, names in _NAMES.items() for name in names.split()}


def language_named(word: str) -> str | None:
    """The English name of the language that the word names, or None.

    >>> language_named("deutsch"), language_named("rust")
    ('German', None)
    """
    return LANGUAGE_OF.get(fold(word))
