"""Which fixed texts does a person read? Greeting, help, privacy and the short lines for slips."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.model.courtesy import Courtesy
from bot.views.commands import COMMANDS, Scope
from bot.views.html import escape
from bot.views.reply import Reply

# How alike a command has to be to be suggested: one letter of four may differ.
_NEAR = 0.7
_START = """\
Hello, I am <b>rolecall</b>. Send me job postings and ask me about them.

I know {count}. Three things to try:
• <code>/postings</code> – what is here
• <code>rust london</code> – a search, typos welcome
• <code>what are the benefits of #1?</code> – a question

Every answer comes with the words of the posting that prove it. What a posting does not say, I call “not stated”. \
There is no language model behind me: the same question always gets the same answer."""

_START_IN_GROUP = """\
Hello, I am <b>rolecall</b>. I search job postings and answer questions about them, with the words that prove it.

I know {count}. Three things to try here:
• <code>/find rust london</code> – a search, typos welcome
• <code>/ask which offer a pension?</code> – a question
• answer a card with a question about it

Postings are sent to me in private: there you see what was read, and decide whether to share it."""

_PRIVACY = """\
<b>What is stored</b>, in one database file of this bot's host
• the postings that you send me, seen by you alone until you share one
• what you save, hide, subscribe to and set, and the searches that buttons lead back to
• the posting, the results and the question that we talked about last, so that “and the deadline?” works; \
/reset clears it
• a message on its way to you until it has arrived; afterwards only that it did, and which posting it showed

<b>What is not</b>
• no profile, no contacts, no history of what you write
• nothing is given to anybody else, and nothing is used for training
• logs hold no text of yours; in groups I read what is addressed to me alone

/export gives you all of it as a file, /forget removes it."""


_TO_BEGIN = (
    "Try <code>rust london</code> (a search), <code>which postings offer a pension?</code> (a question), "
    "or paste a posting. /help lists everything."
)


def render_start(count: int, *, in_group: bool = False) -> Reply:
    """The greeting; `count` is the number of stored postings."""
    none = "no postings yet" if in_group else "no postings yet: paste one or send a file"
    known = {0: none, 1: "1 posting"}.get(count, f"{count:,} postings")
    return Reply((_START_IN_GROUP if in_group else _START).format(count=known))


def render_help(*, in_group: bool = False) -> Reply:
    """All commands that work here, and what can be done without one."""
    rows = "\n".join(
        f"/{command.name} {escape(command.usage)}".rstrip() + f" – {escape(command.summary)}"
        for command in COMMANDS
        if not in_group or command.scope is not Scope.PRIVATE
    )
    if in_group:
        return Reply(
            f"{rows}\n\nHere I act when I am addressed: a command with my name behind it, or an answer to one of my "
            "messages. An answer to a card is a question about that posting. What is yours alone "
            "(what you save, what you send) is done in private with me."
        )
    return Reply(
        f"{rows}\n\nPlain text works too: a question, words to search for, or a posting to keep. "
        "A file (text, HTML, PDF, Word) or a link is kept as a posting, seen by you alone until you share it. "
        "An answer to a card is a question about that posting.\n\n"
        "In a group I act when I am addressed: a command with my name behind it, or an answer to one of my messages. "
        "In any other chat, type my name and words to search for."
    )


def render_courtesy(courtesy: Courtesy) -> Reply:
    """The reply to a message that neither asks nor searches."""
    match courtesy:
        case Courtesy.GREETING:
            return Reply(f"Hello. {_TO_BEGIN}")
        case Courtesy.THANKS:
            return Reply("You are welcome.")
        case Courtesy.FAREWELL:
            return Reply("Goodbye, and good luck with the search.")
        case Courtesy.HELP:
            return Reply(
                f"I find job postings and answer questions about them, with the words that prove it. {_TO_BEGIN}"
            )
        case Courtesy.DATA:
            return Reply("/privacy says what is stored, /export gives it to you as a file, /forget removes it.")


def render_privacy() -> Reply:
    """What is stored and what is not."""
    return Reply(_PRIVACY)


def render_line(text: str) -> Reply:
    """One plain line."""
    return Reply(escape(text))


def render_reset() -> Reply:
    """The receipt of /reset."""
    return Reply("Done. I no longer have a posting, results or a question of this chat in mind.")


def render_usage(name: str) -> Reply:
    """How a command is used, when its argument is missing."""
    command = next(command for command in COMMANDS if command.name == name)
    return Reply(f"Use it like this: <code>/{command.name} {escape(command.usage)}</code> – {escape(command.summary)}.")


def render_unreadable() -> Reply:
    """The reply to pictures, voices and the like."""
    return Reply("I read text, files (text, HTML, PDF, Word) and links. Send the posting as one of these.")


def render_nothing_pending() -> Reply:
    """The reply to /cancel; keys that picked a chat go away with it."""
    return Reply(
        "Nothing is going on: I never wait for a second message. /reset forgets what we talked about.", unpicks=True
    )


def render_unknown_command(typed: str) -> Reply:
    """The reply to a command that does not exist, with the one that was probably meant."""
    names = [name for command in COMMANDS for name in (command.name, *command.aliases)]
    near = process.extractOne(typed.lower(), names, scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    meant = f" Did you mean /{near[0]}?" if near else ""
    return Reply(f"I do not know this command.{meant} /help lists the ones I know.")


def render_too_much() -> str:
    """The line for somebody who asks too much at once."""
    return "That is a lot at once: I answer 30 messages a minute to each person. Please wait a moment."


def render_too_many_imports() -> str:
    """The line for somebody who sends too many files and links."""
    return "That is a lot: I read 20 files and links an hour for each person. Please send the rest later."


def render_nothing_offered() -> str:
    """The button above an inline query that found nothing; at most 64 letters."""
    return "Nothing found – see why in private"


def render_not_yours() -> str:
    """The notice for somebody who presses the button of another person's message."""
    return "This answers somebody else. Ask me yourself, or open it in private."


def render_only_administrators() -> str:
    """The notice for somebody who may not change what holds for a group."""
    return "Only administrators of this group can change that."


def render_unknown_chat() -> str:
    """The line for somebody who names a chat that the bot is not in."""
    return "I am not in that chat, or may not look into it. Add me there first; nothing was changed."


def render_not_administrator(title: str) -> str:
    """The line for somebody who may not decide what is told in a chat."""
    return f"Only administrators of “{title}” can have something told there; nothing was changed."


def render_cannot_post(title: str) -> str:
    """The line for somebody whose chat does not let the bot write."""
    return f"I may not write in “{title}”: give me the right to post there; nothing was changed."


def render_stale_button() -> str:
    """The notice for a button whose message is from another time."""
    return "This button is from an older message. Send /postings to start afresh."


def render_fault() -> Reply:
    """The reply when something broke on this side."""
    return Reply("Something went wrong here, and it has been noted. Nothing you sent is lost; please try again.")
