"""Sentence boundaries, by razdel: it knows `г.`, `им.` and initials, spaCy's sentencizer does not.

A line end is a boundary too unless the line was only wrapped, and so is that of a table's cell:
headlines, bylines, list items and cells have no full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from newscli.pipeline.lines import wrapped_line_ends
from newscli.pipeline.razdel_sentences import razdel_starts
from newscli.pipeline.text import text_of

# Cells stand between tabs, or between bars as in Markdown.
_ENDS = r"[\n\r\t\v\f\x85\u2028\u2029|]"
_END = re.compile(f"{_ENDS}{_ENDS}*")  # what begins with one letter is found faster than `+`
# What spaCy stores for a token that begins a sentence, and for one that does not.
_IS_START, _NO_START = 1, 2**64 - 1


@Language.component("newscli_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set `token.is_sent_start` on every token of `doc`."""
    # One more for a sentence that would begin within the last token.
    begins = np.empty(len(doc) + 1, dtype=np.uint64)
    begins.fill(_NO_START)
    begins[0] = _IS_START
    starts = np.fromiter(_find_starts(text_of(doc)), dtype=np.uint64)
    begins[doc.to_array("IDX").searchsorted(starts)] = _IS_START
    # All at once: setting `token.is_sent_start` looks through the whole Doc each time.
    column: Any = begins[:-1]  # typed as two-dimensional, but one column does
    doc.from_array(["SENT_START"], column)
    return doc


def sentence_starts(doc: Doc) -> list[int]:
    """Offsets (code points) at which the sentences of `doc` begin."""
    columns = doc.to_array(["SENT_START", "IDX"])
    return [0, *columns[columns[:, 0] == _IS_START, 1].tolist()[1:]]


def _find_starts(text: str) -> Iterator[int]:
    """Offsets at which a sentence, a line or a cell begins, in order."""
    for start, end in _stretches(text):
        for at in razdel_starts(text[start:end]):
            yield start + at


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """What stands between line and cell ends, wrapped lines being one stretch."""
    wrapped = wrapped_line_ends(text.replace("\r\n", " \n"))
    start = 0
    for end in _END.finditer(text):
        if not (end[0] in ("\n", "\r\n") and end.end() - 1 in wrapped):
            if end.start() > start:
                yield start, end.start()
            start = end.end()
    if start < len(text):
        yield start, len(text)
