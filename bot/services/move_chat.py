"""What happens to everything of a group that became a supergroup? It belongs to the new chat, in one transaction."""

from bot.services.library import Library


def move_chat(library: Library, old: int, new: int) -> None:
    """Moves messages, conversation, searches, settings and subscriptions of a chat; does nothing the second time."""

    def move() -> None:
        library.outbox.move_chat(old, new)
        library.conversations.move(old, new)
        library.queries.move(old, new)
        library.preferences.move(old, new)
        library.subscriptions.move_chat(old, new)
        library.drafts.move(old, new)

    library.run(move)
