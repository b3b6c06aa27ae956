"""A recogniser made faster: fewer channels in its first layer, and taught to answer as before.

The channels that its answers depend on least go (Molchanov et al. 2019, "Importance estimation for
neural network pruning": the squared effect, to first order, of switching a channel off). Then what
is left learns the scores of the whole network on texts of any kind (Hinton et al. 2015, "Distilling
the knowledge in a neural network").
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.features import Floats
from newscli.pipeline.recognizer.network import make_network, weights_named, weights_of
from training.augment import VARIANTS, Article, Variant, in_capitals, in_latin, variants_of
from training.learning import fit, in_batches, words_of

_FIRST, _NEXT = "convolution1", "convolution2_weights"
# Scores further apart than this pull no harder: how sure the sure words are matters little.
_FURTHEST = np.float32(1)
# Texts by which channels are judged: how many articles and batches, and how much they count. What
# reads Latin letters would be lost by news alone.
_JUDGED: tuple[tuple[Variant | None, int | None, int, float], ...] = (
    (None, None, 200, 1.0),
    (in_latin, 3000, 100, 0.7),
    (in_capitals, 400, 60, 0.5),
)
# How often sentences are said another way: twice as often as when they are learnt first.
_SHARES = {make: share * (6 if make is in_latin else 2) for make, share in VARIANTS.items()}


def slim(
    recognizer: Recognizer, articles: Sequence[Article], *, width: int, epochs: int, seed: int
) -> Recognizer:
    """A recogniser of `width` channels in the first layer that answers as `recognizer` does."""
    effects = sum(
        weight * _effects(recognizer, islice(in_batches(said, random.Random(seed)), batches))
        for make, count, batches, weight in _JUDGED
        if (said := _said(articles[:count], make, seed))
    )
    kept = np.sort(np.argsort(-effects)[:width])
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

    stages = [[*articles, *_variants(articles, seed + 500 + epoch)] for epoch in range(epochs)]
    fit(slimmer, stages, name=f"{width} channels", seed=seed, learn=learn, dropout=0.0)
    return slimmer


def _said(articles: Sequence[Article], make: Variant | None, seed: int) -> list[Article]:
    """Articles with each sentence said in one way, or as they are."""
    if make is None:
        return list(articles)
    chance = random.Random(seed)
    said = [variants_of(article, {make: 1.0}, chance) for article in articles]
    return [sentences for sentences in said if sentences]


def _variants(articles: Sequence[Article], seed: int) -> Iterator[Article]:
    """Of each article, those of its sentences that chance says another way."""
    chance = random.Random(seed)
    return filter(None, (variants_of(article, _SHARES, chance) for article in articles))


def _effects(
    recognizer: Recognizer, judged: Iterable[Sequence[Article]]
) -> npt.NDArray[np.float64]:
    """What switching each channel of the first layer off does to the scores; together 1."""
    network = recognizer.model
    chance = np.random.default_rng(0)
    parts = (f"{_FIRST}_scale", f"{_FIRST}_shift")
    effects = np.zeros(weights_named(network, parts[0]).shape[1])
    for articles in judged:
        scores, backward = network.begin_update(recognizer.batch(words_of(articles)))
        # By how much a random mix of the scores would change.
        backward(chance.standard_normal(scores.shape).astype(np.float32))
        changes = (network.get_grad(part)[0] * weights_named(network, part)[0] for part in parts)
        effects += sum(changes) ** 2
        for name in network.grad_names:
            network.set_grad(name, np.zeros_like(weights_named(network, name)))
    return effects / effects.sum()


def _with_channels(weights: Mapping[str, Floats], kept: npt.NDArray[np.intp]) -> dict[str, Floats]:
    """The weights of a network of one encoder without all other channels of its first layer."""
    slimmer = dict(weights)
    for name in weights:
        if name.startswith(_FIRST):
            slimmer[name] = weights[name][..., kept]
    slimmer[_NEXT] = weights[_NEXT][..., kept, :]
    return slimmer
