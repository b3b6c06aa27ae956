"""Letter case and ё of a changed word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.names.spelling import respell
from newscli.pipeline.names.words import split_words


@pytest.mark.parametrize(
    ("form", "original", "spelt"),
    [
        ("соловьёв", "Соловьёву", "Соловьёв"),
        ("соловьёв", "Соловьеву", "Соловьев"),
        ("пётр", "Петра", "Петр"),
        ("королёв", "КОРОЛЁВА", "КОРОЛЁВ"),
        ("мид", "МИДом", "МИД"),
        ("макгрегор", "МакГрегора", "МакГрегор"),
        ("салтыков-щедрин", "Салтыкова-Щедрина", "Салтыков-Щедрин"),
        ("ростов-на-дону", "Ростова-на-Дону", "Ростов-на-Дону"),
    ],
)
def test_respell(form: str, original: str, spelt: str) -> None:
    assert respell(form, original) == spelt


@given(st.text(alphabet='абвгдеёжз АБВ-«»".-1', max_size=30))
def test_words_lie_where_they_say(name: str) -> None:
    for word in split_words(name):
        assert name[word.start : word.start + len(word.text)] == word.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("С. В. Лавров", ["С.", "В.", "Лавров"]),
        ("С.Лавров", ["С.", "Лавров"]),
        ("Ростов-на-Дону", ["Ростов-на-Дону"]),
        ("группа компаний «Россия»", ["группа", "компаний", "Россия"]),
    ],
)
def test_split_words(name: str, words: list[str]) -> None:
    assert [word.text for word in split_words(name)] == words


def test_a_title_in_quotes_is_told_from_a_name_in_quotes() -> None:
    assert [word.quoted for word in split_words("компании «Роза ветров»")] == [False, True, True]
    assert [word.quoted for word in split_words("«Единой России»")] == [False, False]
