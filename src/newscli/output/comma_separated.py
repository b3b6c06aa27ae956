"""CSV (RFC 4180): one row a mention, for spreadsheets and SQL."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from newscli.output.formats import Layout
from newscli.records import ArticleEntities, DateExpression, Place

COLUMNS = (
    *("source", "published", "type", "name", "normal", "text", "start", "end", "value", "country"),
)
# What one mention of each list is called in the column `type`.
_TYPES = {
    "people": "person",
    "places": "place",
    "organizations": "organization",
    "dates": "date",
}


def format_csv(results: Iterable[ArticleEntities], layout: Layout) -> Iterator[str]:
    """Yield the header, then the rows of one article at a time, in the order of the text."""
    yield csv_header()
    for result in results:
        if rows := csv_rows(result):
            yield rows


def csv_header() -> str:
    """The line that names the columns."""
    return _to_lines([COLUMNS])


def csv_rows(result: ArticleEntities) -> str:
    """The lines of one article: none where nothing was found."""
    return _to_lines(sorted(_rows(result), key=lambda row: (row[6], row[7])))


def _rows(result: ArticleEntities) -> Iterator[tuple[object, ...]]:
    for kind, type_ in _TYPES.items():
        for entity in getattr(result, kind):
            dated = isinstance(entity, DateExpression)
            name = None if dated else entity.name
            value = entity.value.value if dated else None
            country = entity.country if isinstance(entity, Place) else None
            for mention in entity.mentions:
                yield (
                    *(result.source, result.published, type_, name, mention.normal),
                    *(mention.text, mention.start, mention.end, value, country),
                )


def _to_lines(rows: Iterable[tuple[object, ...]]) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return lines.getvalue()
