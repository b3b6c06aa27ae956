"""Where the telling of an article stands, and what a value may lean on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

# How many sentences an hour looks back for its day.
_PASSAGE = 3
_MONTH = timedelta(31)


class Landmark(NamedTuple):
    """A date named in the text, that others may lean on: its days, and where it stands.

    `start` and `end` count code points, `sentence` sentences.
    """

    first: date
    last: date
    sentence: int
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def is_within_month(self) -> bool:
        """Whether it is a month or less, after which a day of the next is understood."""
        return self.last - self.first <= _MONTH


Anchor = Landmark | Literal["published"] | None


class Anchored(NamedTuple):
    """A value, and what it was resolved against: a date of the text, publication, or nothing."""

    value: str | None
    anchor: Anchor = None


@dataclass
class Story:
    """Where the telling stands: the day of publication and the dates named so far.

    `sentence` counts the sentences, and all offsets count from `origin` in the text; `named` is the
    last date, `day` the last single day, `year` the last date if it named its year in so many words
    and is near.
    """

    published: date | None
    origin: int = 0
    sentence: int = 0
    named: Landmark | None = None
    day: Landmark | None = None
    year: Landmark | None = None

    def enter(self, sentence: int) -> None:
        """Go on to a sentence; a year is understood in its own and in the next one."""
        self.sentence = sentence
        if self.year and sentence > self.year.sentence + 1:
            self.year = None

    def day_of_passage(self) -> Landmark | None:
        """The day named just before, that an hour alone belongs to."""
        near = self.day and self.sentence - self.day.sentence <= _PASSAGE
        return self.day if near else None

    def move_to(self, landmark: Landmark, *, names_year: bool) -> None:
        """A date has been named; one without its year ends the year before it."""
        self.named = landmark
        if landmark.is_day:
            self.day = landmark
        self.year = landmark if names_year else None

    def move_origin(self, origin: int) -> None:
        """Count from this place in the text on, and from its sentence, which is next."""
        characters, self.origin = origin - self.origin, origin

        def moved(landmark: Landmark | None) -> Landmark | None:
            return landmark and landmark._replace(
                sentence=landmark.sentence - self.sentence,
                start=landmark.start - characters,
                end=landmark.end - characters,
            )

        self.named, self.day, self.year = map(moved, (self.named, self.day, self.year))
        self.sentence = 0
