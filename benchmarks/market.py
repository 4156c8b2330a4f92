"""Where does a job market of any size come from? Postings with words, titles, skills, places and pay by Zipf's law.

Made of a seed: the same number gives the same postings. The values are as a reading would have them; only their
evidence is left out, which no index looks at.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, islice

import numpy as np

from bot.model.evidence import Evidence, Found
from bot.model.posting import Benefit, Experience, LanguageSkill, Posting, PostingId, Requirement, Salary
from bot.model.stored import StoredPosting
from bot.model.vocabulary import BenefitKind, EmploymentType, Period, Seniority, Sponsorship, WorkMode

START = datetime(2025, 1, 6, 8, tzinfo=UTC)
_WORDS = 60_000
_AT_ONCE = 100_000
# So many different sets of facts; each posting has one of them.
_FACTS = 5000
_SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bra cle dri fro gru pla ste tri spo shi".split()
)
_ENDS = "n r l s t m nd rk st ng x".split()
_KINDS = "Works Logistics Health Software Foods Energy Studios Partners Labs Group Care Bank Rail Schools".split()
_LEVELS = ("", "", "", "Senior", "Junior", "Lead", "Principal", "Trainee", "Head")
_ROLES = (
    "Nurse Engineer Teacher Driver Developer Manager Cleaner Electrician Accountant Chef Analyst Carer Welder Designer"
    " Consultant Administrator Technician Architect Warehouse-Operative Receptionist Solicitor Midwife Plumber Buyer"
    " Scientist Pharmacist Barista Paralegal Surveyor Planner Mechanic Recruiter Editor Translator Economist Gardener"
    " Bookkeeper Physiotherapist Carpenter Lecturer Librarian Butcher Optician Underwriter Auditor Geologist Tailor"
    " Paramedic Statistician Roofer Dietitian Actuary Baker Radiographer Locksmith Archivist Scaffolder Florist Curator"
).split()
_PLACES = (
    "London Manchester Leeds Dublin Berlin Glasgow Birmingham Paris Amsterdam Bristol Edinburgh Munich Madrid Cardiff"
    " Hamburg Lyon Vienna Zurich Rotterdam Belfast Barcelona Cologne Sheffield Utrecht Cork Nottingham Antwerp Oxford"
    " Cambridge Geneva Lille Frankfurt Stuttgart Leicester Ghent Galway Bath Derby Aberdeen Valencia Porto Lisbon Oslo"
    " Copenhagen Stockholm Helsinki Warsaw Prague Toulouse Bremen Leipzig Basel Hull Norwich Swansea Limerick Exeter"
).split()
_SKILLS = (
    "Python SQL Excel Java Communication_skills Project_management Docker Kubernetes AWS Patient_care Payroll"
    " TypeScript Food_hygiene Forklift Welding Linux React.js C++ Salesforce SAP Customer_service AutoCAD Git"
    " Terraform First_aid Wound_care Bookkeeping Azure Power_BI Negotiation Rust Lesson_planning HACCP"
    " Machine_learning PostgreSQL Figma Manual_handling Conveyancing GDPR Kafka C# .NET Spark Phlebotomy"
    " Route_planning Stock_control Copywriting Revit SEO Litigation Node.js Go Blueprint_reading CNC Plastering"
    " Event_sourcing Tableau Scrum Credit_risk Infection_control"
).split()
_AREAS = (
    "Backend Night Field Regional Clinical Technical Sales Digital Site Data Community Quality Product Retail".split()
)
_CURRENCIES = (("GBP", 1.0), ("EUR", 1.15), ("USD", 1.3), ("CHF", 1.4))
_PROOF = (Evidence(start=0, stop=1, quote="x"),)


@dataclass(frozen=True, slots=True)
class _Zipf:
    """Values of which each is drawn the less often the later it stands."""

    values: Sequence[str]
    bounds: Sequence[float]

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """Some values, repeats included."""
        return chance.choices(self.values, cum_weights=self.bounds, k=number)


def market(number: int, *, seed: int = 11) -> Iterator[StoredPosting]:
    """`number` postings, numbered from 1, each received a minute after the one before."""
    chance = random.Random(seed)
    maker = _Maker(chance, number)
    for place in range(number):
        yield maker.posting(place)


class _Maker:
    """The tables that postings are drawn from."""

    def __init__(self, chance: random.Random, number: int) -> None:
        self._chance = chance
        self._numbers = np.random.default_rng(chance.randrange(2**32))
        self._words = np.array(_made_up(chance, _WORDS), dtype=object)
        shares = 1 / (np.arange(_WORDS) + 2.7) ** 1.07
        self._shares = np.cumsum(shares / shares.sum())
        self._drawn: Iterator[str] = iter(())
        self._roles, self._places = _zipf(_ROLES), _zipf(_PLACES)
        self._skills = _zipf([name.replace("_", " ") for name in _SKILLS])
        firms = [name.title() for name in _made_up(chance, max(number // 20, 20))]
        self._firms = _zipf([f"{name} {chance.choice(_KINDS)}" for name in firms])
        self._facts = [self._some_facts() for _ in range(_FACTS)]

    def posting(self, place: int) -> StoredPosting:
        """The posting with the number `place` + 1."""
        chance = self._chance
        title = " ".join(
            filter(None, (chance.choice(_LEVELS), chance.choice(("", *_AREAS)), *self._roles.draw(chance, 1)))
        )
        firm, city = self._firms.draw(chance, 1)[0], self._places.draw(chance, 1)[0]
        skills = list(dict.fromkeys(self._skills.draw(chance, int(chance.random() * 10))))
        sentences = [self._sentence() for _ in range(int(chance.random() * 9) + 6)]
        asked = [f"{self._sentence(7)} {skill}" for skill in skills] + [self._sentence(9)]
        raw = "\n".join([title, firm, city, *sentences, "Requirements", *asked])
        posting = Posting.model_construct(
            title=_found(title),
            company=_found(firm),
            locations=(_found(city),),
            skills=tuple(map(_found, skills)),
            requirements=tuple(_found(_asked(text)) for text in asked),
            **chance.choice(self._facts),
        )
        received = START + timedelta(minutes=place)
        return StoredPosting(PostingId(place + 1), f"board{place % 7}/{place}", received, "en", raw, posting)

    def _some_facts(self) -> dict[str, object]:
        chance = self._chance
        facts: dict[str, object] = {"benefits": self._benefits(), "employment_type": ()}
        if chance.random() < 0.55:
            facts["work_mode"] = _found(chance.choice(list(WorkMode)))
        if chance.random() < 0.4:
            facts["seniority"] = _found(chance.choice(list(Seniority)))
        if chance.random() < 0.7:
            facts["employment_type"] = (_found(chance.choice(list(EmploymentType))),)
        if chance.random() < 0.5:
            facts["experience"] = _found(Experience.model_construct(min_years=chance.randint(0, 12), max_years=None))
        if chance.random() < 0.6:
            facts["salary"] = _found(self._salary())
        if chance.random() < 0.15:
            facts["languages"] = (
                _found(LanguageSkill.model_construct(language="German", level=None, strength="must")),
            )
        if chance.random() < 0.2:
            facts["sponsorship"] = _found(chance.choice(list(Sponsorship)))
        if chance.random() < 0.8:
            facts["posted"] = _found(f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
        return facts

    def _salary(self) -> Salary:
        currency, rate = self._chance.choice(_CURRENCIES)
        low = round(self._chance.lognormvariate(10.6, 0.4) * rate, -3)
        return Salary.model_construct(min=low, max=low * 1.2, currency=currency, period=Period.YEAR, estimated=False)

    def _benefits(self) -> tuple[Found[Benefit], ...]:
        return tuple(self._chance.sample(_BENEFITS, self._chance.randint(0, 6)))

    def _sentence(self, length: int = 12) -> str:
        words = list(islice(self._drawn, length))
        if len(words) < length:
            self._drawn = iter(self._words[np.searchsorted(self._shares, self._numbers.random(_AT_ONCE))].tolist())
            words = list(islice(self._drawn, length))
        return " ".join(words)


@lru_cache(maxsize=100_000)
def _found(value: object) -> Found:  # type: ignore[type-arg]
    return Found.model_construct(value=value, evidence=_PROOF, rule="market")


_BENEFITS = tuple(
    _found(Benefit.model_construct(text=kind, kind=kind, amount=None, offered=True)) for kind in BenefitKind
)


def _asked(text: str) -> Requirement:
    return Requirement.model_construct(text=text, strength="must", kind="other", years=None)


def _zipf(values: Sequence[str]) -> _Zipf:
    return _Zipf(values, tuple(accumulate(1 / (place + 3) for place in range(len(values)))))


def _made_up(chance: random.Random, number: int) -> list[str]:
    """Different words that nobody knows."""
    made: dict[str, None] = {}
    while len(made) < number:
        made["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) + chance.choice(_ENDS)] = None
    return list(made)
