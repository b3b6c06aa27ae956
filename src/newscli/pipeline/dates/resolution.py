"""From what an expression says to its value: which year, which week, which day.

A year left open is, in this order, the one named just before in the passage; the one that the
tense asks for (past: the latest such date not after publication, future: the first not before
it); the nearest to publication. Without a date of publication nothing is guessed: XXXX-06-28.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from newscli.pipeline.dates.meanings import (
    Clock,
    Fixed,
    Interval,
    InYear,
    Known,
    Meaning,
    Same,
    Shift,
    Weekday,
)
from newscli.pipeline.dates.tense import FUTURE, NEITHER, PAST
from newscli.pipeline.dates.values import (
    add_months,
    day_value,
    days,
    month_value,
    week_value,
)
from newscli.records import DateValue

# 29 February comes every four years, but for 1900 and 2100.
_YEARS_AROUND = 8


@dataclass
class Story:
    """Where the telling stands: the day of publication and the dates named so far.

    `sentence` counts the sentences; `named` is the last date's value, `day` the last single day,
    `year` the year that was named in so many words in sentence `year_sentence`.
    """

    published: date | None
    sentence: int = 0
    named: str | None = None
    day: date | None = None
    year: int | None = None
    year_sentence: int = 0

    def enter(self, sentence: int) -> None:
        """Go on to a sentence; a year is understood in its own and in the next one."""
        self.sentence = sentence
        if sentence > self.year_sentence + 1:
            self.year = None

    def move_to(self, value: str, names_year: bool) -> None:
        """A date has been named; one without its year ends the year before it."""
        first, last = _begins(value), _ends(value)
        self.named = value
        if first == last:
            self.day = first
        self.year = last.year if names_year else None
        self.year_sentence = self.sentence


def resolve(meaning: Meaning, mod: str | None, story: Story, tense: int) -> DateValue:
    """The value of `meaning` told in `tense`; `story` moves on to it."""
    kind = _type(meaning)
    try:
        value = _value(meaning, story, tense)
        bounds = days(value) if kind in ("date", "time") else None
    except (ValueError, OverflowError):  # a year or week outside the calendar
        value, bounds = None, None
    if bounds and value:
        story.move_to(value, _names_year(meaning, value, story))
    first, last = (day.isoformat() for day in bounds) if bounds else (None, None)
    return DateValue(kind, value, mod, first, last)


def _type(meaning: Meaning) -> str:
    if isinstance(meaning, Interval):
        return _type(meaning.first)
    if isinstance(meaning, Fixed):
        return meaning.type
    if isinstance(meaning, Clock) or (isinstance(meaning, Shift) and meaning.unit[0] == "T"):
        return "time"
    return "date"


def _names_year(meaning: Meaning, value: str, story: Story) -> bool:
    """Whether the year stands in the words, or was understood from the words before."""
    if isinstance(meaning, Interval):
        return _names_year(meaning.last, value.rpartition("/")[2], story)
    if isinstance(meaning, Clock):
        return meaning.day is not None and _names_year(meaning.day, value, story)
    if isinstance(meaning, InYear):
        return meaning.year is not None or value[:4] == f"{story.year}"
    return isinstance(meaning, Known) and len(meaning.value) >= 4


def _value(meaning: Meaning, story: Story, tense: int) -> str | None:
    if isinstance(meaning, Known):
        return meaning.value
    if isinstance(meaning, Fixed):
        return meaning.value
    if isinstance(meaning, InYear):
        return _in_year(meaning, story, tense)
    if isinstance(meaning, Weekday):
        return _weekday(meaning, story, tense)
    if isinstance(meaning, Shift):
        return _shift(meaning, story, tense)
    if isinstance(meaning, Same):
        return _same(meaning.unit, story)
    if isinstance(meaning, Clock):
        return _clock(meaning, story, tense)
    if isinstance(meaning, Interval):
        return _interval(meaning, story, tense)
    raise TypeError(f"no value for {meaning!r}")


def _in_year(meaning: InYear, story: Story, tense: int) -> str | None:
    part = meaning.part
    if meaning.year is not None:
        year = _value(meaning.year, story, tense)
        if year is None:
            return None
        return f"{year}-{part}" if year.isdigit() else f"XXXX-{part}"
    published = story.published
    if published is None:
        return f"XXXX-{part}" if story.year is None else f"{story.year:04}-{part}"
    around = _around(meaning, published.year)
    if meaning.turn == -1:
        return max(value for value in around if _ends(value) < published)
    if meaning.turn == 1:
        return min(value for value in around if _begins(value) > published)
    if meaning.turn == 0:
        return _pick(around, published, NEITHER)
    asked = _pick(around, published, tense)
    if story.year is None:
        return asked
    carried = f"{story.year:04}-{part}"
    understood = _exists(carried) and _is_understood(carried, asked, meaning, story, tense)
    return carried if understood else asked


def _exists(value: str) -> bool:
    """Whether the calendar has the day: 2025 has no 29 February."""
    try:
        days(value)
    except ValueError:
        return False
    return True


def _is_understood(carried: str, asked: str, meaning: InYear, story: Story, tense: int) -> bool:
    """Whether the year named before is meant, and not the one that the tense asks for.

    It is in its own sentence («в 2010 году уехал, а 28 июня вернулся»), unless the telling would
    turn back («в декабре прошлого года, однако в марте»). In the next sentence the year before may
    be but background («осуждена в 2010 году. 31 октября суд оправдал её»): there the days
    of the last weeks and the months of the last half-year come first, if the day does not follow
    on the one before.
    """
    published, named = story.published, days(story.named)
    assert published, story
    assert named, story
    if story.year == published.year or not _agrees(carried, published, tense):
        return False
    if meaning.weekday and _begins(carried).isoweekday() != meaning.weekday:
        return False
    if story.sentence == story.year_sentence:
        goes_back = _ends(carried) < named[0]
        return not (goes_back and _begins(asked).year == _begins(carried).year + 1)
    is_next = timedelta(0) <= _begins(carried) - named[0] <= _FOLLOWING
    if is_next and named[0] == named[1]:
        return True
    one_day = _begins(asked) == _ends(asked)
    return _distance(asked, published) > (_NEAR if one_day else _HALF_A_YEAR)


def _around(meaning: InYear, year: int) -> list[str]:
    """The part of the years around `year`, of those only that have the weekday named."""
    candidates = range(year - _YEARS_AROUND, year + _YEARS_AROUND + 1)
    named = (f"{candidate:04}-{meaning.part}" for candidate in candidates)
    values = [value for value in named if _exists(value)]
    fitting = [value for value in values if _begins(value).isoweekday() == meaning.weekday]
    beside = any(abs(_begins(value).year - year) <= 1 for value in fitting)
    return fitting if beside else values


def _pick(values: list[str], published: date, tense: int) -> str:
    """Among dates in order, the one that the tense asks for, else the nearest.

    News name a day eleven months off with its year. Where the tense asks for such a day and another
    lies within weeks, the verb was not the day's own («обещали подать иск до 2 декабря»): of the 31
    such days in 5,000 posts of news channels, 30 were the near ones.
    """
    nearest = min(values, key=lambda value: _distance(value, published))
    if tense == PAST:
        asked = max(value for value in values if _begins(value) <= published)
    elif tense == FUTURE:
        asked = min(value for value in values if _ends(value) >= published)
    else:
        return nearest
    one_day = _begins(asked) == _ends(asked)
    astray = _distance(asked, published) > _FAR and _distance(nearest, published) <= _NEAR
    return nearest if one_day and astray else asked


_FAR, _NEAR = timedelta(300), timedelta(45)
_FOLLOWING, _HALF_A_YEAR = timedelta(92), timedelta(183)


def _agrees(value: str, published: date, tense: int) -> bool:
    if tense == PAST:
        return _begins(value) <= published
    return tense != FUTURE or _ends(value) >= published


def _begins(value: str) -> date:
    bounds = days(value)
    assert bounds, value
    return bounds[0]


def _ends(value: str) -> date:
    bounds = days(value)
    assert bounds, value
    return bounds[1]


def _distance(value: str, day: date) -> timedelta:
    return max(_begins(value) - day, day - _ends(value), timedelta(0))


def _weekday(meaning: Weekday, story: Story, tense: int) -> str:
    published = story.published
    if published is None:
        return f"XXXX-WXX-{meaning.number}"
    ahead = meaning.number - published.isoweekday()
    if meaning.week is not None:
        return day_value(published + timedelta(ahead + 7 * meaning.week))
    around = [day_value(published + timedelta(ahead + 7 * week)) for week in (-1, 0, 1)]
    return _pick(around, published, tense)


def _shift(meaning: Shift, story: Story, tense: int) -> str | None:
    unit, offset = meaning.unit, meaning.offset
    if unit[0] == "T":
        return None  # nobody knows the hour of publication
    if (
        meaning.anchor == "named"
        or meaning.anchor == "story"
        or (meaning.anchor == "either" and tense == PAST)
    ):
        base = _story_base(unit, story)
        if base or meaning.anchor != "story":
            return _moved(base, unit, offset) if base else None
    if story.published is None:
        return {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[(offset > 0) - (offset < 0)]
    return _moved(story.published, unit, offset)


def _story_base(unit: str, story: Story) -> date | None:
    """What «годом ранее» and «три дня спустя» count from; days and weeks, from a single day."""
    if unit in ("D", "W"):
        return story.day
    named = days(story.named)
    return named[0] if named else None


def _moved(anchor: date, unit: str, offset: int) -> str:
    """The unit that lies `offset` units from the one that holds `anchor`."""
    if unit == "D":
        return day_value(anchor + timedelta(offset))
    if unit == "W":
        return week_value(anchor + timedelta(7 * offset))
    if unit == "WE":
        return f"{week_value(anchor + timedelta(7 * offset))}-WE"
    if unit == "M":
        return month_value(add_months(anchor, offset))
    if unit == "Q":
        month = add_months(anchor, 3 * offset)
        return f"{month.year:04}-Q{(month.month + 2) // 3}"
    if unit == "HY":
        month = add_months(anchor, 6 * offset)
        return f"{month.year:04}-H{(month.month + 5) // 6}"
    year = add_months(anchor, 12 * offset * {"Y": 1, "DE": 10, "CE": 100}[unit]).year
    return {"Y": f"{year:04}", "DE": f"{year // 10:03}", "CE": f"{(year - 1) // 100:02}"}[unit]


def _same(unit: str, story: Story) -> str | None:
    named = days(story.named)
    if unit == "D":
        return day_value(story.day) if story.day else None
    return _moved(named[0], unit, 0) if named else None


def _clock(meaning: Clock, story: Story, tense: int) -> str | None:
    if meaning.day is not None:
        day = _value(meaning.day, story, tense)
    else:
        known = story.day or story.published
        day = day_value(known) if known else "XXXX-XX-XX"
    if day is None or day.endswith("_REF"):
        return None if day is None else f"XXXX-XX-XXT{meaning.time}"
    return f"{day}T{meaning.time}"


def _interval(meaning: Interval, story: Story, tense: int) -> str | None:
    first = _value(meaning.first, story, tense)
    if first is None:
        return None
    last = _last_of_interval(meaning.last, first, story, tense)
    return last and f"{first}/{last}"


def _last_of_interval(meaning: Meaning, first: str, story: Story, tense: int) -> str | None:
    """The end of a range that begins with `first`: the first such date after it."""
    begins = days(first) if "X" not in first else None
    if begins and isinstance(meaning, InYear) and meaning.year is None:
        year = begins[0].year
        return next(
            value
            for value in (f"{year:04}-{meaning.part}", f"{year + 1:04}-{meaning.part}")
            if _begins(value) >= begins[0]
        )
    if begins and isinstance(meaning, Weekday) and meaning.week is None:
        ahead = (meaning.number - begins[0].isoweekday()) % 7
        return day_value(begins[0] + timedelta(ahead))
    return _value(meaning, story, tense)
