"""How is a stretch of time written, in months, weeks or years? As a pattern, in five languages."""

from bot.parsing.time.numbers import COUNT

_UNIT = r"(?:months?|mths?|mos?|weeks?|wks?|years?|yrs?|school years?|academic years?|seasons?|days|monat(?:en?)?|wochen?|jahr(?:en?)?|mois|semaines?|ans?|années?|maand(?:en)?|weken|jaar|jaren|mes(?:es)?|años?|semanas|mesi|månader|måneder|miesięcy)\b"
_ABOUT = r"(?:up to|not to exceed|approx\.?|approximately|about|around|at least|environ|unos|unas|aproximadamente|etwa|rund|ongeveer|circa|minimum(?: of)?|bis zu|jusqu'à|tot|hasta|ca\.)\s"
# "3 months to 1 year" is one stretch.
SPAN = rf"(?:{_ABOUT})?\b(?:{COUNT})\s?(?:(?:-|to|bis|à|tot|or|a)\s?(?:{COUNT}))?[ -]?(?:\(\d{{1,2}}\)\s)?(?:calendar )?{_UNIT}(?:\s?\+|\s(?:-|to|bis|à|tot|a)\s(?:{COUNT})\s{_UNIT})?"
