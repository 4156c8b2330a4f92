"""A city names its time zone, also one that few know, misspelt, or in another language; other words name none."""

from zoneinfo import available_timezones

import pytest

from bot.model.zones import find_zone

FOUND = {
    "Berlin": "Europe/Berlin",
    "Munich": "Europe/Berlin",
    "München": "Europe/Berlin",
    "Mailand": "Europe/Rome",
    "Lissabon": "Europe/Lisbon",
    "Warschau": "Europe/Warsaw",
    "København": "Europe/Copenhagen",
    "Nagoya": "Asia/Tokyo",
    "Doha": "Asia/Qatar",
    "Quito": "America/Guayaquil",
    "São Paulo": "America/Sao_Paulo",
    "Tampa": "America/New_York",
    "St. Louis": "America/Chicago",
    "rio de janeiro": "America/Sao_Paulo",
    "America/Port-au-Prince": "America/Port-au-Prince",
    "gmt": "UTC",
    # In doubt the place that more people mean.
    "Birmingham": "Europe/London",
    "Cambridge": "Europe/London",
    "Valencia": "Europe/Madrid",
    # One letter left out, put in, changed, or two of them swapped.
    "berln": "Europe/Berlin",
    "barcelonna": "Europe/Madrid",
    "melborne": "Australia/Melbourne",
    "new yrok": "America/New_York",
    "philadelpia": "America/New_York",
    "buenos aries": "America/Argentina/Buenos_Aires",
    "mexiko city": "America/Mexico_City",
    "los angelos": "America/Los_Angeles",
}


@pytest.mark.parametrize("name", FOUND)
def test_a_city_names_its_zone(name: str) -> None:
    zone = find_zone(name)
    assert zone == FOUND[name]
    assert zone in available_timezones()


@pytest.mark.parametrize("name", ["", "x", "gotham", "atlantis", "narnia", "nowhere at all", "morning", "shift", "12"])
def test_other_words_name_none(name: str) -> None:
    assert find_zone(name) is None
