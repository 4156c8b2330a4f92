"""Which closed sets of values can a posting state? The words of the command line's JSON.

Leaves out how a page spells them: `bot/parsing/lexicon` lists the spellings.
"""

from enum import StrEnum


class WorkMode(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class DayKind(StrEnum):
    """What a count of days counts: days in the office or days away from it."""

    OFFICE = "office"
    REMOTE = "remote"


class EmploymentType(StrEnum):
    """The form of the contract; a posting may state several."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    CASUAL = "casual"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEER = "volunteer"


class Seniority(StrEnum):
    """The level of the role, in rising order."""

    INTERN = "intern"
    APPRENTICE = "apprentice"
    ENTRY = "entry"
    ASSOCIATE = "associate"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"
    PRINCIPAL = "principal"
    LEAD = "lead"
    MANAGER = "manager"
    DIRECTOR = "director"
    VICE_PRESIDENT = "vice_president"
    EXECUTIVE = "executive"


class Period(StrEnum):
    """The span of time that an amount of pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Closed(StrEnum):
    """Whether the page says that nobody can apply any more."""

    YES = "yes"
    MAYBE = "maybe"


class Sponsorship(StrEnum):
    """Whether the employer sponsors a permission to work."""

    YES = "yes"
    NO = "no"
    CASE_BY_CASE = "case_by_case"


class Strength(StrEnum):
    """How firmly something is asked for."""

    MUST = "must"
    NICE = "nice"


class RequirementKind(StrEnum):
    """What a requirement is about."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    LANGUAGE = "language"
    LICENCE = "licence"
    CLEARANCE = "clearance"
    TRAIT = "trait"
    OTHER = "other"


class BenefitKind(StrEnum):
    """What a benefit is about."""

    PENSION = "pension"
    HEALTH = "health"
    DENTAL = "dental"
    VISION = "vision"
    LIFE_INSURANCE = "life_insurance"
    ANNUAL_LEAVE = "annual_leave"
    PARENTAL_LEAVE = "parental_leave"
    SICK_PAY = "sick_pay"
    BONUS = "bonus"
    EQUITY = "equity"
    LEARNING = "learning"
    REMOTE_BUDGET = "remote_budget"
    MEALS = "meals"
    TRANSPORT = "transport"
    WELLBEING = "wellbeing"
    DISCOUNTS = "discounts"
    FLEXIBLE_HOURS = "flexible_hours"
    RELOCATION = "relocation"
    VISA = "visa"
    CHILDCARE = "childcare"
    RETIREMENT = "retirement"
    OTHER = "other"


class OtherPayKind(StrEnum):
    """Money that is not the salary."""

    BONUS = "bonus"
    EQUITY = "equity"
    SIGN_ON = "sign_on"
    ALLOWANCE = "allowance"
    OVERTIME = "overtime"
    SECOND_RANGE = "second_range"
    ESTIMATE = "estimate"
    OTHER = "other"
