"""What the network calls a word."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.plain import plain, unmix
from newscli.pipeline.recognizer.words import sentence_words, split_words
from newscli.pipeline.sentences import mark_sentences

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
        ("Москва🇷🇺", "Москва|🇷|🇺"),
        ("Пу́тин в Ка\u00adзани", "Путин|в|Казани"),
        ("25.12.2024 в 10:30, 3,5% и AT&T", "25.12.2024|в|10:30|,|3,5|%|и|AT|&|T"),
        ("Mосква и АZAL", "Москва|и|AZAL"),
        ("C. B. Лавров о HЬЮ-ЙОРКE", "С|.|В|.|Лавров|о|НЬЮ-ЙОРКЕ"),
    ],
)
def test_words(text: str, words: str) -> None:
    found = split_words(unmix(text), KNOWN.__contains__)
    assert "|".join(found.texts) == words


@given(st.text(alphabet=st.sampled_from("дБ-—«». 1⚡️\n\xa0Z\u0301\u00ad"), max_size=40))
def test_offsets_are_those_of_the_text(text: str) -> None:
    at = 0
    for word, start, end in zip(*split_words(unmix(text), KNOWN.__contains__), strict=True):
        assert word in (plain(text[start:end]), text[start:end])
        assert start >= at
        at = end


def test_a_text_without_capitals_is_read_in_capitals() -> None:
    doc = spacy.blank("ru")("владимир путин прилетел в пекин")
    mark_sentences(doc)
    words, lengths = sentence_words(doc, doc.text, KNOWN.__contains__)
    assert lengths == [5]
    assert words.texts == ["ВЛАДИМИР", "ПУТИН", "ПРИЛЕТЕЛ", "В", "ПЕКИН"]
