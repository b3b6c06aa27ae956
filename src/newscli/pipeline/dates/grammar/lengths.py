"""Lengths of time: «два года», «за неделю», «последние три года», «двухнедельный»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar import ages, guards
from newscli.pipeline.dates.grammar.clocks import clock_at
from newscli.pipeline.dates.grammar.context import PREPOSITIONS
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.grammar.quantities import (
    UNIT_KINDS,
    duration_of,
    qualifier_of,
    quantities_of,
)
from newscli.pipeline.dates.meanings import Fixed, Interval
from newscli.pipeline.dates.values import length


def duration(match: Match) -> Interpretation:
    if ages.is_age(match.lexemes, match.first, match.last):
        return None
    if match.neighbour(-1).kind == "QUOTE" and (
        (match.words[0].capital and match.first > 1) or match.neighbour(1).kind == "QUOTE"
    ):
        return None  # a title: «Три минуты тишины», «60 минут»
    short = match.words[-1]
    if short.kind == "YEARWORD" and short.form in ("г", "гг"):
        return None  # «5 г» weighs
    if short.form == "ч" and match.neighbour(1).kind in ("INT", "NUMBER", "OTHER"):
        return None  # «п. 2 ч. 2 ст. 115»
    if short.form in ("году", "годом") or _counts_on(match):
        return None  # «на 85 году жизни», «до 37 недели беременности»
    value = duration_of(match)
    return Reading(Fixed("duration", value), qualifier_of(match)) if value else None


def _counts_on(match: Match) -> bool:
    """Whether the unit is in the singular after a number that wants the plural: it is the 37th."""
    number, unit = match.lexemes[match.last - 2], match.words[-1]
    if number.kind != "INT" or unit.form not in ("недели", "месяца", "года", "дня", "часа"):
        return False
    value = int(number.value or 0)
    return value % 10 not in (1, 2, 3, 4) or 11 <= value % 100 <= 14


def range_duration(match: Match) -> Interpretation:
    """«от двух до пяти лет»."""
    if ages.is_age(match.lexemes, match.first, match.last):
        return None
    first, last = match.all("INT", "COUNT", "NUMBER", "DECIMAL")[:2]
    if match.neighbour(-1).form == "с" and match.words[-1].value == "TH":  # «с 9 до 18 часов»
        begin, end = (clock_at(int(hour.value or 0), 0) for hour in (first, last))
        return Interval(begin, end) if begin and end else None
    unit = quantities_of(match)[-1].unit
    return Fixed(
        "duration",
        f"{length(float(first.value or 0), unit)}/{length(float(last.value or 0), unit)}",
    )


def single_unit(match: Match) -> Interpretation:
    """«за год», «на месяц», «в течение недели», «около часа», «более года»."""
    if not guards.is_single_unit(match.lexemes, match.last - 1):
        return None
    word = match.words[-1]
    number = None if word.form in guards.MANY_GENITIVE else 1
    return Reading(Fixed("duration", length(number, str(word.value))), qualifier_of(match))


def whole_unit(match: Match) -> Interpretation:
    """«всю неделю», «целый год», but «весь день»'s plural counts nothing."""
    word = match.words[-1]
    if match.words[0].form in ("все", "всех", "всем", "всеми", "целых", "целые"):
        return None
    return Fixed("duration", length(1, str(word.value)))


def last_units(match: Match) -> Interpretation:
    """«последние три года», «последнюю неделю», «ближайшие дни»."""
    pointer, word = match.words[0], match.words[-1]
    plural = pointer.form.endswith(("ие", "их", "им", "ими", "ые", "ых", "ым", "ыми"))
    if len(match.words) > 2:
        value = duration_of(match)
        return Fixed("duration", value) if value else None
    if word.form in ("сутки", "суток", "сутками", "сутках"):
        return Fixed("duration", "P1D")
    if str(word.value) == "D" and not plural:
        return None
    return Fixed("duration", length(None if plural else 1, str(word.value)))


def fixed_length(match: Match) -> Interpretation:
    return Reading(Fixed("duration", str(match.one("LENGTH").value)), qualifier_of(match))


def quarter_of(match: Match) -> Interpretation:
    value = "PT15M" if match.words[-1].kind == "HOUR" else "P25Y"
    return Reading(Fixed("duration", value), qualifier_of(match))


def length_adjective(match: Match) -> Interpretation:
    if ages.is_age_adjective(match.lexemes, match.first):
        return None
    return Fixed("duration", str(match.words[0].value))


def nth_unit(match: Match) -> Interpretation:
    """«(уже) третий день», «второй год подряд»: so long it has lasted."""
    number, unit = match.number("ORDINAL"), str(match.one(*UNIT_KINDS).value)
    return Fixed("duration", length(number, unit)) if 1 < number < 100 else None


def nth_week(match: Match) -> Interpretation:
    """«у подъезда вторую неделю стоит машина», but «на вторую неделю»."""
    ordinal, unit = match.words
    if unit.form != "неделю" or not ordinal.form.endswith("ую"):
        return None
    return None if match.neighbour(-1).kind in PREPOSITIONS else nth_unit(match)


def unknown_length(match: Match) -> Interpretation:
    """«месяцами», «годами»."""
    word = match.words[0]
    if not guards.is_adverbial(match.lexemes, match.first):
        return None
    return Fixed("duration", length(None, str(word.value)))


LENGTH_RULES = (
    Rule("два года", "QUALIFIER? QUANTITY (AND? COUNTABLE ANYUNIT)*", duration),
    Rule("год и два месяца", "YEARWORD AND (INT|COUNT) (UNIT|SHORTUNIT)", duration),
    Rule("двух до пяти лет", "(?<=FROM) COUNTABLE UNTIL COUNTABLE ANYUNIT", range_duration),
    Rule("(за) год", "(?<=DURING|ON|ABOUT|OVER) SINGLEUNIT", single_unit),
    Rule("более года", "QUALIFIER SINGLEUNIT", single_unit),
    Rule("неделю", "UNIT", single_unit),
    Rule("весь день", "WHOLE (UNIT|HOUR|DAYWORD|YEARWORD|CENTURY)", whole_unit),
    Rule(
        "последние три года, ближайшие дни",
        "(LASTFEW|NEXTFEW|DEIXIS) COUNTABLE ((DASH|AND) COUNTABLE)? ANYUNIT",
        last_units,
    ),
    Rule("последние полгода", "(LASTFEW|NEXTFEW) LENGTH", fixed_length),
    Rule("четверть часа", "QUALIFIER? FOURTH (HOUR|CENTURY)", quarter_of),
    Rule("последнюю неделю", "(LASTFEW|NEXTFEW) ANYUNIT", last_units),
    Rule("полгода", "QUALIFIER? LENGTH", fixed_length),
    Rule("двухнедельный", "LENGTHADJ", length_adjective),
    Rule("(уже) третий день", "(?<=ALREADY) ORDINAL (DAYWORD|UNIT|YEARWORD)", nth_unit),
    Rule("третий день (подряд)", "ORDINAL (DAYWORD|UNIT|YEARWORD) (?=INAROW)", nth_unit),
    Rule("вторую неделю", "ORDINAL UNIT", nth_week),
    Rule("годами", "UNIT|YEARWORD|HOUR|CENTURY", unknown_length),
)
