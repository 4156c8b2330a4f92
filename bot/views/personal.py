"""What does a person see who asks for all their data, or for its removal?"""

from collections.abc import Iterator

from bot.model.action import Action, Verb
from bot.model.forgotten import Forgotten
from bot.views.html import bold
from bot.views.reply import Attachment, Button, Reply


def render_export(document: str) -> Reply:
    """The document with everything that is stored."""
    return Reply("Everything that is stored about you. /forget removes it.", file=Attachment("rolecall.json", document))


def render_forgetting() -> Reply:
    """The question before everything is removed."""
    text = (
        f"{bold('Forget everything about you?')}\n\nGone for good: the postings that only you see, what you saved and"
        " hid, your searches, your subscriptions, your settings, our conversation, and what was to be sent to you."
        " Postings that you shared belong to everybody and stay, without your name. /export gives you a copy first."
    )
    return Reply(text, ((Button("Forget everything", Action(Verb.FORGET_NOW)), Button("Keep it", Action(Verb.KEEP))),))


def render_forgotten(gone: Forgotten) -> Reply:
    """What was removed."""
    return Reply("Done. Removed: " + ", ".join(_parts(gone)) + ", and what we talked about.")


def render_kept() -> Reply:
    """The reply when somebody thinks better of it."""
    return Reply("Nothing was removed.")


def _parts(gone: Forgotten) -> Iterator[str]:
    yield _counted(gone.postings, "private posting")
    yield _counted(gone.marks, "saved or hidden mark")
    yield _counted(gone.subscriptions, "subscription")
    yield _counted(gone.searches, "search", "searches")
    yield _counted(gone.messages, "message on record", "messages on record")
    yield "your settings" if gone.settings else "no settings"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
