"""What the network calls a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.recognizer.words import split_words

KNOWN = {"нью-йорк", "санкт-петербург", "ростов-на-дону"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("рейс Баку-Грозный", "рейс|Баку|-|Грозный"),
        ("поезд Санкт-Петербург-Казань", "поезд|Санкт-Петербург|-|Казань"),
        ("Казань—Самара", "Казань|—|Самара"),
        ("Нью-Йорк", "Нью-Йорк"),
        ("Ростов-на-Дону", "Ростов-на-Дону"),
        ("Салтыков-Щедрин", "Салтыков-Щедрин"),
        ("экс-президент", "экс-президент"),
        ("Ил-76", "Ил-76"),
        ("⚡️Путин", "⚡️|Путин"),
        ("Москва🇷🇺", "Москва|🇷🇺"),
    ],
)
def test_words(text: str, words: str) -> None:
    found = split_words(text, KNOWN.__contains__)
    assert "|".join(word.text for word in found) == words


@given(st.text(alphabet=st.sampled_from("аБ-—«». 1⚡️\n\xa0Z"), max_size=40))
def test_offsets_are_those_of_the_text(text: str) -> None:
    at = 0
    for word in split_words(text, KNOWN.__contains__):
        assert text[word.start : word.end] == word.text
        assert word.start >= at
        at = word.end
