"""The one door to pymorphy3: every part of a word that newscli asks for goes through here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

# Words of a running text repeat: eight thousand hold nine of ten that are asked for, and the bound
# keeps a run over an archive from growing (all the readings of a word take some 4 kB).
CACHED_WORDS = 8_000


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer:
    # Loading the dictionary takes 0.1 s, so it waits until the first word is asked for.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def fold(word: str) -> str:
    """The key by which spellings of one word compare: lower case, ё as е."""
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=CACHED_WORDS)
def parses(word: str) -> tuple[Parse, ...]:
    """All readings of a word form, the likeliest first (pymorphy3's `Parse`)."""
    return tuple(_analyzer().parse(word))
