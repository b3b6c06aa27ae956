"""Who is believed about the day of publication, and what is said of a contradiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import SourceError
from newscli.reading.articles import day_in_name, make_article, settle_published

TEXT = "date: 2025-09-03\n\nТверь, 4 сентября 2025 г.\n\nМост открыли в Твери.\n"


def test_the_order_of_trust() -> None:
    everything = {"published": "2025-09-01", "recorded": "2025-09-02"}
    named = "2025-09-05-мост.txt"
    assert make_article(TEXT, "a", **everything, file_name=named).published == "2025-09-01"
    assert make_article(TEXT, "a", recorded="2025-09-02").published == "2025-09-02"
    assert make_article(TEXT, "a", file_name=named).published == "2025-09-03"
    dateline_only = TEXT.partition("\n\n")[2]
    assert make_article(dateline_only, "a", file_name=named).published == "2025-09-04"
    assert make_article("Мост открыли.", "a", file_name=named).published == "2025-09-05"
    assert make_article("Мост открыли.", "a").published is None


def test_contradictions_are_told() -> None:
    article = make_article(TEXT, "a", file_name="2025-09-03.txt")
    assert article.warnings == (
        "published 2025-09-03 by the header, but 2025-09-04 by the dateline",
    )


def test_agreement_is_silent() -> None:
    claims = (("the header", "2025-09-03"), ("the record", None), ("the dateline", "2025-09-03"))
    assert settle_published(*claims) == ("2025-09-03", ())


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-09-03-most.txt", "2025-09-03"),
        ("news_2025-09-03_most.txt", "2025-09-03"),
        ("2025-02-31-2025-03-01.txt", "2025-03-01"),
        ("most_2025_09_03.txt", "2025-09-03"),
        ("20250903-most.txt", "2025-09-03"),
        ("03.09.2025 most.txt", "2025-09-03"),
        ("most-20259903-03-09-2025.txt", "2025-09-03"),
        ("12345678.txt", None),
        ("2025-13-01.txt", None),
        ("12025-09-03.txt", None),
        ("most.txt", None),
    ],
)
def test_day_in_a_file_name(name: str, day: str | None) -> None:
    assert day_in_name(name) == day


def test_lost_characters_are_told() -> None:
    assert "U+FFFD" in make_article("Мост\ufffd открыли.", "a").warnings[0]


@pytest.mark.parametrize("text", ["", " \r\n\t "])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(SourceError, match="is empty"):
        make_article(text, "a")


@given(st.text().filter(str.strip))
def test_the_text_stays_as_it_is(text: str) -> None:
    assert make_article(text, "a").text == text
