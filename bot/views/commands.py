"""Which commands are there? The one table that feeds routing, the menu, /help, README and their test."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command as people type it; `usage` shows its arguments, `summary` is the line of the menu.

    `aliases` are other names that people know for it; they work and are not listed.
    """

    name: str
    usage: str
    summary: str
    aliases: tuple[str, ...] = ()


COMMANDS = (
    Command("start", "", "what I do, and three things to try"),
    Command("help", "", "all commands"),
    Command("postings", "", "the postings I know", ("list", "jobs", "latest")),
    Command("posting", "NUMBER", "one posting as a card", ("job", "show")),
    Command("requirements", "NUMBER", "what a posting asks for: must and nice to have"),
    Command("benefits", "NUMBER", "what a posting offers"),
    Command("find", "WORDS", "search the postings", ("search",)),
    Command("ask", "QUESTION", "a question about one posting or all of them"),
    Command("compare", "NUMBER NUMBER", "two postings side by side", ("diff",)),
    Command("saved", "", "the postings you saved", ("favorites", "favourites", "bookmarks")),
    Command("hidden", "", "the postings you have hidden from lists"),
    Command("set", "FIELD VALUE", "correct a posting that you sent"),
    Command("reset", "", "forget the posting and the results we talk about"),
    Command("privacy", "", "what is stored, and what is not"),
)
