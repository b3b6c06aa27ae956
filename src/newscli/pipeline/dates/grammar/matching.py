"""What a rule of the grammar is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newscli.pipeline.dates.grammar.context import at
from newscli.pipeline.dates.lexeme import Lexemes, Word
from newscli.pipeline.dates.meanings import Meaning


class Match:
    """The lexemes a pattern covers, `words`, and the ones around them."""

    def __init__(self, lexemes: Lexemes, first: int, last: int) -> None:
        self.lexemes, self.first, self.last = lexemes, first, last
        self.words = lexemes.words(first, last)

    def all(self, *kinds: str) -> list[Word]:
        return [word for word in self.words if word.kind in kinds]

    def one(self, *kinds: str) -> Word:
        return self.all(*kinds)[0]

    def number(self, *kinds: str) -> int:
        return int(self.one(*kinds).value or 0)

    def has(self, *kinds: str) -> bool:
        return any(word.kind in kinds for word in self.words)

    def neighbour(self, step: int) -> Word:
        """The lexeme `step` before the match (negative) or after it; a BREAK past the ends."""
        return at(self.lexemes, self.first + step if step < 0 else self.last + step - 1)


class Reading(NamedTuple):
    """A meaning with what the words around it add."""

    meaning: Meaning
    mod: str | None = None
    weak: bool = False


Interpretation = Meaning | Reading | None


class Rule(NamedTuple):
    """An example (the rule's name), the pattern, and what it means."""

    example: str
    pattern: str
    interpret: Callable[[Match], Interpretation]
