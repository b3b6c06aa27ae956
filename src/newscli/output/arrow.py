"""Results as an Arrow table: a row an article, in typed nested columns (`newscli[parquet]`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from newscli.records import ArticleEntities, Json

_TEXT = pa.string()
_SCORE = pa.float64()
_OFFSET = pa.int32()
_DAY = pa.date32()


def _entities(
    *columns: tuple[str, pa.DataType], mention: tuple[tuple[str, pa.DataType], ...]
) -> pa.DataType:
    return pa.list_(
        pa.struct([*columns, ("count", pa.int32()), ("mentions", pa.list_(pa.struct(mention)))])
    )


_MENTION = (
    ("text", _TEXT),
    ("normal", _TEXT),
    ("start", _OFFSET),
    ("end", _OFFSET),
    ("score", _SCORE),
)
_ANCHOR = (
    ("anchor", _TEXT),
    ("anchor_text", _TEXT),
    ("anchor_start", _OFFSET),
    ("anchor_end", _OFFSET),
)
_PLACES = _entities(
    ("name", _TEXT),
    ("kind", _TEXT),
    ("country", _TEXT),
    ("region", _TEXT),
    ("lat", pa.float64()),
    ("lon", pa.float64()),
    ("geonames_id", pa.int64()),
    ("link_score", _SCORE),
    mention=_MENTION,
)
# The names and the order of the JSON, whose days of the calendar are dates here.
SCHEMA = pa.schema(
    [
        ("schema_version", pa.int32()),
        ("source", _TEXT),
        ("title", _TEXT),
        ("published", _DAY),
        (
            "people",
            _entities(
                ("name", _TEXT),
                ("first", _TEXT),
                ("last", _TEXT),
                ("patronymic", _TEXT),
                ("gender", _TEXT),
                ("latin", pa.struct([("icao", _TEXT), ("bgn", _TEXT)])),
                mention=_MENTION,
            ),
        ),
        ("places", _PLACES),
        ("organizations", _entities(("name", _TEXT), mention=_MENTION)),
        (
            "dates",
            _entities(
                ("value", _TEXT),
                ("type", _TEXT),
                ("mod", _TEXT),
                ("from", _DAY),
                ("to", _DAY),
                ("anchor", _TEXT),
                mention=_MENTION + _ANCHOR,
            ),
        ),
        (
            "countries",
            pa.list_(pa.struct([("country", _TEXT), ("name", _TEXT), ("count", pa.int32())])),
        ),
        ("warnings", pa.list_(_TEXT)),
        ("related_places", _PLACES),
        ("text", _TEXT),
        ("identity", _TEXT),
        ("key", _TEXT),
    ]
)


def to_batch(results: Iterable[tuple[str, str, ArticleEntities]]) -> pa.RecordBatch:
    """A row for each (identity, key, result), by which a store knows an article."""
    return pa.RecordBatch.from_pylist(
        [
            {**_with_days(found.to_dict()), "identity": identity, "key": key}
            for identity, key, found in results
        ],
        schema=SCHEMA,
    )


def _with_days(fields: Json) -> Json:
    fields["published"] = _to_day(fields["published"])
    for found in fields["dates"]:
        found["from"], found["to"] = _to_day(found["from"]), _to_day(found["to"])
    return fields


def _to_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
