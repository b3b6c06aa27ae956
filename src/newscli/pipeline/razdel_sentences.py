"""Where razdel's sentences begin, in a third of its time: it is asked only where one may end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from razdel.segmenters.punct import ENDINGS
from razdel.segmenters.sentenize import BULLET_SIZE, DELIMITERS, SentSplit, sentenize
from razdel.segmenters.sokr import HEAD_SOKRS, INITIALS, PAIR_SOKRS, SOKRS

# Razdel joins all marks, and smiles, but those before a blank and what is no word of small letters.
# The group is the first letter or sign of the next sentence.
_MAY_END = re.compile(
    rf"[=:{re.escape(DELIMITERS)}](?:(?<=[=:;])-?[)(]{{1,3}}|(?<![=:]))"
    r"(?=\s+(?![а-яёa-z]+(?![^\W\d]))(\S))"
)
# How many letters razdel looks at on either side of a mark.
_SEEN = sentenize.split.window
# A full stop after one of them may be of the word.
_SHORTENED = SOKRS | HEAD_SOKRS | INITIALS | {pair[0] for pair in PAIR_SOKRS}


def razdel_starts(text: str) -> Iterator[int]:
    """Offsets at which the sentences of `sentenize(text)` begin, in order."""
    yield len(text) - len(text.lstrip() or text)
    end = 0
    for mark in _MAY_END.finditer(text):
        if _is_end(text, mark, end):
            end = mark.end()
            yield mark.start(1)


def _is_end(text: str, mark: re.Match[str], last_end: int) -> bool:
    at, end = mark.span()
    left = text[max(0, at - _SEEN) : at]
    word = left.rpartition(" ")[2]
    if (
        mark[0] in ENDINGS
        and (mark[1].isupper() or mark[1] == "«")
        and mark.start(1) < end + _SEEN
        and len(word) > 2
        and word.isalpha()
        and word[1:].islower()
        and word.lower() not in _SHORTENED
    ):
        return True  # as most are: a whole word before it, and no rule of razdel's against it
    right = text[end : end + _SEEN]
    # Its length tells razdel only whether the sentence is longer than the number of a list's item.
    sentence = text[max(last_end, at - BULLET_SIZE - 1) : at]
    return not sentenize.join(SentSplit(left, mark[0], right, sentence))
