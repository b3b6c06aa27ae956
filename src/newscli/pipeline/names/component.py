"""The spaCy component that puts every name of a Doc into its dictionary form."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.attributes import register_value
from newscli.pipeline.names.inflection import nominatives
from newscli.pipeline.names.parts import PersonName, split_name

NAME_LABELS = frozenset(("PER", "LOC", "ORG"))

Span.set_extension("normal", default=None, force=True)
register_value("person", PersonName)


@Language.component("newscli_names", assigns=["span._.normal", "span._.person"])
def normalise_names(doc: Doc) -> Doc:
    """Set `span._.normal` of every PER, LOC and ORG in `doc.ents`, `span._.person` of every PER."""
    spans = [span for span in doc.ents if span.label_ in NAME_LABELS]
    for span, name in zip(spans, nominatives(spans), strict=True):
        span._.normal = name.text
        if span.label_ == "PER":
            span._.person = split_name(name)
    return doc
