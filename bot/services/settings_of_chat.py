"""What has a chat set, and how does it set something else?"""

from dataclasses import replace

from bot.errors import UserError
from bot.model.preferences import Preferences, Rhythm
from bot.model.zones import find_zone
from bot.services.library import Library


def preferences_of(library: Library, chat: int) -> Preferences:
    """The settings of a chat."""
    return library.preferences.get(chat)


def set_zone(library: Library, chat: int, words: str) -> Preferences:
    """Sets the time zone by the name of a city; raises UserError when none is known by it."""
    zone = find_zone(words)
    if zone is None:
        raise UserError(f"I know no time zone for “{words}”. Give a large city nearby, such as /settings Berlin")
    return _saved(library, chat, replace(library.preferences.get(chat), zone=zone))


def set_rhythm(library: Library, chat: int, rhythm: Rhythm) -> Preferences:
    """Sets how often new postings are told where nothing else is said."""
    return _saved(library, chat, replace(library.preferences.get(chat), rhythm=rhythm))


def _saved(library: Library, chat: int, preferences: Preferences) -> Preferences:
    library.preferences.save(chat, preferences)
    return preferences
