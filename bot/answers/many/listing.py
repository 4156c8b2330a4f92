"""How are several postings named in an answer, and the silent ones counted apart?"""

from collections.abc import Sequence

from bot.model.stored import StoredPosting

# Longer lists are counted.
LISTED = 30
_SILENT_NAMED = 12


def postings(number: int) -> str:
    """A number of postings in words.

    >>> postings(1), postings(3)
    ('1 posting', '3 postings')
    """
    return f"{number:,} posting{'' if number == 1 else 's'}"


def listing(head: str, chosen: Sequence[StoredPosting], total: int | None = None) -> str:
    """A line per posting below the head; a long list says how many more there are of `total`, or of the list itself."""
    number = len(chosen) if total is None else total
    lines = [f"• #{stored.id} {stored.name}" for stored in chosen[:LISTED]]
    if number > LISTED:
        lines.append(f"+{number - LISTED:,} more")
    return "\n".join([head, *lines])


def silence(silent: Sequence[StoredPosting]) -> str:
    """A line that counts the silent postings apart; "" when there are none."""
    if not silent:
        return ""
    named = ", ".join(f"#{stored.id}" for stored in silent[:_SILENT_NAMED])
    more = f" and {len(silent) - _SILENT_NAMED} more" if len(silent) > _SILENT_NAMED else ""
    return f"\nNot stated in {len(silent)}: {named}{more}."
