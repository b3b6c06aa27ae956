"""The spaCy component that puts every name of a Doc into its dictionary form."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.attributes import overlap, register_value, store, store_value
from newscli.pipeline.names.inflection import nominatives
from newscli.pipeline.names.parts import PersonName, split_name

NAME_LABELS = frozenset(("PER", "LOC", "ORG"))

Span.set_extension("normal", default=None, force=True)
person_of = register_value("person", PersonName)


@Language.component("newscli_names", assigns=["span._.normal", "span._.person"])
def normalise_names(doc: Doc) -> Doc:
    """Set `span._.normal` of every PER, LOC and ORG in `doc.ents`, `span._.person` of every PER."""
    spans = [span for span in doc.ents if span.label_ in NAME_LABELS]
    for span, name in zip(spans, nominatives(spans), strict=True):
        store(span, "normal", name.text)
        if span.label_ == "PER":
            store_value(span, "person", split_name(name))
    return doc


def nominative(span: Span) -> str:
    """The dictionary form of any span of a Doc, whether or not the recogniser found it.

    The span is read together with the names in `doc.ents`, as one of the kind that its label says;
    one without a label is of the kind of the name it overlaps with, if there is one.
    """
    doc = span.doc
    names = [name for name in doc.ents if name.label_ in NAME_LABELS]
    beside = [name for name in names if not overlap(name, span)]
    touched = {name.label_ for name in names if overlap(name, span)}
    label = span.label_ or (touched.pop() if len(touched) == 1 else "")
    spans = sorted([*beside, Span(doc, span.start, span.end, label=label)], key=_start)
    place = [other.start for other in spans].index(span.start)
    return nominatives(spans)[place].text


def _start(span: Span) -> int:
    return span.start
