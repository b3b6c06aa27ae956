"""Neighbours that are one expression: a weekday and its date, a day and its hour, a range.

A join looks at two expressions and the kinds of the lexemes between them, and returns the one they
make together, or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newscli.pipeline.dates.lexer import Lexeme
from newscli.pipeline.dates.meanings import (
    Bound,
    Clock,
    Expression,
    Fixed,
    Interval,
    InYear,
    Known,
    Same,
    Shift,
    Weekday,
)

Gap = tuple[str, ...]


def join_expressions(lexemes: Sequence[Lexeme], found: Sequence[Expression]) -> list[Expression]:
    """Join what belongs together, again and again; drop the weak that stayed alone."""
    joined: list[Expression] = []
    for expression in found:
        while joined and (together := _join(lexemes, joined[-1], expression)):
            joined.pop()
            expression = together
        joined.append(expression)
    strong = [expression for expression in joined if not expression.weak]
    return _share_years(lexemes, strong)


def _share_years(lexemes: Sequence[Lexeme], found: list[Expression]) -> list[Expression]:
    """«30 июня и 1 июля 2019 года»: two mentions, but the year is said once."""
    for index in range(len(found) - 2, -1, -1):
        left, right = found[index], found[index + 1]
        gap = [lexeme.kind for lexeme in lexemes[left.last : right.first]]
        if (
            gap in (["AND"], ["COMMA"])
            and isinstance(left.meaning, InYear)
            and isinstance(right.meaning, InYear)
            and left.meaning.year is None
            and left.meaning.turn is None
            and len(left.meaning.part) == len(right.meaning.part)
            and left.meaning.part < right.meaning.part
        ):
            found[index] = replace(left, meaning=InYear(left.meaning.part, right.meaning.year))
    return found


def _join(lexemes: Sequence[Lexeme], left: Expression, right: Expression) -> Expression | None:
    if right.first - left.last > 3:
        return None
    gap = tuple(lexeme.kind for lexeme in lexemes[left.last : right.first])
    before = lexemes[left.first - 1].kind if left.first else ""
    for join in JOINS:
        together = join(left, right, gap, before)
        if together:
            return replace(together, first=left.first, last=right.last, weak=False)
    return None


def bound_and_period(
    left: Expression, right: Expression, gap: Gap, before: str
) -> Expression | None:
    """«начале» + «2016 года», «первая половина» + «2025 года»."""
    if not isinstance(left.meaning, Bound) or gap or right.weak or right.mod:
        return None
    part = left.meaning.part
    if not isinstance(right.meaning, Known | InYear | Shift | Same):
        return None
    if part[0] != "H":
        return replace(right, mod=part)
    if _is_year(right):
        return replace(right, meaning=InYear(part, right.meaning))  # type: ignore[arg-type]
    return replace(right, mod="START" if part == "H1" else "END")


def part_and_year(left: Expression, right: Expression, gap: Gap, before: str) -> Expression | None:
    """«28 июня» + «прошлого года», «осенью» + «2010-го»."""
    if gap or right.mod or not _is_year(right):
        return None
    year = right.meaning
    if isinstance(left.meaning, InYear) and left.meaning.year is None and left.meaning.turn is None:
        return replace(left, meaning=InYear(left.meaning.part, year))  # type: ignore[arg-type]
    if isinstance(left.meaning, Clock) and isinstance(left.meaning.day, InYear):
        day = left.meaning.day
        if day.year is None:
            return replace(left, meaning=Clock(left.meaning.time, InYear(day.part, year)))  # type: ignore[arg-type]
    if isinstance(left.meaning, Fixed) and (months := _months(left.meaning)):
        # «восемь месяцев» + «текущего года»
        return replace(left, meaning=Interval(InYear("01", year), InYear(f"{months:02}", year)))  # type: ignore[arg-type]
    if isinstance(left.meaning, Interval):
        first, last = left.meaning.first, left.meaning.last
        if isinstance(first, InYear) and isinstance(last, InYear) and last.year is None:
            both = Interval(InYear(first.part, year), InYear(last.part, year))  # type: ignore[arg-type]
            return replace(left, meaning=both)
    return None


def weekday_and_day(
    left: Expression, right: Expression, gap: Gap, before: str
) -> Expression | None:
    """«пятницу» + «10 августа», «вчера» + «4 ноября»."""
    if gap not in ((), ("COMMA",)):
        return None
    if not (isinstance(left.meaning, Weekday) or _is_deictic_day(left)):
        return None
    named = right.meaning.day if isinstance(right.meaning, Clock) else right.meaning
    if isinstance(named, InYear) and len(named.part) == 5:
        said = left.meaning
        named = replace(named, weekday=said.number) if isinstance(said, Weekday) else _now(named)
    elif not _is_calendar_day(named):
        return None
    if isinstance(right.meaning, Clock):
        return replace(right, meaning=Clock(right.meaning.time, named))  # type: ignore[arg-type]
    return replace(right, meaning=named)  # type: ignore[arg-type]


def _now(day: InYear) -> InYear:
    """«вчера, 4 ноября»: the one nearest to publication."""
    return replace(day, turn=0) if day.year is None else day


def day_and_weekday(
    left: Expression, right: Expression, gap: Gap, before: str
) -> Expression | None:
    """«25 июля» + «в четверг»."""
    if gap not in ((), ("COMMA",), ("COMMA", "IN"), ("OPEN",)) or not _is_calendar_day(
        left.meaning
    ):
        return None
    if isinstance(right.meaning, Weekday) and right.meaning.week is None:
        day = left.meaning
        known = replace(day, weekday=right.meaning.number) if isinstance(day, InYear) else day
        return replace(left, meaning=known)
    if isinstance(right.meaning, Clock) and isinstance(right.meaning.day, Weekday):
        return replace(left, meaning=Clock(right.meaning.time, left.meaning))  # type: ignore[arg-type]
    return None


def weekday_and_week(
    left: Expression, right: Expression, gap: Gap, before: str
) -> Expression | None:
    """«четверг» + «на следующей неделе»."""
    if (
        gap not in ((), ("ON",))
        or not isinstance(right.meaning, Shift)
        or right.meaning.unit != "W"
    ):
        return None
    if isinstance(left.meaning, Weekday) and left.meaning.week is None:
        return replace(left, meaning=Weekday(left.meaning.number, right.meaning.offset))
    return None


def part_of_day_and_clock(
    left: Expression, right: Expression, gap: Gap, before: str
) -> Expression | None:
    """«вчера вечером» + «в 21:30»."""
    if gap not in ((), ("IN",), ("COMMA",), ("ABOUT",)):
        return None
    if not (isinstance(left.meaning, Clock) and isinstance(right.meaning, Clock)):
        return None
    if len(left.meaning.time) != 2 or len(right.meaning.time) == 2 or right.meaning.day:
        return None
    return replace(right, meaning=Clock(right.meaning.time, left.meaning.day))


def day_and_clock(left: Expression, right: Expression, gap: Gap, before: str) -> Expression | None:
    """«31 августа» + «в 11:45», «вчера» + «вечером», «5 мая» + «с 10:00 до 18:00»."""
    if left.mod or not _is_day(left.meaning):
        return None
    day = left.meaning
    if isinstance(right.meaning, Clock) and right.meaning.day is None:
        allowed = ((), ("COMMA",)) if len(right.meaning.time) == 2 else _CLOCK_GAPS
        if gap in allowed and not (right.weak and right.last - right.first == 1):
            return replace(right, meaning=Clock(right.meaning.time, day))  # type: ignore[arg-type]
    if isinstance(right.meaning, Interval) and gap in (
        ("FROM",),
        ("COMMA", "FROM"),
        (),
        ("COMMA",),
    ):
        first, last = right.meaning.first, right.meaning.last
        if isinstance(first, Clock) and isinstance(last, Clock) and first.day is None:
            return replace(
                right,
                meaning=Interval(Clock(first.time, day), Clock(last.time, day)),  # type: ignore[arg-type]
            )
    return None


_CLOCK_GAPS = (
    (), ("COMMA",), ("IN",), ("COMMA", "IN"), ("ABOUT",), ("BY",), ("COMMA", "ABOUT"), ("SLASH",),
)  # fmt: skip


def clock_and_day(left: Expression, right: Expression, gap: Gap, before: str) -> Expression | None:
    """«18:30» + «10 августа», «вечером» + «в четверг», «ночь» + «на 18 апреля»."""
    if not (isinstance(left.meaning, Clock) and left.meaning.day is None):
        return None
    allowed = [(), ("COMMA",), ("IN",), ("COMMA", "IN")]
    if left.meaning.time == "NI":
        allowed.append(("ON",))
    if left.weak and gap not in ((), ("ON",)):
        return None
    if gap not in allowed or not _is_day(right.meaning) or right.mod:
        return None
    return replace(left, meaning=Clock(left.meaning.time, right.meaning))  # type: ignore[arg-type]


def range_of_two(left: Expression, right: Expression, gap: Gap, before: str) -> Expression | None:
    """«с» «марта 2018 года» + «до конца 2019 года», «май 2014 — июль 2015», «между … и …»."""
    opened: dict[Gap, Gap] = {
        ("TO",): ("FROM",),
        ("UNTIL",): ("FROM",),
        ("AND",): ("BETWEEN",),
    }
    if gap != ("DASH",) and before not in opened.get(gap, ()):
        return None
    if left.weak or right.weak:
        return None
    first, last = left.meaning, right.meaning
    if isinstance(first, Interval | Bound) or isinstance(last, Interval | Bound):
        return None
    if isinstance(first, Fixed) or (isinstance(last, Fixed) and last.value != "PRESENT_REF"):
        return None
    if isinstance(first, Clock) != isinstance(last, Clock):
        return None
    if gap == ("DASH",) and isinstance(first, Shift):
        return None
    if isinstance(first, InYear) and isinstance(last, InYear) and not first.year and last.year:
        year = last.year
        if first.part > last.part and isinstance(year, Known):
            year = Known(f"{int(year.value) - 1:04}")
        first = InYear(first.part, year)
    return Expression(left.first, right.last, Interval(first, last))


def _is_year(expression: Expression) -> bool:
    meaning = expression.meaning
    if isinstance(meaning, Known):
        return len(meaning.value) == 4
    return isinstance(meaning, Shift | Same) and meaning.unit == "Y"


def _months(length: Fixed) -> int:
    """How many months of a year a duration counts, 0 where it counts something else."""
    value = length.value or ""
    number = value[1:-1] if length.type == "duration" and value[:1] == "P" else ""
    return int(number) if value[-1:] == "M" and number.isdigit() and 1 < int(number) <= 12 else 0


def _is_calendar_day(meaning: object) -> bool:
    if isinstance(meaning, InYear):
        return len(meaning.part) == 5
    return isinstance(meaning, Known) and len(meaning.value) == 10


def _is_deictic_day(expression: Expression) -> bool:
    return isinstance(expression.meaning, Shift) and expression.meaning.unit == "D"


def _is_day(meaning: object) -> bool:
    if isinstance(meaning, Shift | Same):
        return meaning.unit == "D"
    return isinstance(meaning, Weekday) or _is_calendar_day(meaning)


# In the order in which they are tried: a bound takes its period before the period takes a year.
JOINS = (
    bound_and_period,
    part_and_year,
    weekday_and_day,
    day_and_weekday,
    weekday_and_week,
    part_of_day_and_clock,
    day_and_clock,
    clock_and_day,
    range_of_two,
)
