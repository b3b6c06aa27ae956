"""JSON Lines: one article a line, an object with `text` and perhaps `title` and `published`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newscli.errors import SourceError, UsageError
from newscli.reading.articles import make_article, printable
from newscli.reading.days import parse_published
from newscli.reading.decoding import decode
from newscli.records import Article

_SHAPE = '{"text": "…", "title": "…", "published": "YYYY-MM-DD"}'


def read_records(
    lines: Iterable[bytes], source: str, *, encoding: str | None, published: str | None
) -> Iterator[Article | SourceError]:
    """The article of each line that is not blank, the N-th one called `source#N`.

    A line that holds none is an error in its place and counts as a record, so that mending it
    renumbers nothing. Other fields than the three are passed over.
    """
    number = 0
    for line_number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        number += 1
        try:
            yield _read_record(line, f"{source}#{number}", encoding, published)
        except SourceError as error:
            yield SourceError(f"line {line_number}: {error}", source)
    if not number:
        yield SourceError("is empty: there is no record to read", source)


def _read_record(line: bytes, source: str, encoding: str | None, published: str | None) -> Article:
    try:
        record = json.loads(decode(line, encoding)[0])
    except json.JSONDecodeError as error:
        raise SourceError(
            f"is not JSON ({error.msg} at column {error.colno}): write {_SHAPE}"
        ) from error
    except RecursionError as error:
        raise SourceError(f"is nested too deeply: write {_SHAPE}") from error
    except ValueError as error:  # a number of thousands of digits
        raise SourceError(f"cannot be read ({error}): write {_SHAPE}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise SourceError(f'has no "text" that is a string: write {_SHAPE}')
    title = _optional_string(record, "title")
    recorded = _optional_string(record, "published")
    try:
        day = parse_published(recorded) if recorded else None
    except UsageError as error:
        raise SourceError(f'"published": {error}') from error
    return make_article(
        printable(record["text"]),
        source,
        title=printable(title).strip() if title else None,
        published=published,
        recorded=day,
    )


def _optional_string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise SourceError(f'"{field}" is not a string: write {_SHAPE}')
    return value
