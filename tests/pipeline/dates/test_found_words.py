"""Words that look like parts of dates and stay outside them."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Он начал 11 марта новую работу.", ["11 марта"]),
        ("Работу закончат в начале марта.", ["начале марта"]),
    ],
)
def test_found_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [span.text for span in nlp(text).ents if span.label_ == "DATE"] == words
