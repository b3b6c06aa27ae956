"""Dates of a sentence, without a recogniser in front."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from newscli.records import DateValue

PUBLISHED = "2025-09-03"  # a Wednesday

Dated = list[tuple[str, DateValue]]


@pytest.fixture(scope="session")
def dated_doc() -> Callable[[str, str | None], Doc]:
    """A text, published on a day or on none → its Doc."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    nlp.add_pipe("russian_dates")

    def read(text: str, published: str | None) -> Doc:
        doc = nlp.make_doc(text)
        doc._.published = published
        return nlp(doc)

    return read


@pytest.fixture(scope="session")
def dates(dated_doc: Callable[[str, str | None], Doc]) -> Callable[..., Dated]:
    """A text → the mentions and values in it."""

    def find(text: str, published: str | None = PUBLISHED) -> Dated:
        return [(span.text, span._.timex) for span in dated_doc(text, published).ents]

    return find
