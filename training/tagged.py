"""Sentences of words with their tags, and what they are put together of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newscli.pipeline.morphology import parses
from newscli.pipeline.recognizer.tags import UNKNOWN
from training.carry_over import TAGS

OUTSIDE = TAGS.index("O")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class Sentence(NamedTuple):
    """Words and their tags, as numbers."""

    words: tuple[str, ...]
    tags: tuple[int, ...]


Article = Sequence[Sentence]


def tagged(label: str, *words: str) -> Sentence:
    """One mention."""
    first, following = TAGS.index(f"B-{label}"), TAGS.index(f"I-{label}")
    return Sentence(words, (first, *[following] * (len(words) - 1)))


def outside(*words: str) -> Sentence:
    """Words of no mention."""
    return Sentence(words, (OUTSIDE,) * len(words))


def chained(*parts: Sentence) -> Sentence:
    """One sentence of several."""
    return Sentence(
        tuple(word for part in parts for word in part.words),
        tuple(tag for part in parts for tag in part.tags),
    )


def replaced(sentence: Sentence, start: int, end: int, part: Sentence) -> Sentence:
    """The sentence with `part` in the place of words `start` to `end`, the latter outside."""
    return Sentence(
        (*sentence.words[:start], *part.words, *sentence.words[end:]),
        (*sentence.tags[:start], *part.tags, *sentence.tags[end:]),
    )


def mentions_of(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """The mentions of a sentence: label, first word and the one after the last.

    One beside a word whose tag is open is left out: nobody knows where it ends.
    """
    start = None
    for at, tag in enumerate((*sentence.tags, OUTSIDE)):
        if tag == UNKNOWN:
            start = None
            continue
        begins = TAGS[tag].startswith("B-")
        if start is not None and (begins or tag == OUTSIDE):
            yield TAGS[sentence.tags[start]].removeprefix("B-"), start, at
            start = None
        if begins:
            start = at


def may_be(word: str, *grammemes: str) -> bool:
    """Whether the dictionary has a reading of the word with all these grammemes."""
    return any(parse.tag.grammemes.issuperset(grammemes) for parse in parses(word.lower()))
