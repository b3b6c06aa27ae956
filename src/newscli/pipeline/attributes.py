"""What components share about spans: `overlap`, and attributes that hold a value of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Value = TypeVar("Value", bound=DataclassInstance)

# The first part of the key under which a Doc's `user_data` keeps what is set on `span._`.
_PREFIX = "._."
# What follows the name of an attribute in that of the one that holds its fields.
_FIELDS = "_fields"

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


def store(span: Span, name: str, value: Any) -> None:
    """Set `span._.NAME`, as quickly as `stored` reads it."""
    held: Any = span.doc.user_data
    held[_PREFIX, name, span.start_char, span.end_char] = value


def store_value(span: Span, name: str, value: DataclassInstance | None) -> None:
    """Set `span._.NAME`, which `register_value` registered."""
    store(span, name + _FIELDS, None if value is None else _fields_of(type(value))(value))


def register_value(name: str, value_type: type[Value]) -> Callable[..., Value | None]:
    """Register `span._.NAME`, which holds a flat frozen dataclass or None; what reads it of a span.

    The Doc stores its fields, since only plain data travels with it into a DocBin and between the
    processes of `nlp.pipe(…, n_process=2)`. Whoever reads many spans may pass a dict too, which
    keeps the values that were made: of equal ones it is the first.
    """
    kept = name + _FIELDS

    def get(span: Span, made: dict[Any, Any] | None = None) -> Value | None:
        held = stored(span, kept)
        if held is None:
            return None
        if made is None:
            return value_type(*held)
        # To compare the fields takes a fraction of what it takes to make the value.
        value: Value | None = made.get((kept, held))
        if value is None:
            value = made[kept, held] = value_type(*held)
        return value

    def put(span: Span, value: Value | None) -> None:
        store_value(span, name, value)

    Span.set_extension(kept, default=None, force=True)
    Span.set_extension(name, getter=get, setter=put, force=True)
    return get


@cache
def _fields_of(value_type: type[DataclassInstance]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the fields of a value: they are flat, and `astuple` would copy each of them."""
    return attrgetter(*(field.name for field in fields(value_type)))
