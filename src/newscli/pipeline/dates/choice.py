"""Which year or week is meant where the words leave it open.

In this order: a year named just before in the passage; what the tense asks for (past: the latest
such date not after publication, future: the first not before it); the nearest to publication.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from newscli.pipeline.dates.meanings import InYear
from newscli.pipeline.dates.story import Anchored, Landmark, Story
from newscli.pipeline.dates.tense import FUTURE, NEITHER, PAST, Tense
from newscli.pipeline.dates.values import (
    day_value,
    distance,
    exists,
    first_day,
    last_day,
    open_part,
    part_of_year,
)

# A weekday tells years apart, and 29 February comes every four, but for 1900 and 2100.
_YEARS_AROUND, _MORE_YEARS_AROUND = 2, 8
_FAR, _NEAR = timedelta(300), timedelta(45)
_FOLLOWING, _HALF_A_YEAR = timedelta(92), timedelta(183)
# Articles of one day name the same days: the bound keeps a run over an archive from growing.
_CACHED_CHOICES = 2_000


def choose_year(meaning: InYear, story: Story, tense: Tense) -> Anchored:
    """The value of a part of a year that the words leave open: 2025-06-28, XXXX-06-28.

    Raises:
        ValueError: no year near the publication has the day.
    """
    published = story.published
    if published is None:
        if story.year is None:
            return Anchored(open_part(meaning.part))
        return Anchored(part_of_year(story.year.last.year, meaning.part), story.year)
    told = tense() if meaning.turn is None else NEITHER
    asked = _part_asked_for(meaning.part, meaning.weekday, meaning.turn, published, told)
    if story.year is None or meaning.turn is not None:
        return Anchored(asked, "published")
    carried = part_of_year(story.year.last.year, meaning.part)
    if exists(carried) and _is_understood(carried, asked, meaning, story.year, story, tense()):
        return Anchored(carried, story.year)
    return Anchored(asked, "published")


def _is_understood(
    carried: str, asked: str, meaning: InYear, year: Landmark, story: Story, tense: int
) -> bool:
    """Whether the year named before is meant, and not the one that the tense asks for.

    It is in its own sentence («в 2010 году уехал, а 28 июня вернулся»), unless the telling would
    turn back («в декабре прошлого года, однако в марте»). In the next sentence the year before may
    be but background («осуждена в 2010 году. 31 октября суд оправдал её»): there the days
    of the last weeks and the months of the last half-year come first, if the day does not follow
    on the one before.
    """
    published = story.published
    assert published, story
    if year.last.year == published.year or not _agrees(carried, published, tense):
        return False
    if meaning.weekday and first_day(carried).isoweekday() != meaning.weekday:
        return False
    if not _agrees(asked, published, tense):
        return True
    if story.sentence == year.sentence:
        goes_back = last_day(carried) < year.first
        return not (goes_back and first_day(asked).year == first_day(carried).year + 1)
    is_next = timedelta(0) <= first_day(carried) - year.first <= _FOLLOWING
    if is_next and year.is_within_month:
        return True
    one_day = first_day(asked) == last_day(asked)
    return distance(asked, published) > (_NEAR if one_day else _HALF_A_YEAR)


@lru_cache(maxsize=_CACHED_CHOICES)
def _part_asked_for(
    part: str, weekday: int | None, turn: int | None, published: date, tense: int
) -> str:
    """The part of the year that the words ask for by themselves."""
    around = _parts_of_years(part, weekday, published.year)
    if turn == -1:
        return max(value for value in around if last_day(value) < published)
    if turn == 1:
        return min(value for value in around if first_day(value) > published)
    return pick_by_tense(around, published, tense)


def _parts_of_years(part: str, weekday: int | None, year: int) -> list[str]:
    """The part of the years around `year`, of those only that have the weekday named."""
    is_rare = weekday or part == "02-29"
    around = _MORE_YEARS_AROUND if is_rare else _YEARS_AROUND
    # A winter ends in the year after: the calendar's own last year has none.
    candidates = range(max(year - around, MINYEAR), min(year + around, MAXYEAR - 1) + 1)
    named = (part_of_year(candidate, part) for candidate in candidates)
    values = [value for value in named if exists(value)]
    if not weekday:
        return values
    fitting = [value for value in values if first_day(value).isoweekday() == weekday]
    beside = any(abs(first_day(value).year - year) <= 1 for value in fitting)
    return fitting if beside else values


@lru_cache(maxsize=_CACHED_CHOICES)
def choose_weekday(number: int, published: date, tense: int) -> str:
    """The day of that number in the weeks around publication that the tense asks for."""
    ahead = number - published.isoweekday()
    around = [day_value(published + timedelta(ahead + 7 * week)) for week in (-1, 0, 1)]
    return pick_by_tense(around, published, tense)


def pick_by_tense(values: list[str], published: date, tense: int) -> str:
    """Among dates in order, the one that the tense asks for, else the nearest.

    News name a day eleven months off with its year. Where the tense asks for such a day and another
    lies within weeks, the verb was not the day's own («обещали подать иск до 2 декабря»): of the 31
    such days in 5,000 posts of news channels, 30 were the near ones.
    """
    nearest = min(values, key=lambda value: distance(value, published))
    if tense == PAST:
        asked = max(value for value in values if first_day(value) <= published)
    elif tense == FUTURE:
        asked = min(value for value in values if last_day(value) >= published)
    else:
        return nearest
    one_day = first_day(asked) == last_day(asked)
    astray = distance(asked, published) > _FAR and distance(nearest, published) <= _NEAR
    return nearest if one_day and astray else asked


def _agrees(value: str, published: date, tense: int) -> bool:
    if tense == PAST:
        return first_day(value) <= published
    return tense != FUTURE or last_day(value) >= published
