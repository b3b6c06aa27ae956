"""Sentence boundaries, by razdel: it knows `г.`, `им.` and initials, spaCy's sentencizer does not.

A line break ends a sentence too: headlines, bylines and list items have no full stop.
"""

from __future__ import annotations

from razdel import sentenize
from spacy.language import Language
from spacy.tokens import Doc


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
    """Offsets at which a sentence or a line begins."""
    starts = []
    at = 0
    for line in text.splitlines(keepends=True):
        starts += [at + sentence.start for sentence in sentenize(line)]
        at += len(line)
    return starts
