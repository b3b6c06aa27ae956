"""TIMEX3 values as strings: the first and last day of each.

The values are those of ISO-TimeML (ISO 24617-1): 2025, 2025-06, 2025-06-28, 2025-W35, 2025-W35-WE
(its week-end), 2025-SU (SP, SU, FA, WI: winter begins in December of the year named), 2025-Q2,
2025-H1, 199 (the 1990s), 19 (the century of 1901-2000), a day with T18:30 or TEV, and first/last.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]

# The month a season begins in; every season lasts three.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_YEAR_PART = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-(?P<season>SP|SU|FA|WI)"
    r"|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12]))?"
)
_DECADE = re.compile(r"\d{3}")
_CENTURY = re.compile(r"\d{2}")


@lru_cache(maxsize=4_000)
def days(value: str | None) -> Days | None:
    """The first and last day of a value; None where they cannot be known.

    Raises:
        ValueError: the value names a day, month or week that the calendar does not have.
    """
    if value is None:
        return None
    first, slash, last = value.partition("/")
    if slash:
        begin, end = days(first), days(last)
        return (begin[0], end[1]) if begin and end else None
    value = value.partition("T")[0]
    if _DECADE.fullmatch(value):
        return _years(int(value) * 10, 10)
    if _CENTURY.fullmatch(value):
        return _years(int(value) * 100 + 1, 100)
    found = _YEAR_PART.fullmatch(value)
    return _days_of_year_part(found) if found else None


def first_day(value: str) -> date:
    """The first day of a value that is known to have one."""
    bounds = days(value)
    assert bounds, value
    return bounds[0]


def last_day(value: str) -> date:
    """The last day of a value that is known to have one."""
    bounds = days(value)
    assert bounds, value
    return bounds[1]


def exists(value: str) -> bool:
    """Whether the calendar has the day: 2025 has no 29 February."""
    try:
        days(value)
    except ValueError:
        return False
    return True


def distance(value: str, day: date) -> timedelta:
    """How far the value's days are from `day`; nothing if it is one of them."""
    return max(first_day(value) - day, day - last_day(value), timedelta(0))


def part_of_year(year: int, part: str) -> str:
    """The part 06-28, 06, SU, Q2, H1 of a year, or EASTER+49, so many days from Easter Sunday."""
    feast, plus, later = part.partition("+")
    if not plus:
        return f"{year:04}-{part}"
    assert feast == "EASTER", part
    return day_value(orthodox_easter(year) + timedelta(int(later)))


def open_part(part: str) -> str | None:
    """The part of a year that nobody knows; None of Easter, which is no day without its year."""
    return None if "+" in part else f"XXXX-{part}"


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches (Meeus, Astronomical Algorithms, chapter 8)."""
    paschal_moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - paschal_moon + 34) % 7
    # 22 March is the first it can be in the Julian calendar, which falls behind the Gregorian.
    behind = year // 100 - year // 400 - 2
    return date(year, 3, 22) + timedelta(paschal_moon + to_sunday + behind)


def day_value(day: date) -> str:
    return day.isoformat()


def week_value(day: date) -> str:
    """The ISO week that holds `day`: 2025-W35."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the month's last where it is shorter.

    Raises:
        ValueError: the year leaves 1-9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_of_month(month: int) -> int:
    """The month's last day; of February the 28th, which every year has."""
    return calendar.monthrange(2001, month)[1]


def length(count: float | None, unit: str) -> str:
    """So many units as a TIMEX3 duration: P3D, PT45M, P1.5Y, PXW for an unknown count.

    `unit` is one of `words._UNITS`; quarters, half-years, decades, centuries come out in months and
    years, half a year and half an hour in whole months and minutes.
    """
    letter, factor = {"Q": ("M", 3), "HY": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100)}.get(
        unit, (unit, 1)
    )
    clock, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if count == 0.5 and letter in "YHM" and unit in ("Y", "TH"):
        count, letter = (6, "M") if unit == "Y" else (30, "M")
    if count is None:
        return f"P{clock}X{letter}"
    number = count * factor
    return f"P{clock}{int(number) if number == int(number) else format(number, 'g')}{letter}"


def _days_of_year_part(found: re.Match[str]) -> Days:
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday + timedelta(5 if found["weekend"] else 0), monday + timedelta(6)
    if found["month"]:
        return _months(year, int(found["month"]), 1)
    if found["season"]:
        return _months(year, SEASON_STARTS[found["season"]], 3)
    if found["quarter"]:
        return _months(year, int(found["quarter"]) * 3 - 2, 3)
    if found["half"]:
        return _months(year, int(found["half"]) * 6 - 5, 6)
    return _years(year, 1)


def _months(year: int, month: int, count: int) -> Days:
    first = date(year, month, 1)
    return first, add_months(first, count) - timedelta(1)


def _years(year: int, count: int) -> Days:
    return date(year, 1, 1), date(year + count - 1, 12, 31)
