"""Words that point to a place without naming it → the places of one article they point to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newscli.gathering.places import known_place
from newscli.pipeline.findings import Findings
from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.gazetteer import Entry
from newscli.pipeline.places.related import place_behind, place_named
from newscli.pipeline.places.related_words import SEATS
from newscli.records import Mention, Place

_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
# The dictionary forms of the words of each seat, folded.
_SEATS = {tuple(fold(seat).split()): seat for seat in SEATS}
_SEAT_LENGTHS = sorted({len(words) for words in _SEATS}, reverse=True)


class RelatedPlaces:
    """What the adjectives, inhabitants and seats of power of a text point to."""

    def __init__(self) -> None:
        self._places: dict[Entry, list[Mention]] = {}

    def add(self, found: Findings) -> None:
        """Look through a part of the text, in the order of the parts.

        Words inside another mention are of that one (`Российский университет`), unless a seat of
        power is all of it.
        """
        starts = [start for start, _ in found.taken]
        for start, end in pairwise(found.sentences):
            taken = found.taken[bisect_left(starts, start) : bisect_left(starts, end)]
            for entry, mention in _find(found.text, start, end, taken):
                self._places.setdefault(entry, []).append(mention)

    def gather(self) -> tuple[Place, ...]:
        """The places in the order of first mention."""
        return tuple(known_place(entry, mentions) for entry, mentions in self._places.items())


def _find(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[Entry, Mention]]:
    """What the words of one sentence point to; `taken` is where it has mentions."""
    words = list(_WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        length, normal, entry = _seat_at(words, at) or _word_at(words, at)
        start, end = words[at].start(), words[at + length - 1].end()
        is_whole = normal in SEATS and (start, end) in taken
        if entry and (is_whole or not any(first < end and start < last for first, last in taken)):
            yield entry, Mention(start, end, text[start:end], normal)
        at += length


_Found = tuple[int, str, Entry | None]


def _seat_at(words: list[re.Match[str]], at: int) -> _Found | None:
    """The seat of power that begins with a word, with the number of its words."""
    if words[at][0].islower():
        return None
    for length in _SEAT_LENGTHS:
        forms = [_forms(word[0]) for word in words[at : at + length]]
        for key, seat in _SEATS.items():
            if len(key) == len(forms) == length and all(
                word in known for word, known in zip(key, forms, strict=True)
            ):
                if "ADJF" in _parts(words[at + length - 1][0]) and _is_noun(words, at + length):
                    return None  # Смольный институт
                return length, seat, place_named(SEATS[seat])
    return None


def _word_at(words: list[re.Match[str]], at: int) -> _Found:
    """The place behind one word, if it is an adjective or an inhabitant that has one.

    With a capital letter inside a sentence it is a name: `на Тверской`, `Московский`. A language
    (`на английском языке`) is of many places.
    """
    word = words[at][0]
    if word.islower() or word.isupper() or at == 0:
        for parse in parses(word.lower()):
            entry = place_behind(parse.normal_form, parse.tag.POS)
            if entry and not (at + 1 < len(words) and "язык" in _forms(words[at + 1][0])):
                return 1, parse.normal_form, entry
    return 1, word, None


def _forms(word: str) -> set[str]:
    return {fold(parse.normal_form) for parse in parses(word.lower())}


def _parts(word: str) -> set[str | None]:
    return {parse.tag.POS for parse in parses(word.lower())}


def _is_noun(words: list[re.Match[str]], at: int) -> bool:
    return at < len(words) and words[at][0].islower() and "NOUN" in _parts(words[at][0])
