"""What the network calls a word: razdel's tokens, a hyphenated word being one of them.

The published weights that ours started from were trained on such words, while the Doc keeps
spaCy's finer tokens. The one exception is a route (`Баку-Грозный`): two places, so three words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from razdel import tokenize
from spacy.tokens import Doc

from newscli.pipeline.morphology import parses


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
        words += _split_route(word, is_known) if "-" in word.text else [word]
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


def _split_route(word: Word, is_known: Callable[[str], bool]) -> list[Word]:
    """`Баку-Грозный` into its places; `Нью-Йорк`, which the vectors know, stays whole."""
    parts = word.text.split("-")
    if (
        len(parts) < 2
        or is_known(word.text.lower())
        or not all(part[:1].isupper() and part[1:].islower() for part in parts)
        or not all(is_place(part) for part in parts)
    ):
        return [word]
    pieces: list[Word] = []
    at = word.start
    for part in parts:
        if pieces:
            pieces.append(Word("-", at, at + 1))
            at += 1
        pieces.append(Word(part, at, at + len(part)))
        at += len(part)
    return pieces


def is_place(word: str) -> bool:
    """Whether the dictionary knows the word as a place name."""
    return any("Geox" in parse.tag for parse in parses(word))
