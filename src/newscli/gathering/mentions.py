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
    return Mention(span.start_char, span.end_char, span.text, span._.normal, span._.score)


def best_spelling(names: Iterable[str]) -> str:
    """The commonest of several spellings, of equally common ones the first.

    A headline's capitals count only where there is nothing else.
    """
    counts = Counter(names)
    plain = [name for name in counts if not name.isupper()]
    return max(plain or counts, key=counts.__getitem__)
