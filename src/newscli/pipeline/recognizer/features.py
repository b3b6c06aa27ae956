"""What the network knows of a word: its form, shape, affixes and dictionary grammemes.

A word is described by itself alone, so that each is worked out once, whatever its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newscli.pipeline.morphology import fold, parses

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

# Script × capitals, punctuation one by one, numbers: the classes of slovnet (MIT), in its order,
# since the rows of its embedding are carried over.
_PUNCTUATION = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_OUTLINES = ("X", "x", "XX", "xx", "Xx", "Xx-Xx", "OTHER")
SHAPES = (
    "<pad>",
    *(f"RU_{outline}" for outline in _OUTLINES),
    *(f"EN_{outline}" for outline in _OUTLINES),
    *(f"PUNCT_{mark}" for mark in _PUNCTUATION),
    "PUNCT_OTHER",
    "NUM",
    "OTHER",
)
_SHAPE_IDS = {shape: number for number, shape in enumerate(SHAPES)}
_SCRIPT = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(_PUNCTUATION)}]+)",
    re.IGNORECASE,
)

# Affixes share buckets: 2048 leave few collisions among those that news uses.
AFFIX_BUCKETS = 2048
AFFIXES = (slice(0, 3), slice(-3, None), slice(-2, None))

_SHORTEST_STEMMED = 3
# The stem of what has none.
NO_STEM = -1

# OpenCorpora's grammemes that tell names from other words and one case from another.
GRAMMEMES = (
    *("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Sgtm", "Pltm", "Fixd"),
    *("NOUN", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "GRND", "ADVB", "NUMR", "NPRO", "PREP"),
    *("CONJ", "PRCL", "anim", "inan", "masc", "femn", "neut", "sing", "plur"),
    *("nomn", "gent", "datv", "accs", "ablt", "loct"),
    "UNKN",
)
_GRAMMEME_IDS = {grammeme: number for number, grammeme in enumerate(GRAMMEMES)}
# Readings beyond the sixth have next to no probability.
_READINGS = 6
# Scores are kept in sixteenths: the 250 thousand words of the vocabulary then have a few thousand
# different rows, which is what the shipped table stores.
GRAMMEME_STEPS = 16


@dataclass(frozen=True, eq=False)
class Forms:
    """Some word forms (case counts), each described once.

    vectors: float32 [forms, 300]; shapes: int64 [forms]; affixes: int64 [forms, 3]
    grammemes: float32 [forms, grammemes]
    """

    vectors: Floats
    shapes: Integers
    affixes: Integers
    grammemes: Floats

    def __len__(self) -> int:
        return len(self.shapes)


def shape(word: str) -> int:
    """The word's class in `SHAPES`."""
    match = _SCRIPT.match(word)
    script = match.lastgroup if match else None
    if script in ("RU", "EN"):
        return _SHAPE_IDS[f"{script}_{_outline(word)}"]
    if script == "PUNCT":
        return _SHAPE_IDS.get(f"PUNCT_{word}", _SHAPE_IDS["PUNCT_OTHER"])
    return _SHAPE_IDS["NUM" if script == "NUM" else "OTHER"]


def affixes(word: str) -> tuple[int, int, int]:
    """Buckets of the first three, last three and last two letters, in lower case."""
    lower = fold(word)
    first, last, ending = (crc32(lower[cut].encode()) % AFFIX_BUCKETS for cut in AFFIXES)
    return first, last, ending


def stem_key(word: str) -> int:
    """A key that the forms of a word share, or NO_STEM.

    It is made of the word's beginning, without the ending that cases change: crude on purpose,
    since names unknown to any dictionary decline too.
    """
    if len(word) < _SHORTEST_STEMMED or not word[0].isalpha():
        return NO_STEM
    folded = fold(word)
    return crc32(folded[: min(max(len(folded) - 3, 4), 6)].encode())


def grammemes(lower: str) -> Floats:
    """How likely each of `GRAMMEMES` is for a lower-case form, by its dictionary readings."""
    row = np.zeros(len(GRAMMEMES), dtype=np.float32)
    for parse in parses(lower)[:_READINGS]:
        for grammeme in parse.tag.grammemes:
            number = _GRAMMEME_IDS.get(str(grammeme))
            if number is not None:
                row[number] += parse.score
    steps = np.minimum(np.round(row * GRAMMEME_STEPS), GRAMMEME_STEPS)
    return (steps / GRAMMEME_STEPS).astype(np.float32)


def _outline(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
