"""The expressions of time, one rule a shape.

A rule is an example, a pattern over kinds of lexemes, and a function from the matched words to
their meaning, or None where it is no date after all. The longest match wins, the earlier rule among
equals. What stands on both sides of a comma or a preposition is put together in `joining.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.bounds import BOUND_RULES
from newscli.pipeline.dates.grammar.clocks import CLOCK_RULES
from newscli.pipeline.dates.grammar.days import DAY_RULES
from newscli.pipeline.dates.grammar.holidays import HOLIDAY_RULES
from newscli.pipeline.dates.grammar.lengths import LENGTH_RULES
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.grammar.pointers import POINTER_RULES
from newscli.pipeline.dates.grammar.sets import SET_RULES
from newscli.pipeline.dates.grammar.shifts import SHIFT_RULES
from newscli.pipeline.dates.grammar.years import YEAR_RULES
from newscli.pipeline.dates.lexeme import Lexemes
from newscli.pipeline.dates.meanings import Expression
from newscli.pipeline.dates.patterns import beginnings, compile_pattern, letters_before

RULES: tuple[Rule, ...] = (
    *DAY_RULES,
    *YEAR_RULES,
    *BOUND_RULES,
    *POINTER_RULES,
    *SHIFT_RULES,
    *HOLIDAY_RULES,
    *CLOCK_RULES,
    *SET_RULES,
    *LENGTH_RULES,
)


# So many surroundings of a word that may begin a date are remembered.
_CACHED_SURROUNDINGS = 4_000


def find_expressions(lexemes: Lexemes) -> list[Expression]:
    """All expressions of time that stand alone, left to right, none overlapping."""
    kinds = lexemes.kinds
    found: list[Expression] = []
    end = 0
    for start in _beginning().finditer(kinds):
        at = start.start()
        if at >= end and (rules := _rules_at(kinds[at - 1 : at], kinds[at : at + 2])):
            expression = _longest(rules, lexemes, kinds, at)
            if expression:
                end = expression.last
                if not guards.is_address(lexemes, at):
                    found.append(expression)
    return found


def _longest(
    rules: Sequence[_Compiled], lexemes: Lexemes, kinds: str, first: int
) -> Expression | None:
    ends = [(found.end(), rule.interpret) for rule in rules if (found := rule.match(kinds, first))]
    for last, interpret in sorted(ends, key=lambda end: -end[0]):
        reading = interpret(Match(lexemes, first, last))
        if reading is not None:
            meaning, mod, weak = reading if isinstance(reading, Reading) else Reading(reading)
            return Expression(first, last, meaning, mod, weak)
    return None


class _Compiled(NamedTuple):
    """A rule made ready: what its pattern is, may begin with, and may follow."""

    match: Callable[[str, int], re.Match[str] | None]
    beginnings: frozenset[str]
    before: frozenset[str] | None
    interpret: Callable[[Match], Interpretation]


@lru_cache(maxsize=1)
def _rules_by_letter() -> dict[str, list[_Compiled]]:
    """The rules that may begin with a kind of lexeme: of most words of a text there are none."""
    rules: dict[str, list[_Compiled]] = {}
    for rule in RULES:
        compiled = _Compiled(
            compile_pattern(rule.pattern).match,
            beginnings(rule.pattern),
            letters_before(rule.pattern),
            rule.interpret,
        )
        for letter in {beginning[0] for beginning in compiled.beginnings}:
            rules.setdefault(letter, []).append(compiled)
    return rules


@lru_cache(maxsize=_CACHED_SURROUNDINGS)
def _rules_at(before: str, letters: str) -> list[_Compiled]:
    """The rules that may begin with two kinds of lexemes after a third one."""
    return [
        rule
        for rule in _rules_by_letter()[letters[0]]
        if (letters in rule.beginnings or letters[0] in rule.beginnings)
        and (rule.before is None or before in rule.before)
    ]


@lru_cache(maxsize=1)
def _beginning() -> re.Pattern[str]:
    """The letters that a rule may begin with."""
    return re.compile(f"[{''.join(_rules_by_letter())}]")
