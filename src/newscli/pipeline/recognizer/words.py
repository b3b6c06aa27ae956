"""What the network calls a word: razdel's tokens, a hyphenated word being one of them.

The published weights that ours started from were trained on such words, while the Doc keeps
spaCy's finer tokens. Two things are cut further: a route (`Баку-Грозный`), which is two places
and so three words, and a sign or a long dash that sticks to a word (`⚡Путин`).

What the network reads is the plain word (`newscli.pipeline.plain`), and a text that does without
capital letters is read as if it were all in capitals: training has shown it headlines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from razdel import tokenize
from spacy.tokens import Doc

from newscli.pipeline.morphology import parses
from newscli.pipeline.plain import LATIN_TWINS, TO_CYRILLIC, is_cyrillic, plain, unmix
from newscli.pipeline.tokens import SIGNS

_DASH = re.compile(r"([-‐‑])")
# A long dash between letters joins two words (`Иванов—Петров`), a hyphen makes one.
_SIGNS = re.compile(rf"([{SIGNS}]+|(?<=[^\W\d])[–—](?=[^\W\d]))")


# A text is believed to do without capitals if no more than one word in fifty begins with one.
_CAPITALS = re.compile(r"\b[^\W\d_a-zа-яё]")
_LETTERS = re.compile(r"\b[^\W\d_]")
_FEW_CAPITALS = 0.02


@dataclass(frozen=True)
class Word:
    """A word as the network reads it, and its offsets in the text in code points."""

    text: str
    start: int
    end: int


def split_words(text: str, is_known: Callable[[str], bool]) -> list[Word]:
    """Cut a text into words; `is_known` tells whether a lower-case form has a vector."""
    unmixed = unmix(text)
    words: list[Word] = []
    for token in tokenize(unmixed):
        word = Word(token.text, token.start, token.stop)
        if word.text.isalpha() or word.text.isdigit():
            words.append(word)
        else:
            for piece in _split_signs(word):
                words += _split_route(piece, is_known) if _DASH.search(piece.text) else [piece]
    if text.isascii() or not is_cyrillic(text):
        return words
    return [Word(_read(word.text, is_known), word.start, word.end) for word in words]


def sentence_words(doc: Doc, is_known: Callable[[str], bool]) -> list[list[Word]]:
    """The words of each sentence of `doc`, with their offsets in the whole text."""
    sentences = []
    text = _in_capitals(doc.text) if _has_no_capitals(doc.text) else doc.text
    for sentence in doc.sents:
        at = sentence.start_char
        words = [
            Word(word.text, at + word.start, at + word.end)
            for word in split_words(text[at : sentence.end_char], is_known)
        ]
        if words:
            sentences.append(words)
    return sentences


def _read(word: str, is_known: Callable[[str], bool]) -> str:
    """A word of a Russian sentence as it is meant: `CCCP` and the `C` of `C. B.` in Cyrillic."""
    if not word.isascii():
        return plain(word) or word
    if all(letter in LATIN_TWINS for letter in word) and (
        len(word) == 1
        or (not is_known(word.lower()) and is_known(word.translate(TO_CYRILLIC).lower()))
    ):
        return word.translate(TO_CYRILLIC)
    return word


def _has_no_capitals(text: str) -> bool:
    capitals = sum(1 for _ in _CAPITALS.finditer(text))
    return capitals == 0 or capitals <= _FEW_CAPITALS * sum(1 for _ in _LETTERS.finditer(text))


def _in_capitals(text: str) -> str:
    """The text in capitals, letter for letter: those that have none of one letter stay small."""
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


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
