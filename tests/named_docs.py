"""Docs out of marked-up sentences, as the pipeline hands them on after `newscli_names`."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from evaluation.markup import parse_markup

_SENTENCES = spacy.blank("ru")
_SENTENCES.add_pipe("newscli_sentences")
_NAMES = spacy.blank("ru").add_pipe("newscli_names")


def named_doc(marked: str) -> Doc:
    """A Doc whose `ents` are the marked spans, each with its dictionary form."""
    text, gold = parse_markup(marked)
    doc = _SENTENCES(text)
    doc.ents = [
        doc.char_span(span.start, span.end, label=span.label, alignment_mode="expand")
        for span in gold
    ]
    return _NAMES(doc)
