"""How does a digest look? One message: the new hits, each with a button, and what else is to be told."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.digest import Digest
from bot.model.stored import StoredPosting
from bot.model.subscription import Subscription
from bot.views.html import bold, code, day, escape, italic
from bot.views.reply import Button, Reply

_BUTTONS_A_ROW = 4
# Pressed on a digest, a button leaves the digest as it is.
_FROM_DIGEST = 1
_MOST_CLOSED_NAMED = 6


def render_digest(digest: Digest) -> Reply:
    """The new hits, the rest counted; then what closes soon and what has closed among those told earlier."""
    lines = [_head(digest)]
    if digest.late:
        lines.append(italic(_late(digest)))
    for stored in digest.shown:
        lines += ["", *_entry(stored)]
    if digest.more:
        lines += ["", italic(f"+{digest.more} more")]
    lines += [*_closing(digest), *_closed(digest)]
    return Reply("\n".join(lines), tuple(_buttons(digest)))


def _head(digest: Digest) -> str:
    line, new = code(digest.subscription.order.line), len(digest.shown) + digest.more
    if new:
        return f"🔔 {bold(_counted(new, 'new posting'))} · {line}"
    return f"⏳ {bold('Closing soon')} · {line}"


def _late(digest: Digest) -> str:
    since = digest.since or digest.subscription.created
    local = since.astimezone(ZoneInfo(digest.subscription.order.schedule.zone))
    return f"later than planned: I was not running; this covers everything since {local:%a %d %b %H:%M}"


def _entry(stored: StoredPosting) -> Iterator[str]:
    posting = stored.posting
    pay = f" · {wording.salary(posting.salary.value)}" if posting.salary else ""
    yield f"{bold(f'#{stored.id}')} {escape(stored.name)}"
    yield escape(wording.place(posting) + pay)
    if posting.deadline:
        yield f"closes {day(posting.deadline.value)}"


def _closing(digest: Digest) -> Iterator[str]:
    if not digest.closing:
        return
    if digest.shown:
        yield ""
        yield f"⏳ {bold('Closing soon')}"
    for stored in digest.closing:
        when = day(stored.posting.deadline.value) if stored.posting.deadline else ""
        yield f"{bold(f'#{stored.id}')} {escape(stored.name)} – {when}"
    if digest.closing_more:
        yield italic(f"+{digest.closing_more} more")


def _closed(digest: Digest) -> Iterator[str]:
    closed = digest.closed_since
    if not closed:
        return
    named = ", ".join(f"#{stored.id}" for stored in closed[:_MOST_CLOSED_NAMED])
    rest = f" and {len(closed) - _MOST_CLOSED_NAMED} more" if len(closed) > _MOST_CLOSED_NAMED else ""
    yield ""
    yield f"🔒 {italic(f'{len(closed)} closed since the last digest: {named}{rest}')}"


def _buttons(digest: Digest) -> Iterator[tuple[Button, ...]]:
    """In private everything opens below the digest; whoever presses in a group or a channel is led to private."""
    yield from _openers((*digest.shown, *digest.closing), personal=digest.personal)
    number, new = int(digest.subscription.id), len(digest.shown) + digest.more
    if not digest.personal:
        if digest.more:
            yield (Button("All hits", start=f"q{digest.token}"),)
        return
    rest = [Button(f"All {new}", Action(Verb.NEW_HITS, number, int(digest.seen_before or 0)))] if digest.more else []
    yield (*rest, Button("Pause", Action(Verb.PAUSE, number, _FROM_DIGEST)), Button("Edit", Action(Verb.EDIT, number)))


def _openers(postings: Sequence[StoredPosting], *, personal: bool) -> Iterator[tuple[Button, ...]]:
    numbers = dict.fromkeys(int(stored.id) for stored in postings)
    buttons = [
        Button(f"#{number}", Action(Verb.OPEN, number)) if personal else Button(f"#{number}", start=f"p{number}")
        for number in numbers
    ]
    yield from (tuple(buttons[start : start + _BUTTONS_A_ROW]) for start in range(0, len(buttons), _BUTTONS_A_ROW))


def render_new_hits(subscription: Subscription, postings: Sequence[StoredPosting], total: int) -> Reply:
    """All hits that came since a digest before, a line each, below the digest."""
    lines = [f"{bold(_counted(total, 'posting'))} · {code(subscription.order.line)}", ""]
    lines += [f"{bold(f'#{stored.id}')} {escape(stored.name)}" for stored in postings]
    if total > len(postings):
        lines += ["", italic(f"+{total - len(postings)} more; search for them with the line above")]
    return Reply("\n".join(lines), tuple(_openers(postings, personal=True)), below=True)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
