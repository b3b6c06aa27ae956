"""Builds the spaCy pipeline: ours whole, or another's names with our dates."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from newscli.errors import UsageError
from newscli.model import no_pipeline, read_meta
from newscli.pipeline.tokens import NAME as TOKENIZER

COMPONENTS = (
    "newscli_sentences",
    "newscli_recognizer",
    "russian_dates",
    "newscli_names",
    "russian_places",
)
NAME_LABELS = frozenset({"PER", "LOC", "ORG"})


def load(model: str | Path | None = None) -> Language:
    """A spaCy pipeline that sets `doc.ents` (PER, LOC, ORG, DATE), `span._.normal`, `span._.timex`.

    Without `model` it is the one that ships. `model` names another installed spaCy pipeline, or a
    folder with one, whose PER, LOC and ORG are used with our dates and dictionary forms.

    Raises:
        UsageError: there is no such pipeline, or it finds no PER, LOC or ORG.
    """
    return _shipped() if model is None else _other(str(model))


def _shipped() -> Language:
    config = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
    nlp = spacy.blank("ru", meta=read_meta(), config=config)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def _other(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise no_pipeline(model) from error
    labels = {label for found in nlp.pipe_labels.values() for label in found}
    if not labels & NAME_LABELS:
        raise UsageError(f"the pipeline {model!r} has no component that finds PER, LOC or ORG")
    if not any(nlp.has_pipe(name) for name in ("parser", "senter", "sentencizer", COMPONENTS[0])):
        nlp.add_pipe(COMPONENTS[0], first=True)
    for component in COMPONENTS[2:]:
        if not nlp.has_pipe(component):
            nlp.add_pipe(component)
    return nlp
