"""Patterns over kinds of lexemes, as in `DAYNUM MONTH YEARTAIL?`.

Each kind becomes one character, so that a text is a string and a pattern an ordinary regular
expression over it, matched at the speed of `re`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

# Names that stand for several kinds.
MACROS = {
    "DAYNUM": "INT|ORDINAL",
    "YEARTAIL": "((YEAR|YEARTH) YEARWORD?|THISYEAR)",
    "COUNTABLE": "INT|NUMBER|YEAR|DECIMAL|COUNT|SEVERAL",
    "ANYUNIT": ("UNIT|SMALLUNIT|SHORTUNIT|HOUR|DAYWORD|QUARTER|HALFYEAR|YEARWORD|CENTURY"),
    "SINGLEUNIT": "UNIT|HOUR|SMALLUNIT|DAYWORD|YEARWORD|QUARTER|CENTURY",
    "PERIODWORD": "UNIT|YEARWORD|DAYWORD|DAYPART|WEEKEND",
    "LINK": "DASH|AND|TO|UNTIL|COMMA",
    "QUANTITY": "COUNTABLE ((DASH|AND) COUNTABLE|FROM HALF)? DAYADJ? ANYUNIT",
    "DAYPREPOSITION": "IN|ON|BY|UNTIL|AFTER|BEFORE|UNDER",
    "QUALIFIER": "(NOT? MORE THAN?|ROUGHLY)",
    "ZONETAIL": "ZONE|TO ZONEPLACE|OPEN ZONE CLOSE|TO OTHER? TIMEWORD",
}


class _Letters(dict[str, str]):
    """A character for each kind, given out as kinds come up."""

    def __missing__(self, kind: str) -> str:
        return self.setdefault(kind, chr(0x1000 + len(self)))


_LETTERS = _Letters()


def spell(kinds: Iterable[str]) -> str:
    """The string that patterns match against: one character a kind."""
    return "".join(map(_LETTERS.__getitem__, kinds))


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern in names of kinds and macros as a regular expression over `spell`'s strings."""
    return re.compile(_translate(pattern))


def _translate(pattern: str) -> str:
    def name(found: re.Match[str]) -> str:
        macro = MACROS.get(found[0])
        return f"(?:{_translate(macro)})" if macro else _LETTERS[found[0]]

    return re.sub(r"[A-Z]+", name, pattern).replace(" ", "")


_TOKEN = re.compile(r"\(\?<?=[^)]*\)|[A-Z]+|\{[^}]*\}|[()|?*+]")


def first_letters(pattern: str) -> frozenset[str]:
    """The characters of `spell` that a match of `pattern` may begin with."""
    kinds, _ = _first_kinds(_tokens(pattern))
    return frozenset(_LETTERS[kind] for kind in kinds)


def _tokens(pattern: str) -> deque[str]:
    """The pattern's pieces, without what it only looks at behind and ahead."""
    return deque(token for token in _TOKEN.findall(pattern) if not token.startswith("(?"))


def _first_kinds(tokens: deque[str]) -> tuple[set[str], bool]:
    """What tokens up to a closing bracket may begin with, and whether they may be nothing."""
    kinds: set[str] = set()
    may_be_nothing, all_optional = False, True
    while tokens and tokens[0] != ")":
        token = tokens.popleft()
        if token == "|":
            may_be_nothing, all_optional = may_be_nothing or all_optional, True
            continue
        inner, optional = {token}, False
        if token == "(":
            inner, optional = _first_kinds(tokens)
            tokens.popleft()
        elif token in MACROS:
            inner, optional = _first_kinds(_tokens(MACROS[token]))
        if tokens and tokens[0][0] in "?*+{":
            optional = tokens.popleft() in ("?", "*") or optional
        if all_optional:
            kinds |= inner
        all_optional = all_optional and optional
    return kinds, may_be_nothing or all_optional
