"""The CRF's sums over all tag sequences, against sequences written out one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.recognizer import crf

TAGS = 3
LENGTHS = st.lists(st.integers(1, 4), min_size=1, max_size=4)


def random_scores(lengths: list[int], seed: int) -> tuple[np.ndarray, np.ndarray]:
    numbers = np.random.default_rng(seed)
    emissions = numbers.normal(0, 3, (sum(lengths), TAGS)).astype(np.float32)
    return emissions, numbers.normal(size=(TAGS, TAGS)).astype(np.float32)


def weight(emissions: np.ndarray, transitions: np.ndarray, path: tuple[int, ...]) -> float:
    steps = sum(float(transitions[one, two]) for one, two in pairwise(path))
    return steps + sum(float(emissions[at, tag]) for at, tag in enumerate(path))


def sentences(lengths: list[int]) -> list[slice]:
    ends = np.cumsum(lengths).tolist()
    return [slice(end - length, end) for end, length in zip(ends, lengths, strict=True)]


@given(LENGTHS, st.integers(0, 1000))
def test_viterbi_finds_the_best_of_all_paths(lengths: list[int], seed: int) -> None:
    emissions, transitions = random_scores(lengths, seed)
    tags = crf.best_tags(emissions, transitions, lengths)
    for place in sentences(lengths):
        paths = product(range(TAGS), repeat=place.stop - place.start)
        best = max(paths, key=lambda path: weight(emissions[place], transitions, path))
        assert tuple(tags[place]) == best


@given(LENGTHS, st.integers(0, 1000))
def test_marginals_count_the_paths_through_a_tag(lengths: list[int], seed: int) -> None:
    emissions, transitions = random_scores(lengths, seed)
    marginals = crf.weigh(emissions, transitions, lengths).marginals
    for place in sentences(lengths):
        expected = np.zeros((place.stop - place.start, TAGS))
        for path in product(range(TAGS), repeat=len(expected)):
            share = np.exp(weight(emissions[place], transitions, path))
            for at, tag in enumerate(path):
                expected[at, tag] += share
        expected /= expected.sum(axis=1, keepdims=True)
        np.testing.assert_allclose(marginals[place], expected, atol=1e-4)


@pytest.mark.parametrize(("start", "tags"), [(0, [1]), (0, [1, 2]), (1, [1, 2, 2]), (2, [1])])
def test_the_probability_of_a_mention(start: int, tags: list[int]) -> None:
    lengths, inside = [2, 4, 1], 2
    emissions, transitions = random_scores(lengths, seed=7)
    lattice = crf.weigh(emissions, transitions, lengths)
    first = np.array([2 + start])
    (found,) = lattice.probabilities(
        first, first + len(tags) - 1, np.array(tags[:1]), np.array([inside])
    )
    place, end = slice(2, 6), start + len(tags)
    hit = total = 0.0
    for path in product(range(TAGS), repeat=4):
        share = np.exp(weight(emissions[place], transitions, path))
        total += share
        if list(path[start:end]) == tags and (end == 4 or path[end] != inside):
            hit += share
    assert found == pytest.approx(hit / total, abs=1e-5)


@given(st.integers(0, 1000))
def test_beyond_a_word_that_is_surely_outside_another_sentence_might_begin(seed: int) -> None:
    emissions, transitions = random_scores([5, 3], seed)
    emissions[2, 0] += 40
    parted, lengths = crf.part(emissions, transitions, [5, 3])
    assert {3, 5, 8} <= set(np.cumsum(lengths))
    one, other = (
        crf.weigh(scores, transitions, parts)
        for scores, parts in ((emissions, [5, 3]), (parted, lengths))
    )
    np.testing.assert_allclose(other.marginals, one.marginals, atol=1e-4)
    np.testing.assert_array_equal(
        crf.best_tags(parted, transitions, lengths), crf.best_tags(emissions, transitions, [5, 3])
    )


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.integers(0, 1000))
def test_a_sentence_is_the_same_among_others_to_the_last_bit(lengths: list[int], seed: int) -> None:
    emissions, transitions = random_scores(lengths, seed)
    together = crf.weigh(emissions, transitions, lengths)
    start = 0
    for length in lengths:
        own = slice(start, start := start + length)
        alone = crf.weigh(emissions[own], transitions, [length])
        np.testing.assert_array_equal(together.before[own], alone.before)
        np.testing.assert_array_equal(together.after[own], alone.after)
        np.testing.assert_array_equal(together.weights[own], alone.weights)


@pytest.mark.parametrize("open_word", [False, True])
def test_the_loss_and_its_slopes(open_word: bool) -> None:
    lengths = [3, 1, 2]
    emissions, transitions = random_scores(lengths, seed=3)
    gold = np.array([0, 1, 2, 2, 0, 1])
    if open_word:
        gold[1] = -1
    loss = crf.loss(emissions, transitions, lengths, gold)
    for array, gradient in ((emissions, loss.emissions), (transitions, loss.transitions)):
        for at in np.ndindex(array.shape):
            values = []
            for step in (1e-2, -1e-2):
                array[at] += step
                values.append(crf.loss(emissions, transitions, lengths, gold).value)
                array[at] -= step
            assert gradient[at] == pytest.approx((values[0] - values[1]) / 2e-2, abs=2e-3)


def test_a_word_that_may_be_anything_teaches_nothing() -> None:
    emissions, transitions = random_scores([3], seed=1)
    loss = crf.loss(emissions, transitions, [3], np.array([-1, -1, -1]))
    assert loss.value == pytest.approx(0, abs=1e-5)
    np.testing.assert_allclose(loss.emissions, 0, atol=1e-5)


def test_no_sentences() -> None:
    emissions, transitions = np.zeros((0, TAGS), np.float32), np.zeros((TAGS, TAGS), np.float32)
    assert crf.best_tags(emissions, transitions, []).shape == (0,)
    assert crf.weigh(emissions, transitions, []).marginals.shape == (0, TAGS)
