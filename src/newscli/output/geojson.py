"""GeoJSON (RFC 7946): the places of all articles as points, for map programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newscli.output.formats import Layout
from newscli.records import ArticleEntities, Json, Place


@dataclass
class _Point:
    """A place with the number of its mentions and the articles that have them."""

    place: Place
    count: int = 0
    articles: list[str] = field(default_factory=list)

    def to_dict(self) -> Json:
        place = self.place
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {
                "name": place.name,
                "kind": place.kind,
                "country": place.country,
                "region": place.region,
                "geonames_id": place.geonames_id,
                "count": self.count,
                "articles": self.articles,
            },
        }


def format_geojson(results: Iterable[ArticleEntities], layout: Layout) -> Iterator[str]:
    """Yield one FeatureCollection when all articles are read: a place of several is one feature.

    Places come in the order of first mention; those without coordinates are left out.
    """
    points: dict[tuple[object, ...], _Point] = {}
    for result in results:
        for place in result.places:
            if place.lat is None:
                continue
            key = (place.name, place.kind, place.country, place.lat, place.lon)
            point = points.setdefault(key, _Point(place))
            point.count += len(place.mentions)
            point.articles.append(result.source)
    collection = {
        "type": "FeatureCollection",
        "features": [point.to_dict() for point in points.values()],
    }
    indent = None if layout.width is None else 2
    yield json.dumps(collection, ensure_ascii=False, indent=indent) + "\n"
