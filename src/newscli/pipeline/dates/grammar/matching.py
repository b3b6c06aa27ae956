"""What a rule of the grammar is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newscli.pipeline.dates.lexeme import Lexeme
from newscli.pipeline.dates.meanings import Meaning


@dataclass(frozen=True)
class Match:
    """The lexemes a pattern covers, and the ones around them."""

    lexemes: Sequence[Lexeme]
    first: int
    last: int

    @property
    def words(self) -> Sequence[Lexeme]:
        return self.lexemes[self.first : self.last]

    def all(self, *kinds: str) -> list[Lexeme]:
        return [word for word in self.words if word.kind in kinds]

    def one(self, *kinds: str) -> Lexeme:
        return self.all(*kinds)[0]

    def number(self, *kinds: str) -> int:
        return int(self.one(*kinds).value or 0)

    def has(self, *kinds: str) -> bool:
        return any(word.kind in kinds for word in self.words)

    def neighbour(self, step: int) -> Lexeme:
        """The lexeme `step` before the match (negative) or after it; a BREAK past the ends."""
        at = self.first + step if step < 0 else self.last + step - 1
        inside = 0 <= at < len(self.lexemes)
        return self.lexemes[at] if inside else Lexeme("BREAK", None, 0, 0, "")


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
