"""Words that look like parts of dates, and values that once went wrong."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Он начал 11 марта новую работу.", ["11 марта"]),
        ("Работу закончат в начале марта.", ["начале марта"]),
        ("Начало 3 сентября в 11:45, вход свободный.", ["3 сентября в 11:45"]),
        ("Татьяне дали три года условно.", ["три года"]),
        ("Лондон. Среда. Reuters", ["Среда"]),
        ("Токио, среда", ["среда"]),
        ("Внешняя среда, рынок.", []),
        ("У подъезда вторую неделю стоит машина.", ["вторую неделю"]),
    ],
)
def test_found_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [span.text for span in nlp(text).ents if span.label_ == "DATE"] == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Он родился 09.05.45 в Казани.", "1945-05-09"),
        ("Рейс отменили 25/12/24 из-за снега.", "2024-12-25"),
        ("Работу закончат 3 ноя 2026 года.", "2026-11-03"),
        ("Он правил с 2017 по 2014 год.", None),
    ],
)
def test_found_values(nlp: Language, text: str, value: str | None) -> None:
    assert [span._.timex.value for span in nlp(text).ents if span._.timex] == [value]
