"""The text of a Doc, which spaCy puts together anew each time that it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

if TYPE_CHECKING:
    from spacy.tokens import Doc

_last: tuple[ref[Doc] | None, str] = None, ""


def text_of(doc: Doc) -> str:
    """`doc.text`, put together no more than once for all components.

    The last one is remembered: components ask for it one after another, and no text of a Doc ever
    changes.
    """
    last, text = _last
    if last is None or last() is not doc:
        text = doc.text
        remember_text(doc, text)
    return text


def remember_text(doc: Doc, text: str) -> None:
    """Keep the text of a new Doc, for whoever asks for it next."""
    global _last
    _last = ref(doc), text
