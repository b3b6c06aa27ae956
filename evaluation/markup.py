"""Gold as marked-up text: the text is the annotation.

`Владимир Путин прибыл в Пекин` with its gold is written

    [Владимир Путин](PER) прибыл в [Пекин](LOC Пекин) [28 июня](DATE 2025-06-28)

A span is `[words](LABEL)` or `[words](LABEL fact)`. The fact of a PER, LOC or ORG is the entity's
`name`; of a DATE its `value`, then `type` unless it is `date`, then `mod` if there is one
(`2016 START`, `P2Y duration`, `null`). Square brackets of the text itself are written `\\[` and
`\\]`, a backslash `\\\\`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

LABELS = ("PER", "LOC", "ORG", "DATE")

_PIECE = re.compile(
    r"\\(?P<escaped>[\[\]\\])"
    r"|\[(?P<words>(?:\\[\[\]\\]|[^\[\]\\])+)\]"
    r"\((?P<label>[A-Z]+)(?: (?P<fact>[^()]*(?:\([^()]*\)[^()]*)*))?\)"
    r"|(?P<plain>[^\[\]\\]+|.)",
    re.DOTALL,
)


@dataclass(frozen=True, order=True)
class GoldSpan:
    """One marked span: code point offsets into the text, a label, and the fact it stands for."""

    start: int
    end: int
    label: str
    fact: str | None = None


def parse_markup(marked: str, *, labels: Collection[str] = LABELS) -> tuple[str, list[GoldSpan]]:
    """Take the marks off: the plain text and its spans in order.

    Raises:
        ValueError: a label is not one of `labels`, or a bracket is left open.
    """
    text: list[str] = []
    length = 0
    spans: list[GoldSpan] = []
    for piece in _PIECE.finditer(marked):
        if piece["label"]:
            if piece["label"] not in labels:
                raise ValueError(f"unknown label {piece['label']!r} in {piece[0]!r}")
            words = re.sub(r"\\([\[\]\\])", r"\1", piece["words"])
            spans.append(GoldSpan(length, length + len(words), piece["label"], piece["fact"]))
        else:
            words = piece["escaped"] or piece["plain"]
            if words in "[]\\" and not piece["escaped"]:
                around = marked[piece.start() : piece.start() + 40]
                raise ValueError(f"stray {words!r} at {around!r}")
        text.append(words)
        length += len(words)
    return "".join(text), spans


def format_markup(text: str, spans: Iterable[GoldSpan]) -> str:
    """Put the marks in: the inverse of `parse_markup`. Spans must not overlap."""
    marked: list[str] = []
    at = 0
    for span in sorted(spans):
        fact = f" {span.fact}" if span.fact is not None else ""
        marked += [
            _escape(text[at : span.start]),
            f"[{_escape(text[span.start : span.end])}]({span.label}{fact})",
        ]
        at = span.end
    marked.append(_escape(text[at:]))
    return "".join(marked)


def in_context(text: str, start: int, end: int, *, before: int, after: int) -> str:
    """The words between `start` and `end` in brackets, with so many characters on both sides."""
    around = f"{text[max(0, start - before) : start]}[{text[start:end]}]{text[end : end + after]}"
    return " ".join(around.split())


def _escape(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", text)
