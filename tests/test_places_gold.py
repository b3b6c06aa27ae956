"""The places' gold reads as what it is, and linking holds its floors."""

from __future__ import annotations

import pytest

from evaluation import places
from evaluation.floors import find_falls, load_floors, measure_floors
from evaluation.scoring import over_kinds
from newscli.pipeline.places.link import PlaceLink
from newscli.records import PLACE_KINDS

GROZNY = places.parse_fact("Грозный; city; RU; 43.3 45.7")


def link(**changed: object) -> PlaceLink:
    fields = {
        "name": "Грозный",
        "kind": "city",
        "country": "RU",
        "region": "RU-CE",
        "lat": 43.31,
        "lon": 45.69,
        "geonames_id": 558418,
        "link_score": 0.9,
    }
    return PlaceLink(**{**fields, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize("part", places.PARTS)
def test_sentences_are_well_formed(part: str) -> None:
    items = places.load_items(part)
    assert len({item.text for item in items}) == len(items) > 100
    for item in items:
        assert item.kind
        for span in item.gold:
            fact = places.parse_fact(span.fact or "")
            assert fact.name
            assert fact.kind in PLACE_KINDS
            assert fact.country is None or len(fact.country) == 2
            if fact.point:
                assert -90 <= fact.point[0] <= 90
                assert -180 <= fact.point[1] <= 180


def test_linking_holds_its_floors() -> None:
    floors = load_floors(places.FLOORS)
    assert floors.digest == places.digest_items(), "run: python -m evaluation.places --update"
    scores = places.score_places(places.places_pipeline(), places.load_items("test"))
    measured = measure_floors(over_kinds(scores, places.FIGURES), floors.digest)
    assert find_falls(floors, measured, noise=places.NOISE) == []


@pytest.mark.parametrize(
    ("found", "is_right"),
    [
        (link(), True),
        (link(name="Grozny"), True),
        (link(name="Grozny", lat=50.0), False),
        (link(country="UA"), False),
        (link(name="Грозный", lat=None, lon=None), True),
    ],
)
def test_an_entry_is_known_by_its_name_or_its_point(found: PlaceLink, is_right: bool) -> None:
    assert GROZNY.is_entry(found) is is_right


def test_what_no_gazetteer_need_have_is_told_from_what_it_must() -> None:
    assert not places.parse_fact("улица Гоголя; street; -").is_known
    assert places.parse_fact("Чёрное море; water; -").is_known
    assert GROZNY.is_known
