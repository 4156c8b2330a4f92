"""How is a domain value printed as JSON? The keys of the command line's contract, one object a line."""

import json
from typing import Any

from bot.model.answer import Answer
from bot.model.reading import Reading
from bot.model.receipt import Receipt
from bot.model.results import Hit, Page
from bot.model.stored import StoredPosting


def receipt_line(receipt: Receipt) -> str:
    """One line for `add --json`; `changed` stands only where a known page was read in a later state."""
    keys: dict[str, Any] = {"source": receipt.source, "status": receipt.status.value}
    keys |= {"id": receipt.id, "reason": receipt.reason}
    if receipt.renewed:
        keys["changed"] = [{"field": d.field, "before": d.before, "after": d.after} for d in receipt.changed]
    return _line(keys)


def reading_line(source: str, reading: Reading) -> str:
    """One line for `parse --json`; `reason` stands only where the text is no posting."""
    posting = reading.posting.model_dump(mode="json") if reading.posting else None
    keys: dict[str, Any] = {
        "source": source,
        "is_posting": posting is not None,
        "language": reading.language,
        "posting": posting,
    }
    if reading.reason is not None:
        keys["reason"] = reading.reason
    keys["unread"] = [evidence.model_dump() for evidence in reading.unread]
    return _line(keys)


def refused_line(source: str, reason: str) -> str:
    """One line for `parse --json` about a text that could not be read at all."""
    return _line(
        {"source": source, "is_posting": False, "language": None, "posting": None, "reason": reason, "unread": []}
    )


def page_line(page: Page, postings: tuple[StoredPosting, ...], *, identity: object = None) -> str:
    """One line for `find --json`; `identity` is the id of a batch line."""
    hits = [_hit_keys(hit, stored) for hit, stored in zip(page.hits, postings, strict=True)]
    keys: dict[str, Any] = {} if identity is None else {"id": identity}
    keys |= {
        "query": page.query,
        "reading": page.reading,
        "unread": list(page.unread),
        "corrections": [{"from": correction.written, "to": correction.read} for correction in page.corrections],
        "synonyms": [{"from": name.written, "to": name.read} for name in page.widened],
        "described": list(page.described),
        "total": page.total,
        "related": page.related,
        "hits": hits,
        "facets": {facet.field: {count.value: count.number for count in facet.counts} for facet in page.facets},
        "relax": [{"without": way.without, "total": way.total} for way in page.relax],
    }
    return _line(keys)


def _hit_keys(hit: Hit, stored: StoredPosting) -> dict[str, Any]:
    keys: dict[str, Any] = {
        "posting": hit.posting,
        "score": hit.score,
        "title": stored.posting.title.value if stored.posting.title else None,
        "company": stored.posting.company.value if stored.posting.company else None,
        "why": list(hit.why),
        "snippet": hit.snippet.text,
        "highlights": [{"start": start, "stop": stop} for start, stop in hit.snippet.highlights],
        "related": hit.related,
    }
    if hit.shares:
        keys["explain"] = [{"words": s.words, "parts": list(s.parts), "score": s.score} for s in hit.shares]
    return keys


def answer_line(answer: Answer, *, identity: object = None) -> str:
    """One line for `ask --json`; `identity` is the id of a batch line."""
    keys: dict[str, Any] = {} if identity is None else {"id": identity}
    return _line(keys | answer.model_dump(mode="json"))


def stored_line(stored: StoredPosting, *, whole: bool) -> str:
    """One line for `list --json`, or with `whole` for `show --json`."""
    posting = stored.posting
    keys: dict[str, Any] = {
        "id": stored.id,
        "source": stored.source,
        "title": posting.title.value if posting.title else None,
        "company": posting.company.value if posting.company else None,
        "locations": [found.value for found in posting.locations],
        "received": stored.received.isoformat(),
        "language": stored.language,
    }
    if whole:
        keys |= {"posting": posting.model_dump(mode="json"), "raw": stored.raw}
    return _line(keys)


def error_line(identity: object, reason: str) -> str:
    """One line for a batch line that cannot be carried out."""
    return _line({"id": identity, "error": reason})


def _line(keys: dict[str, Any]) -> str:
    return json.dumps(keys, ensure_ascii=False)
