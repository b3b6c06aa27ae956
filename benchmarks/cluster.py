"""What an archive costs a cluster: `python -m benchmarks.cluster ARTICLES.jsonl [--articles N]`.

One process does what an actor does (`newscli.batch.cluster`) with N articles; the rest is
arithmetic. docs/cluster.md has the figures.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as actors have it, before numpy

import argparse
import io
import pickle
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import newscli.batch.cluster  # noqa: F401  (what an actor has in memory)
from benchmarks.memory import resident
from newscli.batch.run import read_works
from newscli.batch.work import Work
from newscli.extraction import extractor
from newscli.output.arrow import to_batch
from newscli.output.json_lines import json_pieces
from newscli.output.parquet import write_row_groups
from newscli.settings import Settings

_BATCH = 16
_ARCHIVE = 100_000_000  # articles
_CORES = (100, 500, 1000, 2000)
# Of the cores of a cluster that runs for hours, those that are at work: some machine is always
# being replaced, and the last parts wait for each other.
_BUSY = 0.85


@dataclass
class _Cost:
    """CPU seconds, and bytes written."""

    seconds: float = 0.0
    written: int = 0

    @contextmanager
    def measured(self) -> Iterator[None]:
        began = time.process_time()
        yield
        self.seconds += time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path")
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()

    read = read_works([options.path])
    works = list(islice((work for work in read if isinstance(work, Work)), options.articles))
    extraction, json_lines, parquet = _Cost(), _Cost(), _Cost()
    tables = []
    extract = extractor(Settings())
    for first in range(0, len(works), _BATCH):
        batch = works[first : first + _BATCH]
        with extraction.measured():
            # From the actor to the task that writes, results go as bytes.
            found = pickle.loads(pickle.dumps(list(extract([work.article for work in batch]))))
        with json_lines.measured():
            pieces = (piece for each in found for piece in json_pieces(each))
            json_lines.written += sum(len(piece.encode()) for piece in pieces)
        with parquet.measured():
            rows = zip(batch, found, strict=True)
            tables.append(to_batch((work.identity, "0" * 32, each) for work, each in rows))
    memory = resident()
    file = io.BytesIO()
    with parquet.measured():
        write_row_groups(file, tables)
    parquet.written = file.tell()

    count = len(works)
    characters = sum(len(work.article.text) for work in works) / count
    print(f"{count} articles of {characters:.0f} characters on average, one core")
    print(f"extraction            {count / extraction.seconds:8.1f} articles/s")
    print(f"memory of an actor    {memory:8.0f} MB")
    for name, cost in (("JSON Lines", json_lines), ("Parquet", parquet)):
        milliseconds = 1000 * cost.seconds / count
        print(f"{name:22}{cost.written / count:8.0f} bytes/article, {milliseconds:.2f} ms to write")
    hours = _ARCHIVE / count * (extraction.seconds + parquet.seconds) / 3600 / _BUSY
    print(f"\n{_ARCHIVE:,} articles: {hours:,.0f} core-hours with {_BUSY:.0%} of the cores busy")
    for name, cost in (("JSON Lines", json_lines), ("Parquet", parquet)):
        print(f"{name:22}{_ARCHIVE / count * cost.written / 1e9:8.0f} GB")
    for cores in _CORES:
        print(
            f"{cores:6} cores {hours / cores:8.1f} hours {cores * memory / 1000:8.0f} GB of memory"
        )


if __name__ == "__main__":
    main()
