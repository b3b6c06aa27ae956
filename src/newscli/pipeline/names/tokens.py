"""The words around a name in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.pipeline.names.lexicon import JOINING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset("«»\"„“”'")


def are_joined(doc: Doc, at: int) -> bool:
    """Whether the token at this place, if there is one, joins what is before it to more."""
    return at < len(doc) and doc[at].text in JOINING


def starts_sentence(token: Token) -> bool:
    """Whether a sentence starts with a token, as the first one does in any case."""
    return token.i == 0 or bool(token.is_sent_start)


def word_before(token: Token) -> Token | None:
    """The word before a token in its sentence, over quotation marks."""
    doc = token.doc
    while not starts_sentence(token):
        token = doc[token.i - 1]
        if token.text not in _QUOTES:
            return token
    return None


def word_after(token: Token) -> Token | None:
    """The word after a token in its sentence, over quotation marks."""
    doc = token.doc
    for at in range(token.i + 1, len(doc)):
        token = doc[at]
        if token.is_sent_start:
            return None
        if token.text not in _QUOTES:
            return token
    return None
