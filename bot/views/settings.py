"""How do settings look, what is told about a person's data, and what was removed?"""

from datetime import datetime

from bot.model.action import Action, Verb
from bot.model.preferences import Preferences, Rhythm
from bot.views.html import bold, code, escape
from bot.views.reply import Button, Reply

RHYTHMS = tuple(Rhythm)
_LABELS = {Rhythm.AT_ONCE: "At once", Rhythm.DAILY: "Daily", Rhythm.WEEKLY: "Weekly"}


def render_settings(preferences: Preferences, now: datetime) -> Reply:
    """The settings of a chat, with buttons for the rhythm; `now` is aware."""
    zone = preferences.zone or "not set, so UTC"
    clock = preferences.local(now).strftime("%H:%M")
    text = (
        f"{bold('Settings')}\n\nTime zone: {escape(zone)} – it is {clock} there\n"
        f"New postings: {_LABELS[preferences.rhythm].lower()}, unless a subscription says otherwise\n\n"
        f"{code('/settings Berlin')} sets the time zone by a city. The menu follows the language of your Telegram app."
    )
    row = tuple(
        Button(f"{'✓ ' if rhythm is preferences.rhythm else ''}{_LABELS[rhythm]}", Action(Verb.RHYTHM, place))
        for place, rhythm in enumerate(RHYTHMS)
    )
    return Reply(text, (row,))
