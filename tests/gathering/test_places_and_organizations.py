"""Which mentions name one place, and which one organisation."""

from __future__ import annotations

import pytest

from newscli.gathering.organizations import gather_organizations
from newscli.gathering.places import count_countries, gather_places
from newscli.records import Country, Mention, Place
from tests.named_docs import found_in


@pytest.mark.parametrize(
    ("marked", "places"),
    [
        ("власти [РФ](LOC) и народ [России](LOC)", {"Россия": ["РФ", "России"]}),
        (
            "в [США](LOC) и [Соединённых Штатах](LOC), то есть в [Соединенных Штатах Америки](LOC)",
            {"США": ["США", "Соединённых Штатах", "Соединенных Штатах Америки"]},
        ),
        ("из [КНР](LOC) в [Китай](LOC)", {"Китай": ["КНР", "Китай"]}),
        (
            "из [Республики Дагестан](LOC), в [Дагестане](LOC)",
            {"Дагестан": ["Республики Дагестан", "Дагестане"]},
        ),
        (
            "в [Тверской области](LOC) и в [Твери](LOC)",
            {"Тверская область": ["Тверской области"], "Тверь": ["Твери"]},
        ),
        (
            "[Республика Беларусь](LOC), [Беларусь](LOC)",
            {"Белоруссия": ["Республика Беларусь", "Беларусь"]},
        ),
        ("в [Тыве](LOC) и [Республике Тыва](LOC)", {"Тыва": ["Тыве", "Республике Тыва"]}),
        (
            "из [Питера](LOC) в [Санкт-Петербург](LOC)",
            {"Санкт-Петербург": ["Питера", "Санкт-Петербург"]},
        ),
        ("[США](LOC) и [Америка](LOC)", {"США": ["США", "Америка"]}),
        (
            "в [Подмосковье](LOC), власти [Московской области](LOC)",
            {"Московская область": ["Подмосковье", "Московской области"]},
        ),
        (
            "[Англия](LOC) и [Великобритания](LOC)",
            {"Англия": ["Англия"], "Великобритания": ["Великобритания"]},
        ),
        ("в [ДНР](LOC) и [ЛНР](LOC)", {"ДНР": ["ДНР"], "ЛНР": ["ЛНР"]}),
        (
            "в [Питере](LOC), [СПб](LOC) и [Санкт-Петербурге](LOC)",
            {"Санкт-Петербург": ["Питере", "СПб", "Санкт-Петербурге"]},
        ),
        (
            "на [улице Тойменской](LOC), по [улице Тойменской](LOC)",
            {"улица Тойменская": ["улице Тойменской", "улице Тойменской"]},
        ),
        ("в [Орле](LOC), около [Орла](LOC)", {"Орёл": ["Орле", "Орла"]}),
    ],
)
def test_places(marked: str, places: dict[str, list[str]]) -> None:
    found = gather_places(found_in(marked))
    assert {place.name: [m.text for m in place.mentions] for place in found} == places


@pytest.mark.parametrize(
    ("marked", "organizations"),
    [
        (
            "«[Газпром](ORG)» и акции [Газпрома](ORG)",
            {"Газпром": ["Газпром", "Газпрома"]},
        ),
        ("[МИД](ORG) спорит с [МИДом](ORG)", {"МИД": ["МИД", "МИДом"]}),
        (
            "в [Верховном суде](ORG), решение [Верховного Суда](ORG)",
            {"Верховный суд": ["Верховном суде", "Верховного Суда"]},
        ),
    ],
)
def test_organizations(marked: str, organizations: dict[str, list[str]]) -> None:
    found = gather_organizations(found_in(marked))
    assert {one.name: [m.text for m in one.mentions] for one in found} == organizations


def test_an_unknown_place_keeps_its_spelling_and_the_kind_that_it_says() -> None:
    street, village = gather_places(found_in("на [улице Гоголя](LOC) в [Жмыхове](LOC)"))
    assert street == Place("улица Гоголя", street.mentions, kind="street")
    assert village == Place("Жмыхов", village.mentions)


def test_countries_count_the_mentions_of_all_that_lies_in_them() -> None:
    marked = "из [Баку](LOC) в [Грозный](LOC) над [Чёрным морем](LOC), в [РФ](LOC) и [Китае](LOC)"
    assert count_countries(gather_places(found_in(marked))) == (
        Country("RU", "Россия", 2),
        Country("AZ", "Азербайджан", 1),
        Country("CN", "Китай", 1),
    )


def test_a_place_in_no_country_counts_for_none() -> None:
    assert count_countries([Place("Чёрное море", (Mention(0, 1, "Ч", "Ч"),))]) == ()
