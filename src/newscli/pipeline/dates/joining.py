"""Neighbours that are one expression: a weekday and its date, a day and its hour, a range.

A join looks at two expressions and at what stands between them, and returns the one they make
together, or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from newscli.pipeline.dates.lexeme import Lexemes
from newscli.pipeline.dates.meanings import (
    Bound,
    Clock,
    Day,
    Expression,
    Fixed,
    Interval,
    InYear,
    Known,
    Meaning,
    Same,
    Shift,
    Weekday,
    YearName,
)
from newscli.pipeline.dates.values import first_day, last_of_month, part_of_year

# No join reaches over more lexemes than «, в».
_WIDEST_GAP = 2


class Pair(NamedTuple):
    """Two neighbours; `gap` names the kinds between them, `before` the one before the first."""

    left: Expression
    right: Expression
    gap: str
    before: str


def join_expressions(lexemes: Lexemes, found: Sequence[Expression]) -> list[Expression]:
    """Join what belongs together, again and again; drop the weak that stayed alone."""
    joined: list[Expression] = []
    for expression in found:
        while joined and (pair := _pair(lexemes, joined[-1], expression)):
            together = _join(pair)
            if not together:
                break
            joined.pop()
            expression = together
        joined.append(expression)
    strong = [expression for expression in joined if not expression.weak]
    for index in range(len(strong) - 2, -1, -1):
        if pair := _pair(lexemes, strong[index], strong[index + 1]):
            strong[index] = lend_year(pair) or strong[index]
    return strong


def _pair(lexemes: Lexemes, left: Expression, right: Expression) -> Pair | None:
    """The two, if they stand near enough for any join."""
    if right.first - left.last > _WIDEST_GAP:
        return None
    between = lexemes.senses[left.last : right.first]
    before = lexemes.senses[left.first - 1].kind if left.first else ""
    return Pair(left, right, " ".join(sense.kind for sense in between), before)


def _join(pair: Pair) -> Expression | None:
    for join in JOINS:
        together = join(pair)
        if together:
            return replace(together, first=pair.left.first, last=pair.right.last, weak=False)
    return None


def bound_and_period(pair: Pair) -> Expression | None:
    """«начале» + «2016 года», «первая половина» + «2025 года»."""
    bound, period = pair.left.meaning, pair.right.meaning
    if not isinstance(bound, Bound) or pair.gap or pair.right.weak or pair.right.mod:
        return None
    if not isinstance(period, Known | InYear | Shift | Same) or _is_day(period):
        return None  # «начало 3 сентября» tells when something begins
    if bound.part not in ("H1", "H2"):
        return replace(pair.right, mod=bound.part)
    year = _year(period)
    if year:
        return replace(pair.right, meaning=InYear(bound.part, year))
    if halved := _half(period, bound.part):
        return replace(pair.right, meaning=halved)
    return replace(pair.right, mod="START" if bound.part == "H1" else "END")


def _is_day(period: Meaning) -> bool:
    return isinstance(period, InYear) and len(period.part) == len("09-03")


def _half(period: Meaning, part: str) -> Interval | None:
    """«первая половина XIV века» is fifty years, «вторая половина марта» from the 16th on."""
    if isinstance(period, Known) and len(period.value) == len("19"):
        century = int(period.value)
        if part == "H1":
            return Interval(Known(f"{century:02}01"), Known(f"{century:02}50"))
        return Interval(Known(f"{century:02}51"), Known(f"{century + 1:02}00"))
    if isinstance(period, InYear) and period.part.isdigit() and period.turn is None:
        ends = ("01", "15") if part == "H1" else ("16", f"{last_of_month(int(period.part))}")
        first, last = (replace(period, part=f"{period.part}-{day}") for day in ends)
        return Interval(first, last)
    return None


def part_and_year(pair: Pair) -> Expression | None:
    """«28 июня» + «прошлого года», «осенью» + «2010-го», «восемь месяцев» + «этого года»."""
    year = _year(pair.right.meaning)
    if not year or pair.gap or pair.right.mod:
        return None
    meaning = _of_year(pair.left.meaning, year)
    return replace(pair.left, meaning=meaning) if meaning else None


def _of_year(meaning: Meaning, year: YearName) -> Meaning | None:
    if isinstance(meaning, InYear) and meaning.year is None and not meaning.turn:
        return replace(meaning, year=year, turn=None)
    if isinstance(meaning, Clock) and isinstance(meaning.day, InYear) and not meaning.day.year:
        return Clock(meaning.time, replace(meaning.day, year=year))
    if isinstance(meaning, Fixed) and (months := _months(meaning)):
        return Interval(InYear("01", year), InYear(f"{months:02}", year))
    if isinstance(meaning, Interval):
        first, last = meaning.first, meaning.last
        if isinstance(first, InYear) and isinstance(last, InYear) and last.year is None:
            return Interval(replace(first, year=year), replace(last, year=year))
    return None


def decade_and_century(pair: Pair) -> Expression | None:
    """«20-х годов» + «XIX века», «90-е» + «прошлого века»."""
    decade, century = pair.left.meaning, pair.right.meaning
    if pair.gap or not isinstance(decade, Known) or len(decade.value) != len("199"):
        return None
    if isinstance(century, Known) and len(century.value) == len("19"):
        return replace(pair.left, meaning=Known(century.value + decade.value[-1]))
    last = isinstance(century, Shift) and (century.unit, century.offset) == ("CE", -1)
    return pair.left if last else None


def weekday_and_day(pair: Pair) -> Expression | None:
    """«пятницу» + «10 августа», «вчера» + «4 ноября», «в понедельник утром» + «1 сентября»."""
    left, right = pair.left.meaning, pair.right.meaning
    if pair.gap not in ("", "COMMA"):
        return None
    said, part_of_day = (left.day, left.time) if isinstance(left, Clock) else (left, None)
    if not (isinstance(said, Weekday) or (isinstance(said, Shift) and said.unit == "D")):
        return None
    day = _calendar_day(right.day if isinstance(right, Clock) else right)
    if day is None:
        return None
    if isinstance(day, InYear):
        # A weekday tells the year; «вчера» is near to publication.
        weekday = said.number if isinstance(said, Weekday) else None
        day = replace(day, weekday=weekday) if weekday or day.year else replace(day, turn=0)
    time = right.time if isinstance(right, Clock) else part_of_day
    return replace(pair.right, meaning=Clock(time, day) if time else day)


def day_and_weekday(pair: Pair) -> Expression | None:
    """«25 июля» + «в четверг»."""
    day, right = _calendar_day(pair.left.meaning), pair.right.meaning
    if day is None or pair.gap not in ("", "COMMA", "COMMA IN", "OPEN"):
        return None
    if isinstance(right, Weekday) and right.week is None:
        known = replace(day, weekday=right.number) if isinstance(day, InYear) else day
        return replace(pair.left, meaning=known)
    if isinstance(right, Clock) and isinstance(right.day, Weekday):
        return replace(pair.left, meaning=Clock(right.time, day))
    return None


def weekday_and_week(pair: Pair) -> Expression | None:
    """«четверг» + «на следующей неделе»."""
    weekday, week = pair.left.meaning, pair.right.meaning
    if pair.gap not in ("", "ON") or not isinstance(week, Shift) or week.unit != "W":
        return None
    if not isinstance(weekday, Weekday) or weekday.week is not None:
        return None
    return replace(pair.left, meaning=Weekday(weekday.number, week.offset))


def part_of_day_and_clock(pair: Pair) -> Expression | None:
    """«вчера вечером» + «в 21:30»."""
    part, clock = pair.left.meaning, pair.right.meaning
    if pair.gap not in ("", "IN", "COMMA", "ABOUT"):
        return None
    if not (isinstance(part, Clock) and isinstance(clock, Clock)) or clock.day:
        return None
    if not part.is_part or clock.is_part:
        return None
    return replace(pair.right, meaning=Clock(clock.time, part.day))


def day_and_clock(pair: Pair) -> Expression | None:
    """«31 августа» + «в 11:45», «вчера» + «вечером», «5 мая» + «с 10:00 до 18:00»."""
    day, right = _day(pair.left.meaning), pair.right.meaning
    if day is None or pair.left.mod:
        return None
    if isinstance(right, Clock) and right.day is None and not pair.right.weak:
        if pair.gap in (("", "COMMA", "IN") if right.is_part else _BEFORE_CLOCK):
            mod = "APPROX" if "ABOUT" in pair.gap else pair.right.mod
            return replace(pair.right, meaning=Clock(right.time, day), mod=mod)
    elif isinstance(right, Interval) and pair.gap in ("", "COMMA", "FROM", "COMMA FROM"):
        first, last = right.first, right.last
        if isinstance(first, Clock) and isinstance(last, Clock) and first.day is None:
            hours = Interval(Clock(first.time, day), Clock(last.time, day))
            return replace(pair.right, meaning=hours)
    return None


_BEFORE_CLOCK = ("", "COMMA", "IN", "COMMA IN", "ABOUT", "COMMA ABOUT", "BY", "SLASH")


def repetition_and_clock(pair: Pair) -> Expression | None:
    """«каждую субботу» + «в 12:00», «по вторникам» + «в 9 утра»."""
    times, clock = pair.left.meaning, pair.right.meaning
    if not (isinstance(times, Fixed) and times.type == "set" and isinstance(clock, Clock)):
        return None
    value = times.value or ""
    if pair.gap not in ("IN", "COMMA IN") or clock.day or clock.is_part or "W" not in value:
        return None
    return replace(pair.left, meaning=Fixed("set", f"{value}T{clock.time}"))


def clock_and_day(pair: Pair) -> Expression | None:
    """«18:30» + «10 августа», «вечером» + «в четверг», «ночь» + «на 18 апреля»."""
    clock, day = pair.left.meaning, _day(pair.right.meaning)
    if not isinstance(clock, Clock) or clock.day or day is None or pair.right.mod:
        return None
    over_night = clock.time == "NI" and pair.gap == "ON"
    if not over_night and pair.gap not in ("", *(() if pair.left.weak else _BEFORE_DAY)):
        return None
    return replace(pair.left, meaning=Clock(clock.time, day))


_BEFORE_DAY = ("COMMA", "IN", "COMMA IN")


def range_and_day(pair: Pair) -> Expression | None:
    """«23:00 3 января до 6:00» + «4 января», «вторника по четверг» + «на этой неделе»."""
    span, right = pair.left.meaning, pair.right.meaning
    if not isinstance(span, Interval) or pair.right.mod:
        return None
    first, last = span.first, span.last
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        in_week = pair.gap in ("", "ON") and isinstance(right, Shift) and right.unit == "W"
        if not in_week or first.week is not None or last.week is not None:
            return None
        assert isinstance(right, Shift)
        days = (Weekday(day.number, right.offset) for day in (first, last))
        return replace(pair.left, meaning=Interval(*days))
    day = _day(right)
    if day is None or pair.gap not in ("", "COMMA"):
        return None
    if isinstance(first, Clock) and isinstance(last, Clock) and last.day is None:
        first = first if first.day else replace(first, day=day)
        return replace(pair.left, meaning=Interval(first, replace(last, day=day)))
    return None


def range_of_two(pair: Pair) -> Expression | None:
    """«с» «марта 2018 года» + «до конца 2019 года», «май 2014 — июль 2015», «между … и …»."""
    if pair.gap != "DASH" and (pair.before, pair.gap) not in _RANGES:
        return None
    if pair.left.weak or pair.right.weak:
        return None
    first, last = pair.left.meaning, pair.right.meaning
    if isinstance(first, Interval | Bound | Fixed) or isinstance(last, Interval | Bound):
        return None
    if isinstance(last, Fixed) and last.value != "PRESENT_REF":
        return None
    if isinstance(first, Clock) != isinstance(last, Clock):
        return None
    if pair.gap == "DASH" and isinstance(first, Shift):
        return None
    if isinstance(first, InYear) and isinstance(last, InYear) and not first.year and last.year:
        year = last.year
        if _begins(first.part) > _begins(last.part) and isinstance(year, Known):
            year = Known(f"{int(year.value) - 1:04}")
        first = replace(first, year=year)
    return replace(pair.left, meaning=Interval(first, last), mod=None)


_RANGES = {("FROM", "TO"), ("FROM", "UNTIL"), ("BETWEEN", "AND")}


def _begins(part: str) -> date:
    """When a part of a year begins, in some year: winter after autumn."""
    return first_day(part_of_year(2001, part))


def lend_year(pair: Pair) -> Expression | None:
    """«30 июня» и «1 июля 2019 года»: two mentions, but the year is said once."""
    first, last = pair.left.meaning, pair.right.meaning
    if pair.gap not in ("AND", "COMMA"):
        return None
    if not (isinstance(first, InYear) and isinstance(last, InYear)) or first.year:
        return None
    alike = first.turn is None and len(first.part) == len(last.part) and first.part < last.part
    return replace(pair.left, meaning=replace(first, year=last.year)) if alike else None


def _year(meaning: Meaning) -> YearName | None:
    """The meaning, if it is a year: «2016 года», «прошлого года»."""
    if isinstance(meaning, Known):
        return meaning if len(meaning.value) == len("2016") else None
    return meaning if isinstance(meaning, Shift | Same) and meaning.unit == "Y" else None


def _calendar_day(meaning: Meaning | None) -> InYear | Known | None:
    """The meaning, if it is a day of the calendar: «28 июня», «25.12.2024»."""
    if isinstance(meaning, InYear):
        return meaning if len(meaning.part) == len("06-28") else None
    if isinstance(meaning, Known):
        return meaning if len(meaning.value) == len("2024-12-25") else None
    return None


def _day(meaning: Meaning) -> Day | None:
    """The meaning, if it is any one day."""
    if isinstance(meaning, Shift | Same):
        return meaning if meaning.unit == "D" else None
    return meaning if isinstance(meaning, Weekday) else _calendar_day(meaning)


def _months(length: Fixed) -> int:
    """How many months of a year a duration counts, 0 where it counts something else."""
    value = length.value or ""
    number = value[1:-1] if length.type == "duration" and value[:1] == "P" else ""
    return int(number) if value[-1:] == "M" and number.isdigit() and 1 < int(number) <= 12 else 0


# In the order in which they are tried: a bound takes its period before the period takes a year.
JOINS = (
    bound_and_period,
    part_and_year,
    decade_and_century,
    weekday_and_day,
    day_and_weekday,
    weekday_and_week,
    part_of_day_and_clock,
    day_and_clock,
    repetition_and_clock,
    clock_and_day,
    range_and_day,
    range_of_two,
)
