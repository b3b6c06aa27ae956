"""What components share about spans: `overlap`, and attributes that hold a value of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Value = TypeVar("Value", bound=DataclassInstance)

# The first part of the key under which a Doc's `user_data` keeps what is set on `span._`.
_PREFIX = "._."

# How far to trust a mention, from 0 to 1; None where nobody has judged it.
Span.set_extension("score", default=None, force=True)
# Whether `newscli_recognizer` has read the Doc, and so knows where it sees nothing.
Doc.set_extension("is_recognized", default=False, force=True)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans of a Doc share a token."""
    return one.start < other.end and other.start < one.end


def stored(span: Span, name: str) -> Any:
    """What was set as `span._.NAME`, or None.

    spaCy makes an object for each look at `span._`, which takes ten times as long.
    """
    held: Any = span.doc.user_data  # typed as if all keys were strings
    return held.get((_PREFIX, name, span.start_char, span.end_char))


def register_value(name: str, value_type: type[Value]) -> Callable[[Span], Value | None]:
    """Register `span._.NAME`, which holds a flat frozen dataclass or None; what reads it of a span.

    The Doc stores its fields, since only plain data travels with it into a DocBin and between the
    processes of `nlp.pipe(…, n_process=2)`.
    """
    kept = f"{name}_fields"

    def get(span: Span) -> Value | None:
        held = stored(span, kept)
        return None if held is None else value_type(*held)

    names = [field.name for field in fields(value_type)]

    def put(span: Span, value: Value | None) -> None:
        # Flat, so no deep copy is needed: `astuple` makes one and takes six times as long.
        held = None if value is None else tuple(getattr(value, name) for name in names)
        span._.set(kept, held)

    Span.set_extension(kept, default=None, force=True)
    Span.set_extension(name, getter=get, setter=put, force=True)
    return get
