"""JSON Lines and CSV that grow in place, and the journal beside them.

The journal, an SQLite database, holds who each result is of and where its bytes end. Bytes reach
the disk before the journal vouches for them: after any stop the file is cut to what it vouches for,
and no result is lost, doubled or half there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from newscli.errors import OutputError, UsageError
from newscli.output.comma_separated import csv_header, csv_rows
from newscli.output.files import sync_folder
from newscli.output.json_lines import json_pieces
from newscli.records import ArticleEntities

# How each format begins a file, and what it makes of a result.
_TEXTS: dict[str, tuple[str, Callable[[ArticleEntities], Iterable[str]]]] = {
    "json": ("", json_pieces),
    "csv": (csv_header(), csv_rows),
}
_SUFFIX = ".journal"
_COPIED = 2**20  # bytes at a time

# `first` and `last` are where a result's bytes begin and end. What no row covers, but the header,
# was superseded. `swap` is there while a shortened copy is about to take the file's place.
_TABLES = """
    CREATE TABLE IF NOT EXISTS results (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS results_by_source ON results (source);
    CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class TextStore:
    """A JSON Lines or CSV file (`format_`: "json", "csv") and its journal; see `Store`."""

    def __init__(self, path: Path, format_: str, *, resume: bool) -> None:
        self.began_anew: str | None = None
        self._end = 0  # of what was written
        self._path = path.resolve()
        self._journal_path = self._path.with_name(self._path.name + _SUFFIX)
        self._copy_path = self._path.with_name(f".{self._path.name}.copy")
        self._format = format_
        self._header, self._to_text = _TEXTS[format_]
        self._keeps_journal = resume
        has_journal = self._journal_path.exists()
        self._journal = _open_journal(self._journal_path, self._path)
        try:
            with _told(self._path, UsageError):
                if resume:
                    self._finish_swap()
                    self.began_anew = self._why_anew(has_journal)
                if not resume or self.began_anew:
                    self._forget()
                self._file = open(self._path, "ab")  # noqa: SIM115
                self._begin()
        except BaseException:
            self._journal.close()
            raise

    def has(self, source: str, key: str) -> bool:
        query = "SELECT 1 FROM results WHERE source = ? AND key = ?"
        return self._journal.execute(query, (source, key)).fetchone() is not None

    def add(self, source: str, key: str, found: ArticleEntities) -> None:
        first = self._end
        with _told(self._path):
            for piece in self._to_text(found):
                self._end += self._file.write(piece.encode())
            self._file.flush()  # for whoever follows the file
            self._journal.execute("DELETE FROM results WHERE source = ?", (source,))
            self._journal.execute(
                "INSERT INTO results (source, key, first, last) VALUES (?, ?, ?, ?)",
                (source, key, first, self._end),
            )

    def save(self) -> None:
        with _told(self._path):
            os.fsync(self._file.fileno())
            self._journal.commit()

    def close(self) -> None:
        self.save()
        with _told(self._path):
            self._file.close()
            self._leave_out_superseded()
            self._journal.close()
            if not self._keeps_journal:
                self._journal_path.unlink()

    def abandon(self) -> None:
        self._file.close()
        self._journal.close()

    def _why_anew(self, has_journal: bool) -> str | None:
        """Why there is nothing to go on from; None if there is, or if there is nothing at all."""
        if not self._path.exists():
            return "the file is gone" if self._vouched() else None
        if not has_journal:
            return f"there is no journal {self._journal_path.name} beside it"
        if self._fact("format") not in (None, self._format):
            return "its journal is of another format"
        if self._path.stat().st_size < self._vouched():
            return "it is shorter than its journal says"
        return None

    def _begin(self) -> None:
        """Cut off what the journal does not vouch for; a file that is new gets its header."""
        self._end = self._vouched()
        self._file.truncate(self._end)
        if self._fact("format") is None:
            self._file.write(self._header.encode())
            self._file.flush()
            os.fsync(self._file.fileno())
            sync_folder(self._path.parent)
            self._end = len(self._header.encode())
            self._set_fact("format", self._format)
            self._set_fact("header", str(self._end))
            self._journal.commit()

    def _forget(self) -> None:
        # The journal first: with one that vouches for nothing, any file is cut to nothing.
        self._journal.execute("DELETE FROM results")
        self._journal.execute("DELETE FROM facts")
        self._journal.commit()
        self._copy_path.unlink(missing_ok=True)

    def _vouched(self) -> int:
        """Where the bytes that the journal vouches for end."""
        (last,) = self._journal.execute("SELECT max(last) FROM results").fetchone()
        return int(last or self._fact("header") or 0)

    def _fact(self, name: str) -> str | None:
        row = self._journal.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row and str(row[0])

    def _set_fact(self, name: str, value: str) -> None:
        self._journal.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def _leave_out_superseded(self) -> None:
        """Put a copy without superseded results in the file's place, if there are any.

        The copy is complete on the disk before the journal is told of it, in one transaction with
        the new places of all results; from then on `_finish_swap` is what is left to do.
        """
        header = len(self._header.encode())
        (kept,) = self._journal.execute("SELECT sum(last - first) FROM results").fetchone()
        if header + (kept or 0) == self._end:
            return
        with open(self._path, "rb") as old, open(self._copy_path, "wb") as new:
            for first, last in self._stretches():
                old.seek(first)
                _copy(old, new, last - first)
            new.flush()
            os.fsync(new.fileno())
        self._copy_path.chmod(self._path.stat().st_mode & 0o777)
        sync_folder(self._path.parent)
        self._journal.execute(
            """
            WITH moved AS (
                SELECT id, ? + sum(last - first) OVER (ORDER BY id) AS last FROM results
            )
            UPDATE results SET first = moved.last - (results.last - results.first),
                               last = moved.last
            FROM moved WHERE moved.id = results.id
            """,
            (header,),
        )
        self._set_fact("swap", "yes")
        self._journal.commit()
        self._finish_swap()

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Where bytes to keep begin and end, neighbours as one, the header first."""
        begin, end = 0, len(self._header.encode())
        for first, last in self._journal.execute("SELECT first, last FROM results ORDER BY id"):
            if first != end:
                yield begin, end
                begin = first
            end = last
        yield begin, end

    def _finish_swap(self) -> None:
        if self._fact("swap"):
            # A copy that is gone has taken the file's place already.
            if self._copy_path.exists():
                self._copy_path.replace(self._path)
            sync_folder(self._path.parent)
            self._journal.execute("DELETE FROM facts WHERE name = 'swap'")
            self._journal.commit()
        else:
            self._copy_path.unlink(missing_ok=True)


def _open_journal(path: Path, file: Path) -> sqlite3.Connection:
    """The journal, locked until it is closed or its process dies.

    Raises:
        UsageError: it cannot be written, is none, or another run has it.
    """
    try:
        # A lock is waited for no longer than it takes a killed process to go.
        journal = sqlite3.connect(path, timeout=1)
        try:
            journal.execute("PRAGMA locking_mode = EXCLUSIVE")
            journal.execute("PRAGMA synchronous = EXTRA")  # a commit outlasts a power cut
            journal.execute("BEGIN EXCLUSIVE")
            journal.commit()
            journal.executescript(_TABLES)
        except BaseException:
            journal.close()
            raise
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise UsageError(
                f"cannot write {file}: another run writes it: wait for it, or choose another file"
            ) from error
        raise UsageError(f"cannot write {path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise UsageError(
            f"cannot write {file}: {path.name} beside it is not its journal ({error}): move it away"
        ) from error
    return journal


@contextmanager
def _told(path: Path, kind: type[UsageError | OutputError] = OutputError) -> Iterator[None]:
    """Tell in one line that the file or its journal cannot be written."""
    try:
        yield
    except OSError as error:
        raise kind(f"cannot write {path}: {error.strerror}") from error
    except sqlite3.OperationalError as error:
        raise kind(f"cannot write the journal of {path}: {error}") from error


def _copy(old: BinaryIO, new: BinaryIO, length: int) -> None:
    while length and (piece := old.read(min(length, _COPIED))):
        new.write(piece)
        length -= len(piece)
