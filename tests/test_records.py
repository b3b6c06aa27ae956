"""Records go to JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from newscli.records import (
    ArticleEntities,
    Country,
    DateExpression,
    DateMention,
    DateValue,
    LatinName,
    Mention,
    Organization,
    Person,
    Place,
)

FOUND = ArticleEntities(
    source="a.txt",
    title=None,
    published="2025-09-03",
    people=(
        Person(
            "Анна Иванова",
            "Анна",
            "Иванова",
            None,
            "female",
            (Mention(0, 8, "Ивановой", "Иванова"),),
            LatinName("Anna Ivanova", "Anna Ivanova"),
        ),
        Person("Ъ", None, None, None, None, (Mention(9, 10, "Ъ", "Ъ"),)),
    ),
    places=(
        Place(
            "Пекин",
            (Mention(10, 16, "Пекине", "Пекин"),),
            *("city", "CN", "CN-BJ"),
            *(39.9, 116.4),
            geonames_id=1,
            link_score=0.9,
        ),
    ),
    organizations=(Organization("ТАСС", (Mention(20, 24, "ТАСС", "ТАСС"),)),),
    dates=(
        DateExpression(
            DateValue("date", "2016", "START", "2016-01-01", "2016-12-31"),
            (DateMention(30, 46, "начале 2016 года", "2016", 0.9),),
        ),
    ),
    countries=(Country("CN", "Китай", 1),),
    warnings=("no title",),
)


def test_there_and_back_through_json() -> None:
    assert ArticleEntities.from_dict(json.loads(json.dumps(FOUND.to_dict()))) == FOUND


def test_what_was_asked_for_comes_back_too() -> None:
    asked = replace(FOUND, text="…", related_places=FOUND.places)
    assert ArticleEntities.from_dict(json.loads(json.dumps(asked.to_dict()))) == asked


def test_only_empties_the_other_lists() -> None:
    only = FOUND.only(["dates"])
    assert only.dates == FOUND.dates
    assert only.people == only.places == only.organizations == only.countries == ()


def test_another_schema_version_is_refused() -> None:
    with pytest.raises(ValueError, match="schema_version"):
        ArticleEntities.from_dict({**FOUND.to_dict(), "schema_version": 99})
