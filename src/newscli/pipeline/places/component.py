"""The spaCy component that finds the names of places on the map."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.attributes import register_value, store_value
from newscli.pipeline.places.link import PlaceLink
from newscli.pipeline.places.linking import link
from newscli.pipeline.places.reading import read_mentions

place_of = register_value("place", PlaceLink)


@Language.component("russian_places", requires=["span._.normal"], assigns=["span._.place"])
def link_places(doc: Doc) -> Doc:
    """Set `span._.place` of every LOC in `doc.ents` whose entry is clear; else it is None."""
    spans: list[Span] = [span for span in doc.ents if span.label_ == "LOC"]
    for span, place in zip(spans, link(read_mentions(doc, spans)), strict=True):
        store_value(span, "place", place)
    return doc
