"""The network's arithmetic, against slow and obvious versions of it."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.pipeline.recognizer.features import SHAPES, affixes, shape
from newscli.pipeline.recognizer.network import Convolution, Network


def small_network(seed: int = 0, tags: int = 3) -> Network:
    numbers = np.random.default_rng(seed)

    def random(*size: int) -> np.ndarray:
        return numbers.normal(size=size).astype(np.float32)

    return Network(
        shapes=random(4, 2),
        affixes=random(3, 5, 2),
        convolutions=(
            Convolution(random(6, 3, 4), random(4), random(4), random(4)),
            Convolution(random(4, 3, 4), random(4), random(4), random(4)),
        ),
        output=random(4, tags),
        output_bias=random(tags),
        transitions=random(tags, tags),
    )


def plain_emissions(network: Network, sentence: np.ndarray) -> np.ndarray:
    hidden = sentence
    for layer in network.convolutions:
        padded = np.pad(hidden, ((1, 1), (0, 0)))
        summed = sum(padded[k : k + len(hidden)] @ layer.weights[:, k] for k in range(3))
        hidden = np.maximum(summed + layer.bias, 0) * layer.scale + layer.shift
    return hidden @ network.output + network.output_bias


def test_every_sentence_is_read_as_if_alone() -> None:
    network = small_network()
    embeddings = np.random.default_rng(1).normal(size=(5, 6)).astype(np.float32)
    words, lengths = np.array([0, 1, 2, 2, 4, 3, 0]), [3, 1, 3]
    together = network.emissions(embeddings, words, lengths)
    at = 0
    for length in lengths:
        alone = plain_emissions(network, embeddings[words[at : at + length]])
        np.testing.assert_allclose(together[at : at + length], alone, rtol=1e-4, atol=1e-4)
        at += length


@settings(deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 1000))
def test_viterbi_finds_the_best_of_all_paths(lengths: list[int], seed: int) -> None:
    network = small_network(seed)
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), 3)).astype(np.float32)
    tags = network.decode(scores, lengths)
    at = 0
    for length in lengths:
        paths = product(range(3), repeat=length)
        best = max(paths, key=lambda path: path_score(network, scores[at : at + length], path))
        assert tuple(tags[at : at + length]) == best
        at += length


def path_score(network: Network, scores: np.ndarray, path: tuple[int, ...]) -> float:
    steps = sum(network.transitions[one, two] for one, two in pairwise(path))
    return float(steps + sum(scores[at, tag] for at, tag in enumerate(path)))


def test_weights_go_to_disk_and_back(tmp_path: Path) -> None:
    network = small_network()
    network.save(tmp_path / "network.npz")
    loaded = Network.load(tmp_path / "network.npz")
    np.testing.assert_array_equal(loaded.output, network.output)
    np.testing.assert_array_equal(loaded.convolutions[1].weights, network.convolutions[1].weights)


def test_shapes_of_words() -> None:
    names = {word: SHAPES[shape(word)] for word in ("Путин", "РФ", "и", "А", "NASA", "2025", "«")}
    assert names == {
        "Путин": "RU_Xx",
        "РФ": "RU_XX",
        "и": "RU_x",
        "А": "RU_X",
        "NASA": "EN_XX",
        "2025": "NUM",
        "«": "PUNCT_«",
    }
    assert SHAPES[shape("Нью-Йорк")] == "RU_Xx-Xx"
    assert SHAPES[shape("⚡")] == "OTHER"


def test_affixes_do_not_see_case() -> None:
    assert affixes("ПУТИНА") == affixes("Путина")
    assert affixes("Путина") != affixes("Путину")
