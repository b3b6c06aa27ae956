"""Which line ends are only the edge of a page: old archives and mail break prose at a fixed width.

Гол забил нападающий Заур
Кодзоков, и матч на этом
закончился.
"""

from __future__ import annotations

import re
from itertools import pairwise

_PARAGRAPH = re.compile(r"(?:^[^\S\n]*[^\s][^\n]*\n?)+", re.MULTILINE)
_LINE = re.compile(r"^[^\S\n]*[^\s][^\n]*", re.MULTILINE)
# A line that ends like this is no proof that its sentence goes on.
_CLOSED = tuple('.!?…:;"»”')
# In prose about three lines of four begin with a small letter; headlines and lists never do.
_SHARE = 0.5


def wrapped_line_ends(text: str) -> frozenset[int]:
    """Offsets of the line feeds in `text` at which a sentence may go on.

    A line goes on for certain if it has no closing mark and the next one begins with a small
    letter. A text is believed to be wrapped where that holds for half of the line ends inside its
    paragraphs, and then of all line ends of a paragraph that has such a line.
    """
    if "\n" not in text:
        return frozenset()
    certain = 0
    paragraphs = []
    for paragraph in _PARAGRAPH.finditer(text):
        lines = list(_LINE.finditer(text, *paragraph.span()))
        ends = [line.end() for line in lines[:-1]]
        going_on = sum(_goes_on(line[0], following[0]) for line, following in pairwise(lines))
        paragraphs.append((ends, going_on))
        certain += going_on
    if not certain or certain < _SHARE * sum(len(ends) for ends, _ in paragraphs):
        return frozenset()
    return frozenset(end for ends, going_on in paragraphs if going_on for end in ends)


def _goes_on(line: str, following: str) -> bool:
    return following.lstrip()[0].islower() and not line.rstrip().endswith(_CLOSED)
