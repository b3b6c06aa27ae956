"""What an expression says before anybody asks which year or week it is in.

`resolution.py` turns these into values, with the day of publication and the text around them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """A date that needs nothing from outside: «25 декабря 2024 года», «1990-е», «XX век»."""

    value: str


@dataclass(frozen=True)
class Shift:
    """So many units from an anchor: «прошлый год», «вчера», «неделю назад».

    `unit` is D, W, WE (week-end), M, Q, HY, Y, DE, CE or a unit of the clock (TH, TM, TS).
    `anchor` is "published"; "named", the date named last («на следующий день»); "story", that or,
    where there is none, publication («годом ранее»); "either", which the tense decides («через
    три дня»); "turn", the turn of the year («в новом году»). `bound` tells which part is
    meant, START, END, or PAST for one gone by: the unit before or after may be the right one then
    («в конце недели», «на минувшей неделе»).
    """

    unit: str
    offset: int
    anchor: str = "published"
    bound: str | None = None


@dataclass(frozen=True)
class Same:
    """The last day, month or year named: «в тот же день»."""

    unit: str


YearName = Known | Shift | Same


@dataclass(frozen=True)
class InYear:
    """A part of a year: `part` is 06-28, 06, SU, Q2 or H1; no year where it is left open.

    `turn` is -1, 0 or 1 where the words point at the last, this or the next one («прошлым летом»),
    `weekday` what the words say of the day («пятница, 10 августа» 5): it tells the year.
    """

    part: str
    year: YearName | None = None
    turn: int | None = None
    weekday: int | None = None


@dataclass(frozen=True)
class Weekday:
    """Monday is 1; `week` counts from the week of publication («в прошлую пятницу» -1).

    `coming` asks for the first after publication («ближайшая пятница»), `gone` for the last before
    («минувшая пятница»).
    """

    number: int
    week: int | None = None
    coming: bool = False
    gone: bool = False


@dataclass(frozen=True)
class DayOfMonth:
    """«20-го»: a day whose month is left open."""

    number: int


Day = Known | Shift | Same | InYear | Weekday | DayOfMonth


@dataclass(frozen=True)
class Clock:
    """A moment or a part of a day: `time` is 18:30 or MO, AF, EV, NI."""

    time: str
    day: Day | None = None

    @property
    def is_part(self) -> bool:
        """Whether this is a part of a day and no moment of it."""
        return ":" not in self.time


@dataclass(frozen=True)
class Fixed:
    """A duration, a set, a reference such as PRESENT_REF, or what cannot be settled (None)."""

    type: str
    value: str | None


@dataclass(frozen=True)
class Bound:
    """The words `начало`, `середина`, `конец` or a half (H1, H2) of what follows."""

    part: str


@dataclass(frozen=True)
class Interval:
    """From the first day of one date to the last of another."""

    first: Day | Clock | Fixed
    last: Day | Clock | Fixed


Meaning = Known | Shift | Same | InYear | Weekday | DayOfMonth | Clock | Fixed | Bound | Interval


@dataclass(frozen=True)
class Expression:
    """Lexemes `first` to `last` (exclusive) and what they mean.

    A `weak` one («начале», «ночь») is a date only together with a neighbour.
    """

    first: int
    last: int
    meaning: Meaning
    mod: str | None = None
    weak: bool = False
