"""How often mentions of each probability are right, and the correction that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import spacy

from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.confidence import Calibration, log_odds
from training.labels import LabelledText

_STEPS = 50
_RIDGE = 1e-3 * np.eye(2)


class Judgement(NamedTuple):
    """A mention found in a text that was not learnt: its probability, and whether it is right."""

    label: str
    probability: float
    right: bool


def judge(recognizer: Recognizer, texts: Iterable[LabelledText]) -> Iterator[Judgement]:
    """Judge the mentions of an uncalibrated recogniser, of the labels that the texts have."""
    texts = list(texts)
    annotated = {label for text in texts for _, _, label in text.spans}
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    for text in texts:
        for span in recognizer(nlp(text.text)).ents:
            if span.label_ in annotated:
                right = (span.start_char, span.end_char, span.label_) in text.spans
                yield Judgement(span.label_, span._.score, right)


def fit_calibration(judgements: Sequence[Judgement]) -> Calibration:
    """The logistic regression of being right on the log-odds (Platt 1999), by Newton's method."""
    odds = np.array([log_odds(judged.probability) for judged in judgements])
    right = np.array([judged.right for judged in judgements], dtype=float)
    inputs = np.stack([odds, np.ones_like(odds)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (chances * (1 - chances))[:, None]).T @ inputs
        step = np.linalg.solve(curvature + _RIDGE, inputs.T @ (right - chances))
        # A whole step from afar would overshoot.
        weights += step / max(1.0, float(np.linalg.norm(step)))
    slope, shift = weights
    return Calibration(round(float(slope), 4), round(float(shift), 4))


class Bin(NamedTuple):
    """Mentions of like scores: how many, their mean score, and the share that is right."""

    count: int
    score: float
    right: float


def reliability(judgements: Sequence[Judgement], *, bins: int = 10) -> list[Bin]:
    """How often mentions are right, by score, each half judged by what the other half taught."""
    scored: list[tuple[float, bool]] = []
    for half in (0, 1):
        calibration = fit_calibration(judgements[half::2])
        scored += [
            (calibration.score(judged.probability), judged.right)
            for judged in judgements[1 - half :: 2]
        ]
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for score, right in scored:
        groups[min(bins - 1, int(score * bins))].append((score, right))
    return [
        Bin(
            len(group),
            round(float(np.mean([score for score, _ in group])), 4),
            round(float(np.mean([right for _, right in group])), 4),
        )
        for group in groups
        if group
    ]


def expected_error(found: Sequence[Bin]) -> float:
    """Expected calibration error (Naeini et al. 2015): the mean distance of score and share."""
    total = sum(group.count for group in found)
    return sum(group.count * abs(group.score - group.right) for group in found) / total
