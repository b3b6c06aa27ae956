"""A linear-chain CRF over the words of sentences (Lafferty, McCallum and Pereira 2001).

Emissions of several sentences stand one under another, float32 [words, tags]; `lengths` holds the
number of words of each sentence. Transitions are float32 [tags, tags], from the row's tag to the
column's. All sentences go through each step together, as columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from newscli.pipeline.recognizer.features import Floats

Integers = npt.NDArray[np.int64]
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
    words = _Columns(lengths)
    scores = words.spread(emissions)  # of the best way to each tag, step after step
    tags = np.zeros(scores.shape[1], np.int64)
    for before, here in words.steps:
        ways = scores[:, None, before] + transitions[:, :, None]  # [from, to, sentences]
        scores[:, here] += np.maximum.reduce(ways, axis=0)
    # Of sentences that go on, what leads to the tag that follows best.
    for here, behind in reversed(words.steps):
        scores[:, behind].argmax(axis=0, out=tags[behind])
        scores[:, here] += transitions[:, tags[behind]]
    first = words.first
    scores[:, first].argmax(axis=0, out=tags[first])
    found: Integers = tags[words.places]
    return found


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
    """Forward and backward sums over all tag sequences of every sentence.

    A sentence gives the same numbers to the last bit among any others, which matrix products would
    not promise.
    """
    words = _Columns(lengths)
    highest = emissions.max(axis=1, keepdims=True) if len(emissions) else emissions
    weights = words.spread(np.exp(emissions - highest))
    steps = np.exp(transitions)
    leaving, arriving = steps[:, :, None], steps.T[:, :, None]
    before, after = np.empty_like(weights), np.ones_like(weights)
    scales = np.empty(weights.shape[1], np.float32)
    first = words.first
    scales[first] = np.add.reduce(weights[:, first], axis=0)
    before[:, first] = weights[:, first] / scales[first]
    for previous, here in words.steps:
        reached = np.add.reduce(before[:, None, previous] * leaving, axis=0)
        reached *= weights[:, here]
        scales[here] = np.add.reduce(reached, axis=0)
        np.divide(reached, scales[here], out=before[:, here])
    weights /= scales
    for previous, here in reversed(words.steps):
        following = weights[:, here] * after[:, here]
        np.add.reduce(following[:, None] * arriving, axis=0, out=after[:, previous])
    is_last = np.zeros(len(emissions), bool)
    is_last[np.cumsum(lengths, dtype=np.int64) - 1] = True
    return Lattice(
        before=words.gather(before),
        after=words.gather(after),
        weights=words.gather(weights),
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


class _Columns:
    """Words side by side: the first of every sentence, then the second of those that have one …

    `first` are the columns of first words; `steps` those of the words before and of the words
    themselves, for each further place in a sentence; `places` the column of each word. In each step
    the longest sentence comes first, so that those which go on lie together.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths, np.int64)
        order = np.argsort(-sizes, kind="stable")
        ranks = np.empty_like(order)
        ranks[order] = np.arange(len(order))
        starts = np.cumsum(sizes) - sizes
        at = np.arange(sizes.sum()) - np.repeat(starts, sizes)
        counts = np.bincount(at, minlength=1)
        columns = np.cumsum(counts) - counts
        self.places = columns[at] + np.repeat(ranks, sizes)
        begins: list[int] = columns.tolist()
        self.first = slice(0, len(sizes))
        self.steps = [
            (slice(before, before + count), slice(here, here + count))
            for (before, here), count in zip(pairwise(begins), counts[1:].tolist(), strict=True)
        ]

    def spread(self, words: Floats) -> Floats:
        """[words, tags] → [tags, columns]."""
        columns = np.empty((words.shape[1], len(words)), np.float32)
        columns[:, self.places] = words.T
        return columns

    def gather(self, columns: Floats) -> Floats:
        """[tags, columns] → [words, tags]."""
        words: Floats = columns.T[self.places]
        return words
