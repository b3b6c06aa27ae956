"""Parquet: small parts as results come, put together to one file at the end."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from newscli.errors import OutputError, UsageError
from newscli.output.arrow import SCHEMA, to_batch
from newscli.output.files import sync_folder
from newscli.output.locks import Lock
from newscli.records import ArticleEntities

# Bytes in memory, of which zstd leaves a fifth. The part in progress is written anew at every
# `save`: at this size, of a thousand articles, that takes 80 ms at most, half of it on average.
_PART = 4 * 2**20
# Large enough for readers to skip and to compress well, small enough for any machine's memory.
_ROW_GROUP = 32 * 2**20
# Rows read at a time when the parts are put together.
_STEP = 1000


class ParquetStore:
    """The results of a run in `FILE.parquet.parts/`, then in `FILE.parquet`.

    A Parquet file cannot grow, since its footer comes last. So every `save` writes a whole file
    beside it, numbered in the order of the results, and `close` puts these parts together, one row
    group in memory at a time. Part 0 is what the run goes on from: the finished file, or nothing.
    It is there if and only if a run is unfinished, so that a kill at any moment leaves either the
    parts that count or the finished file that does.
    """

    began_anew: str | None = None

    def __init__(self, path: Path, _: str, *, resume: bool) -> None:
        """Begin `path` anew or, with `resume`, go on from its parts or else from the finished file.

        Raises:
            UsageError: it cannot be written, another run is writing it or, with `resume`, what is
                there is not ours.
        """
        self._path = path.resolve()
        self._parts = self._path.with_name(f"{self._path.name}.parts")
        self._new: list[tuple[str, str, ArticleEntities]] = []
        self._batches: list[pa.RecordBatch] = []  # of the part in progress
        with _told(path, UsageError):
            self._parts.mkdir(exist_ok=True)
            self._lock = Lock(self._parts / "lock", file=self._path)
            try:
                if not (resume and self._part(0).exists()):
                    self._begin(resume=resume)
                kept = sorted(self._parts.glob("*.parquet"))
                self._index = _Index(kept)
            except BaseException:
                self._lock.release()
                if not self._part(0).exists():
                    shutil.rmtree(self._parts)
                raise
        self._number = int(kept[-1].stem) + 1

    def has(self, source: str, key: str) -> bool:
        return self._index.has(source, key)

    def add(self, source: str, key: str, found: ArticleEntities) -> None:
        self._new.append((source, key, found))
        self._index.add(source, key)

    def save(self) -> None:
        if not self._new:
            return
        self._batches.append(to_batch(self._new))
        self._new.clear()
        with _told(self._path, OutputError):
            _write_durably(self._part(self._number), self._batches)
        if sum(batch.nbytes for batch in self._batches) >= _PART:
            self._batches.clear()
            self._number += 1

    def close(self) -> None:
        self.save()
        with _told(self._path, OutputError):
            parts = sorted(self._parts.glob("*.parquet"))
            whole = self._parts / "whole"
            _write_durably(whole, self._index.only_newest(_read(parts)))
            if self._path.exists():
                whole.chmod(self._path.stat().st_mode & 0o777)
            whole.replace(self._path)
            sync_folder(self._path.parent)
            self._clear()
            self.abandon()
            shutil.rmtree(self._parts)

    def abandon(self) -> None:
        self._index.close()
        self._lock.release()

    def _begin(self, *, resume: bool) -> None:
        self._clear()
        if resume and self._path.exists():
            _check(self._path)
            # A link: the finished file stays where it is until a longer one takes its place.
            try:
                os.link(self._path, self._part(0))
            except OSError:  # a file system without links
                _write_durably(self._part(0), _read([self._path]))
        else:
            _write_durably(self._part(0), [])
        sync_folder(self._parts)

    def _clear(self) -> None:
        """Remove the parts: without the first of them the others count no more."""
        self._part(0).unlink(missing_ok=True)
        sync_folder(self._parts)
        for part in self._parts.glob("*.parquet"):
            part.unlink()

    def _part(self, number: int) -> Path:
        return self._parts / f"{number:08}.parquet"


class _Index:
    """The key and the row of the newest result of each article, in a database on disk.

    SQLite deletes it when it is closed: the parts hold all that is in it.
    """

    def __init__(self, parts: Iterable[Path]) -> None:
        self._rows = 0
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute(
            "CREATE TABLE newest (identity TEXT PRIMARY KEY, key TEXT, row INTEGER) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")  # never committed: one write a row would be slow
        for part in parts:
            _check(part)
            for batch in _read([part], columns=["identity", "key"]):
                for row in batch.to_pylist():
                    self.add(**row)

    def has(self, identity: str, key: str) -> bool:
        query = "SELECT 1 FROM newest WHERE identity = ? AND key = ?"
        return bool(self._database.execute(query, (identity, key)).fetchone())

    def add(self, identity: str, key: str) -> None:
        values = (identity, key, self._rows)
        self._database.execute("INSERT OR REPLACE INTO newest VALUES (?, ?, ?)", values)
        self._rows += 1

    def only_newest(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """All that was added, in that order, without what was superseded later."""
        (newest,) = self._database.execute("SELECT count(*) FROM newest").fetchone()
        if newest == self._rows:
            yield from batches
            return
        row = 0
        query = "SELECT row FROM newest WHERE identity = ?"
        for batch in batches:
            identities = batch.column("identity").to_pylist()
            mask = [
                self._database.execute(query, (identity,)).fetchone()[0] == number
                for number, identity in enumerate(identities, start=row)
            ]
            row += batch.num_rows
            yield batch.filter(pa.array(mask))

    def close(self) -> None:
        self._database.close()


def _read(parts: Iterable[Path], columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
    for part in parts:
        with pq.ParquetFile(part) as file:
            yield from file.iter_batches(batch_size=_STEP, columns=columns)


def _write_durably(path: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Write a Parquet file that is there whole after a power cut, or not at all."""
    beside = path.with_suffix(".tmp")
    with open(beside, "wb") as file:
        write_row_groups(file, batches)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def write_row_groups(file: BinaryIO, batches: Iterable[pa.RecordBatch]) -> None:
    """Write a whole Parquet file, one row group in memory at a time."""
    with pq.ParquetWriter(file, SCHEMA, compression="zstd", compression_level=3) as writer:
        for group in _row_groups(batches):
            writer.write_table(group, row_group_size=group.num_rows)


def _row_groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    gathered: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        gathered.append(batch)
        size += batch.nbytes
        if size >= _ROW_GROUP:
            yield pa.Table.from_batches(gathered, SCHEMA)
            gathered, size = [], 0
    if gathered:
        yield pa.Table.from_batches(gathered, SCHEMA)


def _check(path: Path) -> None:
    try:
        schema = pq.read_schema(path)
    except pa.ArrowInvalid as error:
        raise UsageError(
            f"{path} is not a Parquet file: name another file, or begin it anew without --resume"
        ) from error
    if not schema.equals(SCHEMA):
        raise UsageError(
            f"{path} has the columns of another newscli: name another file, or begin it anew "
            "without --resume"
        )


@contextmanager
def _told(path: Path, error_type: type[OutputError | UsageError]) -> Iterator[None]:
    """Tell in one line that `path` cannot be written, as on a full disk."""
    try:
        yield
    except OSError as error:
        raise error_type(f"cannot write {path}: {error.strerror or error}") from error
