"""Acronyms: which words one can stand for, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from newscli.pipeline.morphology import fold

_SHORTEST, _LONGEST = 2, 8
_WORD = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
# What an acronym may pass over: `ОБСЕ` is not `ОПБИСВЕ`, but `НИиПИ` is spelt with its `и`.
_SMALL_WORDS = frozenset(
    (
        *("и", "в", "во", "на", "о", "об", "по", "при", "с", "со", "к", "ко", "от", "до", "для"),
        *("за", "из", "под", "над", "of", "the", "and", "for", "de"),
    )
)
# From here on a name honours somebody: `МГУ имени М. В. Ломоносова`.
_NAMED_AFTER = frozenset(("имени", "им"))
# As many words and small words as letters: more stand for no acronym.
_MOST_WORDS = 2 * _LONGEST
# Where the parts of a compound word meet: `железн-о-дорожный`.
_LINKING_VOWELS = "ое"


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals, short enough to stand for words."""
    return _SHORTEST <= len(name) <= _LONGEST and name.isalpha() and name.isupper()


def words_of(name: str) -> list[str]:
    """The words of a name, without those that tell whom it honours."""
    return list(takewhile(lambda word: fold(word) not in _NAMED_AFTER, _WORD.findall(name)))


def spells_out(words: Sequence[str], acronym: str, *, compounds: bool = False) -> bool:
    """Whether the letters of an acronym are the initials of all `words`, in order.

    Small words may be passed over. A hyphenated word gives an initial for itself or one for each
    part, an acronym among the words its letters (`Управление ГИБДД`: `УГИБДД`). With `compounds`
    an unhyphenated word may give the initials of its parts too (`железнодорожный`: `ЖД`).
    """
    return 1 < len(words) <= _MOST_WORDS and _spell(words, fold(acronym), compounds)


class Sought:
    """Acronyms that are looked for in many names at once, lower-case and with е for ё."""

    def __init__(self, acronyms: Iterable[str]) -> None:
        self._acronyms = frozenset(acronyms)
        self._beginnings = {word[:end] for word in self._acronyms for end in range(len(word) + 1)}

    def spelt_by(self, words: Sequence[str]) -> set[str]:
        """Which of them have the initials of all `words`, in order: see `spells_out`."""
        if not 1 < len(words) <= _MOST_WORDS:
            return set()
        spelt = {""}
        for word in words:
            spelt = {begun + letters for letters in _initials(word, False) for begun in spelt}
            spelt &= self._beginnings
            if not spelt:
                break
        return spelt & self._acronyms


def _spell(words: Sequence[str], letters: str, compounds: bool) -> bool:
    if not words or not letters:
        return not words and not letters
    return any(
        letters.startswith(initials) and _spell(words[1:], letters[len(initials) :], compounds)
        for initials in _initials(words[0], compounds)
    )


def _initials(word: str, compounds: bool) -> Iterator[str]:
    folded = fold(word)
    yield folded[0]
    if folded in _SMALL_WORDS:
        yield ""
    parts = re.split("[-‑]", folded)
    if len(parts) > 1:
        yield "".join(part[0] for part in parts)
    elif is_acronym(word):
        yield folded
    elif compounds:
        for vowel, following in pairwise(folded[2:-2]):
            if vowel in _LINKING_VOWELS:
                yield folded[0] + following
