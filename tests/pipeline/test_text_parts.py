"""A long text is read in parts: where it is cut."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline import parts
from newscli.pipeline.parts import LONGEST_PART, text_parts

SENTENCE = "Иван Иванов прибыл в Москву. "
MEGABYTE = 1_000_000


def test_practically_every_article_is_one_part() -> None:
    text = "а б" * (LONGEST_PART // 3)
    assert list(text_parts(text)) == [(0, len(text))]
    assert list(text_parts("")) == [(0, 0)]


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ((SENTENCE * 20 + "\n\n") * 200, r"\. \n\n"),
        ((SENTENCE * 20 + "\n") * 200, r"\. \n"),
        ((SENTENCE * 20 + "и\n") * 200, r"\. "),  # wrapped lines are no paragraphs
        (SENTENCE * 5_000, r"\. "),
        ("слово " * 30_000, r"слово "),
        ("слово\u00a0" * 30_000, "слово\u00a0"),
        ("нет-пробелов;" * 10_000, r"слово;|пробелов;|нет-"),
    ],
    ids=[
        "paragraphs",
        "lines",
        "wrapped lines",
        "sentences",
        "spaces",
        "other spaces",
        "no spaces",
    ],
)
def test_a_part_ends_where_the_text_pauses_most(text: str, breaks: str) -> None:
    found = list(text_parts(text))
    assert len(found) > 1
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    for (_, end), (start, _) in pairwise(found):
        assert end == start
        assert re.search(rf"(?:{breaks})$", text[:end])
    assert all(end - start <= LONGEST_PART for start, end in found)


@given(st.text(alphabet="аб1 \n.«-\u0301", max_size=400))
def test_no_word_is_cut_and_none_is_lost_but_long_ones(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LONGEST_PART", 20)
        patch.setattr(parts, "_SLACK", 5)
        patch.setattr(parts, "_PASSAGE", 10)
        found = list(text_parts(text))
    read = set()
    for start, end in found:
        read.update(range(start, end))
    assert sum(end - start for start, end in found) == len(read)  # none overlap
    for word in re.finditer(r"[^\W_]+(?:\u0301+[^\W_]*)*", text):
        pieces = {(start, end) for start, end in found if start < word.end() and word.start() < end}
        assert len(pieces) == 1 or (not pieces and word.end() - word.start() >= 20)
        assert all(start <= word.start() and word.end() <= end for start, end in pieces)


@pytest.mark.parametrize("letter", ["а", "Z", "7", "«", "\n", " ", "_"])
def test_a_megabyte_of_one_sign_is_passed_over_at_once(letter: str) -> None:
    text = "Иван. " + letter * MEGABYTE + " Пётр."
    began = time.process_time()
    found = list(text_parts(text))
    assert time.process_time() - began < 3
    assert sum(end - start for start, end in found) < 2 * LONGEST_PART
    assert "Иван" in text[slice(*found[0])]
    assert "Пётр" in text[slice(*found[-1])]


@pytest.mark.parametrize("text", ["—" * MEGABYTE, "а" * MEGABYTE])
def test_a_text_that_would_have_no_part_has_its_last(text: str) -> None:
    ((start, end),) = text_parts(text)
    assert end == len(text)
    assert end - start <= LONGEST_PART
