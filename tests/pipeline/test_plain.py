"""What is only in the bytes of a text, and not meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.plain import plain, plain_text, unmix


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Пу́тин", "Путин"),
        ("Вла\u00adди\u00adмир", "Владимир"),
        ("Ка\u200bзань", "Казань"),
        ("и\u0306ог", "йог"),
        ("Е\u0308лкин", "Ёлкин"),
        ("\ufeffМосква", "Москва"),
    ],
)
def test_marks_that_are_no_spelling(written: str, meant: str) -> None:
    assert plain(written) == plain_text(written).text == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mосква", "Москва"),
        ("PИА Нoвости", "РИА Новости"),
        ("АZAL", "AZAL"),
        ("Тeslа", "Tesla"),
        ("IT-компания", "IT-компания"),
        ("Azerbaijan Airlines", "Azerbaijan Airlines"),
        ("ГОСТ-T", "ГОСТ-T"),
    ],
)
def test_letters_of_the_other_alphabet(written: str, meant: str) -> None:
    assert unmix(written) == meant


@given(
    st.text(alphabet=st.sampled_from("аяЁйи\u0306\u0308\u0301\u00ad\u200b oxZ-.\n💥"), max_size=30)
)
def test_every_letter_knows_where_it_stands(source: str) -> None:
    text, starts = plain_text(source)
    assert len(starts) == len(text) + 1
    assert list(starts) == sorted(starts)
    assert starts[-1] == len(source)
    for at, letter in enumerate(text):
        assert letter in plain(unmix(source)[starts[at] :])
