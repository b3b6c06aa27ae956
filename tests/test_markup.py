"""Gold markup goes there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.markup import LABELS, GoldSpan, format_markup, parse_markup


def test_marks_come_off() -> None:
    text, spans = parse_markup("[Алиевым](PER Ильхам Алиев) в [Баку](LOC)")
    assert text == "Алиевым в Баку"
    assert spans == [GoldSpan(0, 7, "PER", "Ильхам Алиев"), GoldSpan(10, 14, "LOC")]


def test_brackets_of_the_text_are_escaped() -> None:
    marked = r"\[фото\] [ТАСС](ORG)"
    text, spans = parse_markup(marked)
    assert text == "[фото] ТАСС"
    assert format_markup(text, spans) == marked


@pytest.mark.parametrize("marked", ["[Баку](CITY)", "[Баку", "Баку](LOC)"])
def test_bad_marks_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"unknown label|stray"):
        parse_markup(marked)


@given(st.lists(st.tuples(st.text(min_size=1), st.sampled_from((None, *LABELS)))))
def test_there_and_back(pieces: list[tuple[str, str | None]]) -> None:
    text, spans = "", []
    for words, label in pieces:
        if label:
            spans.append(GoldSpan(len(text), len(text) + len(words), label))
        text += words
    assert parse_markup(format_markup(text, spans)) == (text, spans)
