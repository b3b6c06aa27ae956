"""What looks like a date and is none."""

from __future__ import annotations

import operator
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.dates.grammar import find_expressions
from newscli.pipeline.dates.joining import join_expressions
from newscli.pipeline.dates.lexer import lexemes


@pytest.mark.parametrize(
    "text",
    [
        # words that place nothing in time by themselves
        "ранее",
        "Паром вернулся позже",
        "тогда",
        "раньше",
        "пока",
        "давно",
        "всегда",
        # heads of lines that are no years
        "1500 — столько человек пришло",
        "2000-2500 — столько человек пришло",
        # what only classifies
        "годовой отчёт",
        "зимний график",
        "современный порт",
        # rates
        "12 рейсов в сутки",
        "кубометров в год",
        "тонн в месяц",
        # ages
        "35-летний капитан",
        "20-летняя капитан Анна",
        "52-летний Тимур",
        "80-летие порта",
        "ему 35 лет",
        "в возрасте 20 лет",
        "Капитану было 63 года",
        "умер в 90 лет",
        "умер на 85-м году жизни",
        "детям до 7 лет",
        "дети от 13 до 16 лет",
        "для мужчин — до 65 лет",
        "всем им от 25 до 80 лет",
        "Иванов И., 34 года; Сидоров, 9 лет",
        "Анна Смирнова, 45 лет, учитель",
        "Пётр Нилов, актёр, 60 лет",
        # how long a race took
        "отстал на 1:02,3",
        "Норвегия – 1:08.12,4",
        "Швеция +1:34",
        # numbers
        "счёт 2:1",
        "ставка 3:2",
        "Сыграли со счётом 21:19",
        "сказал 1-2 раза",
        "двумя-тремя словами",
        "24 человека",
        "2000 человек",
        "в 2000 городах",
        "за 1500 рублей",
        "танк Т-90",
        "по ст. 228",
        "палата № 5",
        "5 маек",
        "5 процентов",
        "на 1019-м километре",
        "сервер 192.168.1.1",
        "тел. 8 (800) 555-35-35",
        "версия 3.12",
        "31 февраля",
        # other words that sound so
        "окружающую среду",
        "в рабочей среде",
        "час пик",
        "неделя моды",
        "«Вечерняя Москва»",
        "накануне выборов",
        "комиссар Марта Кос",
        "два августа правили Римом",
        "нулевые тарифы",
        "с днём рождения",
        "Роман «Три минуты тишины»",
        "в студии «60 минут»",
    ],
)
def test_no_date(dates: Callable, text: str) -> None:
    assert dates(text) == []


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    words = lexemes(text)
    edges = [edge for both in zip(words.starts, words.ends, strict=True) for edge in both]
    assert edges == sorted(edges)
    assert all(map(operator.lt, words.starts, words.ends))
    found = join_expressions(words, find_expressions(words))
    assert all(left.last <= right.first for left, right in pairwise(found))


@pytest.mark.parametrize("text", ["9" * 5000, "9" * 5000 + "-летний", "1," + "9" * 5000 + " года"])
def test_endless_numbers_are_no_dates(dates: Callable, text: str) -> None:
    assert dates(text) == []


JUMBLE = "5 31 1 2016 20-х мая мая, года г. в на с по до — и четверг"


@given(st.lists(st.sampled_from(JUMBLE.split())))
def test_any_jumble_of_dates_is_read(words: list[str]) -> None:
    lexed = lexemes(" ".join(words))
    found = join_expressions(lexed, find_expressions(lexed))
    assert all(expression.first < expression.last for expression in found)
