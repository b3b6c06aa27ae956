"""Spans → what linking asks of a mention: its candidates, the words and places beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from spacy.tokens import Span

from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.gazetteer import Entry
from newscli.pipeline.places.lookup import kinds_of, look_up
from newscli.pipeline.places.words import ABBREVIATED, CLASS_KINDS, INSIDE_MARKS, WATER_PARTS

_NO_KINDS: frozenset[str] = frozenset()
# At most these stand between a place and the one it lies in: `Париж (американский штат Техас)`.
_WORDS_BETWEEN = 3
# Words before places: most are prepositions.
_CACHED_WORDS = 2_000


class PlaceMention(NamedTuple):
    """One mention of a place.

    `key` is what mentions of one name share; `entries` what it can mean; `kinds` what the words
    before it say it is, if they do; `within` the place (by number) that is named right after it as
    the one it lies in.
    """

    key: str
    entries: tuple[Entry, ...]
    kinds: frozenset[str]
    within: int | None


def read_mentions(spans: Sequence[Span]) -> list[PlaceMention]:
    """The mentions of a Doc's places, in order, of spans that have their `normal`."""
    return [
        PlaceMention(
            *look_up(span),
            kinds=_kinds_before(span),
            within=number + 1 if _lies_in(span, following) else None,
        )
        for number, (span, following) in enumerate(zip_longest(spans, spans[1:]))
    ]


def _kinds_before(span: Span) -> frozenset[str]:
    """The kinds that the word before a mention tells: `город Мирный`, `г. Мирный`."""
    before = span.start - 1
    is_shortened = before >= 0 and span.doc[before].text == "."
    if is_shortened:
        before -= 1
    if before < 0:
        return _NO_KINDS
    return _kinds_told(span.doc[before].text, is_shortened)


@lru_cache(maxsize=_CACHED_WORDS)
def _kinds_told(before: str, is_shortened: bool) -> frozenset[str]:
    """The same of the word itself, which a full stop follows if it is shortened."""
    word = fold(before)
    if is_shortened or word.endswith("."):
        return CLASS_KINDS.get(ABBREVIATED.get(word.rstrip("."), ""), _NO_KINDS)
    if any(parse.normal_form in WATER_PARTS for parse in parses(word)):
        return CLASS_KINDS["река"]
    return kinds_of(word)


def _lies_in(span: Span, following: Span | None) -> bool:
    """Whether the next place is named as what this one lies in.

    `Париж (штат Техас)`, `Киров Калужской области`.
    """
    if following is None or following.start - span.end > _WORDS_BETWEEN:
        return False
    if following.start == span.end:
        return True
    between = list(span.doc[span.end : following.start])
    return between[0].text in INSIDE_MARKS and all(
        kinds_of(fold(token.text)) for token in between[1:]
    )
