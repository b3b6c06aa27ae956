"""The tokenizer's short cuts: each gives what spaCy's own longer way gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.lex_attrs import like_url, word_shape
from spacy.lang.ru import Russian
from spacy.lang.ru.lex_attrs import like_num
from spacy.tokenizer import Tokenizer

from evaluation.gold import load_samples
from newscli.pipeline.new_words import is_like_number, is_like_url, shape
from newscli.pipeline.text import text_of
from newscli.pipeline.tokens import create_tokenizer

NLP = Russian(meta={}, create_tokenizer=create_tokenizer())
WORDS = ["слово", "г", "тыс", "США", "км", "US", "xD", "пять", "ё\u0301", "ya.ru", "Ⅷ", "①"]
SIGNS = [*".,:;!?…-–—/()[]«»\"'’%+$€°_@#&•⚡️½²", "...", "://", " ", " ", "1", "25"]


def read_in_full() -> Tokenizer:
    """The tokenizer with nothing but regular expressions, which go over all of each word."""

    def read(name: str) -> re.Pattern[str]:
        return re.compile(getattr(NLP.tokenizer, name).__self__.pattern)

    return Tokenizer(
        NLP.vocab,
        prefix_search=read("prefix_search").match,
        suffix_search=read("suffix_search").search,
        infix_finditer=read("infix_finditer").finditer,
        token_match=read("token_match").match,
        url_match=read("url_match").match,
    )


IN_FULL = read_in_full()


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=12).map("".join))
def test_any_text(text: str) -> None:
    doc = NLP(text)
    assert [token.text for token in doc] == [token.text for token in IN_FULL(text)]
    assert text_of(doc) == doc.text


def test_articles() -> None:
    for sample in load_samples():
        expected = [token.text for token in IN_FULL(sample.text)]
        assert [token.text for token in NLP(sample.text)] == expected


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=4).map("".join) | st.text(max_size=6))
def test_what_is_asked_of_a_new_word(word: str) -> None:
    if word:
        assert is_like_number(word) == like_num(word)
        assert is_like_url(word) == like_url(word)
        assert shape(word) == word_shape(word)


@pytest.mark.parametrize("letter", ["а", "Б", "ǅ", "ß", "中"])
@pytest.mark.parametrize("length", [1, 2, 4, 5, 6, 99, 100, 101])
def test_shapes(letter: str, length: int) -> None:
    for word in (letter * length, f"А{letter * (length - 1)}"):
        assert shape(word) == word_shape(word)


@pytest.mark.parametrize("length", [500, 501, 1400])
def test_what_has_no_space_for_long_is_cut(length: int) -> None:
    doc = NLP(f"а {'б' * length} в")
    assert max(map(len, doc)) == min(length, 500)
    assert doc.text == f"а {'б' * length} в"


def test_a_tokenizer_read_back_is_the_same() -> None:
    copy = Russian(meta={}, create_tokenizer=create_tokenizer())
    copy.tokenizer.from_bytes(NLP.tokenizer.to_bytes())
    text = "В 2025 г. «Слово» xD, US$5 и 10км/ч: ya.ru…"
    assert [token.text for token in copy(text)] == [token.text for token in NLP(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("РИА «Новости».Ранее", ["РИА", "«", "Новости", "»", ".", "Ранее"]),
        ("ТАСС.Он", ["ТАСС", ".", "Он"]),
        ("ООН).14", ["ООН", ")", ".", "14"]),
        ("рублей.30", ["рублей", ".", "30"]),
        ("УК РФ.В", ["УК", "РФ", ".", "В"]),
        ("А.С.Пушкин", ["А.С.Пушкин"]),
    ],
)
def test_sentences_without_a_blank_between_them(text: str, words: list[str]) -> None:
    assert [token.text for token in NLP(text)] == words
