"""Which mentions name one place, and which one organisation."""

from __future__ import annotations

import pytest

from newscli.gathering.aliases import PLACE_NAMES, SHORT_NAMES
from newscli.gathering.organizations import gather_organizations
from newscli.gathering.places import gather_places
from newscli.pipeline.morphology import fold
from tests.named_docs import named_doc


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
        ("в [Тыве](LOC) и [Республике Тыва](LOC)", {"Тува": ["Тыве", "Республике Тыва"]}),
        (
            "из [Питера](LOC) в [Санкт-Петербург](LOC)",
            {"Санкт-Петербург": ["Питера", "Санкт-Петербург"]},
        ),
        # short names only beside the full one
        ("[США](LOC) и [Америка](LOC)", {"США": ["США", "Америка"]}),
        ("[Америка](LOC) и [Европа](LOC)", {"Америка": ["Америка"], "Европа": ["Европа"]}),
        (
            "в [Подмосковье](LOC), власти [Московской области](LOC)",
            {"Московская область": ["Подмосковье", "Московской области"]},
        ),
        ("в [Подмосковье](LOC)", {"Подмосковье": ["Подмосковье"]}),
        (
            "[Англия](LOC) и [Великобритания](LOC)",
            {"Англия": ["Англия"], "Великобритания": ["Великобритания"]},
        ),
        ("в [ДНР](LOC) и [ЛНР](LOC)", {"ДНР": ["ДНР"], "ЛНР": ["ЛНР"]}),
        ("в [Орле](LOC), около [Орла](LOC)", {"Орел": ["Орле", "Орла"]}),
    ],
)
def test_places(marked: str, places: dict[str, list[str]]) -> None:
    found = gather_places(named_doc(marked))
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
    found = gather_organizations(named_doc(marked))
    assert {one.name: [m.text for m in one.mentions] for one in found} == organizations


def test_every_alias_leads_to_a_name_that_leads_to_itself() -> None:
    assert all(PLACE_NAMES[fold(name)] == name for name in PLACE_NAMES.values())


def test_a_short_name_of_a_place_stands_for_a_name_that_stands_for_itself() -> None:
    for short, full in SHORT_NAMES.items():
        assert short not in PLACE_NAMES
        assert fold(PLACE_NAMES.get(full, full)) == full
