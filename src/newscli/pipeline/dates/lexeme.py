"""The unit the grammar reads: a word, a number or a sign of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Sense(NamedTuple):
    """What a word form is to the grammar: its kind and what it stands for."""

    kind: str
    value: float | str | None = None


OTHER = Sense("OTHER")


class Word(NamedTuple):
    """A lexeme with its sense; `form` in lower case, е for ё."""

    kind: str
    value: float | str | None
    form: str
    capital: bool = False


@dataclass
class Lexemes:
    """The lexemes of `text`, in columns: most are never looked at, so a word is made on demand.

    Lexeme i stands between `starts[i]` and `ends[i]` (code points); `kinds` spells the kinds of all
    (`patterns.spell`).
    """

    text: str
    forms: list[str]
    senses: list[Sense]
    starts: list[int]
    ends: list[int]
    kinds: str = ""

    def __len__(self) -> int:
        return len(self.forms)

    def __getitem__(self, index: int) -> Word:
        return Word(*self.senses[index], self.forms[index], self.text[self.starts[index]].isupper())

    def words(self, first: int, last: int) -> list[Word]:
        """Lexemes `first` to `last` (exclusive)."""
        return [self[index] for index in range(first, min(last, len(self.forms)))]

    def append(self, form: str, sense: Sense, start: int, end: int) -> None:
        self.forms.append(form)
        self.senses.append(sense)
        self.starts.append(start)
        self.ends.append(end)

    def extend(self, others: Lexemes, first: int, last: int) -> None:
        """Append lexemes `first` to `last` (exclusive) of others."""
        self.forms.extend(others.forms[first:last])
        self.senses.extend(others.senses[first:last])
        self.starts.extend(others.starts[first:last])
        self.ends.extend(others.ends[first:last])
