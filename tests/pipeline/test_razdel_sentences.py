"""Sentences are razdel's own, though razdel is asked only where one may end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from razdel import sentenize
from razdel.segmenters.sokr import HEAD_PAIR_SOKRS, HEAD_SOKRS, INITIALS, PAIR_SOKRS, SOKRS

from evaluation.gold import load_samples
from newscli.pipeline.razdel_sentences import razdel_starts

PAIRS = (f"{'. '.join(pair)}." for pair in HEAD_PAIR_SOKRS | PAIR_SOKRS)
SHORTENED = sorted({*HEAD_SOKRS, *SOKRS, *INITIALS, *PAIRS})
SIGNS = [*".?!…;:=-()[]«»“”„'\"‘’—§_*", " ", " ", " ", "\n", "\xa0", " " * 12]
WORDS = ["слово", "Слово", "длиннейшееслово", "НАТО", "XIX", "vs", "А", "б", "1", "2025", "Ⅷ", "ª"]
SMILES = [":)", ";-)", "=(((", ":))))"]

pieces = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from(WORDS + SMILES),
    st.sampled_from([". ", ". ", "? ", "» "]),
    st.sampled_from(SHORTENED).flatmap(lambda word: st.sampled_from([word, word.capitalize()])),
)


def starts_by_razdel(text: str) -> list[int]:
    return [sentence.start for sentence in sentenize(text)]


@given(st.lists(pieces, max_size=20).map("".join))
def test_any_text(text: str) -> None:
    assert list(razdel_starts(text)) == starts_by_razdel(text)


@given(st.text(max_size=40))
def test_any_letters(text: str) -> None:
    assert list(razdel_starts(text)) == starts_by_razdel(text)


@pytest.mark.parametrize("end", ["{}. Слово", "{}. «Слово»", "Слово {}. 1", "1. {}. Б"])
def test_shortened_words(end: str) -> None:
    for word in SHORTENED:
        for text in (end.format(word), end.format(word.capitalize()), end.format(word.upper())):
            assert list(razdel_starts(text)) == starts_by_razdel(text)


def test_articles() -> None:
    for sample in load_samples():
        text = sample.text
        assert list(razdel_starts(text)) == starts_by_razdel(text)


@pytest.mark.parametrize(
    "text", ["А. " * 100_000, "а." + " " * 300_000 + "б", "а. " + "а" * 300_000]
)
def test_no_text_takes_more_than_linear_time(text: str) -> None:
    began = time.perf_counter()
    list(razdel_starts(text))
    assert time.perf_counter() - began < 5
