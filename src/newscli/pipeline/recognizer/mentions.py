"""Mentions and tokens as plain values: rules ask for many, and spaCy makes an object of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc


class Mention(NamedTuple):
    """The tokens from `start` up to `end`, which is behind the last, and what they name."""

    start: int
    end: int
    label: str

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.start

    def overlaps(self, other: Mention) -> bool:
        """Whether two mentions share a token."""
        return self.start < other.end and other.start < self.end


# Mentions in the order of the text, each with its score.
Scores = Mapping[Mention, float]


class Tokens:
    """A Doc's tokens: their words, where these stand in the text, and which begin sentences."""

    def __init__(self, doc: Doc, text: str) -> None:
        starts, lengths, marks = doc.to_array(["IDX", "LENGTH", "SENT_START"]).T
        self.text = text
        self.starts: list[int] = starts.tolist()
        self.ends: list[int] = (starts + lengths).tolist()
        self.begins_sentence: list[bool] = (marks == 1).tolist()
        self.words = list(map(text.__getitem__, map(slice, self.starts, self.ends)))
        # Of a word that many rules look for, this tells at once whether it is there at all.
        self.forms = frozenset(self.words)
        self._places: dict[frozenset[str], list[int]] = {}

    def places_of(self, forms: frozenset[str]) -> list[int]:
        """Where one of these words stands: worked out once, however many rules ask."""
        if forms not in self._places:
            self._places[forms] = [at for at, word in enumerate(self.words) if word in forms]
        return self._places[forms]

    @cached_property
    def _capitals(self) -> list[int]:
        return [at for at, word in enumerate(self.words[:-1]) if word[0].isupper()]

    def capitals_ending(self, endings: tuple[str, ...]) -> list[int]:
        """Where words with a capital and one of these endings stand, but for the last token."""
        return [at for at in self._capitals if self.words[at].endswith(endings)]

    def between(self, start: int, end: int) -> str:
        """The text of the tokens from `start` up to `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def text_of(self, mention: Mention) -> str:
        """The text of a mention."""
        return self.between(mention.start, mention.end)

    def offsets(self, mention: Mention) -> tuple[int, int]:
        """Where a mention begins and ends in the text."""
        return self.starts[mention.start], self.ends[mention.end - 1]

    def mention(self, start: int, end: int, label: str) -> Mention | None:
        """The mention between two offsets in the text, None if a token does not end there."""
        first, last = bisect_left(self.starts, start), bisect_left(self.ends, end)
        is_exact = self.starts[first : first + 1] == [start] and self.ends[last : last + 1] == [end]
        return Mention(first, last + 1, label) if is_exact else None

    def sentence(self, at: int) -> str:
        """The text of the sentence that a token is in."""
        start, end = at, at + 1
        while start and not self.begins_sentence[start]:
            start -= 1
        while end < len(self.words) and not self.begins_sentence[end]:
            end += 1
        return self.between(start, end)


def join(scores: Scores, whole: Mention) -> dict[Mention, float]:
    """The mentions with `whole` in place of its parts, as sure as the least sure of them."""
    score = min(score for part, score in scores.items() if part.overlaps(whole))
    return put(scores, whole, score)


def put(scores: Scores, whole: Mention, score: float) -> dict[Mention, float]:
    """The mentions with `whole` in place of what it overlaps, if anything."""
    others = [(other, score) for other, score in scores.items() if not other.overlaps(whole)]
    return dict(sorted([*others, (whole, score)]))


def put_each(
    scores: Scores, names: Iterable[Mention], score: float, *, instead: Container[str] = ()
) -> Scores:
    """The mentions and these names, but for those that overlap a mention, or an earlier one.

    A name takes the place of a mention of the same tokens whose label is one of `instead`.
    """
    new = list(names)
    if not new:
        return scores
    taken = {at: mention for mention in scores for at in range(mention.start, mention.end)}
    with_names = dict(scores)
    for name in new:
        inside = {taken[at] for at in range(name.start, name.end) if at in taken}
        if all(
            other.label in instead and (other.start, other.end) == (name.start, name.end)
            for other in inside
        ):
            for other in inside:
                del with_names[other]
            with_names[name] = score
            taken.update(dict.fromkeys(range(name.start, name.end), name))
    return dict(sorted(with_names.items()))
