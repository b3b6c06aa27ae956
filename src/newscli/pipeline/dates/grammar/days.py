"""Days and months: «25 декабря 2024 года», «5–7 сентября», «в июле»."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.context import PLAIN_WORDS, is_nominal
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.meanings import (
    Clock,
    DayOfMonth,
    Fixed,
    Interval,
    InYear,
    Known,
    Shift,
    YearName,
)
from newscli.pipeline.dates.values import last_of_month

# News look back rather than ahead: `09.05.45` is 1945, `01.01.35` the end of a plan.
_CENTURY_TURN = 40


def named_year(match: Match) -> YearName | None:
    if match.has("THISYEAR"):
        return Shift("Y", 0)
    years = match.all("YEAR", "YEARTH")
    return Known(f"{years[-1].value:04}") if years else None


def in_year(part: str, match: Match) -> InYear | None:
    """A day or month, if the calendar has it."""
    year = named_year(match)
    month, _, day = part.partition("-")
    try:
        date(int(year.value) if isinstance(year, Known) else 2024, int(month), int(day or 1))
    except ValueError:
        return None
    return InYear(part, year)


def numeric_date(match: Match) -> Interpretation:
    word = match.words[0]
    if word.kind == "ISODATE":
        day, time = word.form[:10], word.form[11:16]
    else:
        d, m, y = (int(part) for part in re.split("[./-]", word.form))
        if d > 31:  # 2024/12/25
            d, y = y, d
        year = y if y >= 1000 else 2000 + y if y < _CENTURY_TURN else 1900 + y
        day, time = f"{year:04}-{m:02}-{d:02}", ""
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return Clock(time, Known(day)) if time else Known(day)


def numeric_month(match: Match) -> Interpretation:
    """«12.2024»."""
    month, year = match.words[0].form.split(".")
    return Known(f"{year}-{month}")


def day_of_short_year(match: Match) -> Interpretation:
    """«девятого мая сорок пятого»."""
    day, year = (word for word in match.words if word.kind in ("INT", "ORDINAL"))
    short = int(year.value or 0)
    named = in_year(f"{match.number('MONTH'):02}-{int(day.value or 0):02}", match)
    if not named or not 31 < short < 100 or not year.form.endswith("го"):
        return None
    return InYear(named.part, Known(f"19{short}"))


def tenth_of_month(match: Match) -> Interpretation:
    """«вторая декада мая»: ten days, the third what is left of the month."""
    number, month = match.number("ORDINAL"), match.number("MONTH")
    if not 1 <= number <= 3:
        return None
    last = number * 10 if number < 3 else last_of_month(month)
    first = in_year(f"{month:02}-{number * 10 - 9:02}", match)
    return first and Interval(first, InYear(f"{month:02}-{last:02}", first.year))


def edge_of_month(match: Match) -> Interpretation:
    """«последние дни августа», «первая неделя апреля», «последний день марта»."""
    first, unit, month = match.words[0], match.words[1], match.number("MONTH")
    whole = in_year(f"{month:02}", match)
    is_last = first.kind == "LASTFEW"
    if whole is None or (first.kind == "ORDINAL" and first.value != 1):
        return None
    if unit.form in ("день", "дня", "дню") and month != 2:
        day = last_of_month(month) if is_last else 1
        return InYear(f"{month:02}-{day:02}", whole.year)
    return Reading(whole, "END" if is_last else "START")


def day_of_month(match: Match) -> Interpretation:
    return in_year(f"{match.number('MONTH'):02}-{match.number('INT', 'ORDINAL'):02}", match)


def days_of_month(match: Match) -> Interpretation:
    links = match.all("TO", "UNTIL")
    if links and match.neighbour(-1).kind not in ("FROM", "BETWEEN"):
        return None
    numbers = match.all("INT", "ORDINAL")
    month = match.number("MONTH")
    first = in_year(f"{month:02}-{int(numbers[0].value or 0):02}", match)
    last = in_year(f"{month:02}-{int(numbers[-1].value or 0):02}", match)
    return Interval(first, last) if first and last and first.part < last.part else None


def numeric_days(match: Match) -> Interpretation:
    """«25-26.07»: days and months in figures."""
    first, last = match.words[0], match.words[-1]
    day, month = last.form.split(".")
    first_day, _, first_month = first.form.partition(".")
    begin = in_year(f"{first_month or month}-{int(first_day):02}", match)
    end = in_year(f"{month}-{int(day):02}", match)
    return Interval(begin, end) if begin and end and begin.part < end.part else None


def days_to_date(match: Match) -> Interpretation:
    """«20.06–25.07.2026»: the year is said once."""
    last = numeric_date(Match(match.lexemes, match.last - 1, match.last))
    day, month = match.words[0].form.split(".")
    first = in_year(f"{month}-{int(day):02}", match)
    if first is None or not isinstance(last, Known):
        return None
    return Interval(replace(first, year=Known(last.value[:4])), last)


def listed_day(match: Match) -> Interpretation:
    """«24.09 — жалоба жильцов», an entry of a list."""
    before = match.neighbour(-1)
    opens = before.kind in ("BREAK", "COMMA") or before.form == ":"
    return numeric_day(match) if opens and match.neighbour(1).form in ("—", "–") else None


def day_number(match: Match) -> Interpretation:
    """«(с) 20-го (на) 25-е», «15-го числа»: the month is left open."""
    word = match.words[0]
    number = int(word.value or 0)
    if not 1 <= number <= 31:
        return None
    if not match.has("NUMERAL"):
        following = match.neighbour(1)
        written = word.form[:1].isdigit() and word.form.endswith(("го", "е", "му"))
        if not written or is_nominal(following) or following.kind not in _AFTER_NUMBER:
            return None
    return DayOfMonth(number)


_AFTER_NUMBER = PLAIN_WORDS | {"DOT", "COMMA", "BREAK", "CLOSE", "AND", "ON", "TO", "IN", "UNTIL"}


def numeric_day(match: Match) -> Interpretation:
    """«26.07» only where a clock or a price would not stand."""
    day, month = match.words[0].form.split(".")
    return in_year(f"{month}-{int(day):02}", match)


def numeral_days(match: Match) -> Interpretation:
    """«в 20-х числах марта»: days that nobody can name; «в первых числах» is the month's start."""
    edges = {"LASTFEW": "END", "FIRSTFEW": "START"}
    edge = edges.get(match.words[0].kind)
    whole = in_year(f"{match.number('MONTH'):02}", match) if edge and match.has("MONTH") else None
    return Reading(whole, edge) if whole else Fixed("date", None)


def month(match: Match) -> Interpretation:
    word = match.one("MONTH")
    alone = len(match.words) == 1
    if alone and not guards.is_month(match.lexemes, match.first):
        return None
    return in_year(f"{word.value:02}", match)


def months(match: Match) -> Interpretation:
    links = match.all("TO", "UNTIL")
    if links and match.neighbour(-1).kind not in ("FROM", "BETWEEN"):
        return None
    first, last = match.all("MONTH")
    begin, end = in_year(f"{first.value:02}", match), in_year(f"{last.value:02}", match)
    return Interval(begin, end) if begin and end and begin.part < end.part else None


def months_of_year(match: Match) -> Interpretation:
    """«девять месяцев 2018 года»: from January on."""
    count = match.number("INT", "COUNT")
    year = named_year(match)
    if match.one("UNIT", "SHORTUNIT").value != "M":
        return None
    return Interval(InYear("01", year), InYear(f"{count:02}", year)) if 1 < count <= 12 else None


DAY_RULES = (
    Rule("2024-12-25, 25.12.2024", "(ISODATE|NUMDATE) YEARWORD?", numeric_date),
    Rule("25 декабря 2024 года", "DAYNUM MONTH (YEARTAIL|COMMA YEAR)?", day_of_month),
    Rule("12.2024", "MONTHDATE YEARWORD?", numeric_month),
    Rule("девятого мая сорок пятого", "DAYNUM MONTH ORDINAL YEARWORD?", day_of_short_year),
    Rule("вторая декада мая", "ORDINAL TENDAYS MONTH YEARTAIL?", tenth_of_month),
    Rule(
        "последние дни августа",
        "(LASTFEW|FIRSTFEW|ORDINAL) (DAYWORD|UNIT) MONTH YEARTAIL?",
        edge_of_month,
    ),
    Rule("5–7 сентября 2025 года", "(DAYNUM LINK){1,9} AND? DAYNUM MONTH YEARTAIL?", days_of_month),
    Rule("25-26.07", "(INT|DOTTED) DASH DOTTED", numeric_days),
    Rule("(с) 29.04 по 02.05", "(?<=FROM) DOTTED (TO|UNTIL) DOTTED", numeric_days),
    Rule("(на) 26.07", "(?<=ON|UNTIL|FROM) DOTTED", numeric_day),
    Rule(
        "20-х числах марта",
        "(DECADE|ORDINAL|LASTFEW|FIRSTFEW) NUMERALS (MONTH YEARTAIL?)?",
        numeral_days,
    ),
    Rule("15-го числа", "DAYNUM NUMERAL", day_number),
    Rule("(с) 20-го", "(?<=FROM|ON|UNTIL|BY|TO|DASH|COMMA) ORDINAL", day_number),
    Rule("(а) 14-го (здесь)", "ORDINAL (?=OTHER|COMMA|DOT|BREAK)", day_number),
    Rule("20.06–25.07.2026", "DOTTED DASH NUMDATE", days_to_date),
    Rule("24.09 (— жалоба)", "DOTTED (?=DASH)", listed_day),
    Rule("июле 2024 года", "MONTH YEARTAIL?", month),
    Rule("май-июнь 2024 года", "MONTH LINK MONTH YEARTAIL?", months),
    Rule("девять месяцев 2018 года", "(INT|COUNT) (UNIT|SHORTUNIT) YEARTAIL", months_of_year),
)
