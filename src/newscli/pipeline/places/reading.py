"""Spans → what linking asks of a mention: names to look up, class words, places beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from spacy.tokens import Span, Token

from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.gazetteer import Entry, entries_named, name_key
from newscli.pipeline.places.words import ABBREVIATED, CLASS_KINDS, INSIDE_MARKS, WATER_PARTS

_ASIDE = re.compile(r"\([^)]*\)")
_NO_KINDS: frozenset[str] = frozenset()
# From the class word or preposition of a place to the mark after the place before it.
_WORDS_BETWEEN = 3


@dataclass(frozen=True)
class PlaceMention:
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
            *_look_up(span),
            kinds=_kinds_before(span),
            within=number + 1 if _lies_in(span, following) else None,
        )
        for number, (span, following) in enumerate(zip_longest(spans, spans[1:]))
    ]


def named_kind(name: str) -> str | None:
    """The kind that a name in its dictionary form tells by its class word: `улица Гоголя`."""
    words = name_key(_spell_out(name)).split(" ")
    kinds = CLASS_KINDS.get(words[0]) or CLASS_KINDS.get(words[-1]) or _NO_KINDS
    return next(iter(kinds)) if len(words) > 1 and len(kinds) == 1 else None


def _look_up(span: Span) -> tuple[str, tuple[Entry, ...]]:
    """The key that has entries and these, or the key of the mention's dictionary form and none."""
    normal_name = _spell_out(span._.normal or span.text)
    normal = name_key(normal_name)
    for key in dict.fromkeys((normal, name_key(span.text), *_other_forms(span, normal))):
        if entries := entries_named(key):
            return key, entries
    for key in dict.fromkeys((normal, name_key(span.text))):
        if entries := _without_class_word(key):
            return key, entries
    # `Кировоградская (Кропивницкая) область`
    if "(" in span.text and (
        entries := entries_named(key := name_key(_ASIDE.sub("", normal_name)))
    ):
        return key, entries
    return normal, ()


def _other_forms(span: Span, normal: str) -> list[str]:
    """Other dictionary forms of a mention of one word, which it leaves open.

    `Песчанокопского` may be of `Песчанокопский`, and of `Песчанокопское`.
    """
    if len(span) > 1:
        return []
    # Of a name that the dictionary lacks, a lost ending: `Калифорни`, `Канагав`.
    whole = [normal + ending for ending in "ая"] if span.text.lower() != normal else []
    known = [name_key(parse.normal_form) for parse in parses(span.text.lower()) if parse.is_known]
    neuter = [normal[:-2] + "ое"] if normal.endswith(("ий", "ый", "ой")) else []
    return neuter + known + whole


def _without_class_word(key: str) -> tuple[Entry, ...]:
    """What a name means that the gazetteer has without its class word: `остров Корфу`."""
    # Only before the name: `Советский район` is no `Советский`.
    class_word, _, rest = key.partition(" ")
    kinds = _kinds_of(class_word) if rest else _NO_KINDS
    return tuple(entry for entry in entries_named(rest) if entry.kind in kinds)


def _kinds_of(word: str) -> frozenset[str]:
    """The kinds that a form of a class word tells: `республике`."""
    for parse in parses(word):
        if kinds := CLASS_KINDS.get(parse.normal_form):
            return kinds
    return _NO_KINDS


def _spell_out(name: str) -> str:
    """`Тверская обл.` → `Тверская область`."""
    words = name.split()
    if len(words) > 1:
        for number in (0, -1):
            word = fold(words[number]).rstrip(".")
            if word != fold(words[number]) or word in ("р-н", "обл"):
                words[number] = ABBREVIATED.get(word, words[number])
    return " ".join(words)


def _kinds_before(span: Span) -> frozenset[str]:
    """The kinds that the word before a mention tells: `город Мирный`, `г. Мирный`."""
    before = span.start - 1
    if before >= 0 and span.doc[before].text == ".":
        before -= 1
    if before < 0 or not span.doc[before].text[0].isalpha():
        return _NO_KINDS
    word = fold(span.doc[before].text).rstrip(".")
    if before == span.start - 2 or span.doc[before].text.endswith("."):
        return CLASS_KINDS.get(ABBREVIATED.get(word, ""), _NO_KINDS)
    for lemma in (parse.normal_form for parse in parses(word)):
        if lemma in CLASS_KINDS:
            return CLASS_KINDS[lemma]
        if lemma in WATER_PARTS:
            return CLASS_KINDS["море"]
    return _NO_KINDS


def _lies_in(span: Span, following: Span | None) -> bool:
    """Whether the next place is named as what this one lies in: `Париж (штат Техас)`."""
    if following is None or not 0 < following.start - span.end <= _WORDS_BETWEEN:
        return False
    between: list[Token] = list(span.doc[span.end : following.start])
    return between[0].text in INSIDE_MARKS and all(
        any(parse.normal_form in CLASS_KINDS for parse in parses(fold(token.text)))
        for token in between[1:]
    )
