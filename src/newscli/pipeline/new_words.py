"""What spaCy asks of each word that it meets for the first time, answered in less time."""

from __future__ import annotations

from collections.abc import Callable

from spacy.attrs import LIKE_NUM, LIKE_URL, SHAPE
from spacy.lang.lex_attrs import like_url, word_shape
from spacy.lang.ru.lex_attrs import _num_words, like_num

_NUMBERS = frozenset(_num_words)
# spaCy gives a longer word no shape, and no more than four letters alike in a row.
_LONGEST_SHAPED = 99
_LONGEST_ALIKE = 4


def is_like_number(word: str) -> bool:
    """spaCy's `like_num`, which looks each word up in a list of three thousand."""
    if word.isalpha():
        return word.lower() in _NUMBERS
    return bool(like_num(word))  # type: ignore[no-untyped-call]


def is_like_url(word: str) -> bool:
    """spaCy's `like_url`, which looks at each letter in vain where there is neither sign."""
    return ("." in word or "://" in word) and like_url(word)


def shape(word: str) -> str:
    """spaCy's `word_shape`, which looks at each letter: `Xxxxx` of `Москва`."""
    if word.isalpha() and len(word) <= _LONGEST_SHAPED:
        if word.islower():
            return "x" * min(len(word), _LONGEST_ALIKE)
        if word[0].isupper() and word[1:].islower():
            return "X" + "x" * min(len(word) - 1, _LONGEST_ALIKE)
    return word_shape(word)


FASTER: dict[int, Callable[[str], bool | str]] = {
    LIKE_NUM: is_like_number,
    LIKE_URL: is_like_url,
    SHAPE: shape,
}
