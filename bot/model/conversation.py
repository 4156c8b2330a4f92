"""What does a chat remember? The posting in focus, the last results and the last question; /reset clears it."""

from dataclasses import dataclass

from bot.model.posting import PostingId


@dataclass(frozen=True, slots=True)
class Conversation:
    """The state of one chat; `results` are in the order shown, `question` is the last one that was understood."""

    focus: PostingId | None = None
    results: tuple[PostingId, ...] = ()
    question: str | None = None
