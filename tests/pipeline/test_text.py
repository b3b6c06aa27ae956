"""A Doc's text is its own, whichever was asked for before."""

from __future__ import annotations

import spacy

from newscli.pipeline.text import text_of


def test_each_doc_has_its_own_text() -> None:
    blank = spacy.blank("ru")
    one, two = blank("Путин прибыл в Пекин."), blank("Баку")
    assert [text_of(doc) for doc in (one, one, two, one)] == [
        one.text,
        one.text,
        two.text,
        one.text,
    ]


def test_a_doc_in_the_place_of_one_that_is_gone_is_another() -> None:
    blank = spacy.blank("ru")
    for text in ("раз", "два", "три"):
        assert text_of(blank(text)) == text
