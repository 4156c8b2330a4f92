"""How is a domain value shown to a person in a terminal? Plain lines; every value with the words that prove it."""

from collections.abc import Iterator

from bot.model import wording
from bot.model.answer import Answer
from bot.model.posting import Benefit, Experience, LanguageSkill, OfficeDays, OtherPay, Posting, Requirement, Salary
from bot.model.reading import Reading
from bot.model.receipt import Receipt, ReceiptStatus
from bot.model.results import Hit, Page
from bot.model.stored import StoredPosting

_QUOTE = 100


def receipt_text(receipt: Receipt) -> str:
    """What became of one text, in one line."""
    if receipt.status is ReceiptStatus.REFUSED:
        return f"{receipt.source}: not stored: {receipt.reason}"
    word = "stored as" if receipt.status is ReceiptStatus.ADDED else "known already as"
    line = f"{receipt.source}: {word} #{receipt.id}"
    if not receipt.renewed:
        return line
    told = [f"{d.field}: {_stated(d.before)} → {_stated(d.after)}" for d in receipt.changed]
    return "\n  ".join((f"{line}; its page was read anew", *told))


def _stated(words: str) -> str:
    return f"“{_short(words)}”" if words else "not stated"


def reading_text(source: str, reading: Reading, *, trace: bool) -> str:
    """Every field that the text states, each with its quote and, with `trace`, its rule; then what is not stated."""
    if reading.posting is None:
        return f"{source}: no posting: {reading.reason}"
    lines = [f"{source} ({reading.language})", *posting_lines(reading.posting, trace=trace)]
    if reading.unread:
        lines.append(f"  unread: {len(reading.unread)} lines")
        lines += [f"    | {_short(evidence.words)}" for evidence in reading.unread]
    return "\n".join(lines)


def posting_lines(posting: Posting, *, trace: bool) -> Iterator[str]:
    """The fields of a posting, one value a line."""
    for field in posting.stated():
        yield f"  {wording.spaced(field)}"
        for found in posting.found(field):
            yield f"    {value_text(found.value)}"
            quote = _short(found.words)
            if quote != value_text(found.value) or trace:
                count = f" ({len(found.evidence)} times)" if len(found.evidence) > 1 else ""
                yield f"      “{quote}”{count}" + (f"  [{found.rule}]" if trace else "")
    for conflict in posting.conflicts:
        said = " against ".join(f"“{_short(value.words)}”" for value in conflict.values)
        yield f"  contradicts itself on {wording.spaced(conflict.field)}: {said}"
    yield "  not stated: " + ", ".join(wording.spaced(field) for field in posting.not_stated())


def value_text(value: object) -> str:
    """A value in a few words."""
    match value:
        case Salary():
            return wording.salary(value)
        case Experience():
            return wording.experience(value)
        case OfficeDays():
            return wording.office_days(value)
        case Requirement():
            return f"{value.text} ({value.strength.value}, {value.kind.value})"
        case Benefit():
            kind = wording.spaced(value.kind.value)
            return f"{value.text} ({kind}{'' if value.offered else ', not offered'})"
        case LanguageSkill():
            return " ".join(filter(None, (value.language, value.level, f"({value.strength.value})")))
        case OtherPay():
            return f"{value.text} ({wording.spaced(value.kind.value)})"
        case _:
            return wording.spaced(str(value)) if not isinstance(value, str) else str(value)


def page_text(page: Page, postings: tuple[StoredPosting, ...], *, explain: bool) -> str:
    """The hits of a search and what was not used of the query; with `explain` the score term by term."""
    related = f", {page.related} of them by related titles" if page.related else ""
    lines = [f"searched: {page.reading or 'everything'} ({page.total} found{related})"]
    if page.described:
        lines.append("that is: " + "; ".join(page.described))
    lines += [f"read “{word}” as {read}" for word, read in page.read_as.items()]
    lines += [f"“{each.written}” also finds “{each.read}”" for each in page.widened]
    if page.unread:
        lines.append("not used: " + ", ".join(page.unread))
    for hit, stored in zip(page.hits, postings, strict=True):
        lines += [f"#{stored.id} {stored.name}", f"   {hit.snippet.text}"]
        if hit.why:
            lines.append(f"   {'; '.join(hit.why)}")
        if explain:
            lines.append(f"   {score_text(hit)}")
    lines += [f"without {way.without}: {way.total}" for way in page.relax]
    return "\n".join(lines)


def score_text(hit: Hit) -> str:
    """The score as the sum of its terms."""
    terms = " + ".join(f"{share.words} {share.score:.3f} ({', '.join(share.parts)})" for share in hit.shares)
    return f"score {hit.score:.3f}" + (f" = {terms}" if terms else "")


def answer_text(answer: Answer) -> str:
    """The answer and its quotes."""
    quotes = [f"  | {_short(quotation.words)} (#{quotation.posting})" for quotation in answer.evidence[:5]]
    return "\n".join([answer.text, *quotes])


def stored_text(stored: StoredPosting) -> str:
    """One stored posting with all that it states."""
    head = f"#{stored.id} {stored.name}\n  from {stored.source}, received {stored.received.date().isoformat()}"
    return "\n".join([head, *posting_lines(stored.posting, trace=False)])


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1] + "…"
