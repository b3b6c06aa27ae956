"""How many of which unit, as a TIMEX3 duration."""

from __future__ import annotations

from typing import NamedTuple

from newscli.pipeline.dates.grammar.matching import Match
from newscli.pipeline.dates.values import length


class Quantity(NamedTuple):
    """How many of which unit; `number` None where it is unknown («несколько недель»)."""

    number: float | None
    unit: str


def quantities_of(match: Match) -> list[Quantity]:
    found: list[Quantity] = []
    count: float | None = 1.0
    for word in match.words:
        if word.kind in ("INT", "NUMBER", "YEAR", "DECIMAL", "COUNT"):
            count = float(word.value or 0)
        elif word.kind == "SEVERAL":
            count = None
        elif word.kind == "AFTERNOON":  # «днём ранее»
            found.append(Quantity(count, "D"))
        elif word.kind == "HALF" and count is not None:
            count += 0.5
        elif isinstance(word.value, str) and word.kind in UNIT_KINDS:
            found.append(Quantity(count, word.value))
            count = 1.0
    return found


UNIT_KINDS = (
    "UNIT",
    "SMALLUNIT",
    "SHORTUNIT",
    "HOUR",
    "DAYWORD",
    "QUARTER",
    "HALFYEAR",
    "YEARWORD",
    "CENTURY",
)


def duration_of(match: Match) -> str | None:
    parts = [length(*quantity) for quantity in quantities_of(match)]
    dashed = match.all("DASH") or (match.has("AND") and len(parts) == 1)
    counts = match.all("INT", "NUMBER", "YEAR", "DECIMAL", "COUNT")
    if dashed and len(counts) == 2 and len(parts) == 1:
        unit = quantities_of(match)[0].unit
        return "/".join(length(float(count.value or 0), unit) for count in counts)
    if any("/" in part for part in parts):
        return None
    value = "P"
    for part in parts:
        piece = part[1:]
        value += piece[1:] if "T" in value and piece[0] == "T" else piece
    return value


def qualifier_of(match: Match) -> str | None:
    for word in match.words[:2]:
        if word.kind == "ROUGHLY":
            return str(word.value)
        if word.kind == "MORE":
            flipped = {"MORE_THAN": "LESS_THAN", "LESS_THAN": "MORE_THAN"}
            mod = str(word.value)
            return flipped[mod] if match.words[0].kind == "NOT" else mod
    return None
