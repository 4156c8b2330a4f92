"""What does a posting ask for, offer, and want applicants to do? One reply for each button of the card."""

from collections.abc import Iterable, Iterator

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.posting import Benefit, Requirement
from bot.model.results import Hit
from bot.model.standing import Look
from bot.model.vocabulary import Strength
from bot.views.card import deadline
from bot.views.html import bold, code, escape, italic, quote
from bot.views.reply import Button, Reply


def render_requirements(look: Look) -> Reply:
    """Everything that the posting asks for, must before nice, in the page's words."""
    asked = [found.value for found in look.stored.posting.requirements]
    musts = [each for each in asked if each.strength is Strength.MUST]
    nices = [each for each in asked if each.strength is Strength.NICE]
    if not asked:
        return _reply(look, [_name(look), "", "The posting does not state any requirements."])
    lines = [_name(look), *_group("Must have", musts), *_group("Nice to have", nices)]
    return _reply(look, lines)


def render_benefits(look: Look) -> Reply:
    """Everything that the posting offers, and what it says it does not offer."""
    named = [found.value for found in look.stored.posting.benefits]
    offered = [each for each in named if each.offered]
    refused = [each for each in named if not each.offered]
    if not named:
        return _reply(look, [_name(look), "", "The posting does not state any benefits."])
    lines = [_name(look), *_group("Benefits", offered), *_group("Not offered", refused)]
    return _reply(look, lines)


def render_apply(look: Look) -> Reply:
    """The addresses to apply at, the deadline, and a word when the page says that it is closed."""
    posting = look.stored.posting
    lines = [_name(look), ""]
    if posting.closed:
        lines.append(f"🔒 “{escape(' '.join(posting.closed.words.split()))}”")
    if posting.apply:
        lines += [bold("Apply at"), *(f"• {escape(found.value)}" for found in posting.apply)]
    else:
        lines.append("The posting states no address to apply at.")
    lines.append(f"Deadline: {deadline(posting.deadline, look.standing.today)}")
    return _reply(look, lines)


def _name(look: Look) -> str:
    return f"{bold(look.stored.name)} {italic(f'#{look.stored.id}')}"


def _group(heading: str, entries: Iterable[Requirement | Benefit]) -> Iterator[str]:
    lines = [f"• {escape(_said(entry))}" for entry in entries]
    if lines:
        yield from ("", bold(heading), *lines)


def _said(entry: Requirement | Benefit) -> str:
    """The entry's own words; an amount that they do not show is added."""
    if isinstance(entry, Benefit) and entry.amount and wording.number(entry.amount.number) not in entry.text:
        return f"{entry.text} ({wording.amount(entry.amount)})"
    return entry.text


def _reply(look: Look, lines: list[str]) -> Reply:
    back = Button("Back to the card", Action(Verb.CARD, int(look.stored.id), look.standing.query))
    return Reply("\n".join(lines), ((back,),), about=look.stored.id)


def render_why(look: Look, hit: Hit, line: str) -> Reply:
    """Why a posting is among the hits of a query line: each condition that it meets, and the words that matched."""
    reasons = [f"• {escape(reason)}" for reason in hit.why] or ["• you searched for everything"]
    words = [quote(hit.snippet.text)] if hit.snippet.text else []
    return _reply(look, [_name(look), "", f"Found by {code(line)} because of", *reasons, *words])
