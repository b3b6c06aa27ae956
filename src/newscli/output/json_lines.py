"""JSON: an object a line for programs, indented for a person at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newscli.output.formats import Layout
from newscli.records import ArticleEntities


def format_json(results: Iterable[ArticleEntities], layout: Layout) -> Iterator[str]:
    """Yield one object an article, in real Cyrillic."""
    indent = None if layout.width is None else 2
    for result in results:
        yield json_object(result, indent)


def json_object(result: ArticleEntities, indent: int | None = None) -> str:
    """The object of one article; without `indent` it is one line."""
    return json.dumps(result.to_dict(), ensure_ascii=False, indent=indent) + "\n"
