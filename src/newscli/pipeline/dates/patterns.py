"""Patterns over kinds of lexemes, as in `DAYNUM MONTH YEARTAIL?`.

Each kind becomes one character, so that a text is a string and a pattern an ordinary regular
expression over it, matched at the speed of `re`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Names that stand for several kinds.
MACROS = {
    "DAYNUM": "INT|ORDINAL",
    "YEARTAIL": "(YEAR|YEARTH) YEARWORD?",
    "COUNTABLE": "INT|NUMBER|YEAR|DECIMAL|COUNT|SEVERAL",
    "ANYUNIT": ("UNIT|SMALLUNIT|SHORTUNIT|HOUR|DAYWORD|QUARTER|HALFYEAR|YEARWORD|CENTURY"),
    "SINGLEUNIT": "UNIT|HOUR|SMALLUNIT|DAYWORD|YEARWORD|QUARTER|CENTURY",
    "PERIODWORD": "UNIT|YEARWORD|DAYWORD|DAYPART|WEEKEND",
    "LINK": "DASH|AND|TO|UNTIL|COMMA",
    "QUANTITY": "COUNTABLE ((DASH|AND) COUNTABLE|FROM HALF)? ANYUNIT",
    "QUALIFIER": "(NOT? MORE THAN?|ROUGHLY)",
    "ZONETAIL": "ZONE|OPEN ZONE CLOSE|TO OTHER? TIMEWORD",
}

_letters: dict[str, str] = {}


def spell(kinds: Iterable[str]) -> str:
    """The string that patterns match against: one character a kind."""
    return "".join(map(_letter, kinds))


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern in names of kinds and macros as a regular expression over `spell`'s strings."""
    return re.compile(_translate(pattern))


def _letter(kind: str) -> str:
    return _letters.setdefault(kind, chr(0x1000 + len(_letters)))


def _translate(pattern: str) -> str:
    def name(found: re.Match[str]) -> str:
        macro = MACROS.get(found[0])
        return f"(?:{_translate(macro)})" if macro else _letter(found[0])

    return re.sub(r"[A-Z]+", name, pattern).replace(" ", "")
