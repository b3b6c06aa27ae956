"""Sentence boundaries, by razdel: it knows `г.`, `им.` and initials, spaCy's sentencizer does not.

A line break ends a sentence too, and so does a table's cell: headlines, bylines, list items and
cells have no full stop.
"""

from __future__ import annotations

import re

from razdel import sentenize
from spacy.language import Language
from spacy.tokens import Doc

# Cells stand between tabs, or between bars as in Markdown.
_LINE_OR_CELL = re.compile(r"[^\n\r\t\v\f\x85\u2028\u2029|]+")


@Language.component("newscli_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set `token.is_sent_start` on every token of `doc`."""
    starts = _sentence_starts(doc.text)
    upcoming = 0
    for token in doc:
        begins = False
        while upcoming < len(starts) and starts[upcoming] <= token.idx:
            begins = True
            upcoming += 1
        token.is_sent_start = begins or token.i == 0
    return doc


def _sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence, a line or a cell begins."""
    starts = []
    for line in _LINE_OR_CELL.finditer(text):
        starts += [line.start() + sentence.start for sentence in sentenize(line[0])]
    return starts
