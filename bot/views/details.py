"""What does a posting ask for, offer, and want applicants to do? One reply for each button of the card."""

from collections.abc import Iterable, Iterator

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.posting import Benefit, Requirement
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Strength
from bot.views.html import bold, escape, italic
from bot.views.reply import Button, Reply


def render_requirements(stored: StoredPosting) -> Reply:
    """Everything that the posting asks for, must before nice, in the page's words."""
    asked = [found.value for found in stored.posting.requirements]
    musts = [each for each in asked if each.strength is Strength.MUST]
    nices = [each for each in asked if each.strength is Strength.NICE]
    if not asked:
        return _reply(stored, [_name(stored), "", "The posting does not state any requirements."])
    lines = [_name(stored), *_group("Must have", musts), *_group("Nice to have", nices)]
    return _reply(stored, lines)


def render_benefits(stored: StoredPosting) -> Reply:
    """Everything that the posting offers, and what it says it does not offer."""
    named = [found.value for found in stored.posting.benefits]
    offered = [each for each in named if each.offered]
    refused = [each for each in named if not each.offered]
    if not named:
        return _reply(stored, [_name(stored), "", "The posting does not state any benefits."])
    lines = [_name(stored), *_group("Benefits", offered), *_group("Not offered", refused)]
    return _reply(stored, lines)


def render_apply(stored: StoredPosting) -> Reply:
    """The addresses to apply at, the deadline, and a word when the page says that it is closed."""
    posting = stored.posting
    lines = [_name(stored), ""]
    if posting.closed:
        lines.append(f"🔒 “{escape(' '.join(posting.closed.words.split()))}”")
    if posting.apply:
        lines += [bold("Apply at"), *(f"• {escape(found.value)}" for found in posting.apply)]
    else:
        lines.append("The posting states no address to apply at.")
    lines.append(f"Deadline: {escape(posting.deadline.value) if posting.deadline else 'not stated'}")
    return _reply(stored, lines)


def _name(stored: StoredPosting) -> str:
    return f"{bold(stored.name)} {italic(f'#{stored.id}')}"


def _group(heading: str, entries: Iterable[Requirement | Benefit]) -> Iterator[str]:
    lines = [f"• {escape(_said(entry))}" for entry in entries]
    if lines:
        yield from ("", bold(heading), *lines)


def _said(entry: Requirement | Benefit) -> str:
    """The entry's own words; an amount that they do not show is added."""
    if isinstance(entry, Benefit) and entry.amount and wording.number(entry.amount.number) not in entry.text:
        return f"{entry.text} ({wording.amount(entry.amount)})"
    return entry.text


def _reply(stored: StoredPosting, lines: list[str]) -> Reply:
    back = Button("Back to the card", Action(Verb.CARD, int(stored.id)))
    return Reply("\n".join(lines), ((back,),))
