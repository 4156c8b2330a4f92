"""Who looks at the postings, and which of them may be seen? Public ones by everybody, private ones by their owner.

A posting that is sent in a private chat belongs to that chat until it is shared; the host of the bot sees everything.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks: the private chat with the number `chat`, a group or stranger (None), or the host."""

    chat: int | None = None
    host: bool = False

    def sees(self, owner: int | None) -> bool:
        """Whether a posting of this owner may be shown; a posting without an owner is public.

        >>> PUBLIC.sees(None), PUBLIC.sees(5), Viewer(5).sees(5), Viewer(6).sees(5), HOST.sees(5)
        (True, False, True, False, True)
        """
        return owner is None or self.host or owner == self.chat


PUBLIC = Viewer()
HOST = Viewer(host=True)
