"""Scores are probabilities put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from newscli.pipeline.recognizer.confidence import Calibration, log_odds

PROBABILITIES = st.floats(0, 1)


@given(PROBABILITIES, PROBABILITIES, st.floats(0.1, 3), st.floats(-3, 3))
def test_the_likelier_scores_no_less_and_nothing_is_certain(
    one: float, other: float, slope: float, shift: float
) -> None:
    calibration = Calibration(slope, shift)
    low, high = sorted((one, other))
    assert 0 < calibration.score(low) <= calibration.score(high) < 1


@given(st.floats(0.01, 0.99))
def test_no_calibration_changes_nothing(probability: float) -> None:
    assert Calibration().score(probability) == pytest.approx(probability, abs=0.001)


def test_log_odds() -> None:
    assert log_odds(0.5) == 0
    assert log_odds(0) == -log_odds(1)


def test_every_mention_has_a_score(nlp: Language) -> None:
    doc = nlp("Владимир Путин прибыл в Пекин 3 сентября, сообщает «Интерфакс».")
    assert len(doc.ents) == 4
    assert all(0 < span._.score < 1 for span in doc.ents)
    assert doc.ents[0]._.score > 0.9
