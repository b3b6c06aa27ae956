"""Patterns over kinds of lexemes, as in `DAYNUM MONTH YEARTAIL?`.

Each kind becomes one character, so that a text is a string and a pattern an ordinary regular
expression over it, matched at the speed of `re`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

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
_BEHIND = re.compile(r"\(\?<=([^)]*)\)")


def beginnings(pattern: str) -> frozenset[str]:
    """The first two characters of all that `pattern` can match, or the one if it is no more."""
    return frozenset(_beginnings(_tokens(pattern)))


def letters_before(pattern: str) -> frozenset[str] | None:
    """What may stand before a match of `pattern`, None if that is anything."""
    behind = _BEHIND.match(pattern)
    return behind and frozenset(_LETTERS[kind] for kind in _last_kinds(behind[1]))


def _last_kinds(alternatives: str) -> Iterator[str]:
    for kinds in alternatives.split("|"):
        last = kinds.split()[-1]
        yield from _last_kinds(MACROS[last]) if last in MACROS else (last,)


def _tokens(pattern: str) -> deque[str]:
    """The pattern's pieces, without what it only looks at behind and ahead."""
    return deque(token for token in _TOKEN.findall(pattern) if not token.startswith("(?"))


def _beginnings(tokens: deque[str]) -> set[str]:
    """The same of tokens up to a closing bracket, which may also match nothing."""
    ways, way = set[str](), {""}
    while tokens and tokens[0] != ")":
        token = tokens.popleft()
        if token == "|":
            ways, way = ways | way, {""}
            continue
        if token == "(":
            part = _beginnings(tokens)
            tokens.popleft()
        elif token in MACROS:
            part = _beginnings(_tokens(MACROS[token]))
        else:
            part = {_LETTERS[token]}
        if tokens and tokens[0][0] in "?*+{":
            repeat = tokens.popleft()
            part = part if repeat == "?" else part | _chain(part, part)
            part = part | {""} if repeat in "?*" else part
        way = _chain(way, part)
    return ways | way


def _chain(firsts: set[str], seconds: set[str]) -> set[str]:
    return {(first + second)[:2] for first in firsts for second in seconds}
