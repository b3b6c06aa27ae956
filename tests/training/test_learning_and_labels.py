"""The training loop, labels by agreement, and calibration, on a handful of sentences."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from newscli import model
from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.tags import UNKNOWN
from training.agreement import label
from training.augment import Sentence
from training.calibration import Judgement, expected_error, fit_calibration, reliability
from training.carry_over import TAGS
from training.learning import fit
from training.score import Scores


def test_fitting_lowers_the_loss(capsys: pytest.CaptureFixture[str]) -> None:
    recognizer = Recognizer.load(model.FOLDER)
    # Against all reason, so that there is something to learn.
    tags = (TAGS.index("B-ORG"), TAGS.index("O"), TAGS.index("B-PER"))
    article = [Sentence(("Путин", "в", "Пекине"), tags)] * 16
    fit(recognizer, [[article] * 8] * 6, name="test", seed=1)
    losses = [
        float(line.split("loss ")[1].split(",")[0]) for line in capsys.readouterr().out.splitlines()
    ]
    assert losses[-1] < losses[0] / 5


def test_what_is_not_sure_stays_open() -> None:
    recognizer = Recognizer.load(model.FOLDER)
    (article,) = label([recognizer, recognizer], [[("Владимир", "Путин", "прибыл", "в", "Пекин")]])
    ((words, tags),) = article
    assert words == ("Владимир", "Путин", "прибыл", "в", "Пекин")
    assert [TAGS[tag] for tag in tags] == ["B-PER", "I-PER", "O", "O", "B-LOC"]
    # Two that disagree on every word are sure of nothing.
    other = Recognizer.load(model.FOLDER)
    other.model.set_param("output_bias", -other.model.get_param("output_bias"))
    other.model.set_param("output", -other.model.get_param("output"))
    ((open_words),) = [*label([recognizer, other], [[("Путин", "прибыл")]])]
    assert all(UNKNOWN in sentence.tags for sentence in open_words)


def overconfident(count: int = 4000) -> list[Judgement]:
    """Mentions that are right less often than their probability says."""
    chance = random.Random(1)
    probabilities = [chance.random() for _ in range(count)]
    return [Judgement("PER", p, chance.random() < p**2) for p in probabilities]


def test_calibration_brings_scores_to_what_is_right() -> None:
    judgements = overconfident()
    calibration = fit_calibration(judgements)
    for probability in (0.3, 0.6, 0.9):
        assert calibration.score(probability) == pytest.approx(probability**2, abs=0.07)


def test_expected_error_is_measured_on_the_other_half() -> None:
    bins = reliability(overconfident())
    assert sum(group.count for group in bins) == 4000
    assert expected_error(bins) < 0.04
    assert all(one.score < two.score for one, two in itertools.pairwise(bins))


def test_counts_go_to_a_file_and_back() -> None:
    scores = Scores()
    scores.right["span", "PER"], scores.found["span", "PER"] = 3, 4
    scores.expected["span", "PER"] = 5
    back = Scores.from_counts(scores.to_counts())
    assert back.f1("span", "PER") == scores.f1("span", "PER") == pytest.approx(6 / 9)
    assert np.isclose(back.f1("token", "LOC"), 0)
