"""Regions of the countries that our own table has none of, from pycountry's translations."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

import pycountry

from training.gazetteer.places import NewPlace
from training.gazetteer.tables import read_table

# Seldom in the news: a city of the same name is meant before them.
_WEIGHT = 100_000
_RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё .’\-–—]+")


def subdivisions() -> Iterator[NewPlace]:
    """The divisions of ISO 3166-2 that stand right below a country and have a Russian name."""
    ours = {row["region"][:2] for row in read_table("regions")}
    russian = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["ru"])
    for division in sorted(pycountry.subdivisions, key=lambda one: str(one.code)):
        name = russian.gettext(division.name)
        if division.country_code in ours or division.parent_code or not _RUSSIAN.fullmatch(name):
            continue
        yield NewPlace(
            name=name,
            variants=(),
            kind="region",
            country=division.country_code,
            region=division.code,
            weight=_WEIGHT,
        )
