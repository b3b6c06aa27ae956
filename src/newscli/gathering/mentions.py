"""Spans of a Doc as mentions of the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Span

from newscli.records import Mention


def spans_of(doc: Doc, label: str) -> list[Span]:
    """The mentions of one kind, in order."""
    return [span for span in doc.ents if span.label_ == label]


def mention_of(span: Span) -> Mention:
    """The record of a PER, LOC or ORG span, which `newscli_names` has given its `normal`."""
    return Mention(span.start_char, span.end_char, span.text, span._.normal)


def most_frequent(names: Iterable[str]) -> str:
    """The commonest of several spellings, of equally common ones the first."""
    return Counter(names).most_common(1)[0][0]
