"""Years and their parts, decades and centuries: «2016 год», «летом 2024 года», «XX век»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.context import is_nominal
from newscli.pipeline.dates.grammar.days import named_year
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.meanings import Fixed, Interval, InYear, Known


def season(match: Match) -> Interpretation:
    word = match.one("SEASON")
    alone = len(match.words) == 1
    if alone and not guards.is_season(match.lexemes, match.first):
        return None
    return InYear(str(word.value), named_year(match))


def late_season(match: Match) -> Interpretation:
    """«поздней осенью», «ранней весной 2024 года»."""
    part = InYear(str(match.one("SEASON").value), named_year(match))
    return Reading(part, str(match.words[0].value))


def season_of_two_years(match: Match) -> Interpretation:
    """A winter that begins in one year and ends in the next."""
    return InYear(str(match.one("SEASON").value), Known(f"{match.number('YEAR'):04}"))


def quarter(match: Match) -> Interpretation:
    number = match.number("ORDINAL", "ROMAN", "INT")
    return InYear(f"Q{number}", named_year(match)) if 1 <= number <= 4 else None


def quarters(match: Match) -> Interpretation:
    first, last = (int(word.value or 0) for word in match.all("ROMAN", "ORDINAL"))
    year = named_year(match)
    in_order = 1 <= first < last <= 4
    return Interval(InYear(f"Q{first}", year), InYear(f"Q{last}", year)) if in_order else None


def half_year(match: Match) -> Interpretation:
    number = match.number("ORDINAL", "ROMAN", "INT")
    return InYear(f"H{number}", named_year(match)) if 1 <= number <= 2 else None


def year(match: Match) -> Interpretation:
    """«2016 год», but not «2000 лет»; «в 305 году», «в 45-м году»."""
    if match.has("BC"):
        return Fixed("date", None)
    form = match.one("YEARWORD").form if match.has("YEARWORD") else ""
    if form in ("лет", "летами", "летам"):
        return None
    if match.neighbour(1).form == "жизни":
        return None  # «97-й год жизни»
    number = match.number("YEAR", "YEARTH", "NUMBER", "ORDINAL", "INT")
    if number >= 1000:
        return Known(f"{number:04}") if number < 2200 else None
    if match.has("ORDINAL"):
        # «в 98-м году»; «третий год» counts.
        if match.neighbour(-1).kind == "ON":
            return None  # «на 97-м году»
        written = match.one("ORDINAL").form[:1].isdigit() or number > 20
        return Known(f"{_full_year(number)}") if 10 <= number < 100 and written else None
    return Known(f"{number:04}") if form == "году" and number > 30 else None


def _full_year(short: int) -> int:
    return 2000 + short if short < 30 else 1900 + short


def bare_year(match: Match) -> Interpretation:
    if not guards.is_year(match.lexemes, match.first, match.last):
        return None
    return Known(f"{match.number('YEAR', 'YEARTH'):04}")


def years(match: Match) -> Interpretation:
    """«1985-1990», «2014 по 2017 год», «2006 и 2008 годах», «2018-19 годы»."""
    if match.has("UNTIL") and match.neighbour(-1).kind not in ("FROM", "BETWEEN"):
        return None
    if match.has("YEARWORD") and match.one("YEARWORD").form == "лет":
        return None
    if not match.has("YEARWORD") and not guards.is_year(match.lexemes, match.first, match.last):
        return None
    numbers = match.all("YEAR", "YEARTH", "INT")
    first, last = int(numbers[0].value or 0), int(numbers[-1].value or 0)
    if last < 100:
        last += first // 100 * 100
    if first >= last:
        return None
    if match.has("SCHOOLADJ"):
        return Fixed("date", None)
    return Interval(Known(f"{first:04}"), Known(f"{last:04}"))


def short_years(match: Match) -> Interpretation:
    """«семьдесят девятым и восемьдесят третьим годами»: of the last century."""
    first, last = (int(word.value or 0) for word in match.all("ORDINAL"))
    if not 31 < first < last < 100:
        return None
    return Interval(Known(f"19{first}"), Known(f"19{last}"))


def short_year(match: Match) -> Interpretation:
    """«в восемьдесят шестом», with nothing that it could count."""
    word = match.words[0]
    number = int(word.value or 0)
    counts = not word.form.endswith(("ом", "ем")) or is_nominal(match.neighbour(1))
    return None if counts or not 31 < number < 100 else Known(f"19{number}")


def unsettled_year(match: Match) -> Interpretation:
    """«2018 финансовом году» begins when its country says."""
    return Fixed("date", None)


def decade(match: Match) -> Interpretation:
    word = match.one("DECADE")
    number = int(word.value or 0)
    if len(match.words) == 1 and not guards.is_decade(match.lexemes, match.first):
        return None
    if number < 100:
        number += 2000 if number < 20 else 1900
    return Known(f"{number // 10:03}")


def decades(match: Match) -> Interpretation:
    first, last = (int(word.value or 0) for word in match.all("DECADE", "YEAR", "INT")[:2])
    first += 1900 if first < 100 else 0
    last += 1900 if last < 100 else 0
    return Interval(Known(f"{first // 10:03}"), Known(f"{last // 10:03}"))


def century(match: Match) -> Interpretation:
    if match.has("BC"):
        return Fixed("date", None)
    numbers = [int(word.value or 0) - 1 for word in match.all("ROMAN", "ORDINAL", "INT")]
    if not all(0 <= number <= 21 for number in numbers):
        return None
    if len(numbers) == 2:
        return Interval(Known(f"{numbers[0]:02}"), Known(f"{numbers[1]:02}"))
    return Known(f"{numbers[0]:02}")


YEAR_RULES = (
    Rule("летом 2024 года", "SEASON YEARTAIL?", season),
    Rule("поздней осенью", "LATEADJ SEASON YEARTAIL?", late_season),
    Rule("зиму 2024/25", "SEASON YEAR (SLASH|DASH) (YEAR|INT) YEARWORD?", season_of_two_years),
    Rule("второй квартал 2025 года", "(ORDINAL|ROMAN|INT) QUARTER YEARTAIL?", quarter),
    Rule("1 пол. 2025 г.", "(ORDINAL|ROMAN|INT) SHORTHALF YEARTAIL", half_year),
    Rule("1 кв. 2025 г.", "(ORDINAL|ROMAN|INT) SHORTQUARTER YEARTAIL", quarter),
    Rule("I кв.", "(ORDINAL|ROMAN) SHORTQUARTER", quarter),
    Rule(
        "III–IV кварталы", "(ROMAN|ORDINAL) (DASH|AND) (ROMAN|ORDINAL) QUARTER YEARTAIL?", quarters
    ),
    Rule(
        "первое полугодие 2025 года",
        "(ORDINAL|ROMAN|INT) HALFYEAR YEARTAIL?",
        half_year,
    ),
    Rule("2016 год, 44 году до н. э.", "(YEAR|YEARTH|NUMBER|ORDINAL|INT) YEARWORD BC?", year),
    Rule("текущего 2018 года", "(DEIXIS|THIS|THAT SELFSAME?) (YEAR|YEARTH) YEARWORD?", year),
    Rule("(в) 2016-м", "YEAR|YEARTH", bare_year),
    Rule("2014 по 2017 год", "(YEAR|YEARTH) (COMMA|LINK|SLASH) (YEAR|YEARTH|INT) YEARWORD", years),
    Rule("2010, 2012 и 2014 годах", "(YEAR COMMA){1,9} YEAR AND YEAR YEARWORD", years),
    Rule(
        "(между) семьдесят девятым и восемьдесят третьим годами",
        "(?<=BETWEEN|FROM) ORDINAL (AND|TO|UNTIL) ORDINAL YEARWORD",
        short_years,
    ),
    Rule("(в) восемьдесят шестом", "(?<=IN) ORDINAL", short_year),
    Rule("(1985–1990)", "YEAR DASH (YEAR|INT)", years),
    Rule(
        "2018/2019 учебном году", "YEAR (SLASH|DASH) (YEAR|INT) SCHOOLADJ YEARWORD", unsettled_year
    ),
    Rule("2018 финансовый год", "(YEAR|DEIXIS|THIS) SCHOOLADJ YEARWORD", unsettled_year),
    Rule("1990-е годы", "DECADE YEARWORD?", decade),
    Rule("1980-е – 1990-е годы", "(DECADE|YEAR|INT) DASH DECADE YEARWORD?", decades),
    Rule("XX век", "(ROMAN|ORDINAL|INT) CENTURY BC?", century),
    Rule("XX в.", "(ROMAN|ORDINAL|INT) IN DOT BC?", century),
    Rule("XIX–XX века", "(ROMAN|ORDINAL) (DASH|AND|TO|UNTIL) (ROMAN|ORDINAL) CENTURY", century),
)
