"""The expressions of time, one rule a shape.

A rule is an example, a pattern over kinds of lexemes, and a function from the matched words to
their meaning, or None where it is no date after all. The longest match wins, the earlier rule among
equals. What stands on both sides of a comma or a preposition is put together in `joining.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.bounds import BOUND_RULES
from newscli.pipeline.dates.grammar.clocks import CLOCK_RULES
from newscli.pipeline.dates.grammar.days import DAY_RULES
from newscli.pipeline.dates.grammar.holidays import HOLIDAY_RULES
from newscli.pipeline.dates.grammar.lengths import LENGTH_RULES
from newscli.pipeline.dates.grammar.matching import Match, Reading, Rule
from newscli.pipeline.dates.grammar.pointers import POINTER_RULES
from newscli.pipeline.dates.grammar.sets import SET_RULES
from newscli.pipeline.dates.grammar.shifts import SHIFT_RULES
from newscli.pipeline.dates.grammar.years import YEAR_RULES
from newscli.pipeline.dates.lexeme import Lexemes
from newscli.pipeline.dates.meanings import Expression
from newscli.pipeline.dates.patterns import compile_pattern, first_letters

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


def find_expressions(lexemes: Lexemes) -> list[Expression]:
    """All expressions of time that stand alone, left to right, none overlapping."""
    rules = _rules_by_letter()
    kinds = lexemes.kinds
    found: list[Expression] = []
    end = 0
    for at, letter in enumerate(kinds):
        if letter in rules and at >= end:
            expression = _longest(rules[letter], lexemes, kinds, at)
            if expression:
                end = expression.last
                if not guards.is_address(lexemes, at):
                    found.append(expression)
    return found


_Compiled = tuple[Rule, re.Pattern[str]]


def _longest(
    rules: Sequence[_Compiled], lexemes: Lexemes, kinds: str, first: int
) -> Expression | None:
    ends = [
        (found.end(), rule) for rule, pattern in rules if (found := pattern.match(kinds, first))
    ]
    for last, rule in sorted(ends, key=lambda end: -end[0]):
        reading = rule.interpret(Match(lexemes, first, last))
        if reading is not None:
            meaning, mod, weak = reading if isinstance(reading, Reading) else Reading(reading)
            return Expression(first, last, meaning, mod, weak)
    return None


@lru_cache(maxsize=1)
def _rules_by_letter() -> dict[str, list[_Compiled]]:
    """The rules that may begin with a kind of lexeme: of most words of a text there are none."""
    rules: dict[str, list[_Compiled]] = {}
    for rule in RULES:
        compiled = rule, compile_pattern(rule.pattern)
        for letter in first_letters(rule.pattern):
            rules.setdefault(letter, []).append(compiled)
    return rules
