"""Mentions of places → places of one article, and the countries that they lie in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newscli.gathering.mentions import best_spelling
from newscli.pipeline.findings import Findings, FoundPlace
from newscli.pipeline.morphology import fold
from newscli.pipeline.places.gazetteer import Entry, country_name
from newscli.pipeline.places.link import PlaceLink
from newscli.pipeline.places.lookup import named_kind
from newscli.records import Country, Mention, Place


def gather_places(found: Findings) -> tuple[Place, ...]:
    """The places of a text in the order of first mention: `РФ` and `России` are one.

    Names that the gazetteer leads to one entry are one place, of the others those that are spelt
    alike, letter case and ё aside.
    """
    places: dict[PlaceLink | str, list[FoundPlace]] = {}
    for place in found.places:
        places.setdefault(place.link or fold(place.mention.normal), []).append(place)
    return tuple(
        _unknown_place(same) if isinstance(key, str) else _linked_place(key, same)
        for key, same in places.items()
    )


def count_countries(places: Iterable[Place]) -> tuple[Country, ...]:
    """The countries that places lie in, most mentions first, then by code."""
    counts: Counter[str] = Counter()
    for place in places:
        if place.country:
            counts[place.country] += len(place.mentions)
    ordered = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return tuple(Country(code, country_name(code), count) for code, count in ordered)


def known_place(
    known: PlaceLink | Entry, mentions: Iterable[Mention], link_score: float | None = None
) -> Place:
    """The record of a place that the gazetteer has."""
    return Place(
        name=known.name,
        mentions=tuple(mentions),
        kind=known.kind,
        country=known.country,
        region=known.region,
        lat=known.lat,
        lon=known.lon,
        geonames_id=known.geonames_id,
        link_score=link_score,
    )


def _linked_place(link: PlaceLink, found: list[FoundPlace]) -> Place:
    sure = max(place.link.link_score for place in found if place.link)
    return known_place(link, (place.mention for place in found), sure)


def _unknown_place(found: list[FoundPlace]) -> Place:
    """A place that the gazetteer lacks: its name may still say its kind, `улица Гоголя`."""
    mentions = tuple(place.mention for place in found)
    name = best_spelling(mention.normal for mention in mentions)
    return Place(name=name, mentions=mentions, kind=named_kind(name))
