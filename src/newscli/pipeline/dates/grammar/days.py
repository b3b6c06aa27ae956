"""Days and months: «25 декабря 2024 года», «5–7 сентября», «в июле»."""

from __future__ import annotations

from datetime import date

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Rule
from newscli.pipeline.dates.meanings import Clock, Fixed, Interval, InYear, Known, YearName

# News look back rather than ahead: `09.05.45` is 1945, `01.01.35` the end of a plan.
_CENTURY_TURN = 40


def named_year(match: Match) -> YearName | None:
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
        d, m, y = (int(part) for part in word.form.replace("/", ".").replace("-", ".").split("."))
        year = y if y >= 1000 else 2000 + y if y < _CENTURY_TURN else 1900 + y
        day, time = f"{year:04}-{m:02}-{d:02}", ""
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return Clock(time, Known(day)) if time else Known(day)


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


def numeric_day(match: Match) -> Interpretation:
    """«26.07» only where a clock or a price would not stand."""
    day, month = match.words[0].form.split(".")
    return in_year(f"{month}-{int(day):02}", match)


def numeral_days(match: Match) -> Interpretation:
    """«в 20-х числах марта»: days that nobody can name."""
    return Fixed("date", None)


def day_of_this_month(match: Match) -> Interpretation:
    """«15-го числа»: the month is left open."""
    return Fixed("date", None)


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
    return Interval(InYear("01", year), InYear(f"{count:02}", year)) if 1 < count <= 12 else None


DAY_RULES = (
    Rule("2024-12-25, 25.12.2024", "(ISODATE|NUMDATE) YEARWORD?", numeric_date),
    Rule("25 декабря 2024 года", "DAYNUM MONTH (YEARTAIL|COMMA YEAR)?", day_of_month),
    Rule("5–7 сентября 2025 года", "(DAYNUM LINK){1,9} AND? DAYNUM MONTH YEARTAIL?", days_of_month),
    Rule("25-26.07", "(INT|DOTTED) DASH DOTTED", numeric_days),
    Rule("(на) 26.07", "(?<=ON|UNTIL|FROM) DOTTED", numeric_day),
    Rule("20-х числах марта", "(DECADE|ORDINAL|LASTFEW) NUMERALS MONTH?", numeral_days),
    Rule("15-го числа", "DAYNUM NUMERAL", day_of_this_month),
    Rule("июле 2024 года", "MONTH YEARTAIL?", month),
    Rule("май-июнь 2024 года", "MONTH LINK MONTH YEARTAIL?", months),
    Rule("девять месяцев 2018 года", "(INT|COUNT) UNIT YEARTAIL", months_of_year),
)
