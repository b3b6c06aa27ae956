"""SQLite: a database that one wants to open, with full-text search, which is its own journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from newscli.errors import OutputError, UsageError
from newscli.output.locks import why_locked
from newscli.records import AnyEntity, ArticleEntities, Json

# What `file` and we know our databases by: the letters "news".
APPLICATION_ID = 0x6E657773
# Of the tables in sqlite.sql: raised with any change to them.
LAYOUT = 1

# What the entities of each list are called in the column `type`.
_TYPES = {
    "people": "person",
    "places": "place",
    "organizations": "organization",
    "related_places": "related_place",
}


class SqliteStore:
    """The results in a database that any program can read, already while it grows.

    It holds the texts too: without them there is nothing to search. Writers are locked out by a
    transaction that is open from one `save` to the next.
    """

    began_anew: str | None = None

    def __init__(self, path: Path, _: str, *, resume: bool) -> None:
        """Begin the database at `path` anew or, with `resume`, go on with it.

        Raises:
            UsageError: it cannot be written, another run is writing it, it is no database of
                ours or, with `resume`, has tables of another layout.
        """
        self._path = path.resolve()
        self._connection = _open(self._path, resume=resume)

    def has(self, source: str, key: str) -> bool:
        query = "SELECT 1 FROM articles WHERE identity = ? AND key = ?"
        return bool(self._connection.execute(query, (source, key)).fetchone())

    def add(self, source: str, key: str, found: ArticleEntities) -> None:
        with _told(self._path):
            self._connection.execute("DELETE FROM articles WHERE identity = ?", (source,))
            article_id = self._insert(
                "articles",
                source=found.source,
                title=found.title,
                published=found.published,
                text=found.text,
                identity=source,
                key=key,
            )
            self._add_findings(article_id, found)

    def save(self) -> None:
        with _told(self._path):
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Save, bring the indexes into order, and leave one file, which can be read without rights
        to write."""
        with _told(self._path):
            self._connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")
            self._connection.execute("ANALYZE")
            self._connection.execute("COMMIT")
            with suppress(sqlite3.OperationalError):  # somebody is reading: the log stays beside it
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def abandon(self) -> None:
        self._connection.close()

    def _add_findings(self, article_id: int, found: ArticleEntities) -> None:
        for kind, type_ in _TYPES.items():
            for entity in getattr(found, kind) or ():
                fields = _flat(entity)
                entity_id = self._insert("entities", article_id=article_id, type=type_, **fields)
                self._add_mentions(entity, entity_id=entity_id)
        for date in found.dates:
            date_id = self._insert("dates", article_id=article_id, **_flat(date))
            self._add_mentions(date, date_id=date_id)
        for country in found.countries:
            self._insert("countries", article_id=article_id, **country.to_dict())
        for warning in found.warnings:
            self._insert("warnings", article_id=article_id, warning=warning)

    def _add_mentions(self, entity: AnyEntity, **owner: int) -> None:
        for mention in entity.mentions:
            self._insert("mentions", **owner, **mention.to_dict())

    def _insert(self, table: str, **fields: str | float | None) -> int:
        """A new row's id."""
        names = ", ".join(f'"{name}"' for name in fields)
        marks = ", ".join("?" * len(fields))
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(fields.values())
        )
        return cursor.lastrowid or 0


def _flat(entity: AnyEntity) -> Json:
    """The entity's own columns: what is nested in its JSON has a name of two parts."""
    fields = entity.to_dict()
    del fields["mentions"]
    if "latin" in fields:
        latin = fields.pop("latin") or {}
        fields.update({f"latin_{standard}": name for standard, name in latin.items()})
    return fields


def _open(path: Path, *, resume: bool) -> sqlite3.Connection:
    try:
        if not resume:
            _begin_anew(path)
        connection = _connect(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.OperationalError as error:
        raise UsageError(why_locked(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path} is not an SQLite database: name another file") from error
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    # Transactions are ours to begin and end. A lock is waited for no longer than it takes a killed
    # process to go.
    return sqlite3.connect(path, isolation_level=None, timeout=1)


def _begin_anew(path: Path) -> None:
    """Remove a database of ours, of whatever layout, unless another run is writing it."""
    if not path.exists():
        return
    with closing(_connect(path)) as connection:
        _check_owner(connection, path)
        connection.execute("BEGIN IMMEDIATE")
    path.unlink()


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _check_owner(connection, path)
    # A commit outlasts a power cut, and whoever reads the database meanwhile stops nothing.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if _is_empty(connection):
        _create_tables(connection)
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout != LAYOUT:
        raise UsageError(
            f"{path} has the tables of another newscli (layout {layout}, this one's is {LAYOUT}): "
            "name another file, or begin it anew without --resume"
        )
    connection.execute("BEGIN IMMEDIATE")


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and not _is_empty(connection):
        raise UsageError(f"{path} is a database of another program: name another file")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _create_tables(connection: sqlite3.Connection) -> None:
    tables = files("newscli.output").joinpath("sqlite.sql").read_text(encoding="utf-8")
    connection.executescript(
        "BEGIN IMMEDIATE;"
        f"PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {LAYOUT};"
        f"{tables}"
        "COMMIT;"
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in one line that `path` cannot be written, as on a full disk."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OutputError(f"cannot write {path}: {error}") from error
