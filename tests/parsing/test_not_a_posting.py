"""Pages that speak of jobs and are none are refused with what they are; short adverts without a known role are not."""

import pytest

from bot.parsing.parse_posting import parse_posting

ARTICLE = """Why our bakery stopped night work
By Mina Quarles, Head Baker at Crumb & Co · 4 minute read · 9 May 2027
Three years ago we lost a baker every season. Our pay was fine (the median baker here earns £29,000).
What we changed
• The first oven is lit at six
• Hybrid ordering, two office days
Subscribe to our newsletter for more.
"""
CV = """Jonas Appel
Crane operator · Bremen · jonas@mail.example
Profile
Reliable operator with 9 years of experience. Looking for a permanent position, from €24 per hour.
Employment
Crane operator, Hafenwerk, Bremen – 2019 to now
- Loaded forty ships a year
References on request. Notice period: 6 weeks.
"""
INVITATION = """From: People Team, Alder Mutual
Subject: Your interview on Tuesday
Dear Noor,
Thank you for applying for the post of Claims Handler (£26,500, hybrid). We are pleased to invite you to an interview.
Where: 2nd floor, Alder House, Leeds. Please bring:
- your certificates
- a pen
Please confirm before Monday.
"""
EINLADUNG = """Betreff: Ihre Bewerbung als Elektroniker
Guten Tag Herr Aydin,
gern laden wir Sie zum Vorstellungsgespräch ein, am 4. Mai 2027 um 10 Uhr in Jena.
Bitte bringen Sie mit:
- Ihre Zeugnisse
"""
COURSE = """Abendkurs: Schweißen für Anfänger
Volkshochschule Auental – Kursnummer 210
Beginn: 5. Mai 2027, mittwochs 18:00–20:30 Uhr
Voraussetzungen
- Arbeitsschuhe
Gebühr: 240 €
Anmeldung bis 20. April 2027 unter kurse@vhs.example
"""
LOST = """Current openings at Pinewood Robotics
The job you are looking for is no longer open.
Create a Job Alert
Engineering
Controls Engineer
Graz
"""
ADVERT = """Come and paint with us

We are a print studio in Cork. You will mix inks and clean screens. Full-time, from May.
To apply, send a picture of something you have printed to studio@inkwell.example.
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ARTICLE, "article"),
        (CV, "CV"),
        (COURSE, "course"),
        (LOST, "not on this page any more"),
        (INVITATION, "answers an application"),
        (EINLADUNG, "answers an application"),
    ],
)
def test_what_is_no_posting_is_refused_with_its_kind(text: str, reason: str) -> None:
    reading = parse_posting(text)
    assert reading.posting is None
    assert reason in (reading.reason or "")


def test_an_advert_without_a_known_role_is_kept() -> None:
    assert parse_posting(ADVERT).posting is not None
