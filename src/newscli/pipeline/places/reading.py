"""Spans → what linking asks of a mention: its candidates, the words and places beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Span

from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.gazetteer import Entry
from newscli.pipeline.places.lookup import kinds_of, look_up
from newscli.pipeline.places.words import ABBREVIATED, CLASS_KINDS, INSIDE_MARKS, WATER_PARTS
from newscli.pipeline.text import text_of

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


def read_mentions(doc: Doc, spans: Sequence[Span]) -> list[PlaceMention]:
    """The mentions of a Doc's places, in order, of spans that have their `normal`."""
    text = text_of(doc)
    mentions = []
    for number, span in enumerate(spans, 1):
        key, entries = look_up(span, text[span.start_char : span.end_char])
        is_inside = number < len(spans) and _lies_in(doc, span.end, spans[number].start)
        kinds = _kinds_before(doc, span.start)
        mentions.append(PlaceMention(key, entries, kinds, number if is_inside else None))
    return mentions


def _kinds_before(doc: Doc, start: int) -> frozenset[str]:
    """The kinds that the word before a mention tells: `город Мирный`, `г. Мирный`."""
    if not start:
        return _NO_KINDS
    before: str = doc[start - 1].text
    if before != ".":
        return _kinds_told(before, False)
    return _kinds_told(doc[start - 2].text, True) if start > 1 else _NO_KINDS


@lru_cache(maxsize=_CACHED_WORDS)
def _kinds_told(before: str, is_shortened: bool) -> frozenset[str]:
    """The same of the word itself, which a full stop follows if it is shortened."""
    word = fold(before)
    if is_shortened or word.endswith("."):
        return CLASS_KINDS.get(ABBREVIATED.get(word.rstrip("."), ""), _NO_KINDS)
    if any(parse.normal_form in WATER_PARTS for parse in parses(word)):
        return CLASS_KINDS["река"]
    return kinds_of(word)


def _lies_in(doc: Doc, end: int, following: int) -> bool:
    """Whether the place that begins at a token is named as what one that has ended lies in.

    `Париж (штат Техас)`, `Киров Калужской области`.
    """
    if following - end > _WORDS_BETWEEN:
        return False
    words = [token.text for token in doc[end:following]]
    return not words or (
        words[0] in INSIDE_MARKS and all(kinds_of(fold(word)) for word in words[1:])
    )
