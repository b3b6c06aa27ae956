"""Fitting a recogniser to articles: the one training loop, for teachers and for what ships."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

import numpy as np
from thinc.api import Adam, set_dropout_rate

from newscli.pipeline.recognizer.component import Recognizer
from training.augment import Article

BATCH = 32
DROPOUT = 0.2
LEARNING_RATE = 2e-3
WEIGHT_DECAY = 0.01
# The rate rises for so much of all steps, then falls to nothing (Smith 2018, "one cycle").
_RISING = 0.3


def fit(
    recognizer: Recognizer, epochs: Sequence[Sequence[Article]], *, name: str, seed: int
) -> None:
    """Change the weights of `recognizer` by the articles of one epoch after another."""
    chance = random.Random(seed)
    stages = [list(_batches(articles, chance)) for articles in epochs]
    optimizer = Adam(
        _one_cycle(sum(map(len, stages))),
        L2=WEIGHT_DECAY,
        L2_is_weight_decay=True,
        grad_clip=5.0,
        use_averages=False,
    )
    np.random.seed(seed)  # thinc draws dropout from here
    set_dropout_rate(recognizer.model, DROPOUT)
    began = time.monotonic()
    for number, batches in enumerate(stages, 1):
        losses = []
        for articles in batches:
            words = [[sentence.words for sentence in article] for article in articles]
            gold = [tag for article in articles for sentence in article for tag in sentence.tags]
            losses.append(recognizer.learn(recognizer.batch(words), np.array(gold)))
            recognizer.finish_update(optimizer)
            optimizer.step_schedules()
        print(
            f"{name}: epoch {number} of {len(stages)}, {len(batches)} batches,"
            f" loss {np.mean(losses):.3f}, {time.monotonic() - began:.0f} s",
            flush=True,
        )
    set_dropout_rate(recognizer.model, 0.0)


def _batches(articles: Sequence[Article], chance: random.Random) -> Iterator[list[Article]]:
    """Whole articles in a new order, of BATCH sentences or more together."""
    batch: list[Article] = []
    for article in chance.sample(articles, len(articles)):
        if article:
            batch.append(article)
        if sum(map(len, batch)) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _one_cycle(steps: int) -> Iterator[float]:
    """The learning rate of each step: up and down along cosines, to a ten thousandth."""
    top = max(1, round(steps * _RISING))
    for step in range(top):
        yield _between(LEARNING_RATE / 25, LEARNING_RATE, step / top)
    for step in range(steps - top + 1):
        yield _between(LEARNING_RATE, LEARNING_RATE / 1e4, step / max(1, steps - top))
    while True:
        yield LEARNING_RATE / 1e4


def _between(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + float(np.cos(np.pi * share))) / 2
