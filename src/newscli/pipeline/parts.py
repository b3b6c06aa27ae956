"""Where a long text is cut into parts that are read one by one, so that any text fits in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from razdel import sentenize

from newscli.pipeline.plain import MARKS

# Characters of a part: the longest of four thousand news has nine thousand, a book half a million.
# The pipeline takes a kilobyte for each.
LONGEST_PART = 50_000
# How far before its longest a part may end: where it is best cut is found by looking back.
_SLACK = 10_000
# Sentences are looked for in no more than this.
_PASSAGE = 2_000
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSED_LINE = re.compile(r"(?<=[.!?…»\"”:;])[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s+")
_BETWEEN_WORDS = re.compile(rf"[^\w{MARKS}](?![{MARKS}])")
_WORD = re.compile(r"[^\W_]")


def text_parts(text: str) -> Iterator[tuple[int, int]]:
    """Where each part of `text` begins and ends (code points): most texts are one part.

    A part ends at the end of a paragraph, or else of a sentence, or else at a space, never inside a
    word. What has no letters or figures in it is left out, and so are words longer than a part, but
    for the last part of a text that would have none.
    """
    start = 0
    is_first = True
    while len(text) - start > LONGEST_PART:
        end = _last_break(text, start)
        if end is None:
            following = _BETWEEN_WORDS.search(text, start + LONGEST_PART)
            start = following.end() if following else len(text)
        else:
            if _WORD.search(text, start, end):
                yield start, end
                is_first = False
            start = end
    if is_first or _WORD.search(text, start):
        yield start, len(text)


def _last_break(text: str, start: int) -> int | None:
    """The best place to cut between `start` and LONGEST_PART on, None inside one long word."""
    last = start + LONGEST_PART
    for pattern in (_BLANK_LINE, _CLOSED_LINE):
        if end := _last_end(pattern, text, last - _SLACK, last):
            return end
    passage = last - _PASSAGE
    starts: list[int] = [sentence.start for sentence in sentenize(text[passage:last])]
    if len(starts) > 1:
        return passage + starts[-1]
    for pattern in (_SPACE, _BETWEEN_WORDS):
        for first in (last - _SLACK, start):
            if end := _last_end(pattern, text, first, last):
                return end
    return None


def _last_end(pattern: re.Pattern[str], text: str, first: int, last: int) -> int | None:
    """Where the last match between two offsets ends."""
    end = None
    for found in pattern.finditer(text, first, last):
        end = found.end()
    return end
