"""The unit the grammar reads: a word, a number or a sign of one kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, overload


class Word(NamedTuple):
    """What a piece of text is, wherever it stands; `form` in lower case, е for ё."""

    kind: str
    value: float | str | None
    form: str
    capital: bool = False


class Lexeme(NamedTuple):
    """A piece of text between `start` and `end` (code points): a `Word` at its place."""

    kind: str
    value: float | str | None
    start: int
    end: int
    form: str
    capital: bool = False


class Lexemes(Sequence[Lexeme]):
    """The lexemes of a text, in columns: most are never looked at, so they are made when asked for.

    `words[i]` stands between `starts[i]` and `ends[i]`.
    """

    def __init__(self, words: list[Word], starts: list[int], ends: list[int]) -> None:
        self.words, self.starts, self.ends = words, starts, ends

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, index: int) -> Lexeme: ...
    @overload
    def __getitem__(self, index: slice) -> list[Lexeme]: ...
    def __getitem__(self, index: int | slice) -> Lexeme | list[Lexeme]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self.words)))]
        word = self.words[index]
        return Lexeme(
            word.kind, word.value, self.starts[index], self.ends[index], word.form, word.capital
        )
