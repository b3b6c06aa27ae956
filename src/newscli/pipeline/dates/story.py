"""Where the telling of an article stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newscli.pipeline.dates.values import first_day, last_day

# How many sentences an hour looks back for its day.
_PASSAGE = 3


@dataclass
class Story:
    """Where the telling stands: the day of publication and the dates named so far.

    `sentence` counts the sentences; `named` is the last date's value, `day` the last single day, in
    sentence `day_sentence`, `year` the year that `year_sentence` named in so many words.
    """

    published: date | None
    sentence: int = 0
    named: str | None = None
    day: date | None = None
    day_sentence: int = 0
    year: int | None = None
    year_sentence: int = 0

    def enter(self, sentence: int) -> None:
        """Go on to a sentence; a year is understood in its own and in the next one."""
        self.sentence = sentence
        if sentence > self.year_sentence + 1:
            self.year = None

    def day_of_passage(self) -> date | None:
        """The day that an hour alone belongs to: one just named, else that of publication."""
        near = self.sentence - self.day_sentence <= _PASSAGE
        return self.day if self.day and near else self.published

    def move_to(self, value: str, names_year: bool) -> None:
        """A date has been named; one without its year ends the year before it."""
        first, last = first_day(value), last_day(value)
        self.named = value
        if first == last:
            self.day, self.day_sentence = first, self.sentence
        self.year = last.year if names_year else None
        self.year_sentence = self.sentence
