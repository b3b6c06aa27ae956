"""Adjectives, inhabitants and seats of power point to places."""

from __future__ import annotations

import pytest
from spacy.language import Language

import newscli
from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.related import place_behind, place_named
from newscli.pipeline.places.related_words import (
    COUNTRY_ADJECTIVES,
    INHABITANTS,
    NOT_OF_CITIES,
    OTHER_ADJECTIVES,
    SEATS,
)
from newscli.records import Place


def related(nlp: Language, text: str, *, min_score: float = 0.0) -> tuple[Place, ...]:
    article = newscli.Article(text, source="-")
    found = newscli.extract(article, nlp=nlp, adjectives=True, min_score=min_score)
    assert found.related_places is not None
    return found.related_places


@pytest.mark.parametrize(
    ("text", "normal", "name"),
    [
        ("Это решение российских судов.", "российский", "Россия"),
        ("Об этом пишут американские газеты.", "американский", "США"),
        ("Его ждали на бакинском вокзале.", "бакинский", "Баку"),
        ("Открылась нью-йоркская биржа.", "нью-йоркский", "Нью-Йорк"),
        ("Выросли кишиневские цены.", "кишинёвский", "Кишинёв"),
        ("Он учился в новосибирской школе.", "новосибирский", "Новосибирск"),
        ("Приехали тверские врачи.", "тверской", "Тверь"),
        ("Приехали омские врачи.", "омский", "Омск"),
        ("Приехали саратовские врачи.", "саратовский", "Саратов"),
        ("Приехали липецкие врачи.", "липецкий", "Липецк"),
        ("Приехали тульские врачи.", "тульский", "Тула"),
        ("Приехали сочинские врачи.", "сочинский", "Сочи"),
        ("Приехали ярославские врачи.", "ярославский", "Ярославль"),
        ("Приехали татарстанские врачи.", "татарстанский", "Татарстан"),
        ("Погода обрадовала москвичей.", "москвич", "Москва"),
        ("Погода обрадовала россиян.", "россиянин", "Россия"),
        ("Погода обрадовала бакинцев.", "бакинец", "Баку"),
        ("В Кремле это подтвердили.", "Кремль", "Россия"),
        ("Белого дома это не касается.", "Белый дом", "США"),
        ("В Пентагоне это подтвердили.", "Пентагон", "США"),
        ("На Даунинг-стрит это подтвердили.", "Даунинг-стрит", "Великобритания"),
        ("В Елисейском дворце это подтвердили.", "Елисейский дворец", "Франция"),
        ("В Смольном это подтвердили.", "Смольный", "Санкт-Петербург"),
        ("Российские войска отошли.", "российский", "Россия"),
        ("РОССИЙСКИЕ ВОЙСКА ОТОШЛИ", "российский", "Россия"),
    ],
)
def test_the_place_behind_a_word(nlp: Language, text: str, normal: str, name: str) -> None:
    assert [
        (place.name, mention.normal) for place in related(nlp, text) for mention in place.mentions
    ] == [(name, normal)]


@pytest.mark.parametrize(
    "text",
    [
        "Морской, городской, детский и братский праздник прошёл.",
        "Это русский обычай и сталинский дом.",
        "Пушкинский и чеховский стиль узнают все.",
        "Он учился в Смольном институте.",
        "За стеной старого кремля растёт сад.",
        "Доклад прочли на английском языке.",
        "Студенты Российского университета дружбы народов уехали.",
        "Он живёт на Тверской с детства.",
    ],
)
def test_doubtful_words_and_words_of_names_are_left_out(nlp: Language, text: str) -> None:
    assert related(nlp, text) == ()


def test_words_that_point_to_one_place_are_one_entry(nlp: Language) -> None:
    text = "Бакинские чиновники и российские врачи помогли бакинцам."
    baku, russia = related(nlp, text)
    assert (baku.name, baku.kind, baku.country, baku.region) == ("Баку", "city", "AZ", "AZ-BA")
    assert (russia.name, russia.kind, russia.country) == ("Россия", "country", "RU")
    assert [text[mention.start : mention.end] for mention in baku.mentions] == [
        "Бакинские",
        "бакинцам",
    ]
    assert {mention.score for mention in baku.mentions} == {baku.link_score} == {None}


def test_a_mention_below_the_least_score_still_keeps_its_words(nlp: Language) -> None:
    assert related(nlp, "Студенты Российского университета уехали.", min_score=1.0) == ()


def test_nothing_is_looked_for_unless_asked(nlp: Language) -> None:
    found = newscli.extract(newscli.Article("Это российский суд.", source="-"), nlp=nlp)
    assert found.related_places is None
    assert "related_places" not in found.to_dict()


@pytest.mark.parametrize(
    "table", [COUNTRY_ADJECTIVES, OTHER_ADJECTIVES, INHABITANTS, SEATS], ids="cois"
)
def test_every_row_names_a_place_as_the_gazetteer_does(table: dict[str, str]) -> None:
    for name in table.values():
        place = place_named(name)
        assert place is not None
        assert place.name == name


@pytest.mark.parametrize("table", [COUNTRY_ADJECTIVES, OTHER_ADJECTIVES, INHABITANTS], ids="coi")
def test_every_row_is_a_dictionary_form(table: dict[str, str]) -> None:
    for word in table:
        assert fold(word) in {fold(parse.normal_form) for parse in parses(word)}


def test_every_exception_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscli.pipeline.places.related.NOT_OF_CITIES", frozenset())
    place_behind.cache_clear()
    assert [word for word in NOT_OF_CITIES if place_behind(word, "ADJF") is None] == []
    place_behind.cache_clear()
