"""So long ago, or from now: «два года назад», «через три дня», «годом ранее»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Rule
from newscli.pipeline.dates.grammar.quantities import Quantity, quantities_of
from newscli.pipeline.dates.meanings import Fixed, Shift


def _shift(match: Match, sign: int, anchor: str) -> Interpretation:
    quantities = quantities_of(match)
    length_word = match.all("LENGTH")
    if length_word:
        value = str(length_word[0].value)
        quantities = [Quantity(float(value.strip("PTMY")), "TM" if "T" in value else value[-1])]
    count, unit = quantities[0]
    if match.neighbour(1).kind == "AFTER":
        return Fixed("date", None)  # «через три дня после выборов»
    if count is None:
        if anchor == "published":
            return Fixed("date", "PAST_REF" if sign < 0 else "FUTURE_REF")
        return Fixed("date", None)
    if len(quantities) > 1 or match.has("DASH"):
        return Fixed("date", None)
    if unit == "Y" and count != int(count):
        count, unit = count * 12, "M"
    if count != int(count):
        return Fixed("date", None)
    return Shift(unit, sign * int(count), anchor)


def ago(match: Match) -> Interpretation:
    return _shift(match, -1, "published")


def later(match: Match) -> Interpretation:
    """«годом ранее», «два дня спустя»: from the day the story stands at."""
    last = match.words[-1]
    return _shift(match, int(last.value or 1), "story")


def hence(match: Match) -> Interpretation:
    """«(через) три дня»."""
    return _shift(match, 1, "either")


SHIFT_RULES = (
    Rule("(через) три дня", "(?<=THROUGH|LATER) (QUANTITY|ANYUNIT|LENGTH)", hence),
    Rule("два года назад", "QUALIFIER? QUANTITY THAT? AGO", ago),
    Rule("неделю назад", "QUALIFIER? (ANYUNIT|LENGTH) THAT? AGO", ago),
    Rule("два дня спустя, тремя годами ранее", "QUANTITY (LATER|THEN)", later),
    Rule("годом ранее", "(UNIT|YEARWORD|DAYWORD|AFTERNOON|HOUR|LENGTH) (LATER|THEN)", later),
)
