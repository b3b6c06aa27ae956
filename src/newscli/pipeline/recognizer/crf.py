"""A linear-chain CRF over the words of sentences (Lafferty, McCallum and Pereira 2001).

Emissions of several sentences stand one under another, float32 [words, tags]; `lengths` holds the
number of words of each sentence. Transitions are float32 [tags, tags], from the row's tag to the
column's. All sentences go through each step together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from newscli.pipeline.recognizer.features import Floats

Integers = npt.NDArray[np.int64]
Number = TypeVar("Number", bound=np.generic)
# By how much a word must be likelier outside, in natural logarithms, to cut a sentence there.
_BEYOND_DOUBT = 12.0
# The emission of a tag that a word cannot have: its exponential is 0.
_NEVER = np.float32(-1e4)


def part(
    emissions: Floats, transitions: Floats, lengths: Sequence[int]
) -> tuple[Floats, Sequence[int]]:
    """Sentences cut after words that are outside beyond doubt: emissions and lengths of the parts.

    What stands on the two sides of such a word has nothing to do with each other, and short parts
    take fewer steps. One word in five is such.
    """
    ends = np.cumsum(lengths) - 1
    is_last = _outside_margins(emissions, transitions, ends) > _BEYOND_DOUBT
    is_last[ends] = False
    cuts = np.flatnonzero(is_last)
    parted = emissions.copy()
    parted[cuts + 1] += transitions[0]
    is_last[ends] = True
    return parted, np.diff(np.flatnonzero(is_last), prepend=-1).tolist()


def _outside_margins(emissions: Floats, transitions: Floats, ends: Integers) -> Floats:
    """By how much each word is likelier outside than anywhere else, as far as neighbours tell.

    They have whatever tags suit the word's own best, by their emissions.
    """
    columns = np.ascontiguousarray(emissions.T)
    arriving = np.maximum.reduce(transitions[:, :, None] + columns[:, None, :-1], axis=0)
    leaving = np.maximum.reduce(transitions.T[:, :, None] + columns[:, None, 1:], axis=0)
    arriving[:, ends[:-1]] = leaving[:, ends[:-1]] = 0  # the next word is in another sentence
    columns[:, 1:] += arriving
    columns[:, :-1] += leaving
    margins: Floats = columns[0] - np.maximum.reduce(columns[1:], axis=0)
    return margins


def best_tags(emissions: Floats, transitions: Floats, lengths: Sequence[int]) -> Integers:
    """The likeliest tags of every sentence, by Viterbi: int64 [words]."""
    grid = _Grid(lengths)
    scores = grid.spread(emissions)  # of the best way to each tag, step after step
    tags = np.zeros(scores.shape[:2], np.int64)
    leaving = np.ascontiguousarray(transitions)[:, None]
    for at, count in grid.steps:
        ways = scores[at - 1, :count].T[:, :, None] + leaving  # [from, sentences, to]
        scores[at, :count] += np.maximum.reduce(ways, axis=0)
    arriving = np.ascontiguousarray(transitions.T)
    following = 0
    for at in range(len(scores) - 1, -1, -1):
        # Of sentences that go on, what leads to the tag that follows best.
        scores[at, :following] += arriving[tags[at + 1, :following]] if following else 0
        following = grid.counts[at]
        scores[at, :following].argmax(axis=1, out=tags[at, :following])
    return grid.gather(tags)


@dataclass(frozen=True, eq=False)
class Lattice:
    """All tag sequences of some sentences, weighed, each word's weights scaled to keep in range.

    before, after: float32 [words, tags]; their product is each word's probability of each tag
    weights: float32 [words, tags], exponentials of the emissions, scaled
    steps: float32 [tags, tags], exponentials of the transitions
    total: float64, the logarithm of the summed weight of all sequences, over all sentences
    is_last: bool [words], whether the word ends its sentence
    """

    before: Floats
    after: Floats
    weights: Floats
    steps: Floats
    total: float
    is_last: npt.NDArray[np.bool_]

    @property
    def marginals(self) -> Floats:
        """The probability of each tag of each word: float32 [words, tags]."""
        return self.before * self.after

    def expected_steps(self) -> Floats:
        """How often each tag is expected to follow each other one: float32 [tags, tags]."""
        first = np.flatnonzero(~self.is_last)
        arriving = (self.weights * self.after)[first + 1]
        expected: Floats = self.before[first].T @ arriving * self.steps
        return expected

    def probabilities(
        self, first: Integers, last: Integers, begin: Integers, inside: Integers
    ) -> npt.NDArray[np.float64]:
        """How likely each of some mentions is: float64 [mentions].

        That is, word `first` has the tag `begin`, those after it up to `last` have `inside`, and
        the word behind has not. Words are counted over all sentences; those of a mention belong to
        one.
        """
        weights = self.before[first, begin].astype(np.float64)
        tags = begin.copy()
        for step in range(1, int((last - first).max(initial=0)) + 1):
            longer = np.flatnonzero(first + step <= last)
            following = inside[longer]
            weights[longer] *= self.steps[tags[longer], following]
            weights[longer] *= self.weights[first[longer] + step, following]
            tags[longer] = following
        goes_on = np.flatnonzero(~self.is_last[last])
        behind = last[goes_on] + 1
        ways = self.steps[tags[goes_on]] * self.weights[behind] * self.after[behind]
        weights[goes_on] *= ways.sum(axis=1) - ways[np.arange(len(ways)), inside[goes_on]]
        return np.minimum(weights, 1.0)


def weigh(emissions: Floats, transitions: Floats, lengths: Sequence[int]) -> Lattice:
    """Forward and backward sums over all tag sequences of every sentence."""
    grid = _Grid(lengths)
    highest = emissions.max(axis=1, keepdims=True) if len(emissions) else emissions
    weights = grid.spread(np.exp(emissions - highest))
    steps = np.exp(transitions)
    before, after = np.zeros_like(weights), np.ones_like(weights)
    scales = np.ones((*weights.shape[:2], 1), np.float32)
    if len(weights):
        scales[0] = weights[0].sum(axis=1, keepdims=True)
        before[0] = weights[0] / scales[0]
    for at, count in grid.steps:
        arriving = before[at - 1, :count] @ steps
        arriving *= weights[at, :count]
        arriving.sum(axis=1, keepdims=True, out=scales[at, :count])
        np.divide(arriving, scales[at, :count], out=before[at, :count])
    weights /= scales
    for at, count in reversed(grid.steps):
        after[at - 1, :count] = (weights[at, :count] * after[at, :count]) @ steps.T
    is_last = np.zeros(len(emissions), bool)
    is_last[np.cumsum(lengths, dtype=np.int64) - 1] = True
    return Lattice(
        before=grid.gather(before),
        after=grid.gather(after),
        weights=grid.gather(weights),
        steps=steps,
        total=float(np.log(scales, dtype=np.float64).sum() + highest.sum(dtype=np.float64)),
        is_last=is_last,
    )


@dataclass(frozen=True, eq=False)
class Loss:
    """Negative log-likelihood of the gold tags, summed over sentences, and its gradients."""

    value: float
    emissions: Floats
    transitions: Floats


def loss(emissions: Floats, transitions: Floats, lengths: Sequence[int], gold: Integers) -> Loss:
    """How unlikely the gold tags are; gradients are what is expected less what is there.

    A word whose gold is negative may have any tag and teaches nothing by itself (Tsuboi et al.
    2008, "Training conditional random fields using incomplete annotations").
    """
    allowed = np.arange(emissions.shape[1]) == gold[:, None]
    allowed[gold < 0] = True
    free = weigh(emissions, transitions, lengths)
    held = weigh(np.where(allowed, emissions, _NEVER), transitions, lengths)
    return Loss(
        free.total - held.total,
        free.marginals - held.marginals,
        free.expected_steps() - held.expected_steps(),
    )


class _Grid:
    """Sentences side by side, the longest first: [longest, sentences, …], a step of all a row.

    `counts` tells for each step how many sentences have it, `steps` the same for all but the first.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths, np.int64)
        order = np.argsort(-sizes, kind="stable")
        ranks = np.empty_like(order)
        ranks[order] = np.arange(len(order))
        starts = np.cumsum(sizes) - sizes
        self.at = np.arange(sizes.sum()) - np.repeat(starts, sizes)
        self.rank = np.repeat(ranks, sizes)
        self.counts: list[int] = np.bincount(self.at, minlength=1).tolist()
        self.steps = list(enumerate(self.counts))[1:]
        self.shape = (max(lengths, default=0), len(sizes))

    def spread(self, words: Floats) -> Floats:
        grid = np.zeros((*self.shape, words.shape[1]), np.float32)
        grid[self.at, self.rank] = words
        return grid

    def gather(self, grid: npt.NDArray[Number]) -> npt.NDArray[Number]:
        words: npt.NDArray[Number] = grid[self.at, self.rank]
        return words
