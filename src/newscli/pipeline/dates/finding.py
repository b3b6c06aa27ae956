"""All dates of a text, each with its value: no spaCy is needed for this."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from newscli.pipeline.dates.grammar import find_expressions
from newscli.pipeline.dates.joining import join_expressions
from newscli.pipeline.dates.lexeme import Lexemes
from newscli.pipeline.dates.lexer import lexemes
from newscli.pipeline.dates.meanings import Expression, Fixed, Interval
from newscli.pipeline.dates.resolution import resolve
from newscli.pipeline.dates.story import Story
from newscli.pipeline.dates.tense import tense_around
from newscli.pipeline.plain import plain_text
from newscli.records import DateValue

# A preposition stays outside the mention, and says how to read it.
_PREPOSITION_MODS = {
    "ABOUT": "APPROX",
    "UNTIL": "BEFORE",
    "BEFORE": "BEFORE",
    "AFTER": "AFTER",
    "OVER": "MORE_THAN",
}
_DURATION_MODS = {"ABOUT": "APPROX", "OVER": "MORE_THAN"}
_ADJECTIVES = ("YEARADJ", "MONTHADJ", "RELADJ", "SETADJ", "LENGTHADJ")


class FoundDate(NamedTuple):
    """An expression of time between `start` and `end` (code points), and its value."""

    start: int
    end: int
    value: DateValue


def find_dates(
    text: str,
    *,
    published: str | None = None,
    sentence_starts: Sequence[int] = (0,),
    story: Story | None = None,
) -> list[FoundDate]:
    """Every expression of time in `text`, in order, with its value.

    Args:
        published: the day of publication, an ISO date.
        sentence_starts: offsets (code points) at which sentences begin, in order.
        story: where the telling stands if `text` goes on with another, which has the day of
            publication then; it is taken further.

    Raises:
        ValueError: `published` is not an ISO date.
    """
    if story is None:
        story = Story(date.fromisoformat(published) if published else None)
    words = _lexemes_at_source(text)
    ends = [*sentence_starts, len(text)]
    found = []
    # In order: what a date means depends on those named before it.
    for expression in join_expressions(words, find_expressions(words)):
        start, end = words.starts[expression.first], words.ends[expression.last - 1]
        sentence = max(bisect_right(ends, start) - 1, 0)
        story.enter(sentence)
        tense = partial(tense_around, words, expression, ends[sentence], ends[sentence + 1])
        mod = _mod(words, expression)
        value = resolve(expression.meaning, mod, story, tense, (start, end))
        found.append(FoundDate(start, end, value))
    story.enter(len(sentence_starts))
    return found


def _lexemes_at_source(text: str) -> Lexemes:
    """The lexemes of the text in plain letters, each where it stands in the text itself."""
    plain, offsets = plain_text(text)
    words = lexemes(plain)
    if len(plain) == len(text):
        return words
    starts, ends = ([offsets[at] for at in column] for column in (words.starts, words.ends))
    return replace(words, text=text, starts=starts, ends=ends)


def _mod(words: Lexemes, expression: Expression) -> str | None:
    """The expression's own modifier, else that of the preposition before it."""
    if expression.mod or expression.first == 0 or isinstance(expression.meaning, Interval):
        return expression.mod
    if (
        expression.last - expression.first == 1
        and words.senses[expression.first].kind in _ADJECTIVES
    ):
        return None  # «после прошлогодних выборов»: the preposition is the noun's
    before = words.senses[expression.first - 1]
    if isinstance(expression.meaning, Fixed):
        mods = {"duration": _DURATION_MODS, "date": _PREPOSITION_MODS}.get(expression.meaning.type)
        return mods.get(before.kind) if mods else None
    if before.kind == "THEN" and expression.first > 1:
        # «не ранее 2020 года», «не позднее 1 мая»
        denied = words.senses[expression.first - 2].kind == "NOT"
        return {(True, -1): "AFTER", (True, 1): "BEFORE"}.get((denied, int(before.value or 0)))
    return _PREPOSITION_MODS.get(before.kind)
