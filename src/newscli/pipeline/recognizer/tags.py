"""Labels of mentions as tags of words (BIO): tag 0 is outside, each label has a first and a next.

PER, LOC → O, B-PER, I-PER, B-LOC, I-LOC, in this order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from newscli.pipeline.recognizer.crf import Integers
from newscli.pipeline.recognizer.words import Words

# A number, or an array of them.
Number = TypeVar("Number", int, Integers)

OUTSIDE = 0
# Of a word that nobody has annotated.
UNKNOWN = -1


def first_tag(label: Number) -> Number:
    """The tag of a mention's first word, by the label's number."""
    return 2 * label + 1


def next_tag(label: Number) -> Number:
    """The tag of a mention's other words."""
    return 2 * label + 2


class Run(NamedTuple):
    """Words `first` to `last`, both inside, that make a mention; `label` is a number."""

    first: int
    last: int
    label: int


def find_runs(tags: Integers, lengths: Sequence[int]) -> Iterator[Run]:
    """The mentions that tags spell out, none beyond its sentence."""
    ends = frozenset(np.cumsum(lengths).tolist())
    named = np.flatnonzero(tags)
    run: Run | None = None
    for at, tag in zip(named.tolist(), tags[named].tolist(), strict=True):
        if run and run.last == at - 1 and at not in ends and tag == next_tag(run.label):
            run = run._replace(last=at)
            continue
        if run:
            yield run
        run = Run(at, at, (tag - 1) // 2)
    if run:
        yield run


def tag_words(
    words: Words, spans: Iterable[tuple[int, int, str]], labels: Sequence[str]
) -> list[int]:
    """Tags of words under spans of code point offsets and a label: what a span touches is in it.

    Raises:
        ValueError: a span has a label that is not one of `labels`.
    """
    tags = [OUTSIDE] * len(words.texts)
    for start, end, label in spans:
        if label not in labels:
            raise ValueError(f"label {label!r} is not one of {', '.join(labels)}")
        number = labels.index(label)
        inside = [
            at
            for at, (begun, ended) in enumerate(zip(words.starts, words.ends, strict=True))
            if begun < end and start < ended
        ]
        for at in inside:
            if tags[at] == OUTSIDE:
                tags[at] = first_tag(number) if at == inside[0] else next_tag(number)
    return tags
