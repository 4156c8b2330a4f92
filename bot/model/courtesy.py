"""What may a message be that neither asks nor searches? A greeting, thanks, a farewell, or a question about the bot."""

from enum import StrEnum


class Courtesy(StrEnum):
    """What such a message wants."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    HELP = "help"
    DATA = "data"
