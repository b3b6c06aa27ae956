"""Datelines: lines that say where, when and by whom an article was published, and no more.

Москва, 30 декабря 2020 г.
15:13, 30 декабря 2020
МОСКВА, 3 сентября 2025 — ТАСС
Опубликовано: 30.12.2020 15:13 (мск)
"""

from __future__ import annotations

import re

from newscli.reading.days import find_days

_DAY = "\0"  # stands for the day while the rest of its line is looked at
_TIME = r"(?:в\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?"
_ZONE = r"мск|msk|по москве|по московскому времени|московское время"
_WEEKDAY = r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
_LABEL = r"опубликовано|дата(?:\s+публикации)?|размещено|добавлено|published|date"

_SEPARATOR = re.compile(r"""[,;|•·—–/()«»"“”]|\s-\s|[.:](?=\s|$)""")
_WHEN = re.compile(
    rf"(?:(?:{_LABEL})\s+)?(?:{_TIME}\s+)?(?:(?:{_WEEKDAY})\s+)?{_DAY}(?:\s+{_TIME})?"
    rf"(?:\s+(?:{_ZONE}))?|{_TIME}(?:\s+(?:{_ZONE}))?|{_ZONE}|{_WEEKDAY}|{_LABEL}",
    re.IGNORECASE,
)
# A place, an agency, an author: Нижний Новгород, Ростов-на-Дону, РИА Новости, Лента.ру, г. Москва.
# Three words are rather the caption of a photograph, and its date another one.
_NAME = re.compile(r"г|[А-ЯЁA-Z][\w.-]*(?:\s+[А-ЯЁA-Z][\w.-]*)?")
_MOST_NAMES = 3

# A lead opens with its dateline: МОСКВА, 3 сентября 2025. /ТАСС/. Премьер-министр …
_LEAD_PLACE = re.compile(r"[А-ЯЁ]{2}[А-ЯЁ -]*,\s*")
_LEAD_BREAK = re.compile(r"[.,]?\s*[—–/-]")
# … or with place, day and agency as three sentences: Москва. 3 марта 2022 года. ИНТЕРФАКС - …
_AGENCY_PLACE = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ]?[а-яё]+)*\.\s*")
_AGENCY_BREAK = re.compile(r"(?: года| г)?\.\s*[А-ЯЁ]{3}[А-ЯЁ. -]*[—–-]")
_LEADS = ((_LEAD_PLACE, _LEAD_BREAK), (_AGENCY_PLACE, _AGENCY_BREAK))


def read_dateline(line: str) -> str | None:
    """The day (YYYY-MM-DD) of a line that holds one day and else only time, place and agency."""
    days = find_days(line)
    if len(days) != 1:
        return None
    day, start, end = days[0]
    parts = _SEPARATOR.split(f"{line[:start]}{_DAY}{line[end:]}")
    others = [part.strip() for part in parts if not _WHEN.fullmatch(part.strip())]
    names = [part for part in others if part]
    if len(names) > _MOST_NAMES or not all(map(_NAME.fullmatch, names)):
        return None
    return day


def read_lead_dateline(line: str) -> str | None:
    """The day that opens a paragraph between its place and a dash, a slash or an agency."""
    for day, start, end in find_days(line)[:1]:
        for place, following in _LEADS:
            if place.fullmatch(line[:start].lstrip()) and following.match(line[end:]):
                return day
    return None
