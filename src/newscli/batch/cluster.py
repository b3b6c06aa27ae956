"""Articles → results on a Ray cluster: files are read, and results written, where the cores are.

The stages are Ray Data's. Reading tasks make works of files, actors with a pipeline each make
outcomes of works, writing tasks make a part of the output of some thousand outcomes. All keep the
order of the input, so that the parts, one after the other, are what one process writes. What is
lost with a process or a machine is done again by others.
"""

from __future__ import annotations

import logging
import os
import pickle
import re
import socket
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import partial
from itertools import islice
from typing import Any, BinaryIO

# Ray phones home unless it is told not to before it starts.
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import fsspec
import pyarrow as pa
import pyarrow.fs
import ray
import ray.data
from ray.data.block import Block, BlockAccessor
from ray.data.datasource import Datasink

from newscli.batch.keys import settings_fingerprint
from newscli.batch.run import Summary, read_works
from newscli.batch.work import Result, Work
from newscli.errors import SourceError, UsageError
from newscli.output.arrow import to_batch
from newscli.output.json_lines import json_pieces
from newscli.output.parquet import write_row_groups
from newscli.reading.sources import RECORDS_SUFFIX, STANDARD_INPUT
from newscli.records import ArticleEntities
from newscli.settings import Settings

# What the names of parts end in.
_SUFFIXES = {"json": ".jsonl", "parquet": ".parquet"}

# Small files that a task reads: as few as keep an actor busy for seconds, unless that made more
# tasks than a driver is good for. A file of records has a task of its own.
_FILES = 16
_TASKS = 1000
# Bytes that go from stage to stage at once: some hundred articles, seconds of work for an actor.
_BLOCK = 2**20
# Articles that an actor has at once, and that are turned to Parquet at once.
_BATCH = 16
# Articles in a part: some 50 MB of JSON Lines, 5 MB of Parquet.
_PART = 5000
# Cores, as Ray counts them: an actor and a task that reads or writes, which mostly wait, share one.
_ACTOR_CORES = 0.75
_TASK_CORES = 0.25

# Seconds for a cluster to answer.
_PATIENCE = 10

_Source = str | SourceError


def extract_on_cluster(
    sources: Sequence[_Source],
    output: str,
    format_: str,
    *,
    settings: Settings,
    encoding: str | None = None,
    published: str | None = None,
    address: str | None = None,
) -> Summary:
    """Extract from `sources`, of `find_sources`, into parts in the folder `output`.

    `output` is a path or a URI that pyarrow or fsspec can write to; older parts in it are removed.
    Sources and a folder on a disk must be there on every machine. `address` is that of a cluster
    that runs; without one it is `RAY_ADDRESS`, or else this machine alone.

    Raises:
        UsageError: the cluster cannot be reached, `output` not be written to, there is no such
            model, or standard input is among the sources.
    """
    if STANDARD_INPUT in sources:
        raise UsageError("a cluster cannot read standard input: name files or folders")
    began = datetime.now(timezone.utc)
    folder = _Folder.open(output, format_)
    fingerprint = settings_fingerprint(settings)
    _connect(address)
    try:
        sink = _PartsSink(folder)
        read = partial(
            _read,
            folder=os.getcwd(),
            encoding=encoding,
            published=published,
            fingerprint=fingerprint,
        )
        chunks = [{"chunk": pickle.dumps(chunk)} for chunk in _chunks(sources)]
        _configure()
        cores = int(ray.cluster_resources().get("CPU", 1))  # type: ignore[no-untyped-call]
        ray.data.from_items(chunks, override_num_blocks=len(chunks)).map_batches(
            read, batch_size=1, batch_format="pyarrow", num_cpus=_TASK_CORES
        ).map_batches(
            _Extractor,
            batch_size=_BATCH,
            batch_format="pyarrow",
            fn_constructor_args=(settings,),
            num_cpus=_ACTOR_CORES,
            compute=ray.data.ActorPoolStrategy(size=max(1, cores)),
        ).write_datasink(sink, ray_remote_args={"num_cpus": _TASK_CORES})
    finally:
        ray.shutdown()
    return Summary(
        done=sum(part.done for part in sink.parts),
        skipped=0,
        failed=tuple(error for part in sink.parts for error in part.failed),
        position=0,
        began=began,
        seconds=(datetime.now(timezone.utc) - began).total_seconds(),
    )


@dataclass(frozen=True)
class _Chunk:
    """Sources that one task reads, and how often each was named before them."""

    sources: tuple[_Source, ...]
    named_before: Mapping[str, int]


def _chunks(sources: Sequence[_Source]) -> Iterator[_Chunk]:
    named: Counter[str] = Counter()
    for group in _groups(sources, size=max(_FILES, len(sources) // _TASKS)):
        names = [source for source in group if isinstance(source, str)]
        yield _Chunk(group, {name: named[name] for name in names})
        named.update(names)


def _groups(sources: Iterable[_Source], *, size: int) -> Iterator[tuple[_Source, ...]]:
    group: list[_Source] = []
    for source in sources:
        is_long = isinstance(source, str) and source.lower().endswith(RECORDS_SUFFIX)
        if group and (is_long or len(group) == size):
            yield tuple(group)
            group = []
        group.append(source)
        if is_long:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _connect(address: str | None) -> None:
    address = address or os.environ.get("RAY_ADDRESS")
    try:
        if address and ":" in address:
            # Ray itself would try for minutes.
            host, _, port = address.rpartition("//")[2].rpartition(":")
            socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
        ray.init(
            address=address,
            log_to_driver=False,
            logging_level=logging.ERROR,
            # Every core has an actor: threads of numpy would only wait for each other.
            runtime_env={"env_vars": {"OMP_NUM_THREADS": "1"}},
        )
    except (OSError, ValueError) as error:  # ConnectionError is an OSError
        raise UsageError(f"there is no Ray cluster at {address}: {error}") from error


def _configure() -> None:
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.target_max_block_size = _BLOCK
    context.enable_progress_bars = False


def _read(
    chunks: pa.Table,
    *,
    folder: str,
    encoding: str | None,
    published: str | None,
    fingerprint: str,
) -> Iterator[pa.Table]:
    """The works of some sources, and the errors between them."""
    os.chdir(folder)  # sources may be named from where the command was given
    for cell in chunks["chunk"]:
        chunk: _Chunk = pickle.loads(cell.as_py())
        works = read_works(
            chunk.sources,
            encoding=encoding,
            published=published,
            fingerprint=fingerprint,
            named_before=chunk.named_before,
        )
        for work in works:
            yield _to_table([work])


class _Extractor:
    """An actor: it loads the pipeline once and makes outcomes of works."""

    def __init__(self, settings: Settings) -> None:
        from newscli.extraction import extractor  # spaCy, which nobody else needs

        self._extract = extractor(settings)

    def __call__(self, table: pa.Table) -> pa.Table:
        given: list[Work | SourceError] = list(_from_table(table))
        works = [each for each in given if isinstance(each, Work)]
        found = self._extract([work.article for work in works])
        results = iter([Result(*each) for each in zip(works, found, strict=True)])
        return _to_table(
            [each if isinstance(each, SourceError) else next(results) for each in given]
        )


def _to_table(values: Sequence[object]) -> pa.Table:
    return pa.table({"pickled": pa.array(map(pickle.dumps, values), pa.binary())})


def _from_table(table: pa.Table) -> Iterator[Any]:
    return (pickle.loads(cell.as_py()) for cell in table["pickled"])


@dataclass(frozen=True)
class _Folder:
    """Where the parts go: a folder on a disk that all machines share, or in an object store."""

    filesystem: pyarrow.fs.FileSystem
    path: str
    format_: str

    @classmethod
    def open(cls, output: str, format_: str) -> _Folder:
        """The folder `output`, made if it is not there, without the parts of an earlier run."""
        try:
            filesystem, path = _find_filesystem(output)
            folder = cls(filesystem, path.rstrip("/"), format_)
            filesystem.create_dir(folder.path)
            for found in filesystem.get_file_info(pyarrow.fs.FileSelector(folder.path)):
                if re.fullmatch(r"part-\d+\.(jsonl|parquet)", found.base_name):
                    filesystem.delete_file(found.path)
        except (OSError, ValueError, ImportError) as error:
            raise UsageError(f"cannot write to {output}: {error}") from error
        return folder

    @contextmanager
    def writing(self, number: int) -> Iterator[BinaryIO]:
        """The part of this number, which is there when it is whole, or not at all."""
        path = f"{self.path}/part-{number:06}{_SUFFIXES[self.format_]}"
        # An object store shows what is written when it is closed, and cannot rename it.
        is_disk = isinstance(self.filesystem, pyarrow.fs.LocalFileSystem)
        beside = f"{path}.tmp" if is_disk else path
        with self.filesystem.open_output_stream(beside) as file:
            yield file
        if is_disk:
            self.filesystem.move(beside, path)


def _find_filesystem(output: str) -> tuple[pyarrow.fs.FileSystem, str]:
    if "://" not in output:
        return pyarrow.fs.LocalFileSystem(), os.path.abspath(output)
    try:
        found: tuple[pyarrow.fs.FileSystem, str] = pyarrow.fs.FileSystem.from_uri(output)
    except pa.ArrowInvalid:  # it does not know the scheme
        filesystem, path = fsspec.core.url_to_fs(output)
        return pyarrow.fs.PyFileSystem(pyarrow.fs.FSSpecHandler(filesystem)), path
    return found


@dataclass(frozen=True)
class _Part:
    """What a part holds, and which articles it lacks."""

    number: int
    done: int
    failed: tuple[SourceError, ...]


class _PartsSink(Datasink[_Part]):
    """Writes outcomes; has the `parts` when all is written."""

    def __init__(self, folder: _Folder) -> None:
        self.parts: list[_Part] = []
        self._folder = folder

    @property
    def min_rows_per_write(self) -> int:
        return _PART

    def write(self, blocks: Iterable[Block], ctx: Any) -> _Part:
        results: list[tuple[str, str, ArticleEntities]] = []
        failed: list[SourceError] = []
        for block in blocks:
            for outcome in _from_table(BlockAccessor.for_block(block).to_arrow()):
                if isinstance(outcome, SourceError):
                    failed.append(outcome)
                else:
                    results.append((outcome.work.identity, outcome.work.key, outcome.found))
        with self._folder.writing(ctx.task_idx) as file:
            if self._folder.format_ == "parquet":
                write_row_groups(file, _to_batches(results))
            else:
                for _, _, found in results:
                    file.writelines(piece.encode() for piece in json_pieces(found))
        return _Part(ctx.task_idx, len(results), tuple(failed))

    def on_write_complete(self, write_result: Any) -> None:
        self.parts = sorted(write_result.write_returns, key=lambda part: part.number)


def _to_batches(results: Iterable[tuple[str, str, ArticleEntities]]) -> Iterator[pa.RecordBatch]:
    results = iter(results)
    while some := list(islice(results, _BATCH)):
        yield to_batch(some)
