"""How does an action fit into a button's 64 bytes, and how is it read back?"""

from bot.model.action import Action, Verb

# Old messages keep their buttons for ever: a changed format gets a new version, and the old one is told apart.
_VERSION = "1"


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
    >>> unpack("0:c:1") is None and unpack("1:zz:1:1") is None and unpack("1:c:-1:x") is None
    True
    """
    parts = data.split(":")
    if len(parts) != 4 or parts[0] != _VERSION or parts[1] not in set(Verb):
        return None
    if not (parts[2].isdecimal() and parts[3].isdecimal()):
        return None
    return Action(Verb(parts[1]), int(parts[2]), int(parts[3]))
