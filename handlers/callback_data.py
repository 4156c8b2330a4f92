"""How does an action fit into a button's 64 bytes, and how is it read back?"""

import re

from bot.model.action import Action, Verb

# Old messages keep their buttons for ever: a changed format gets a new version, and the old one is told apart.
_VERSION = "1"
# What a database can count; anybody can send what is on no button.
_NUMBER = re.compile(r"[0-9]{1,18}")


def pack(action: Action) -> str:
    """The payload of a button; ASCII, at most 64 bytes.

    >>> pack(Action(Verb.CARD, 12))
    '1:c:12:0'
    """
    return f"{_VERSION}:{action.verb.value}:{action.object}:{action.offset}"


def unpack(data: str) -> Action | None:
    """The action behind a payload, or None when it is of another version or not ours.

    >>> unpack("1:f:3:5")
    Action(verb=<Verb.FIND: 'f'>, object=3, offset=5)
    >>> [unpack(data) for data in ("0:c:1", "1:zz:1:1", "1:c:-1:x", "1:c:" + "9" * 30 + ":0")]
    [None, None, None, None]
    """
    parts = data.split(":")
    if len(parts) != 4 or parts[0] != _VERSION or parts[1] not in set(Verb):
        return None
    if not all(_NUMBER.fullmatch(part) for part in parts[2:]):
        return None
    return Action(Verb(parts[1]), int(parts[2]), int(parts[3]))
