"""Texts that no editor let through: read in linear time, and nothing breaks."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

import newscli
from newscli.records import Article
from tests.timing import is_linear

MEGABYTE = 1_000_000

ODD = {
    "quotes": "«",
    "straight quotes": '"',
    "commas": ",",
    "dashes": "—",
    "underscores": "_",
    "signs": "%",
    "points between letters": "а.",
    "an address without end": "a.",
    "quotes after class words": "банк «",
    "firms": "ООО «А» ",
    "initials": "А. ",
    "one surname": "Иванов ",
    "a family": "Иван и ",
    "dates": "5 мая ",
    "years": "2020 год, ",
    "clock times": "12:00",
    "acronyms in brackets": "МИД (ООО) ",
    "streets": "ул. Мира, ",
    "stress marks": "а\u0301",
    "emoji": "🇷🇺",
    "wrapped lines": "слово\n",
    "tags": "<br>",
    "table cells": "а|",
    "nicknames": "с позывным «Сыч», ",
    "what everybody knows": "«Мосфильм», ВОЗ ",
    "ratings": "Рост: Газпром (+2), Магнит (+1), Полюс (+3)\n",
    "streets without capitals": "на кирова, 12 ",
    "shops without capitals": "магазин магнит, в селе широкино ",
}


@pytest.mark.parametrize("piece", ODD.values(), ids=ODD.keys())
def test_time_grows_no_faster_than_a_line(nlp: Language, piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        newscli.extract(Article(text, "-"), nlp=nlp)
        return time.process_time() - began

    assert is_linear(seconds, 1_500)


@pytest.mark.parametrize("letter", ["а", "А", "Z", "7", "«", "\n", "\u0301"])
def test_a_megabyte_of_one_sign_is_done_in_seconds(nlp: Language, letter: str) -> None:
    text = "Владимир Путин прибыл в Пекин. " + letter * MEGABYTE + " Путин уехал."
    began = time.process_time()
    found = newscli.extract(Article(text, "-"), nlp=nlp)
    assert time.process_time() - began < 10
    assert "Владимир Путин" in [person.name for person in found.people]


def test_a_long_line_of_words_is_read_to_its_end(nlp: Language) -> None:
    text = "слово " * 20_000 + "и Владимир Путин"
    found = newscli.extract(Article(text, "-"), nlp=nlp)
    (person,) = found.people
    assert text[person.mentions[0].start :] == "Владимир Путин"
