"""A place on its way into the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

DOUBTFUL = "?"


@dataclass(frozen=True)
class NewPlace:
    """An entry with all its names; a variant that begins with `DOUBTFUL` is seldom meant."""

    name: str
    variants: tuple[str, ...]
    kind: str
    weight: int
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
