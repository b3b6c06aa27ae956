"""Word forms are remembered from article to article, and never wrongly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli import model
from newscli.pipeline.recognizer import known_forms
from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.features import stem_key
from newscli.pipeline.recognizer.known_forms import KnownForms
from newscli.pipeline.recognizer.network import Layout, read_forms, weights_named

RECOGNIZER = Recognizer.load(model.FOLDER)
FORMS = (
    "Путин",
    "Путина",
    "в",
    "Москве",
    "Ё",
    "NASA",
    "2025",
    "кот",
    "Ильхам",
    "«",
    "небывальщина",
)
# No more different words than are remembered in the test.
ARTICLE = st.lists(st.sampled_from(FORMS), min_size=1, max_size=4)


def sum_windows(known: KnownForms, words: list[str]) -> np.ndarray:
    layout = Layout([len(words)])
    return known.sum_windows(known.rows(words), layout)


@settings(deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=6))
def test_whatever_was_read_before_a_form_is_the_same(articles: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(known_forms, "CAPACITY", 4)
        known = KnownForms(RECOGNIZER.vocabulary, RECOGNIZER.model)
        for words in articles:
            fresh = KnownForms(RECOGNIZER.vocabulary, RECOGNIZER.model)
            np.testing.assert_array_equal(sum_windows(known, words), sum_windows(fresh, words))
            assert known.stems(known.rows(words)).tolist() == [stem_key(word) for word in words]


def test_steps_are_small_and_no_word_is_nothing() -> None:
    # Each a sentence of one word: the sum of what the word itself gives and two gaps.
    layout = Layout([1] * len(FORMS))
    known = KnownForms(RECOGNIZER.vocabulary, RECOGNIZER.model)
    found = known.sum_windows(known.rows(FORMS), layout)
    _, exact, _ = read_forms(RECOGNIZER.model, RECOGNIZER.vocabulary.describe(FORMS))
    np.testing.assert_allclose(found[layout.places], exact, atol=2e-3)


def test_new_weights_are_not_answered_with_what_old_ones_made() -> None:
    recognizer = Recognizer.load(model.FOLDER)

    def found() -> list[float]:
        (mentions,) = recognizer.find([(["Путин", "приехал"], [2])])
        return [probability for _, probability in mentions]

    before = found()
    weights = weights_named(recognizer.model, "convolution1_weights")
    key = (recognizer.model.id, "convolution1_weights")
    with recognizer.use_params({key: weights * 0.5}):
        assert found() != before
    assert found() == before
