"""NEREL's dates with the ends that the contract gives to ours."""

from __future__ import annotations

import pytest

from training.dates import our_ends


@pytest.mark.parametrize(
    ("text", "date", "ours"),
    [
        ("в течение 12 часов", "течение 12 часов", "12 часов"),
        ("на протяжении многих лет", "протяжении многих лет", "многих лет"),
        ("в 1933г. он уехал", "1933г", "1933г."),
        ("в 1929 году родился", "1929", "1929 году"),
        ("за 1912–1914 гг. он", "1912–1914", "1912–1914 гг."),
        ("умер от COVID-19", "19", None),
        ("с 3-4 июня", "4 июня", "4 июня"),
        ("28 июня", "28 июня", "28 июня"),
    ],
)
def test_ends(text: str, date: str, ours: str | None) -> None:
    start = text.index(date)
    ends = our_ends(text, start, start + len(date))
    assert (ends and text[slice(*ends)]) == ours
