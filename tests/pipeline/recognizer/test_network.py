"""The network's arithmetic, against slow and obvious versions of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from thinc.api import set_dropout_rate

from newscli import model
from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.features import (
    NO_STEM,
    SHAPES,
    Forms,
    affixes,
    shape,
    stem_key,
)
from newscli.pipeline.recognizer.network import (
    Batch,
    Layout,
    Network,
    add_label,
    load_network,
    make_network,
    read_forms,
    save_network,
    score_words,
    sum_neighbours,
    weights_of,
)

BRANCHES, TAGS = 2, 3


def small_network(seed: int = 0) -> Network:
    numbers = np.random.default_rng(seed)

    def random(*size: int) -> np.ndarray:
        return numbers.normal(0, 0.5, size).astype(np.float32)

    sizes = {
        "convolution1": (1, 15, 8),
        "convolution2": (BRANCHES, 4, 6),
        "convolution3": (BRANCHES, 6, 5),
        "context_convolution": (1, 14, 5),
    }
    layers = {f"{name}_weights": random(3, *size) for name, size in sizes.items()}
    for name, (branches, _, out) in sizes.items():
        layers |= {f"{name}_{part}": random(branches, out) for part in ("bias", "scale", "shift")}
    return make_network(
        {
            **layers,
            "shapes": random(5, 2),
            "affixes": random(3, 7, 2),
            "context": random(10, 3),
            "context_bias": random(3),
            "output": random(15, TAGS),
            "output_bias": random(TAGS),
            "transitions": random(TAGS, TAGS),
        }
    )


def small_batch(seed: int = 1) -> Batch:
    """Three sentences; words of stem 1 stand in two of them."""
    numbers = np.random.default_rng(seed)
    return Batch(
        Forms(
            vectors=numbers.normal(size=(5, 4)).astype(np.float32),
            shapes=numbers.integers(0, 5, 5),
            affixes=numbers.integers(0, 7, (5, 3)),
            grammemes=numbers.normal(size=(5, 3)).astype(np.float32),
        ),
        words=np.array([0, 1, 2, 2, 4, 3, 0, 1]),
        stems=np.array([7, NO_STEM, 1, 1, 1, 2, 7, NO_STEM]),
        layout=Layout([3, 1, 4]),
    )


def plain_convolution(network: Network, layer: str, branch: int, hidden: np.ndarray) -> np.ndarray:
    weights = network.get_param(f"{layer}_weights")[:, branch]
    padded = np.pad(hidden, ((1, 1), (0, 0)))
    summed = sum(padded[k : k + len(hidden)] @ weights[k] for k in range(3))
    bias, scale, shift = (
        network.get_param(f"{layer}_{part}")[branch] for part in ("bias", "scale", "shift")
    )
    return np.maximum(summed + bias, 0) * scale + shift


def plain_emissions(network: Network, batch: Batch) -> np.ndarray:
    tables = network.get_param("affixes")
    forms = batch.forms
    embedded = np.concatenate(
        [
            forms.vectors,
            network.get_param("shapes")[forms.shapes],
            *(tables[number][forms.affixes[:, number]] for number in range(3)),
            forms.grammemes,
        ],
        axis=1,
    )
    ends = np.cumsum(batch.layout.lengths)[:-1]
    alone = []
    for sentence in np.split(embedded[batch.words], ends):
        wide = plain_convolution(network, "convolution1", 0, sentence)
        parts = np.split(wide, BRANCHES, axis=1)
        for layer in ("convolution2", "convolution3"):
            parts = [plain_convolution(network, layer, b, part) for b, part in enumerate(parts)]
        alone.append(np.concatenate(parts, axis=1))
    hidden = np.concatenate(alone)
    said = np.maximum(hidden @ network.get_param("context") + network.get_param("context_bias"), 0)
    told = np.zeros((len(hidden), said.shape[1] + 1), np.float32)
    for at, own in enumerate(batch.stems):
        others = [o for o, stem in enumerate(batch.stems) if stem == own != NO_STEM and o != at]
        if others:
            told[at] = [*said[others].mean(axis=0), 1]
    heard = np.concatenate([hidden, told], axis=1)
    context = [
        plain_convolution(network, "context_convolution", 0, sentence)
        for sentence in np.split(heard, ends)
    ]
    found = np.concatenate([hidden, np.concatenate(context)], axis=1)
    return found @ network.get_param("output") + network.get_param("output_bias")


def test_a_text_at_once_is_every_sentence_and_every_branch_by_itself() -> None:
    network, batch = small_network(), small_batch()
    np.testing.assert_allclose(
        network.predict(batch), plain_emissions(network, batch), rtol=1e-4, atol=1e-4
    )


def test_words_are_scored_by_what_was_read_of_their_forms() -> None:
    network, batch = small_network(), small_batch()
    layout = batch.layout
    read = [layout.spread(product[batch.words]) for product in read_forms(network, batch.forms)]
    scores = score_words(network, sum_neighbours(np.stack(read)), batch.stems, layout)
    np.testing.assert_allclose(scores, network.predict(batch), rtol=1e-5, atol=1e-5)


def test_sentences_stand_between_gaps() -> None:
    layout = Layout([3, 1])
    assert layout.spread(np.array([1, 2, 3, 4]), gap=9).tolist() == [9, 1, 2, 3, 9, 4, 9]
    assert layout.places.tolist() == [1, 2, 3, 5]
    assert layout.gaps.tolist() == [0, 4, 6]


@pytest.mark.parametrize("others", [1, 2, 7, 15, 40, 100])
def test_a_form_reads_the_same_among_any_others(others: int) -> None:
    recognizer = Recognizer.load(model.FOLDER)
    form = "Бадалова"
    alone = read_forms(recognizer.model, recognizer.vocabulary.describe([form]))
    forms = [f"слово{number}" for number in range(others)]
    among = read_forms(recognizer.model, recognizer.vocabulary.describe([*forms, form, *forms]))
    np.testing.assert_array_equal(among[:, others], alone[:, 0])


# The transitions are the CRF's, whose own test has their slopes.
@pytest.mark.parametrize("name", sorted({*small_network().param_names} - {"transitions"}))
def test_gradients_are_slopes(name: str) -> None:
    network, batch = small_network(), small_batch()
    numbers = np.random.default_rng(2)
    scores, backward = network.begin_update(batch)
    wanted = numbers.normal(size=scores.shape).astype(np.float32)
    backward(wanted)
    weights, gradient = network.get_param(name), network.get_grad(name)
    for _ in range(5):
        at = tuple(numbers.integers(0, size) for size in weights.shape)
        before = weights[at]
        sums = []
        for step in (1e-3, -1e-3):
            weights[at] = before + step
            sums.append(float((network.predict(batch) * wanted).sum()))
        weights[at] = before
        assert gradient[at] == pytest.approx((sums[0] - sums[1]) / 2e-3, rel=0.02, abs=0.01)


def test_dropout_is_for_training_alone() -> None:
    network, batch = small_network(), small_batch()
    set_dropout_rate(network, 0.5)
    one, two = network.predict(batch), network.predict(batch)
    np.testing.assert_array_equal(one, two)
    dropped, _ = network.begin_update(batch)
    assert not np.allclose(dropped, one)


def test_weights_go_to_disk_and_back_in_half_precision(tmp_path: Path) -> None:
    network = small_network()
    save_network(network, tmp_path / "network.npz")
    loaded = load_network(tmp_path / "network.npz")
    assert set(loaded.param_names) == set(network.param_names)
    for name, weights in weights_of(network).items():
        np.testing.assert_allclose(loaded.get_param(name), weights, rtol=1e-3, atol=1e-4)


def test_a_new_label_changes_nothing_at_first() -> None:
    network, batch = small_network(), small_batch()
    before = network.predict(batch)
    add_label(network)
    after = network.predict(batch)
    np.testing.assert_array_equal(after[:, :TAGS], before)
    assert after.shape[1] == TAGS + 2
    assert (after[:, TAGS:] < 0).all()


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


def test_affixes_see_neither_case_nor_the_dots_of_ё() -> None:
    assert affixes("ПУТИНА") == affixes("Путина")
    assert affixes("Путина") != affixes("Путину")
    assert affixes("Королёв") == affixes("Королев")


def test_forms_of_a_name_have_one_stem() -> None:
    assert len({stem_key(word) for word in ("Алиев", "Алиевым", "АЛИЕВА", "Алиеве")}) == 1
    assert stem_key("Путин") != stem_key("Пушкин")
    assert stem_key("и") == stem_key("12345") == stem_key("«") == NO_STEM
