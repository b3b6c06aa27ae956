"""Tokens that end where a mention does: news glues words («в Москве.7 марта», «КПРФ;5»)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

Offsets = tuple[int, int]


def align_tokens(doc: Doc, spans: Iterable[Offsets]) -> None:
    """Split the tokens of `doc` that a span (code point offsets) begins or ends inside of.

    `doc.ents` keep their characters; so does everything that is set on spans by offset.
    """
    cuts = {
        cut
        for span in spans
        if doc.char_span(*span) is None  # in 40 of 41 mentions there is nothing to do
        for cut in span
    }
    if not cuts:
        return
    names = [(name.start_char, name.end_char, name.label_) for name in doc.ents]
    starts = doc.to_array(["IDX"]).tolist()
    inside: dict[int, list[int]] = {}
    for cut in sorted(cuts):
        at = bisect_right(starts, cut) - 1
        if 0 < cut - starts[at] < len(doc[at]):
            inside.setdefault(at, []).append(cut - starts[at])
    with doc.retokenize() as retokenizer:
        for at, offsets in inside.items():
            token, pieces = doc[at], _split(doc[at].text, offsets)
            heads: list[Token | tuple[Token, int]] = [(token, n) for n in range(len(pieces))]
            retokenizer.split(token, pieces, heads=heads)
    doc.ents = [_name(doc, *name) for name in names]


def _split(text: str, cuts: list[int]) -> list[str]:
    """Cut `text`, and the full stops and quotes before each cut off too: «Москвы», «.», «7»."""
    stops = [len(text[:cut].rstrip('.,:;!?»"')) for cut in cuts]
    edges = sorted({0, len(text), *cuts, *stops})
    return [text[start:end] for start, end in pairwise(edges)]


def _name(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    assert span is not None, (start, end)
    return span
