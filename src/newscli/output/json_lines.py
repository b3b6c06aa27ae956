"""JSON: an object a line for programs, indented for a person at a terminal.

The object of a text of a hundred megabytes is a hundred megabytes, too: it is never there as a
whole, neither as a dict nor as a string.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from newscli.output.formats import Layout
from newscli.records import KINDS, ArticleEntities

# Characters of a piece: most articles are one.
_PIECE = 2**18
_LISTS = (*KINDS, "related_places")


def format_json(results: Iterable[ArticleEntities], layout: Layout) -> Iterator[str]:
    """Yield one object an article, in real Cyrillic; a long one in several pieces."""
    indent = None if layout.width is None else 2
    for result in results:
        yield from json_pieces(result, indent)


def json_pieces(result: ArticleEntities, indent: int | None = None) -> Iterator[str]:
    """The object of one article, piece by piece; without `indent` it is one line.

    The pieces make what `json.dumps` makes of `result.to_dict()`, and a line end.
    """
    piece: list[str] = []
    size = 0
    for part in _parts(result, indent):
        piece.append(part)
        size += len(part)
        if size >= _PIECE:
            yield "".join(piece)
            piece, size = [], 0
    yield "".join([*piece, "\n"])


def _parts(result: ArticleEntities, indent: int | None) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, indent=indent).encode
    # Line ends before a member of the object and before one of a list in it.
    first, second = ("\n" + " " * indent, "\n" + " " * 2 * indent) if indent else ("", "")
    comma = "," if indent else ", "
    opened = "{"
    for name, value in _without_lists(result).to_dict().items():
        yield f'{opened}{first}"{name}": '
        opened = comma
        if name == "text":
            yield from _string(result.text or "", encode)
        elif name in _LISTS:
            bracket = "["
            for entity in getattr(result, name):
                yield bracket + second + encode(entity.to_dict()).replace("\n", second)
                bracket = comma
            yield "[]" if bracket == "[" else first + "]"
        else:
            yield encode(value).replace("\n", first)
    yield "\n}" if indent else "}"


def _without_lists(result: ArticleEntities) -> ArticleEntities:
    """The same without what grows with the text."""
    empty: dict[str, Any] = {name: () for name in _LISTS if getattr(result, name) is not None}
    return replace(result, **empty, text=None if result.text is None else "")


def _string(text: str, encode: Any) -> Iterator[str]:
    yield '"'
    for start in range(0, len(text), _PIECE):
        yield encode(text[start : start + _PIECE])[1:-1]
    yield '"'
