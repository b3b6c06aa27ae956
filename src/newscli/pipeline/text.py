"""The text of a Doc, put together once for all components."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

if TYPE_CHECKING:
    from spacy.tokens import Doc

_last: tuple[ref[Doc] | None, str] = None, ""


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy puts together anew each time that it is asked.

    The last one is remembered: components ask for it one after another, and no text of a Doc ever
    changes.
    """
    global _last
    last, text = _last
    if last is None or last() is not doc:
        text = doc.text
        _last = ref(doc), text
    return text
