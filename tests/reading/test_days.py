"""Days as articles write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import UsageError
from newscli.reading.days import find_days, parse_published


@pytest.mark.parametrize(
    "written",
    [
        "2025-09-03",
        "2025-09-03T10:00:00+03:00",
        "2025-09-03 10:00",
        "3.9.2025",
        "03.09.2025",
        "03/09/2025",
        "03-09-2025",
        "3 сентября 2025",
        "03 сентября 2025 г.",
        "3 СЕНТЯБРЯ 2025 ГОДА",
        "3 сен. 2025",
        "3 сент. 2025 г.",
    ],
)
def test_a_day(written: str) -> None:
    assert find_days(written) == [("2025-09-03", 0, len(written))]


MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_in_every_form(day: date) -> None:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year} года"
    for written in (day.isoformat(), f"{day:%d.%m}.{day.year}", words):
        assert [found for found, _, _ in find_days(written)] == [day.isoformat()]


@pytest.mark.parametrize(
    "written",
    [
        "31 февраля 2020",
        "30.13.2020",
        "09/25/2025",
        "03.09-2025",
        "2020-13-01",
        "2023-02-29",
        "3 сентября",
        "сентябрь 2025",
        "1.2.3.2025",
        "12025-09-03",
        "33 мая 2020",
    ],
)
def test_no_day(written: str) -> None:
    assert find_days(written) == []


@pytest.mark.parametrize(
    "value",
    [
        "2025-09-03",
        " 2025-09-03 ",
        "2025-09-03T10:00:00+03:00",
        "2025-09-03T23:59:59.123Z",
        "2025-09-03T10:00+0300",
        "2025-09-03 10:00:00",
        "03.09.2025",
        "03.09.2025 10:00",
        "10:00, 3 сентября 2025 г.",
        "3 сентября 2025 года в 10:00 мск",
        "Wed, 03 Sep 2025 10:00:00 +0300",
    ],
)
def test_published(value: str) -> None:
    assert parse_published(value) == "2025-09-03"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2025-9-3",
        "2025-02-31",
        "2025-13-01",
        "31 февраля 2025",
        "09/25/2025",
        "вчера",
        "2025-09-03x",
        "3 или 4 сентября 2025",
        "Wed, 31 Feb 2025 10:00:00 +0300",
        "1756857600",
    ],
)
def test_not_published(value: str) -> None:
    with pytest.raises(UsageError, match="write it as YYYY-MM-DD"):
        parse_published(value)


@given(st.text())
def test_any_text_has_days_or_none(text: str) -> None:
    for day, start, end in find_days(text):
        assert date.fromisoformat(day)
        assert 0 <= start < end <= len(text)
