"""A recogniser made faster: fewer channels in its first layer, and taught to answer as before.

The channels that its answers depend on least go (Molchanov et al. 2019, "Importance estimation for
neural network pruning": the squared effect, to first order, of switching a channel off). Then what
is left learns the scores of the whole network on texts of any kind (Hinton et al. 2015, "Distilling
the knowledge in a neural network"); no annotation is needed.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import numpy as np

from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.features import Floats
from newscli.pipeline.recognizer.network import make_network, weights_named, weights_of
from training.augment import Article
from training.learning import fit, in_batches, words_of

_FIRST, _NEXT = "convolution1", "convolution2_weights"
# Scores further apart than this pull no harder: how sure the sure words are matters little.
_FURTHEST = np.float32(1)
# Batches by which channels are judged.
_JUDGED = 200


def slim(
    recognizer: Recognizer, epochs: Sequence[Sequence[Article]], *, width: int, seed: int
) -> Recognizer:
    """A recogniser of `width` channels in the first layer that answers as `recognizer` does."""
    judged = islice(in_batches(epochs[0], random.Random(seed)), _JUDGED)
    kept = _strongest(recognizer, judged, width)
    slimmer = Recognizer(
        recognizer.vocabulary,
        make_network(_with_channels(weights_of(recognizer.model), kept)),
        recognizer.labels,
        recognizer.calibration,
    )

    def learn(articles: Sequence[Article]) -> float:
        batch = recognizer.batch(words_of(articles))
        scores, backward = slimmer.model.begin_update(batch)
        apart = scores - recognizer.model.predict(batch)
        backward(apart.clip(-_FURTHEST, _FURTHEST) / np.float32(len(batch.layout.lengths)))
        return float(np.abs(apart).mean())

    name = f"{width} channels"
    fit(slimmer, epochs, name=name, seed=seed, learn=learn, dropout=0.0)
    return slimmer


def _strongest(
    recognizer: Recognizer, judged: Iterable[Sequence[Article]], width: int
) -> list[int]:
    """The channels of the first layer that the scores depend on most."""
    network = recognizer.model
    chance = np.random.default_rng(0)
    parts = (f"{_FIRST}_scale", f"{_FIRST}_shift")
    effects = np.zeros(weights_named(network, parts[0]).shape[1])
    for articles in judged:
        scores, backward = network.begin_update(recognizer.batch(words_of(articles)))
        # By how much a random mix of the scores would change.
        backward(chance.standard_normal(scores.shape).astype(np.float32))
        effects += (
            sum(network.get_grad(part)[0] * weights_named(network, part)[0] for part in parts) ** 2
        )
        for name in network.grad_names:
            network.set_grad(name, np.zeros_like(weights_named(network, name)))
    strongest: list[int] = np.sort(np.argsort(-effects)[:width]).tolist()
    return strongest


def _with_channels(weights: Mapping[str, Floats], kept: Sequence[int]) -> dict[str, Floats]:
    """The weights of a network of one encoder without all other channels of its first layer."""
    slimmer = dict(weights)
    for name in weights:
        if name.startswith(_FIRST):
            slimmer[name] = weights[name][..., kept]
    slimmer[_NEXT] = weights[_NEXT][..., kept, :]
    return slimmer
