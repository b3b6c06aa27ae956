"""Mentions of places → places of one article: `РФ` and `России` are one."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from newscli.gathering.aliases import PLACE_NAMES
from newscli.gathering.mentions import best_spelling, mention_of, spans_of
from newscli.pipeline.morphology import fold
from newscli.records import Place

_REPUBLIC = "республика "


def gather_places(doc: Doc) -> tuple[Place, ...]:
    """The places of a Doc in the order of first mention."""
    places: dict[str, list[Span]] = {}
    for span in spans_of(doc, "LOC"):
        places.setdefault(_key(span._.normal), []).append(span)
    return tuple(
        Place(name=_name(key, spans), mentions=tuple(map(mention_of, spans)))
        for key, spans in places.items()
    )


def _key(normal: str) -> str:
    """What all names of one place share, letter case and ё aside."""
    folded = fold(normal)
    known = PLACE_NAMES.get(folded)
    if known:
        return fold(known)
    # `Республика Дагестан` is `Дагестан`, but `Республика Семи Островов` is nobody's `Семь`.
    head, _, rest = folded.partition(_REPUBLIC)
    return rest if not head and rest and " " not in rest else folded


def _name(key: str, spans: list[Span]) -> str:
    normals = [span._.normal for span in spans]
    plain = [normal for normal in normals if fold(normal) == key]
    return PLACE_NAMES.get(key) or best_spelling(plain or normals)
