"""From what an expression says to its value: which year, which week, which day.

Without a date of publication nothing is guessed: XXXX-06-28.
"""

from __future__ import annotations

from datetime import date, timedelta

from newscli.pipeline.dates.choice import choose_weekday, choose_year, pick_by_tense
from newscli.pipeline.dates.meanings import (
    Clock,
    DayOfMonth,
    Fixed,
    Interval,
    InYear,
    Known,
    Meaning,
    Same,
    Shift,
    Weekday,
)
from newscli.pipeline.dates.story import Anchored, Landmark, Story
from newscli.pipeline.dates.tense import FUTURE, PAST, Tense
from newscli.pipeline.dates.values import (
    add_months,
    day_value,
    days,
    exists,
    first_day,
    last_day,
    month_value,
    open_part,
    part_of_year,
    week_value,
)
from newscli.records import DateValue


def resolve(
    meaning: Meaning, mod: str | None, story: Story, tense: Tense, at: tuple[int, int]
) -> DateValue:
    """The value of `meaning`, told in `tense` at these offsets; `story` moves on to it."""
    kind = _type(meaning)
    try:
        value, anchor = _value(meaning, story, tense)
        bounds = days(value) if kind in ("date", "time") else None
    except (ValueError, OverflowError):  # a year or week outside the calendar
        value, anchor, bounds = None, None, None
    if bounds and bounds[0] > bounds[1]:
        value, anchor, bounds = None, None, None  # «с 2017 по 2014 год»: a slip of the pen
    if bounds and value:
        landmark = Landmark(*bounds, story.sentence, *at)
        story.move_to(landmark, names_year=_names_year(meaning, value, story))
    first, last = (day.isoformat() for day in bounds) if bounds else (None, None)
    if isinstance(anchor, Landmark):
        return DateValue(kind, value, mod, first, last, "text", anchor.start, anchor.end)
    return DateValue(kind, value, mod, first, last, anchor or "none")


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
        if meaning.year is not None:
            return True
        return story.year is not None and value[:4] == f"{story.year.last.year}"
    return isinstance(meaning, Known) and len(meaning.value) >= 4


def _value(meaning: Meaning, story: Story, tense: Tense) -> Anchored:
    if isinstance(meaning, Known | Fixed):
        return Anchored(meaning.value)
    if isinstance(meaning, InYear):
        return _in_year(meaning, story, tense)
    if isinstance(meaning, Weekday):
        return _weekday(meaning, story, tense)
    if isinstance(meaning, DayOfMonth):
        return _day_of_month(meaning.number, story, tense)
    if isinstance(meaning, Shift):
        return _shift(meaning, story, tense)
    if isinstance(meaning, Same):
        return _same(meaning.unit, story)
    if isinstance(meaning, Clock):
        return _clock(meaning, story, tense)
    if isinstance(meaning, Interval):
        return _interval(meaning, story, tense)
    raise TypeError(f"no value for {meaning!r}")


def _in_year(meaning: InYear, story: Story, tense: Tense) -> Anchored:
    if meaning.year is None:
        return choose_year(meaning, story, tense)
    year, anchor = _value(meaning.year, story, tense)
    if year is None:
        return Anchored(None)
    if not year.isdigit():
        return Anchored(open_part(meaning.part))
    return Anchored(part_of_year(int(year), meaning.part), anchor)


def _weekday(meaning: Weekday, story: Story, tense: Tense) -> Anchored:
    published = story.published
    if published is None:
        return Anchored(f"XXXX-WXX-{meaning.number}")
    ahead = meaning.number - published.isoweekday()
    if meaning.gone:
        value = day_value(published + timedelta(ahead if ahead < 0 else ahead - 7))
    elif meaning.coming:
        value = day_value(published + timedelta(ahead if ahead > 0 else ahead + 7))
    elif meaning.week is not None:
        value = day_value(published + timedelta(ahead + 7 * meaning.week))
    else:
        value = choose_weekday(meaning.number, published, tense())
    return Anchored(value, "published")


def _day_of_month(number: int, story: Story, tense: Tense) -> Anchored:
    """The first such day from the one just named on, or the one that the tense asks for."""
    named = story.named
    if named and story.sentence - named.sentence <= 1 and named.is_within_month:
        later = [
            day for day in _days_numbered(number, named.first) if first_day(day) >= named.first
        ]
        return Anchored(later[0], named) if later else Anchored(None)
    if story.published is None:
        return Anchored(None)
    around = _days_numbered(number, story.published)
    return Anchored(pick_by_tense(around, story.published, tense()), "published")


def _days_numbered(number: int, day: date) -> list[str]:
    """The days with a number in the months around `day`, in order; short months have none."""
    months = (month_value(add_months(day, shift)) for shift in range(-2, 3))
    return [value for month in months if exists(value := f"{month}-{number:02}")]


def _shift(meaning: Shift, story: Story, tense: Tense) -> Anchored:
    unit, offset = meaning.unit, meaning.offset
    if unit[0] == "T":
        return Anchored(None)  # nobody knows the hour of publication
    if meaning.anchor in ("named", "story") or (meaning.anchor == "either" and tense() == PAST):
        # Days and weeks are counted from a single day.
        base = story.day if unit in ("D", "W") else story.named
        if base:
            return Anchored(_moved(base.first, unit, offset), base)
        if meaning.anchor != "story":
            return Anchored(None)
    if meaning.anchor == "published" and (unit, offset) == ("Y", 1):
        year = story.year
        if year and year.sentence == story.sentence and tense() == PAST:
            # «запустили в 1975 году, а в следующем году он вышел на мощность»
            return Anchored(_moved(year.first, unit, offset), year)
    if story.published is None:
        named = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
        return Anchored(named[(offset > 0) - (offset < 0)])
    if meaning.anchor == "turn":
        return Anchored(_moved(add_months(story.published, 6), unit, offset), "published")
    if meaning.bound:
        offset += _turn_of_bound(
            meaning.bound, _moved(story.published, unit, 0), story.published, tense
        )
    return Anchored(_moved(story.published, unit, offset), "published")


def _turn_of_bound(bound: str, current: str, published: date, tense: Tense) -> int:
    """«В конце недели» that is told on its first days as past was the week before's.

    «Минувшая неделя» on a Sunday is the one that ends with it.
    """
    first, last = first_day(current), last_day(current)
    if bound == "PAST":
        return int(published.isoweekday() == 7)
    is_early = (published - first) * 2 < last - first
    if bound == "END" and is_early and tense() == PAST:
        return -1
    return 1 if bound == "START" and not is_early and tense() == FUTURE else 0


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


def _same(unit: str, story: Story) -> Anchored:
    base = story.day if unit == "D" else story.named
    return Anchored(_moved(base.first, unit, 0), base) if base else Anchored(None)


def _clock(meaning: Clock, story: Story, tense: Tense) -> Anchored:
    if meaning.day is not None:
        day, anchor = _value(meaning.day, story, tense)
    elif known := story.day_of_passage():
        day, anchor = day_value(known.first), known
    elif story.published:
        day, anchor = day_value(story.published), "published"
    else:
        day, anchor = "XXXX-XX-XX", None
    if day is None:
        return Anchored(None)
    if day.endswith("_REF"):
        day = "XXXX-XX-XX"
    return Anchored(f"{day}T{meaning.time}", anchor)


def _interval(meaning: Interval, story: Story, tense: Tense) -> Anchored:
    first = _value(meaning.first, story, tense)
    if first.value is None:
        return first
    last = _last_of_interval(meaning.last, first, story, tense)
    if last.value is None:
        return last
    return Anchored(f"{first.value}/{last.value}", first.anchor or last.anchor)


def _last_of_interval(meaning: Meaning, first: Anchored, story: Story, tense: Tense) -> Anchored:
    """The end of a range that begins with `first`: the first such date after it."""
    begins = days(first.value) if "X" not in (first.value or "") else None
    if begins and isinstance(meaning, InYear) and meaning.year is None:
        year = begins[0].year
        value = next(
            value
            for value in (part_of_year(year, meaning.part), part_of_year(year + 1, meaning.part))
            if first_day(value) >= begins[0]
        )
        return Anchored(value, first.anchor)
    if begins and isinstance(meaning, Weekday) and meaning.week is None:
        ahead = (meaning.number - begins[0].isoweekday()) % 7
        return Anchored(day_value(begins[0] + timedelta(ahead)), first.anchor)
    return _value(meaning, story, tense)
