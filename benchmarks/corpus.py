"""Where do a thousand postings come from? The seeds, with names and figures changed, the same ones every time."""

import random
from collections.abc import Iterator
from pathlib import Path

SEEDS = sorted((Path(__file__).parents[1] / "seeds" / "postings").glob("*.txt"))
_FIRMS = (
    "Alder",
    "Birch",
    "Cedar",
    "Elm",
    "Fir",
    "Hazel",
    "Juniper",
    "Larch",
    "Maple",
    "Oak",
    "Pine",
    "Rowan",
    "Spruce",
    "Willow",
)
_KINDS = ("Works", "Logistics", "Health", "Software", "Foods", "Energy", "Studios", "Partners", "Labs", "Group")


def generated_postings(number: int, *, seed: int = 7) -> Iterator[str]:
    """`number` different pages; the same number and seed give the same pages."""
    chance = random.Random(seed)
    pages = [path.read_text("utf-8") for path in SEEDS]
    for place in range(number):
        page = pages[place % len(pages)]
        firm = f"{chance.choice(_FIRMS)}{chance.choice(_FIRMS).lower()} {chance.choice(_KINDS)}"
        first, _, rest = page.strip().partition("\n")
        about = f"{firm} has {chance.randint(10, 9000)} employees, file number {place}."
        yield f"{first}\n{rest}\n\nAbout {firm}\n\n{about}\n"
