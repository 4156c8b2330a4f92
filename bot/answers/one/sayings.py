"""How is one stated field said in a sentence? A saying per field; values in the page's words."""

from collections.abc import Callable

from bot.model import wording
from bot.model.posting import Posting
from bot.model.vocabulary import Closed, Sponsorship, Strength

_SPONSORSHIP = {
    Sponsorship.YES: "Yes, the posting says that visas are sponsored.",
    Sponsorship.NO: "No, the posting says that visas are not sponsored.",
    Sponsorship.CASE_BY_CASE: "It depends: the posting says that sponsorship is decided case by case.",
}
_LISTED = 8


def say(posting: Posting, field: str) -> str:
    """The stated value of a field as one or more sentences; the field must be stated."""
    return _SAYINGS[field](posting)


def _text(field: str, sentence: str) -> Callable[[Posting], str]:
    return lambda posting: sentence.format(getattr(posting, field).value)


def _listed(field: str, heading: str) -> Callable[[Posting], str]:
    def saying(posting: Posting) -> str:
        texts = [str(found.value) for found in posting.found(field)]
        return heading + "".join(f"\n• {text}" for text in texts[:_LISTED]) + more(len(texts) - _LISTED)

    return saying


def more(number: int) -> str:
    """A line that counts what is not shown, or nothing.

    >>> more(3), more(0)
    ('\\n+3 more', '')
    """
    return f"\n+{number} more" if number > 0 else ""


def _locations(posting: Posting) -> str:
    places = "; ".join(found.value for found in posting.locations)
    mode = f" The work is {_mode(posting)}." if posting.work_mode else ""
    return f"The place of work is {places}.{mode}"


def _mode(posting: Posting) -> str:
    mode = posting.work_mode.value.value if posting.work_mode else ""
    word = {"onsite": "on site"}.get(mode, mode)
    return f"{word} ({wording.office_days(posting.office_days.value)})" if posting.office_days else word


def _office_days(posting: Posting) -> str:
    if posting.office_days is None:
        return ""
    return f"The posting says {wording.office_days(posting.office_days.value)}: “{_flat(posting.office_days.words)}”."


def _employment(posting: Posting) -> str:
    return "It is " + ", ".join(wording.spaced(found.value) for found in posting.employment_type) + "."


def _salary(posting: Posting) -> str:
    if posting.salary is None:
        return ""
    pay = posting.salary.value
    if pay.estimated:
        return f"A site's estimate, not the employer's word: {wording.salary(pay)}."
    return f"The pay is {wording.salary(pay)}."


def _experience(posting: Posting) -> str:
    if posting.experience is None:
        return ""
    if posting.experience.value.min_years == 0 and posting.experience.value.max_years is None:
        return "No experience is needed, the posting says."
    return f"{wording.experience(posting.experience.value)} of experience are asked for.".replace("1 years", "1 year")


def _closed(posting: Posting) -> str:
    if posting.closed and posting.closed.value is Closed.YES:
        return "The page says that applications are closed."
    return "The page says that the posting may no longer be active."


def _skills(posting: Posting) -> str:
    return "It names these skills: " + ", ".join(found.value for found in posting.skills) + "."


def _languages(posting: Posting) -> str:
    parts = []
    for found in posting.languages:
        level = f" ({found.value.level})" if found.value.level else ""
        wish = ", nice to have" if found.value.strength is Strength.NICE else ", required"
        parts.append(f"{found.value.language}{level}{wish}")
    return "Languages: " + "; ".join(parts) + "."


def requirements(posting: Posting) -> str:
    """What is asked for, must before nice."""
    musts = [found.value.text for found in posting.requirements if found.value.strength is Strength.MUST]
    nices = [found.value.text for found in posting.requirements if found.value.strength is Strength.NICE]
    parts = []
    for heading, texts in (("Must have", musts), ("Nice to have", nices)):
        if texts:
            parts.append(f"{heading} ({len(texts)}):" + "".join(f"\n• {text}" for text in texts))
    return "\n".join(parts)


def benefits(posting: Posting) -> str:
    """What is offered, and what is said not to be offered."""
    offered = [found.value.text for found in posting.benefits if found.value.offered]
    refused = [found.value.text for found in posting.benefits if not found.value.offered]
    parts = []
    for heading, texts in (("It offers", offered), ("Not offered", refused)):
        if texts:
            parts.append(f"{heading}:" + "".join(f"\n• {text}" for text in texts))
    return "\n".join(parts)


def _flat(text: str) -> str:
    return " ".join(text.split())


_SAYINGS: dict[str, Callable[[Posting], str]] = {
    "title": _text("title", "The title is “{}”."),
    "company": _text("company", "The employer is {}."),
    "team": _text("team", "The team is {}."),
    "industry": _text("industry", "The industry is {}."),
    "company_size": _text("company_size", "The company's size, as stated: {}."),
    "locations": _locations,
    "work_mode": lambda posting: f"The work is {_mode(posting)}.",
    "office_days": _office_days,
    "employment_type": _employment,
    "seniority": lambda posting: (
        f"The level is {wording.spaced(posting.seniority.value)}." if posting.seniority else ""
    ),
    "experience": _experience,
    "salary": _salary,
    "other_pay": lambda posting: (
        "Beside the pay it names: " + "; ".join(found.value.text for found in posting.other_pay) + "."
    ),
    "deadline": _text("deadline", "The deadline is {}."),
    "posted": _text("posted", "It was posted: {}."),
    "updated": _text("updated", "It was last updated: {}."),
    "starts": _text("starts", "The start is {}."),
    "closed": _closed,
    "duration": _text("duration", "The contract runs: {}."),
    "hours": _text("hours", "The hours are {}."),
    "shift": _text("shift", "The shifts, as stated: {}."),
    "travel": _text("travel", "On travel the posting says: {}."),
    "skills": _skills,
    "responsibilities": _listed("responsibilities", "The duties:"),
    "requirements": requirements,
    "education": lambda posting: (
        "It asks for: " + "; ".join(found.value for found in posting.education).rstrip(".") + "."
    ),
    "languages": _languages,
    "benefits": benefits,
    "sponsorship": lambda posting: _SPONSORSHIP[posting.sponsorship.value] if posting.sponsorship else "",
    "apply": _listed("apply", "Apply at:"),
    "about": _listed("about", "About the employer:"),
    "advice": _listed("advice", "Advice on the page, from the site:"),
    "related": _listed("related", "Other openings on the page:"),
}
