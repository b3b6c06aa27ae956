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
        yield json.dumps(result.to_dict(), ensure_ascii=False, indent=indent) + "\n"
