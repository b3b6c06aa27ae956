"""What the pipeline says of one mention of a place."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PlaceLink:
    """The entry of the gazetteer that a mention means.

    `kind` is one of `records.PLACE_KINDS`, `country` ISO 3166-1 alpha-2, `region` ISO 3166-2, `lat`
    and `lon` degrees north and east. `link_score` says how sure the choice is, from 0 to 1. Links
    to one entry are equal.
    """

    name: str
    kind: str
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    link_score: float = field(compare=False)
