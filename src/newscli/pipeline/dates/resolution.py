"""From what an expression says to its value: which year, which week, which day.

Without a date of publication nothing is guessed: XXXX-06-28.
"""

from __future__ import annotations

from datetime import date, timedelta

from newscli.pipeline.dates.choice import choose_year, pick_by_tense
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
from newscli.pipeline.dates.story import Story
from newscli.pipeline.dates.tense import PAST
from newscli.pipeline.dates.values import (
    add_months,
    day_value,
    days,
    first_day,
    month_value,
    week_value,
)
from newscli.records import DateValue


def resolve(meaning: Meaning, mod: str | None, story: Story, tense: int) -> DateValue:
    """The value of `meaning` told in `tense`; `story` moves on to it."""
    kind = _type(meaning)
    try:
        value = _value(meaning, story, tense)
        bounds = days(value) if kind in ("date", "time") else None
    except (ValueError, OverflowError):  # a year or week outside the calendar
        value, bounds = None, None
    if bounds and bounds[0] > bounds[1]:
        value, bounds = None, None  # «с 2017 по 2014 год»: a slip of the pen
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
    return choose_year(meaning, story, tense)


def _weekday(meaning: Weekday, story: Story, tense: int) -> str:
    published = story.published
    if published is None:
        return f"XXXX-WXX-{meaning.number}"
    ahead = meaning.number - published.isoweekday()
    if meaning.coming:
        return day_value(published + timedelta(ahead if ahead > 0 else ahead + 7))
    if meaning.week is not None:
        return day_value(published + timedelta(ahead + 7 * meaning.week))
    around = [day_value(published + timedelta(ahead + 7 * week)) for week in (-1, 0, 1)]
    return pick_by_tense(around, published, tense)


def _shift(meaning: Shift, story: Story, tense: int) -> str | None:
    unit, offset = meaning.unit, meaning.offset
    if unit[0] == "T":
        return None  # nobody knows the hour of publication
    if meaning.anchor in ("named", "story") or (meaning.anchor == "either" and tense == PAST):
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
        known = story.day_of_passage()
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
            if first_day(value) >= begins[0]
        )
    if begins and isinstance(meaning, Weekday) and meaning.week is None:
        ahead = (meaning.number - begins[0].isoweekday()) % 7
        return day_value(begins[0] + timedelta(ahead))
    return _value(meaning, story, tense)
