"""The gazetteer: entries by every spelling of their names, read from one SQLite file.

`training/gazetteer` makes the file. It is opened read-only and immutable, so that any number of
processes share it without locks, and nothing of it is read before the first look-up.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newscli.model import FOLDER
from newscli.pipeline.morphology import fold

FILE_NAME = "gazetteer.sqlite"

# Names of an archive repeat; the bound keeps a long run flat (an entry takes half a kilobyte).
_CACHED_NAMES = 4_000
_BETWEEN_WORDS = re.compile(r"[\s\-‐‑‒–—]+")
_NOT_WORDS = re.compile(r"[«»„“”\"().,]")

_QUERY = """
    SELECT places.*, names.is_doubtful
    FROM names JOIN places ON places.id = names.place
    WHERE names.key = ?
    ORDER BY names.place
"""


class Entry(NamedTuple):
    """One place of the gazetteer as one of its names leads to it.

    `weight` says how often news means it, in people: a city's inhabitants, more for a capital, a
    country or a sea. `is_doubtful` is whether this name of it is seldom used.
    """

    id: int
    name: str
    kind: str
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    weight: int
    is_doubtful: int  # SQLite has no truth values: 0 or 1


def name_key(name: str) -> str:
    """What all spellings of a name share: letter case, ё, hyphens, dots and quotes aside."""
    return _BETWEEN_WORDS.sub(" ", _NOT_WORDS.sub(" ", fold(name))).strip()


@lru_cache(maxsize=_CACHED_NAMES)
def entries_named(key: str) -> tuple[Entry, ...]:
    """All entries that have a name with this `name_key`, in the order of the gazetteer."""
    rows = _connection().execute(_QUERY, (key,))
    return tuple(Entry(*row) for row in rows)


@lru_cache(maxsize=256)
def country_name(country: str) -> str:
    """The name of a country by its ISO 3166-1 code.

    Raises:
        LookupError: there is no such country.
    """
    query = "SELECT name FROM places WHERE kind = 'country' AND country = ? ORDER BY id LIMIT 1"
    row = _connection().execute(query, (country,)).fetchone()
    if row is None:
        raise LookupError(f"no country {country!r}")
    return str(row[0])


def open_gazetteer(path: Path) -> sqlite3.Connection:
    """The file at `path`, which nobody can write to through this connection."""
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


@lru_cache(maxsize=1)
def _connection() -> sqlite3.Connection:
    return open_gazetteer(FOLDER / FILE_NAME)
