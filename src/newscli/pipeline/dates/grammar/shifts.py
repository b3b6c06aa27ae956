"""So long ago, or from now: «два года назад», «через три дня», «годом ранее»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar.context import is_process
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.grammar.quantities import (
    Quantity,
    duration_of,
    qualifier_of,
    quantities_of,
)
from newscli.pipeline.dates.meanings import Fixed, Shift


def _shift(match: Match, sign: int, anchor: str) -> Shift | Fixed:
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


def before_that(match: Match) -> Interpretation:
    """«(за) день до этого»: from the day the story stands at."""
    if match.words[-1].form not in ("этого", "того") or match.neighbour(1).kind == "COMMA":
        return None  # «за день до того, как»
    return _shift(match, -1, "story")


def sooner_than(match: Match) -> Interpretation:
    """«менее чем через 12 часов после отставки»: what lies between two events is a length."""
    value = duration_of(match)
    return Reading(Fixed("duration", value), _COMPARED[match.neighbour(-3).form]) if value else None


_COMPARED = {"менее": "LESS_THAN", "наименее": "LESS_THAN", "более": "MORE_THAN"}
_COMPARED |= {"меньше": "LESS_THAN", "больше": "MORE_THAN"}


def ago(match: Match) -> Interpretation:
    return _shift(match, -1, "published")


def later(match: Match) -> Interpretation:
    """«годом ранее», «два дня спустя»: from the day the story stands at."""
    last = match.words[-1]
    return _shift(match, int(last.value or 1), "story")


def hence(match: Match) -> Interpretation:
    """«(через) три дня», but «(спустя) восемь лет заключения» is how long it took."""
    if is_process(match.neighbour(1)):
        value = duration_of(match)
        return Fixed("duration", value) if value else None
    shift = _shift(match, 1, "either")
    return Reading(shift, qualifier_of(match)) if shift else None


SHIFT_RULES = (
    Rule("(менее чем через) 12 часов", "(?<=MORE THAN THROUGH) QUANTITY", sooner_than),
    Rule(
        "(через всего) три дня",
        "(?<=THROUGH JUST|THROUGH ABOUT|LATER JUST|LATER ABOUT) QUANTITY",
        hence,
    ),
    Rule("(через) примерно три дня", "(?<=THROUGH|LATER) ROUGHLY QUANTITY", hence),
    Rule(
        "(за) день до этого", "(?<=DURING) (QUANTITY|ANYUNIT|LENGTH) UNTIL (THIS|THAT)", before_that
    ),
    Rule("(через) три дня", "(?<=THROUGH|LATER) (QUANTITY|ANYUNIT|LENGTH)", hence),
    Rule("два года назад", "QUALIFIER? QUANTITY THAT? AGO", ago),
    Rule("неделю назад", "QUALIFIER? (ANYUNIT|LENGTH) THAT? AGO", ago),
    Rule("два дня спустя, тремя годами ранее", "QUANTITY (LATER|THEN)", later),
    Rule("годом ранее", "(UNIT|YEARWORD|DAYWORD|AFTERNOON|HOUR|LENGTH) (LATER|THEN)", later),
)
