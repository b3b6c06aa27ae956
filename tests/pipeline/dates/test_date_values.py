"""The first and last day of each kind of TIMEX3 value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.dates.values import add_months, days, length, week_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-12-25", "2024-12-25", "2024-12-25"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("0305", "0305-01-01", "0305-12-31"),
        ("2025-W35", "2025-08-25", "2025-08-31"),
        ("2025-W35-WE", "2025-08-30", "2025-08-31"),
        ("2024-SP", "2024-03-01", "2024-05-31"),
        ("2024-SU", "2024-06-01", "2024-08-31"),
        ("2024-FA", "2024-09-01", "2024-11-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2025-Q2", "2025-04-01", "2025-06-30"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1901-01-01", "2000-12-31"),
        ("2014/2017", "2014-01-01", "2017-12-31"),
        ("2018-03/2019", "2018-03-01", "2019-12-31"),
        ("2025-09-05/2025-09-07", "2025-09-05", "2025-09-07"),
        ("2025-09-03T18:30", "2025-09-03", "2025-09-03"),
        ("2025-04-18TNI", "2025-04-18", "2025-04-18"),
    ],
)
def test_first_and_last_day(value: str, first: str, last: str) -> None:
    assert days(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [None, "XXXX-06-28", "XXXX-WXX-4", "PRESENT_REF", "P3Y", "XXXX-WXX-5", "2014/PRESENT_REF"],
)
def test_what_has_no_days(value: str | None) -> None:
    assert days(value) is None


@pytest.mark.parametrize("value", ["2025-02-31", "2025-13", "2025-W60"])
def test_days_that_do_not_exist(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        days(value)


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (3, "D", "P3D"),
        (45, "TM", "PT45M"),
        (1.5, "Y", "P1.5Y"),
        (0.5, "Y", "P6M"),
        (2, "DE", "P20Y"),
        (2, "Q", "P6M"),
        (1_500_000, "Y", "P1500000Y"),
        (None, "W", "PXW"),
    ],
)
def test_length(number: float | None, unit: str, value: str) -> None:
    assert length(number, unit) == value


@given(st.dates())
def test_a_day_lies_in_its_week(day: date) -> None:
    bounds = days(week_value(day))
    assert bounds
    assert bounds[0] <= day <= bounds[1]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-120, 120))
def test_months_go_there_and_back(day: date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert add_months(there, -months).replace(day=1) == day.replace(day=1)
