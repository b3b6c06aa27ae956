"""Regions that our own table lacks, from pycountry's translations."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

import pycountry

from training.gazetteer.places import NewPlace
from training.gazetteer.tables import read_table

# Our table has all regions of these, and pycountry a wrong name for some.
_WHOLE = frozenset(("RU", "IN", "US", "UA", "KZ", "FR", "IT", "CN"))
# Seldom in the news: a city of the same name is meant before them.
_WEIGHT = 100_000
_RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё .’\-–—]+")


def subdivisions() -> Iterator[NewPlace]:
    """The divisions of ISO 3166-2 that stand right below a country and have a Russian name."""
    regions = read_table("regions")
    ours = {row["region"] for row in regions}
    named = {row["region"][:2] + row["name"] for row in regions}
    russian = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["ru"])
    for division in sorted(pycountry.subdivisions, key=lambda one: str(one.code)):
        name = russian.gettext(division.name)
        country = division.country_code
        if country in _WHOLE or division.code in ours or country + name in named:
            continue
        if (division.parent_code and country != "GB") or not _RUSSIAN.fullmatch(name):
            continue
        yield NewPlace(
            name=name,
            variants=(),
            kind="region",
            country=country,
            region=division.code,
            weight=_WEIGHT,
        )
