"""A decoded text and all that is said about it → `Article`."""

from __future__ import annotations

import re

from newscli.errors import SourceError
from newscli.reading.days import calendar_day
from newscli.reading.headers import read_header
from newscli.records import Article

LOST_CHARACTER = "\ufffd"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# 2025-09-03, 2025_09_03, 20250903; 03.09.2025, 03-09-2025: the day first, as Russians write it
_DAY_IN_NAME = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?P<sign>[-_.]?)(?P<m>\d\d)(?P=sign)(?P<d>\d\d)"
    r"|(?P<day>\d\d)(?P<mark>[-_.])(?P<month>\d\d)(?P=mark)(?P<year>(?:19|20)\d\d))(?!\d)"
)

_Claim = tuple[str, str | None]  # who says it, the day


def make_article(
    text: str,
    source: str,
    *,
    title: str | None = None,
    published: str | None = None,
    recorded: str | None = None,
    file_name: str = "",
) -> Article:
    """The article of `text`: its title and day of publication by whoever is trusted most.

    Args:
        title: given beside the text; else the text's own is taken.
        published: the day the user says, trusted above all (YYYY-MM-DD).
        recorded: the day a record gives, trusted next; then come the header, the dateline and a
            day in `file_name`.

    Raises:
        SourceError: there is nothing but white space in `text`.
    """
    if not text or text.isspace():
        raise SourceError("is empty: there is no text to read")
    header = read_header(text)
    day, contradictions = settle_published(
        ("--published", published),
        ("the record", recorded),
        ("the header", header.published),
        ("the dateline", header.dateline),
        ("the file name", day_in_name(file_name)),
    )
    return Article(
        text=text,
        source=printable(source),
        title=title or header.title,
        published=day,
        warnings=(*_lost(text), *header.warnings, *contradictions),
    )


def settle_published(*claims: _Claim) -> tuple[str | None, tuple[str, ...]]:
    """The first day claimed, and a warning for each later claim that contradicts it."""
    said = [(who, day) for who, day in claims if day]
    if not said:
        return None, ()
    trusted, chosen = said[0]
    warnings = [
        f"published {chosen} by {trusted}, but {day} by {who}"
        for who, day in said[1:]
        if day != chosen
    ]
    return chosen, tuple(warnings)


def day_in_name(file_name: str) -> str | None:
    """The first day of the calendar in `file_name`: 2025-09-03-паром.txt, 20250903, 03.09.2025."""
    for found in _DAY_IN_NAME.finditer(file_name):
        year, month, day = found.group("y", "m", "d")
        if year is None:
            year, month, day = found.group("year", "month", "day")
        if iso := calendar_day(f"{year}-{month}-{day}"):
            return iso
    return None


def printable(text: str) -> str:
    """`text` with what no encoding can write, half a surrogate pair, as U+FFFD: same length.

    Such halves come from broken JSON escapes and from file names in another encoding.
    """
    return _LONE_SURROGATE.sub(LOST_CHARACTER, text)


def _lost(text: str) -> tuple[str, ...]:
    lost = text.count(LOST_CHARACTER)
    if not lost:
        return ()
    return (f"characters lost (U+FFFD): {lost}; the text is damaged or its encoding mistaken",)
