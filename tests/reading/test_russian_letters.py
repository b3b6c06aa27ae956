"""The table of letter pairs has the shape that the code reads, and prefers Russian."""

from __future__ import annotations

import pytest

from newscli.reading.russian import LETTERS, PAIR_SURPRISAL, surprisal


def test_a_row_for_each_letter_and_a_column_for_each() -> None:
    assert "".join(PAIR_SURPRISAL) == " " + LETTERS
    assert {len(row) for row in PAIR_SURPRISAL.values()} == {len(LETTERS)}


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("новости", "ъывщйцы"),
        ("Новости", "нОВОСТИ"),
        ("«Заря»", "╚Заря╩"),
        ("город", "гоrод"),
    ],
)
def test_surprisal(likely: str, unlikely: str) -> None:
    assert surprisal(likely) < surprisal(unlikely)


def test_ascii_costs_nothing() -> None:
    assert surprisal("Report 2025: ok\r\n") == 0
