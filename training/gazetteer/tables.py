"""The tables written for this project: countries, regions, cities, and all that is neither.

Variants stand apart by `; `; one that begins with ? is a name that usually means another place
(`Нью-Йорк` of the state), or that is seldom used.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from training.gazetteer.places import NewPlace

_FOLDER = Path(__file__).parent
_RUSSIAN = Locale("ru").territories
_ENGLISH = Locale("en").territories
# Kosovo's code is one that ISO leaves to its users: it stands for no country of the standard.
_NOT_ISO = ("AN", "CS", "XK")

# How often news means a place that no number of inhabitants weighs, in people.
_WEIGHTS = {
    "country": 50_000_000,
    "region": 10_000_000,
    "city": 10_000,
    "district": 2_000_000,
    "street": 2_000_000,
    "water": 10_000_000,
    "mountain": 10_000_000,
    "island": 5_000_000,
    "continent": 1_000_000_000,
    "area": 20_000_000,
    "other": 2_000_000,
}
_RUSSIAN_REGION = 30_000_000
_PER_INHABITANT = 20
_SMALLEST_COUNTRY = 100_000_000


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table by column."""
    with open(_FOLDER / f"{name}.tsv", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def countries(known: dict[str, dict[str, object]]) -> Iterator[NewPlace]:
    """The countries of ISO 3166-1 under the names of CLDR or of our table.

    `known` is what GeoNames says of each, by code.
    """
    for row in read_table("countries"):
        code = row["country"]
        fact = known[code]
        people = int(str(fact["population"])) * _PER_INHABITANT
        cldr = _RUSSIAN[code]
        yield NewPlace(
            name=row["name"] or cldr,
            variants=(*split_variants(row["variants"]), cldr.partition(" (")[0], _ENGLISH[code]),
            kind="country",
            country=code,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            geonames_id=int(str(fact["geonameid"])),
            weight=max(people, _SMALLEST_COUNTRY),
        )


def regions(centres: dict[str, tuple[float, float]]) -> Iterator[NewPlace]:
    """The regions of our table; `centres` has the coordinates of their main cities, by code."""
    for row in read_table("regions"):
        lat, lon = centres.get(row["region"], (None, None))
        country = row["region"][:2]
        yield NewPlace(
            name=row["name"],
            variants=split_variants(row["variants"]),
            kind="region",
            country=country,
            region=row["region"],
            lat=lat,
            lon=lon,
            weight=_RUSSIAN_REGION if country == "RU" else _WEIGHTS["region"],
        )


def features() -> Iterator[NewPlace]:
    """Seas, rivers, mountains, islands, areas, streets, states that ISO has no code for."""
    for row in read_table("features"):
        yield NewPlace(
            name=row["name"],
            variants=split_variants(row["variants"]),
            kind=row["kind"],
            country=row["country"] or None,
            region=row["region"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            weight=_WEIGHTS[row["kind"]],
        )


def split_variants(cell: str) -> tuple[str, ...]:
    """The names in a cell of variants."""
    return tuple(cell.split("; ")) if cell else ()


def is_iso(country: str) -> bool:
    """Whether a code of GeoNames is a country of ISO 3166-1 today."""
    return country not in _NOT_ISO
