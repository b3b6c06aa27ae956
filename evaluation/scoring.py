"""How far answers agree with the gold: precision, recall and F1, counted on `Annotation`s.

- `PER spans` (and LOC, ORG, DATE): mentions with both ends and the label right.
- `PER tokens`: words and marks inside the mentions of a label, the measure of naeval
  (https://github.com/natasha/naeval).
- `PER names` (and LOC, ORG): the set of names of an article.
- `DATE values`: dates with ends, value, type and mod right, found and resolved end to end.
- `titles`, `published`: articles that have them right, absence included.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from dataclasses import dataclass

from evaluation.gold import Annotation
from evaluation.markup import LABELS

NAMED = tuple(label for label in LABELS if label != "DATE")


@dataclass(frozen=True)
class Counts:
    """Items in the gold, in the answer, and in both."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.expected + other.expected, self.found + other.found, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of what was expected that was found; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where both sides are empty."""
        total = self.expected + self.found
        return 2 * self.right / total if total else 1.0


def over_kinds(
    scores: Mapping[str, Mapping[str, Counts]], figures: Iterable[str]
) -> dict[str, Counts]:
    """Each of some figures over all kinds of difficulty."""
    return {
        figure: sum((of_kind[figure] for of_kind in scores.values()), Counts())
        for figure in figures
    }


Scores = Mapping[str, Counts]
Items = Callable[[Annotation], Set[Hashable]]


def _spans(label: str) -> Items:
    return lambda article: {(s.start, s.end) for s in article.spans if s.label == label}


def _tokens(label: str) -> Items:
    return lambda article: article.words_inside(label)


def _names(label: str) -> Items:
    return lambda article: {s.fact for s in article.spans if s.label == label}


def _date_values(article: Annotation) -> Set[Hashable]:
    return {span for span in article.spans if span.label == "DATE"}


# What each figure compares of an article.
FIGURES: dict[str, Items] = {
    **{f"{label} spans": _spans(label) for label in LABELS},
    **{f"{label} tokens": _tokens(label) for label in LABELS},
    **{f"{label} names": _names(label) for label in NAMED},
    "DATE values": _date_values,
    "titles": lambda article: {article.title},
    "published": lambda article: {article.published},
}


def score(gold: Iterable[Annotation], found: Iterable[Annotation]) -> Scores:
    """The counts of each of FIGURES, summed over the articles.

    Raises:
        ValueError: the two do not hold the same articles in the same order.
    """
    totals = dict.fromkeys(FIGURES, Counts())
    for expected, answer in zip(gold, found, strict=True):
        if expected.source != answer.source:
            raise ValueError(f"{answer.source} is scored against the gold of {expected.source}")
        for figure, items in FIGURES.items():
            totals[figure] += _count(items(expected), items(answer))
    return totals


def _count(expected: Set[Hashable], found: Set[Hashable]) -> Counts:
    return Counts(len(expected), len(found), len(expected & found))
