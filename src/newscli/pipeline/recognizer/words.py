"""What the network calls a word: a hyphenated word is one, so is a number with its decimals.

The published weights that ours started from were trained on such words (those of razdel), while the
Doc keeps spaCy's finer tokens. Only a route (`Баку-Грозный`) is cut further: it is two places, and
so three words.

What the network reads is the plain word (`newscli.pipeline.plain`), and a text that does without
capital letters is read as if it were all in capitals: training has shown it headlines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from newscli.pipeline.morphology import parses
from newscli.pipeline.plain import (
    LATIN_TWINS,
    MARKS,
    TO_CYRILLIC,
    is_cyrillic,
    plain,
    unmix,
)

_WORD = re.compile(
    # Most words are of this kind, and need no look at what else there is.
    r"[А-Яа-яЁё]+(?=[ ,\n])"
    r"|(?:https?://|www\.)[^\s«»\"<>]+"
    # Letters and figures, joined by a hyphen, or figures by a point or colon; an address is one
    # word, too: `кремль.рф` names no place. No address has more or longer labels: it is looked for
    # at every word, however many points follow.
    rf"|[^\W_]+(?:[-‐‑][{MARKS}]*[^\W_]+|[.,:](?<=\d[.,:])\d+|[{MARKS}]+[^\W_]*)*"
    r"(?:(?:\.[\w-]{1,63}){0,8}\.(?:ru|рф|ру|com|org|net|su|info|tv)\b)?"
    rf"|\.\.+|[!?]+|--+|\S[{MARKS}]*"
)
_DASH = re.compile(r"([-‐‑])")
# A text is believed to do without capitals if no more than one word in fifty begins with one.
_CAPITAL = re.compile(r"\b[^\W\d_a-zа-яё]")
_INITIAL = re.compile(r"\b[^\W\d_]")
_FEW_CAPITALS = 0.02
_BEGINNING = 400

IsKnown = Callable[[str], bool]


class Words(NamedTuple):
    """Words as the network reads them, and where each begins and ends in the text (code points)."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def part(self, lengths: Sequence[int]) -> Iterator[Words]:
        """The words of each sentence, by how many it has."""
        end = 0
        for length in lengths:
            start, end = end, end + length
            yield Words(self.texts[start:end], self.starts[start:end], self.ends[start:end])


def sentence_words(doc: Doc, text: str, is_known: IsKnown) -> tuple[Words, list[int]]:
    """The words of `doc`, and how many each of its sentences has that has any.

    `text` is `doc.text`, which spaCy puts together anew each time that it is asked; `is_known`
    tells whether a lower-case form has a vector.

    Raises:
        ValueError: nobody has marked the sentences of `doc`.
    """
    # All at once: going through `doc.sents` takes ten times as long.
    columns = doc.to_array(["SENT_START", "IDX"])
    marks, offsets = columns[:, 0].astype(np.int64), columns[:, 1]
    if len(doc) > 1 and not marks[1:].all():
        raise ValueError("no sentence boundaries: put newscli_sentences before newscli_recognizer")
    text = unmix(text)
    if has_no_capitals(text):
        text = _in_capitals(text)
    words = split_words(text, is_known)
    edges = [bisect_left(words.starts, start) for start in offsets[marks == 1].tolist()[1:]]
    sizes = [last - first for first, last in pairwise([0, *edges, len(words.texts)])]
    return words, [size for size in sizes if size]


def is_place(word: str) -> bool:
    """Whether the dictionary knows the word as a place name."""
    return any("Geox" in parse.tag for parse in parses(word))


def split_words(text: str, is_known: IsKnown) -> Words:
    """Cut a text, each word of which is in one alphabet (`unmix`), into words."""
    words = Words([], [], [])
    texts, starts, ends = words
    russian: bool | None = None  # settled when first asked for
    end = 0
    for piece in _WORD.findall(text):
        # Blanks alone are between words.
        start = text.index(piece, end)
        end = start + len(piece)
        if piece.isalpha():
            if piece.isascii() and LATIN_TWINS.issuperset(piece):
                russian = is_cyrillic(text) if russian is None else russian
                piece = _read(piece, text[end : end + 1] == ".", is_known) if russian else piece
        elif len(piece) > 1 and _DASH.search(piece):
            *before, piece = _split_route(piece, is_known)
            for part in before:
                texts.append(plain(part) or part)
                starts.append(start)
                start += len(part)
                ends.append(start)
            piece = plain(piece) or piece
        elif not piece.isascii():
            piece = plain(piece) or piece
        texts.append(piece)
        starts.append(start)
        ends.append(end)
    return words


def _read(word: str, is_short: bool, is_known: IsKnown) -> str:
    """A word of twins in a Russian text as it is meant: `CCCP`, the `C.` of `C. B.`"""
    cyrillic = word.translate(TO_CYRILLIC)
    if len(word) == 1:
        return cyrillic if is_short else word
    lower = word.lower()
    return cyrillic if not is_known(lower) and is_known(cyrillic.lower()) else word


@lru_cache(maxsize=2)  # it is asked when a text's words are cut, and by the rules of edges
def has_no_capitals(text: str) -> bool:
    """Whether a text does without capitals, but for one here and there."""
    # Most texts have enough of them where they begin.
    return _capitals_are_few(text[:_BEGINNING]) and _capitals_are_few(text)


def _capitals_are_few(text: str) -> bool:
    capitals = len(_CAPITAL.findall(text))
    return capitals == 0 or capitals <= _FEW_CAPITALS * len(_INITIAL.findall(text))


def _in_capitals(text: str) -> str:
    """The text in capitals, letter for letter: those that have none of one letter stay small."""
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


def _split_route(word: str, is_known: IsKnown) -> list[str]:
    """`Казань-Самара` as its places; `Нью-Йорк`, which the vectors know, stays whole."""
    if not word[0].isupper():
        return [word]
    parts = _DASH.split(word)
    names, dashes = parts[::2], parts[1::2]
    if not all(name[:1].isupper() for name in names) or is_known(word.lower()):
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
    return pieces
