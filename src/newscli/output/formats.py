"""The formats that results come out in, all registered here.

A format turns a stream of results into a stream of text, piece by piece as results come, so that
a pipe sees the first article before the second is read. What surrounds it (a terminal or a file)
is told in a `Layout`. Formats that a file can grow in have a store too (`stores.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newscli.extras import import_module_of_extra
from newscli.output.stores import Store
from newscli.records import ArticleEntities


@dataclass(frozen=True)
class Layout:
    """Where the text goes: `width` is in columns, None for a pipe or a file, which have no edge."""

    width: int | None = None
    color: bool = False


Formatter = Callable[[Iterable[ArticleEntities], Layout], Iterator[str]]

# Where each format lives: imported when it is used, since rich takes its time.
_HOMES = {
    "table": "newscli.output.table:format_tables",
    "json": "newscli.output.json_lines:format_json",
    "csv": "newscli.output.comma_separated:format_csv",
    "geojson": "newscli.output.geojson:format_geojson",
}
# Those that are not text: a file with a store is all they can be.
FILE_FORMATS = ("parquet", "sqlite")
FORMATS = (*_HOMES, *FILE_FORMATS)

SUFFIXES = {
    ".json": "json",
    ".jsonl": "json",
    ".csv": "csv",
    ".geojson": "geojson",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".db": "sqlite",
}
# Those whose parts, written by many machines, are the whole when put one after the other.
CLUSTER_FORMATS = ("json", "parquet")
# Formats that hold the articles' texts, asked for or not.
TEXT_FORMATS = ("sqlite",)
# Formats that hold the warnings of each article; others have no room for them.
WARNING_FORMATS = ("json", "parquet", "sqlite")

# The stores of formats that have one: called with the path, the format's name and `resume`.
_STORES = {
    "json": "newscli.output.text_store:TextStore",
    "csv": "newscli.output.text_store:TextStore",
    "parquet": "newscli.output.parquet:ParquetStore",
    "sqlite": "newscli.output.sqlite:SqliteStore",
}


def load_formatter(name: str) -> Formatter:
    """The function of a format in `FORMATS`."""
    formatter: Formatter = _load(_HOMES[name])
    return formatter


def has_store(path: Path, format_: str) -> bool:
    """Whether a file at `path` grows as results come; others are written whole or not at all.

    The exceptions are a pipe or device, and what is called .json: programs expect it complete.
    """
    is_stream = path.exists() and not path.is_file()
    return format_ in _STORES and path.suffix.lower() != ".json" and not is_stream


def open_store(path: Path, format_: str, *, resume: bool) -> Store:
    """The store of a file that `has_store`.

    Without `resume` an existing file is begun anew; with it, what it holds stays, and what a run
    that was killed left half-written is cut off.

    Raises:
        UsageError: the file cannot be written, or another run writes it.
    """
    store: Store = _load(_STORES[format_])(path, format_, resume=resume)
    return store


def _load(home: str) -> Any:
    module, _, name = home.partition(":")
    return getattr(import_module_of_extra(module), name)
