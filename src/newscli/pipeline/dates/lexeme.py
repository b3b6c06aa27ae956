"""The unit the grammar reads: a word, a number or a sign of one kind."""

from __future__ import annotations

from typing import NamedTuple


class Lexeme(NamedTuple):
    """A piece of text between `start` and `end` (code points); `form` in lower case, е for ё."""

    kind: str
    value: float | str | None
    start: int
    end: int
    form: str
    capital: bool = False
