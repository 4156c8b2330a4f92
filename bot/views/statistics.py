"""How do figures over many postings look? A picture, with the same in words below it."""

import base64
from collections.abc import Iterator

from bot.model.statistics import Statistics
from bot.views.charts import draw, summary
from bot.views.html import bold, code, escape, italic, shortened
from bot.views.reply import Picture, Reply

# A caption holds 1,024 units; a long search line leaves the rest to the figures.
_LINE = 200


def render_statistics(seen: Statistics) -> Reply:
    """The picture with its caption, which stands alone where a chat takes no pictures."""
    number = f"{seen.total:,} posting{'' if seen.total == 1 else 's'}"
    head = f"📊 {bold(number)}" + (f" · {code(shortened(seen.line, _LINE))}" if seen.line else "")
    lines = [head, *_counted(seen), *(escape(shortened(line, _LINE)) for line in summary(seen))]
    return Reply("\n".join(lines), picture=Picture("stats.png", base64.b64encode(draw(seen)).decode()))


def _counted(seen: Statistics) -> Iterator[str]:
    """What the search was taken for; a bare number is a word of a page, as in any search."""
    if seen.described:
        said = "counted: what is found by " + " · ".join(seen.described)
        number = seen.line.strip('"')
        said += f", a word on the page, not posting number {number}" if number.isdecimal() else ""
        yield italic(shortened(said, _LINE))
