"""The formats that results come out in: one function each, all registered here.

A format turns a stream of results into a stream of text, piece by piece as results come, so that
a pipe sees the first article before the second is read. What surrounds it (a terminal or a file)
is told in a `Layout`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

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
FORMATS = tuple(_HOMES)

SUFFIXES = {".json": "json", ".jsonl": "json", ".csv": "csv", ".geojson": "geojson"}


def load_formatter(name: str) -> Formatter:
    """The function of a format in `FORMATS`."""
    module, _, function = _HOMES[name].partition(":")
    formatter: Formatter = getattr(import_module(module), function)
    return formatter
