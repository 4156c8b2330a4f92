"""Which cue words do the judges of sentences need? All of them together, for the one pass over a page."""

from bot.parsing.talk import duration, experience, hours, mode, office, shifts, size, sponsorship, starts, travel

CUES = tuple(
    each.CUES for each in (duration, experience, hours, mode, office, shifts, size, sponsorship, starts, travel)
)
