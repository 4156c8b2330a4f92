"""Which commands are there? The one table that feeds routing, the menu, /help, README and their test."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """In whose menu a command stands: of private chats alone, of groups too, or of their administrators too."""

    PRIVATE = "private"
    GROUPS = "groups"
    ADMINISTRATORS = "administrators"


@dataclass(frozen=True, slots=True)
class Command:
    """A command as people type it; `usage` shows its arguments, `summary` is the line of the menu.

    `aliases` are other names that people know for it; they work and are not listed. `scope` says in whose menu it
    stands.
    """

    name: str
    usage: str
    summary: str
    aliases: tuple[str, ...] = ()
    scope: Scope = Scope.PRIVATE


COMMANDS = (
    Command("start", "", "what I do, and three things to try"),
    Command("help", "", "all commands", scope=Scope.GROUPS),
    Command("postings", "", "the postings I know", ("list", "jobs", "latest"), Scope.GROUPS),
    Command("posting", "NUMBER", "one posting as a card", ("job", "show"), Scope.GROUPS),
    Command("requirements", "NUMBER", "what a posting asks for: must and nice to have", scope=Scope.GROUPS),
    Command("benefits", "NUMBER", "what a posting offers", scope=Scope.GROUPS),
    Command("find", "WORDS", "search the postings", ("search",), Scope.GROUPS),
    Command("ask", "QUESTION", "a question about one posting or all of them", scope=Scope.GROUPS),
    Command("compare", "NUMBER NUMBER", "two postings side by side", ("diff",), Scope.GROUPS),
    Command("stats", "WORDS", "a picture: pay, most asked skills, postings a week", ("charts",), Scope.GROUPS),
    Command("saved", "", "the postings you saved", ("favorites", "favourites", "bookmarks")),
    Command("hidden", "", "the postings you have hidden from lists"),
    Command("set", "FIELD VALUE", "correct a posting that you sent"),
    Command("settings", "CITY", "time zone and rhythm", ("timezone", "preferences"), Scope.ADMINISTRATORS),
    Command(
        "subscribe",
        "WORDS WHEN",
        "tell me of new postings: rust london daily 8:00 berlin",
        ("sub", "alert", "newalert"),
        Scope.ADMINISTRATORS,
    ),
    Command(
        "subscriptions",
        "",
        "what is subscribed here and how it goes: pause, edit, share, end",
        ("subs", "alerts", "digest", "pause", "resume", "unsub", "unsubscribe"),
        Scope.ADMINISTRATORS,
    ),
    Command(
        "change", "NUMBER WHAT", "other words or times for a subscription: 3 mon,thu 18:30", scope=Scope.ADMINISTRATORS
    ),
    Command("reset", "", "forget the posting and the results we talk about"),
    Command("export", "", "everything that is stored about you, as a file", ("mydata",)),
    Command("forget", "", "remove everything that is stored about you", ("delete", "deleteme")),
    Command("cancel", "", "stop what is going on", scope=Scope.GROUPS),
    Command("privacy", "", "what is stored, and what is not", scope=Scope.GROUPS),
)
