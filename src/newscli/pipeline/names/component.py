"""The spaCy component that puts every name of a Doc into its dictionary form."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.names.inflection import nominatives
from newscli.pipeline.names.parts import split_name

NAME_LABELS = frozenset(("PER", "LOC", "ORG"))

for _attribute in ("normal", "person"):
    if not Span.has_extension(_attribute):
        Span.set_extension(_attribute, default=None)


@Language.component("newscli_names", assigns=["span._.normal", "span._.person"])
def normalise_names(doc: Doc) -> Doc:
    """Set `span._.normal` of every PER, LOC and ORG in `doc.ents`, `span._.person` of every PER."""
    spans = [span for span in doc.ents if span.label_ in NAME_LABELS]
    for span, name in zip(spans, nominatives(spans), strict=True):
        span._.normal = name.text
        if span.label_ == "PER":
            span._.person = split_name(name)
    return doc
