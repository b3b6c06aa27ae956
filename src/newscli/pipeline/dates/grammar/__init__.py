"""The expressions of time, one rule a shape.

A rule is an example, a pattern over kinds of lexemes, and a function from the matched words to
their meaning, or None where it is no date after all. The longest match wins, the earlier rule among
equals. What stands on both sides of a comma or a preposition is put together in `joining.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newscli.pipeline.dates.grammar.bounds import BOUND_RULES
from newscli.pipeline.dates.grammar.clocks import CLOCK_RULES
from newscli.pipeline.dates.grammar.days import DAY_RULES
from newscli.pipeline.dates.grammar.lengths import LENGTH_RULES
from newscli.pipeline.dates.grammar.matching import Match, Reading, Rule
from newscli.pipeline.dates.grammar.pointers import POINTER_RULES
from newscli.pipeline.dates.grammar.sets import SET_RULES
from newscli.pipeline.dates.grammar.shifts import SHIFT_RULES
from newscli.pipeline.dates.grammar.years import YEAR_RULES
from newscli.pipeline.dates.lexeme import Lexeme
from newscli.pipeline.dates.meanings import Expression
from newscli.pipeline.dates.patterns import compile_pattern, spell

RULES: tuple[Rule, ...] = (
    *DAY_RULES,
    *YEAR_RULES,
    *BOUND_RULES,
    *POINTER_RULES,
    *SHIFT_RULES,
    *CLOCK_RULES,
    *SET_RULES,
    *LENGTH_RULES,
)

# Kinds that no rule begins with: most of a text.
_NEVER_FIRST = {"OTHER", "COMMA", "DOT", "OPEN", "CLOSE", "QUOTE", "BREAK", "DASH"}
_NEVER_FIRST |= {"IN", "ON", "FROM", "TO", "UNTIL", "BY", "AND", "SELFSAME", "THAN", "DURING"}


def find_expressions(lexemes: Sequence[Lexeme]) -> list[Expression]:
    """All expressions of time that stand alone, left to right, none overlapping."""
    kinds = spell(lexeme.kind for lexeme in lexemes)
    found: list[Expression] = []
    at = 0
    while at < len(lexemes):
        expression = None
        if lexemes[at].kind not in _NEVER_FIRST:
            expression = _longest(lexemes, kinds, at)
        if expression:
            found.append(expression)
            at = expression.last
        else:
            at += 1
    return found


def _longest(lexemes: Sequence[Lexeme], kinds: str, first: int) -> Expression | None:
    ends = [
        (found.end(), rule)
        for rule, pattern in _compiled_rules()
        if (found := pattern.match(kinds, first))
    ]
    for last, rule in sorted(ends, key=lambda end: -end[0]):
        reading = rule.interpret(Match(lexemes, first, last))
        if reading is not None:
            meaning, mod, weak = reading if isinstance(reading, Reading) else Reading(reading)
            return Expression(first, last, meaning, mod, weak)
    return None


@lru_cache(maxsize=1)
def _compiled_rules() -> list[tuple[Rule, re.Pattern[str]]]:
    return [(rule, compile_pattern(rule.pattern)) for rule in RULES]
