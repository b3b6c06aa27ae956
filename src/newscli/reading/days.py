"""A calendar day as it is written on an article: in figures, or in Russian words."""

from __future__ import annotations

import re
from datetime import date

from newscli.errors import UsageError

# The first letters of a month, in the genitive or short: `3 сентября`, `3 сен.`, `3 сент.`
MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = (
    r"янв(?:аря)?|февр?(?:аля)?|мар(?:та)?|апр(?:еля)?|мая|июн[яь]?|июл[яь]?"
    r"|авг(?:уста)?|сент?(?:ября)?|окт(?:ября)?|ноя(?:б|бря)?|дек(?:абря)?"
)

# 2025-09-03, 2025-09-03T10:00:00+03:00
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_ISO_TIME = r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)"
# 03.09.2025, 3.9.2025
_DOTTED = r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"
# 3 сентября 2025 года, 3 сен. 2025 г.
_WORDS = (
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\.?\s+(?P<year>\d{{4}})(?:\s*(?:года|год|г\.?))?"
)

_PUBLISHED = re.compile(rf"{_ISO}{_ISO_TIME}?", re.ASCII)
DAY = re.compile(rf"(?<![\w.-])(?:{_ISO}(?:{_ISO_TIME}|(?!-))|{_DOTTED}|{_WORDS})(?!\w)", re.I)


def parse_published(value: str) -> str:
    """The day (YYYY-MM-DD) of an ISO date or date and time, as written, whatever its time zone.

    Raises:
        UsageError: `value` is neither, or no day of the calendar.
    """
    found = _PUBLISHED.fullmatch(value.strip())
    day = found and calendar_day(found["iso"])
    if not day:
        raise UsageError(f"{value!r} is no date of publication: write it as YYYY-MM-DD")
    return day


def find_days(line: str) -> list[tuple[str, int, int]]:
    """The days with a year written in `line`: ISO date, start and end of each."""
    found = ((_day_of(match), match.start(), match.end()) for match in DAY.finditer(line))
    return [(day, start, end) for day, start, end in found if day]


def _day_of(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return calendar_day(match["iso"])
    if match["m"]:
        return calendar_day(f"{match['y']}-{match['m']:0>2}-{match['d']:0>2}")
    prefix = match["month"].lower()
    month = next(n for n, start in enumerate(MONTHS, 1) if prefix.startswith(start))
    return calendar_day(f"{match['year']}-{month:02}-{match['day']:0>2}")


def calendar_day(iso: str) -> str | None:
    """`iso` (YYYY-MM-DD) if the calendar has that day."""
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return None
