"""What does Telegram make of a text in HTML? Plain text with entities, or the refusal that it would answer.

Covers the tags of the Bot API's HTML style; lengths and offsets count UTF-16 units.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from handlers.console.refusal import bad_request

_ENTITY_OF = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAMED = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Plain text with its entities, as the Bot API shows them; offsets and lengths in UTF-16 units."""

    text: str
    entities: tuple[dict[str, Any], ...]


def utf16(text: str) -> int:
    """The number of UTF-16 units of a text."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def parse_html(markup: str) -> Parsed:
    """The text that a reader sees, with its entities; raises RefusedError as Telegram would.

    >>> parse_html("a <b>b</b> &amp; c")
    Parsed(text='a b & c', entities=({'type': 'bold', 'offset': 2, 'length': 1},))
    """
    text, place, entities = "", 0, list[dict[str, Any]]()
    opened: list[tuple[str, int, dict[str, str]]] = []
    for tag in _TAG.finditer(markup):
        text += _plain(markup[place : tag.start()], markup, place)
        place = tag.end()
        name = tag["name"].lower()
        if name not in _ENTITY_OF:
            raise bad_request(
                f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {_bytes(markup, tag.start())}'
            )
        if not tag["end"]:
            opened.append((name, utf16(text), {key: one or two for key, one, two in _ATTRIBUTE.findall(tag["rest"])}))
            continue
        if not opened or opened[-1][0] != name:
            expected = f', expected "</{opened[-1][0]}>", found "</{name}>"' if opened else ""
            raise bad_request(
                f"can't parse entities: Unmatched end tag at byte offset {_bytes(markup, tag.start())}{expected}"
            )
        entities += _entity(*opened.pop(), utf16(text))
    if opened:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    text += _plain(markup[place:], markup, place)
    return _trimmed(text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))


def _plain(piece: str, markup: str, place: int) -> str:
    """The characters behind a piece without tags; a lone "<" is a tag that nobody can read."""
    stray = piece.find("<")
    if stray >= 0:
        raise bad_request(f"can't parse entities: Unexpected end tag at byte offset {_bytes(markup, place + stray)}")
    return _NAMED.sub(lambda match: unescape(match.group()), piece)


def _bytes(markup: str, place: int) -> int:
    return len(markup[:place].encode())


def _entity(name: str, start: int, attributes: dict[str, str], stop: int) -> list[dict[str, Any]]:
    if stop == start:
        return []
    entity: dict[str, Any] = {"type": _ENTITY_OF[name], "offset": start, "length": stop - start}
    if name == "a":
        entity["url"] = attributes.get("href", "")
    if name == "tg-time":
        entity.update({"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format", "")})
    return [entity]


def _trimmed(text: str, entities: list[dict[str, Any]]) -> Parsed:
    """Telegram cuts blanks off both ends and moves the entities along."""
    left = utf16(text) - utf16(text.lstrip())
    kept = text.strip()
    size = utf16(kept)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - left)
        stop = min(size, entity["offset"] + entity["length"] - left)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return Parsed(kept, tuple(moved))
