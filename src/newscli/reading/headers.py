"""Title and date of publication, as an article's first lines say them.

In this order, and nothing is taken out of the text:

1. A header line: `date 2025-09-03 Заголовок`.
2. Front matter: `key: value` lines between `---` lines, or at the very top without them. `date` or
   `дата` and `title` or `заголовок` count, other keys are passed over.
3. A dateline among the first lines after those.
4. The title, where no header gives it, is the first line that is no dateline, if it has at most
   200 characters, does not end in one of `. , ; :`, stands before a blank line or a dateline, and
   more text follows. The `#` of a Markdown heading is no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newscli.reading.datelines import read_dateline, read_lead_dateline
from newscli.reading.days import find_days

HEAD_CHARACTERS = 5000
DATELINE_LINES = 4
LONGEST_TITLE = 200

DATE_KEYS = frozenset({"date", "published", "дата"})
TITLE_KEYS = frozenset({"title", "заголовок"})

_HEADER_LINE = re.compile(r"(?:date|дата)\s+(\d{4}-\d{2}-\d{2})(?:\s+(.*))?", re.IGNORECASE)
_FENCE = "---"
_KEY_AND_VALUE = re.compile(r"([^\W\d]\w*)\s*:(?:\s+(.*))?")
_HEADING = re.compile(r"^#{1,6}\s+")
_QUOTES = ('""', "''", "«»")


@dataclass(frozen=True)
class Header:
    """What the top of an article says of it; days are ISO dates (YYYY-MM-DD).

    `published` is of the header line or front matter, `dateline` of a dateline; `warnings` names
    what stands in place of a date and is none.
    """

    title: str | None = None
    published: str | None = None
    dateline: str | None = None
    warnings: tuple[str, ...] = ()


def read_header(text: str) -> Header:
    """Read title and days at the top of `text`."""
    lines = [line.strip() for line in text[:HEAD_CHARACTERS].splitlines()]
    while lines and not lines[0]:
        del lines[0]
    title, date, body = (
        _header_line(lines) or _fenced(lines) or _plain(lines) or (None, None, lines)
    )
    days = find_days(date) if date else []
    return Header(
        title=title or _title(body),
        published=days[0][0] if days else None,
        dateline=_dateline(body),
        warnings=() if days or not date else (f"the header's date is not one: {date!r}",),
    )


_Fields = tuple[str | None, str | None, list[str]]  # title, date, the lines below them


def _header_line(lines: list[str]) -> _Fields | None:
    found = lines and _HEADER_LINE.fullmatch(lines[0])
    return (found[2] or None, found[1], lines[1:]) if found else None


def _fenced(lines: list[str]) -> _Fields | None:
    if lines[:1] != [_FENCE] or _FENCE not in lines[1:]:
        return None
    end = lines.index(_FENCE, 1)
    return _fields(lines[1:end], lines[end + 1 :])


def _plain(lines: list[str]) -> _Fields | None:
    """Front matter without fences: a capital key we do not know begins the text (`Песков: …`)."""
    end = 0
    for line in lines:
        found = _KEY_AND_VALUE.fullmatch(line)
        if not found or not (found[1].islower() or found[1].lower() in DATE_KEYS | TITLE_KEYS):
            break
        end += 1
    title, date, body = _fields(lines[:end], lines[end:])
    return (title, date, body) if title or date else None


def _fields(header: list[str], body: list[str]) -> _Fields:
    title = date = None
    for line in header:
        found = _KEY_AND_VALUE.fullmatch(line)
        if found and found[2]:
            key, value = found[1].lower(), _unquoted(found[2])
            title = value if key in TITLE_KEYS and not title else title
            date = value if key in DATE_KEYS and not date else date
    return title or None, date or None, body


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] + value[-1] in _QUOTES
    return value[1:-1].strip() if quoted else value


def _dateline(lines: list[str]) -> str | None:
    for line in [line for line in lines if line][:DATELINE_LINES]:
        day = read_dateline(line) or read_lead_dateline(line)
        if day:
            return day
    return None


def _title(lines: list[str]) -> str | None:
    at = next((n for n, line in enumerate(lines) if line and not read_dateline(line)), None)
    if at is None or not any(lines[at + 1 :]):
        return None
    title, below = lines[at], lines[at + 1]
    stands_alone = not below or read_dateline(below) or read_lead_dateline(below)
    if len(title) > LONGEST_TITLE or title.endswith((".", ",", ";", ":")) or not stands_alone:
        return None
    return _HEADING.sub("", title)
