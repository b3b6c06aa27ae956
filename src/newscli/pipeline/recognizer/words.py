"""What the network calls a word: razdel's tokens, a hyphenated word being one of them.

The published weights that ours started from were trained on such words, while the Doc keeps
spaCy's finer tokens. Two things are cut further: a route (`Баку-Грозный`), which is two places
and so three words, and a sign or a long dash that sticks to a word (`⚡Путин`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from razdel import tokenize
from spacy.tokens import Doc

from newscli.pipeline.morphology import parses
from newscli.pipeline.tokens import SIGNS

_DASH = re.compile(r"([-‐‑])")
# A long dash between letters joins two words (`Иванов—Петров`), a hyphen makes one.
_SIGNS = re.compile(rf"([{SIGNS}]+|(?<=[^\W\d])[–—](?=[^\W\d]))")


@dataclass(frozen=True)
class Word:
    """A word of the text and its offsets in code points."""

    text: str
    start: int
    end: int


def split_words(text: str, is_known: Callable[[str], bool]) -> list[Word]:
    """Cut a text into words; `is_known` tells whether a lower-case form has a vector."""
    words: list[Word] = []
    for token in tokenize(text):
        word = Word(token.text, token.start, token.stop)
        if word.text.isalpha() or word.text.isdigit():
            words.append(word)
        else:
            for piece in _split_signs(word):
                words += _split_route(piece, is_known) if _DASH.search(piece.text) else [piece]
    return words


def sentence_words(doc: Doc, is_known: Callable[[str], bool]) -> list[list[Word]]:
    """The words of each sentence of `doc`, with their offsets in the whole text."""
    sentences = []
    for sentence in doc.sents:
        at = sentence.start_char
        words = [
            Word(word.text, at + word.start, at + word.end)
            for word in split_words(sentence.text, is_known)
        ]
        if words:
            sentences.append(words)
    return sentences


def is_place(word: str) -> bool:
    """Whether the dictionary knows the word as a place name."""
    return any("Geox" in parse.tag for parse in parses(word))


def _split_signs(word: Word) -> list[Word]:
    """`⚡️Путин` into its signs and its word; a word without such signs as it is."""
    pieces = [piece for piece in _SIGNS.split(word.text) if piece]
    return _place_pieces(word, pieces) if len(pieces) > 1 else [word]


def _split_route(word: Word, is_known: Callable[[str], bool]) -> list[Word]:
    """`Казань-Самара` into its places; `Нью-Йорк`, which the vectors know, stays whole."""
    parts = _DASH.split(word.text)
    names, dashes = parts[::2], parts[1::2]
    if not all(name[:1].isupper() for name in names) or is_known(word.text.lower()):
        return [word]
    pieces = [names[0]]
    for dash, name in zip(dashes, names[1:], strict=True):
        # `Санкт` alone is no place: it goes with what follows, if the two are known together.
        whole = f"{pieces[-1]}{dash}{name}"
        if is_known(whole.lower()):
            pieces[-1] = whole
        else:
            pieces += [dash, name]
    if len(pieces) == 1 or not all(
        is_known(piece.lower()) if _DASH.search(piece) else is_place(piece) for piece in pieces[::2]
    ):
        return [word]
    return _place_pieces(word, pieces)


def _place_pieces(word: Word, pieces: list[str]) -> list[Word]:
    placed = []
    at = word.start
    for piece in pieces:
        placed.append(Word(piece, at, at + len(piece)))
        at += len(piece)
    return placed
