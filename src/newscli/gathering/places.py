"""Mentions of places → places of one article: `РФ` and `России` are one."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from newscli.gathering.aliases import PLACE_NAMES, SHORT_NAMES
from newscli.gathering.mentions import best_spelling, mention_of, spans_of
from newscli.pipeline.morphology import fold
from newscli.records import Place

_REPUBLIC = "республика "


def gather_places(doc: Doc) -> tuple[Place, ...]:
    """The places of a Doc in the order of first mention."""
    spans = spans_of(doc, "LOC")
    keys = [place_key(span._.normal) for span in spans]
    named = set(keys)
    places: dict[str, list[Span]] = {}
    for key, span in zip(keys, spans, strict=True):
        full = SHORT_NAMES.get(key)
        places.setdefault(full if full and full in named else key, []).append(span)
    return tuple(
        Place(name=_name(key, spans), mentions=tuple(map(mention_of, spans)))
        for key, spans in places.items()
    )


def place_key(normal: str) -> str:
    """What all names of one place share, letter case and ё aside."""
    folded = fold(normal)
    known = PLACE_NAMES.get(folded)
    if known:
        return fold(known)
    # `Республика Дагестан` is `Дагестан`, but `Республика Семи Островов` is nobody's `Семь`.
    head, _, rest = folded.partition(_REPUBLIC)
    if head or not rest or " " in rest:
        return folded
    return fold(PLACE_NAMES.get(rest, rest))


def _name(key: str, spans: list[Span]) -> str:
    normals = [span._.normal for span in spans]
    plain = [normal for normal in normals if fold(normal) == key]
    return PLACE_NAMES.get(key) or best_spelling(plain or normals)
