"""«начало», «конец», «первая половина» of what follows, or of this year, week, day."""

from __future__ import annotations

from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.meanings import Bound, Clock, InYear, Shift


def bound(match: Match) -> Interpretation:
    return Reading(Bound(str(match.one("BOUND").value)), weak=True)


def half(match: Match) -> Interpretation:
    number = match.number("ORDINAL")
    return Reading(Bound(f"H{number}"), weak=True) if number <= 2 else None


def bound_of_unit(match: Match) -> Interpretation:
    """«в конце года», «к началу недели»: of this one."""
    word = match.words[-1]
    if word.form not in ("года", "месяца", "недели", "дня", "квартала", "века", "десятилетия"):
        return None
    part = str(match.words[0].value)
    told = part if match.neighbour(-1).kind == "IN" else None  # «до конца года» is this one's
    return Reading(Shift(str(word.value), 0, bound=told), part)


def half_of_day(match: Match) -> Interpretation:
    part = {1: "MO", 2: "AF"}.get(match.number("ORDINAL"))
    return Clock(part) if part and match.words[-1].form == "дня" else None


def half_of_unit(match: Match) -> Interpretation:
    """«во втором полугодии», «в первой половине года»."""
    number = match.number("ORDINAL")
    return InYear(f"H{number}") if number <= 2 and match.words[-1].form == "года" else None


BOUND_RULES = (
    Rule("(самом) начале", "VERY? BOUND", bound),
    Rule("первая половина", "ORDINAL (HALF|SHORTHALF)", half),
    Rule("конце года", "BOUND DAYADJ? (YEARWORD|UNIT|DAYWORD|QUARTER|CENTURY)", bound_of_unit),
    Rule("второй половине дня", "ORDINAL HALF DAYWORD", half_of_day),
    Rule("первой половине года", "ORDINAL HALF YEARWORD", half_of_unit),
)
