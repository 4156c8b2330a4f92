"""Why was the last question answered as it was? The reading, the facts with the rules that found them, and the words."""

from dataclasses import replace

from bot.answers.drafts import Draft
from bot.answers.question import Kind, Question
from bot.answers.scope import Scope
from bot.model.answer import Quotation
from bot.model.posting import Posting

_SHOWN = 6


def explained(draft: Draft, before: Question, scope: Scope) -> Draft:
    """The answer once more, with how it came about."""
    steps = [f"• I read “{before.typed}” as: {before.reading}"]
    if before.kind in (Kind.WHICH, Kind.COUNT, Kind.EXTREME, Kind.MEDIAN, Kind.RANKING):
        steps.append("• I looked at each posting's own words; what a posting does not state counts neither way")
    steps += [_step(quotation, scope) for quotation in draft.proofs[:_SHOWN]]
    if len(draft.proofs) > _SHOWN:
        steps.append(f"• and {len(draft.proofs) - _SHOWN} more quotes")
    if not draft.proofs:
        steps.append("• I found no words in the posting that say it")
    return replace(draft, text=draft.text + "\n\nWhy:\n" + "\n".join(steps))


def _step(quotation: Quotation, scope: Scope) -> str:
    stored = scope.find(quotation.posting)
    rule = _rule(stored.posting, quotation) if stored else ""
    said = " ".join(quotation.quote.split())
    return f"• #{quotation.posting}, characters {quotation.start}–{quotation.stop}: “{said}”" + (
        f" (rule: {rule})" if rule else ""
    )


def _rule(posting: Posting, quotation: Quotation) -> str:
    """The field and the rule that read these very words; "" when no field did."""
    for field in posting.stated():
        for found in posting.found(field):
            if any((proof.start, proof.stop) == (quotation.start, quotation.stop) for proof in found.evidence):
                return f"{field.replace('_', ' ')}, {found.rule}"
    return ""
