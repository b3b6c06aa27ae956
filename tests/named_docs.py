"""Docs out of marked-up sentences, as the pipeline hands them on to the gathering."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from evaluation.markup import parse_markup
from newscli.pipeline.findings import Findings, findings_of

_SENTENCES = spacy.blank("ru")
_SENTENCES.add_pipe("newscli_sentences")
_COMPONENTS = [spacy.blank("ru").add_pipe(name) for name in ("newscli_names", "russian_places")]


def named_doc(marked: str) -> Doc:
    """A Doc whose `ents` are the marked spans, with their dictionary forms and places."""
    text, gold = parse_markup(marked)
    doc = _SENTENCES(text)
    doc.ents = [
        doc.char_span(span.start, span.end, label=span.label, alignment_mode="expand")
        for span in gold
    ]
    for component in _COMPONENTS:
        doc = component(doc)
    return doc


def found_in(marked: str) -> Findings:
    """What the gathering gets of such a Doc."""
    return findings_of(named_doc(marked))
