"""What components share about spans: `overlap`, and attributes that hold a value of ours."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from spacy.tokens import Doc, Span

# How far to trust a mention, from 0 to 1; None where nobody has judged it.
Span.set_extension("score", default=None, force=True)
# Whether `newscli_recognizer` has read the Doc, and so knows where it sees nothing.
Doc.set_extension("is_recognized", default=False, force=True)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans of a Doc share a token."""
    return one.start < other.end and other.start < one.end


def register_value(name: str, value_type: type[Any]) -> None:
    """Register `span._.NAME`, which holds a flat frozen dataclass or None.

    The Doc stores its fields, since only plain data travels with it into a DocBin and between the
    processes of `nlp.pipe(…, n_process=2)`.
    """
    stored = f"{name}_fields"

    def get(span: Span) -> Any:
        held = span._.get(stored)
        return None if held is None else value_type(*held)

    names = [field.name for field in fields(value_type)]

    def put(span: Span, value: Any) -> None:
        # Flat, so no deep copy is needed: `astuple` makes one and takes six times as long.
        held = None if value is None else tuple(getattr(value, name) for name in names)
        span._.set(stored, held)

    Span.set_extension(stored, default=None, force=True)
    Span.set_extension(name, getter=get, setter=put, force=True)
