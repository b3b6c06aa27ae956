"""A calendar day as it is written on an article: in figures, or in Russian words."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

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
# 03.09.2025, 3.9.2025, 03/09/2025: the day first, as Russians write it
_FIGURES = r"(?P<d>\d{1,2})(?P<sign>[./-])(?P<m>\d{1,2})(?P=sign)(?P<y>\d{4})"
# 3 сентября 2025 года, 3 сен. 2025 г.
_WORDS = (
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\.?\s+(?P<year>\d{{4}})(?:\s*(?:года|год|г\.?))?"
)

_PUBLISHED = re.compile(rf"{_ISO}{_ISO_TIME}?", re.ASCII)
DAY = re.compile(rf"(?<![\w.-])(?:{_ISO}(?:{_ISO_TIME}|(?!-))|{_FIGURES}|{_WORDS})(?!\w)", re.I)


# What may stand beside the day: «в 10:00», «10:00:30 мск»
_BESIDE_DAY = re.compile(
    r"[\s,]*(?:в\s+)?(?:\d{1,2}:\d\d(?::\d\d)?)?[\s,]*(?:мск|msk)?[\s,]*", re.I
)


def parse_published(value: str) -> str:
    """The day (YYYY-MM-DD) of a date, or date and time, as written, whatever its time zone.

    ISO 8601, in figures with the day first (03.09.2025 10:00), in Russian words, or as mail and
    feeds write it (RFC 5322: Wed, 03 Sep 2025 10:00:00 +0300).

    Raises:
        UsageError: `value` is none of these, or no day of the calendar.
    """
    value = value.strip()
    found = _PUBLISHED.fullmatch(value)
    day = calendar_day(found["iso"]) if found else _day_alone(value) or _day_of_mail(value)
    if not day:
        raise UsageError(f"{value!r} is no date of publication: write it as YYYY-MM-DD")
    return day


def _day_alone(value: str) -> str | None:
    for day, start, end in find_days(value):
        if _BESIDE_DAY.fullmatch(value[:start]) and _BESIDE_DAY.fullmatch(value[end:]):
            return day
    return None


def _day_of_mail(value: str) -> str | None:
    # RFC 5322 names months in English: a value without letters is none of it.
    parts = parsedate(value) if value.isascii() and re.search("[A-Za-z]{3}", value) else None
    return calendar_day(f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}") if parts else None


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
