"""Repetitions: «ежегодно», «каждую пятницу», «по вторникам», «раз в неделю»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar.days import in_year
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Rule
from newscli.pipeline.dates.grammar.quantities import duration_of
from newscli.pipeline.dates.meanings import Fixed


def repetition(match: Match) -> Interpretation:
    return Fixed("set", str(match.words[0].value))


def every(match: Match) -> Interpretation:
    """«каждую пятницу», «каждые три года», «каждое утро», «каждую весну»."""
    word = match.words[-1]
    if word.kind == "WEEKDAY":
        return Fixed("set", f"XXXX-WXX-{word.value}")
    if word.kind == "DAYPART":
        return Fixed("set", f"XXXX-XX-XXT{word.value}")
    if word.kind == "SEASON":
        return Fixed("set", f"XXXX-{word.value}")
    if word.kind == "MONTH":
        return Fixed("set", f"XXXX-{word.value:02}")
    if word.kind == "WEEKEND":
        return Fixed("set", "XXXX-WXX-WE")
    value = duration_of(match)
    return Fixed("set", value) if value else None


def on_weekdays(match: Match) -> Interpretation:
    word = match.words[-1]
    return Fixed("set", f"XXXX-WXX-{word.value}") if word.form.endswith("м") else None


def on_weekends(match: Match) -> Interpretation:
    return Fixed("set", "XXXX-WXX-WE")


def on_day_parts(match: Match) -> Interpretation:
    word = match.words[-1]
    return (
        Fixed("set", f"XXXX-XX-XXT{word.value}")
        if word.form.endswith(("ам", "рам", "чам"))
        else None
    )


def times_a_unit(match: Match) -> Interpretation:
    """«раз в неделю», «дважды в год», «раз в две недели»."""
    value = duration_of(match)
    return Fixed("set", value) if value else None


def every_day_of_year(match: Match) -> Interpretation:
    """«каждое 1 сентября»."""
    day = in_year(f"{match.number('MONTH'):02}-{match.number('INT', 'ORDINAL'):02}", match)
    return Fixed("set", f"XXXX-{day.part}") if day else None


def every_length(match: Match) -> Interpretation:
    """«каждые полчаса», «раз в полгода»."""
    return Fixed("set", str(match.one("LENGTH").value))


def every_month_on(match: Match) -> Interpretation:
    """«15-го числа каждого месяца»."""
    day = match.number("INT", "ORDINAL")
    return Fixed("set", f"XXXX-XX-{day:02}") if match.words[-1].value == "M" else None


def on_workdays(match: Match) -> Interpretation:
    return Fixed("set", "XXXX-WXX-WD")


SET_RULES = (
    Rule("ежегодно", "SETADV|SETADJ", repetition),
    Rule("каждую пятницу", "EVERY (WEEKDAY|DAYPART|SEASON|MONTH|WEEKEND|ANYUNIT|QUANTITY)", every),
    Rule("(по) вторникам", "(?<=TO|AND|COMMA) WEEKDAYS", on_weekdays),
    Rule("(по) выходным", "(?<=TO) WEEKEND DAYWORD?", on_weekends),
    Rule("(по) будням", "(?<=TO) (WORKDAYS|(WORKADJ|DAYADJ) DAYWORD)", on_workdays),
    Rule("15-го числа каждого месяца", "DAYNUM NUMERAL EVERY UNIT", every_month_on),
    Rule("каждое 1 сентября", "EVERY DAYNUM MONTH", every_day_of_year),
    Rule("каждые полчаса, раз в полгода", "(EVERY|TIMES IN) LENGTH", every_length),
    Rule("(по) утрам", "(?<=TO) DAYPART", on_day_parts),
    Rule(
        "раз в неделю",
        "(INT|COUNT|SEVERAL)? TIMES IN (UNIT|YEARWORD|DAYWORD|HOUR|QUARTER|QUANTITY)",
        times_a_unit,
    ),
)
