"""A text as its author meant it: without the marks and foreign letters that only its bytes have.

`Пу́тин` with its stress mark, `Вла­димир` with a soft hyphen, `Мoсква` with a Latin `o` are all
read as the plain word. The text itself, and every offset in it, stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# Stress marks, soft hyphens, zero-width and direction marks: what is not part of a spelling.
_UNSEEN = "\u0300\u0301\u0341\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
# What may follow a letter without being one, as the inside of a regular expression's brackets.
MARKS = f"\u0300-\u036f\ufe0e\ufe0f{_UNSEEN}"
_MARK = re.compile(f"[{MARKS}]")
# A letter with the marks after it, and the marks that have no letter.
_MARKED = re.compile(f"[^{MARKS}]?[{MARKS}]+")
_ONLY_UNSEEN = re.compile(f"[{_UNSEEN}]+")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
# To look for the Latin letter first is four times as fast: most texts have few.
_MEETS = "(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё][A-Za-z])"
_MEETING = re.compile(f"[A-Za-z](?:{_MEETS})")
# A mark or such a letter: in most texts there is neither, and one look is enough.
_UNPLAIN = re.compile(f"[A-Za-z{MARKS}](?:(?<=[{MARKS}])|{_MEETS})")
# The parts of `IT-компания` are two words.
_WORD = re.compile(r"[^\W\d_]+")

# Letters of the two alphabets that look the same.
_LATIN_TWINS = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC_TWINS = "АВСЕНКМОРТХУасеорхук"
LATIN_TWINS = frozenset(_LATIN_TWINS)
TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)


class PlainText(NamedTuple):
    """A text without what cannot be seen; `starts[i]` is where its letter i stands in the source.

    `starts` has one entry more, for the end.
    """

    text: str
    starts: Sequence[int]


def plain_text(source: str) -> PlainText:
    """A text in plain letters, with the way back to the offsets of the source."""
    if not _UNPLAIN.search(source):
        return PlainText(source, range(len(source) + 1))
    unmixed = unmix(source)
    if not _MARK.search(unmixed):
        return PlainText(unmixed, range(len(source) + 1))
    letters: list[str] = []
    starts: list[int] = []
    at = 0
    for marked in _MARKED.finditer(unmixed):
        composed = _compose(marked[0])
        letters += [unmixed[at : marked.start()], composed]
        starts += [*range(at, marked.start()), *[marked.start()] * len(composed)]
        at = marked.end()
    letters.append(unmixed[at:])
    return PlainText("".join(letters), [*starts, *range(at, len(source) + 1)])


def plain(word: str) -> str:
    """A word without stress marks, soft hyphens and what else cannot be seen."""
    return _MARKED.sub(lambda marked: _compose(marked[0]), word) if not word.isalpha() else word


def unmix(text: str) -> str:
    """A text whose words are each in one alphabet, letter for letter: `Мoсква`, `АZAL`."""
    if not _MEETING.search(text):
        return text
    return _WORD.sub(lambda word: _in_one_alphabet(word[0]), text)


def is_cyrillic(text: str) -> bool:
    """Whether more letters of a text are Cyrillic than Latin."""
    return len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))


def _compose(marked: str) -> str:
    """A letter with its marks as one letter where there is one: `и` and a breve are `й`."""
    return unicodedata.normalize("NFC", _ONLY_UNSEEN.sub("", marked))


def _in_one_alphabet(word: str) -> str:
    """The word in the alphabet that all its letters can be read in, Cyrillic if both are likely."""
    if not _MEETING.search(word):
        return word
    latin, cyrillic = "".join(_LATIN.findall(word)), "".join(_CYRILLIC.findall(word))
    can_be_cyrillic = not _LATIN.search(latin.translate(TO_CYRILLIC))
    can_be_latin = not _CYRILLIC.search(cyrillic.translate(_TO_LATIN))
    if can_be_cyrillic and (not can_be_latin or len(cyrillic) >= len(latin)):
        return word.translate(TO_CYRILLIC)
    return word.translate(_TO_LATIN) if can_be_latin else word
