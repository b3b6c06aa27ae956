"""The expressions of time, one rule a shape.

A rule is a pattern over kinds of lexemes and a function from the matched words to their meaning,
or None where it is no date after all. The longest match wins, the earlier rule among equals.
What stands on both sides of a comma or a preposition is put together in `joining.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from newscli.pipeline.dates import guards
from newscli.pipeline.dates.lexer import Lexeme, length
from newscli.pipeline.dates.meanings import (
    Bound,
    Clock,
    Expression,
    Fixed,
    Interval,
    InYear,
    Known,
    Meaning,
    Same,
    Shift,
    Weekday,
    YearName,
)
from newscli.pipeline.dates.patterns import compile_pattern, spell


@dataclass(frozen=True)
class Match:
    """The lexemes a pattern covers, and the ones around them."""

    lexemes: Sequence[Lexeme]
    first: int
    last: int

    @property
    def words(self) -> Sequence[Lexeme]:
        return self.lexemes[self.first : self.last]

    def all(self, *kinds: str) -> list[Lexeme]:
        return [word for word in self.words if word.kind in kinds]

    def one(self, *kinds: str) -> Lexeme:
        return self.all(*kinds)[0]

    def number(self, *kinds: str) -> int:
        return int(self.one(*kinds).value or 0)

    def has(self, *kinds: str) -> bool:
        return any(word.kind in kinds for word in self.words)

    def neighbour(self, step: int) -> Lexeme:
        """The lexeme `step` before the match (negative) or after it; a BREAK past the ends."""
        at = self.first + step if step < 0 else self.last + step - 1
        inside = 0 <= at < len(self.lexemes)
        return self.lexemes[at] if inside else Lexeme("BREAK", None, 0, 0, "")


class Reading(NamedTuple):
    """A meaning with what the words around it add."""

    meaning: Meaning
    mod: str | None = None
    weak: bool = False


Interpretation = Meaning | Reading | None


class Rule(NamedTuple):
    """An example (the rule's name), the pattern, and what it means."""

    example: str
    pattern: str
    interpret: Callable[[Match], Interpretation]


# ---------------------------------------------------------------------------- days, months, years


def _year(match: Match) -> YearName | None:
    years = match.all("YEAR", "YEARTH")
    return Known(f"{years[-1].value:04}") if years else None


def _in_year(part: str, match: Match) -> InYear | None:
    """A day or month, if the calendar has it."""
    year = _year(match)
    month, _, day = part.partition("-")
    try:
        date(int(year.value) if isinstance(year, Known) else 2024, int(month), int(day or 1))
    except ValueError:
        return None
    return InYear(part, year)


def numeric_date(match: Match) -> Interpretation:
    word = match.words[0]
    if word.kind == "ISODATE":
        day, time = word.form[:10], word.form[11:16]
    else:
        d, m, y = (int(part) for part in word.form.replace("/", ".").replace("-", ".").split("."))
        year = y if y >= 1000 else 2000 + y if y < 50 else 1900 + y
        day, time = f"{year:04}-{m:02}-{d:02}", ""
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return Clock(time, Known(day)) if time else Known(day)


def day_of_month(match: Match) -> Interpretation:
    return _in_year(f"{match.number('MONTH'):02}-{match.number('INT', 'ORDINAL'):02}", match)


def days_of_month(match: Match) -> Interpretation:
    links = match.all("TO", "UNTIL")
    if links and match.neighbour(-1).kind not in ("FROM", "BETWEEN"):
        return None
    numbers = match.all("INT", "ORDINAL")
    month = match.number("MONTH")
    first = _in_year(f"{month:02}-{int(numbers[0].value or 0):02}", match)
    last = _in_year(f"{month:02}-{int(numbers[-1].value or 0):02}", match)
    return Interval(first, last) if first and last and first.part < last.part else None


def numeric_days(match: Match) -> Interpretation:
    """«25-26.07»: days and months in figures."""
    first, last = match.words[0], match.words[-1]
    day, month = last.form.split(".")
    first_day, _, first_month = first.form.partition(".")
    begin = _in_year(f"{first_month or month}-{int(first_day):02}", match)
    end = _in_year(f"{month}-{int(day):02}", match)
    return Interval(begin, end) if begin and end and begin.part < end.part else None


def numeric_day(match: Match) -> Interpretation:
    """«26.07» only where a clock or a price would not stand."""
    day, month = match.words[0].form.split(".")
    return _in_year(f"{month}-{int(day):02}", match)


def numeral_days(match: Match) -> Interpretation:
    """«в 20-х числах марта»: days that nobody can name."""
    return Fixed("date", None)


def day_of_this_month(match: Match) -> Interpretation:
    """«15-го числа»: the month is left open."""
    return Fixed("date", None)


def month(match: Match) -> Interpretation:
    word = match.one("MONTH")
    alone = len(match.words) == 1
    if alone and not guards.is_month(match.lexemes, match.first):
        return None
    return _in_year(f"{word.value:02}", match)


def months(match: Match) -> Interpretation:
    links = match.all("TO", "UNTIL")
    if links and match.neighbour(-1).kind not in ("FROM", "BETWEEN"):
        return None
    first, last = match.all("MONTH")
    begin, end = _in_year(f"{first.value:02}", match), _in_year(f"{last.value:02}", match)
    return Interval(begin, end) if begin and end and begin.part < end.part else None


def months_of_year(match: Match) -> Interpretation:
    """«девять месяцев 2018 года»: from January on."""
    count = match.number("INT", "COUNT")
    year = _year(match)
    return Interval(InYear("01", year), InYear(f"{count:02}", year)) if 1 < count <= 12 else None


def season(match: Match) -> Interpretation:
    word = match.one("SEASON")
    alone = len(match.words) == 1
    if alone and not guards.is_season(match.lexemes, match.first):
        return None
    return InYear(str(word.value), _year(match))


def season_of_two_years(match: Match) -> Interpretation:
    """A winter that begins in one year and ends in the next."""
    return InYear(str(match.one("SEASON").value), Known(f"{match.number('YEAR'):04}"))


def quarter(match: Match) -> Interpretation:
    number = match.number("ORDINAL", "ROMAN", "INT")
    return InYear(f"Q{number}", _year(match)) if 1 <= number <= 4 else None


def half_year(match: Match) -> Interpretation:
    number = match.number("ORDINAL", "ROMAN", "INT")
    return InYear(f"H{number}", _year(match)) if 1 <= number <= 2 else None


def year(match: Match) -> Interpretation:
    """«2016 год», but not «2000 лет»; «в 305 году», «в 45-м году»."""
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
    numbers = [int(word.value or 0) - 1 for word in match.all("ROMAN", "ORDINAL", "INT")]
    if not all(0 <= number <= 21 for number in numbers):
        return None
    if match.lexemes[match.last - 1].kind == "IN" and match.neighbour(1).kind != "DOT":
        return None
    if len(numbers) == 2:
        return Interval(Known(f"{numbers[0]:02}"), Known(f"{numbers[1]:02}"))
    return Known(f"{numbers[0]:02}")


# --------------------------------------------------------------------- pointing from where we stand


def relative_day(match: Match) -> Interpretation:
    return Shift("D", match.number("RELDAY", "RELADJ"))


def part_of_relative_day(match: Match) -> Interpretation:
    return Clock(str(match.words[-1].value), Shift("D", match.number("RELADJ")))


def these_days(match: Match) -> Interpretation:
    return Fixed("date", "PAST_REF") if match.words[0].form == "днях" else None


def eve(match: Match) -> Interpretation:
    """«накануне» alone is yesterday, «накануне выборов» no day at all."""
    return None if guards.governs(match.lexemes, match.first) else Shift("D", -1)


def deixis(match: Match) -> Interpretation:
    """«прошлый год», «на этой неделе», «следующим летом», «в этот день», «прошлой ночью»."""
    pointer, word = match.words[0], match.words[-1]
    if match.neighbour(1).kind == "AGO":
        return None  # «прошедший месяц назад»
    if pointer.form == "это" and not word.form.endswith(("о", "е", "ье")):
        return None  # «это день стыда»
    offset = int(pointer.value or 0)
    plural = pointer.form.endswith(("ие", "ые", "ти", "их", "ых", "тих", "ими", "ыми"))
    if word.kind == "MONTH":
        return InYear(f"{word.value:02}", None, offset)
    if word.kind == "SEASON":
        return InYear(str(word.value), None, offset)
    if word.kind == "WEEKDAY":
        return Weekday(int(word.value or 0), offset)
    if word.kind == "DAYPART":
        return Clock(str(word.value), Shift("D", 0) if offset in (0, 1) else Shift("D", -1))
    unit = str(word.value or "WE")
    if unit == "WE" or not plural:
        if pointer.kind == "BEFOREHAND":
            return Shift(unit, offset, "story")
        if unit == "D" and word.form not in ("сутки", "суток"):
            return Same("D") if offset == 0 else Shift("D", offset, "named")
        return Fixed("duration", "P1D") if unit == "D" else Shift(unit, offset)
    if unit == "D" and word.form in ("сутки", "суток", "сутками"):
        return Fixed("duration", "P1D")
    if offset == 0:
        return None
    return Fixed("date", "PAST_REF" if offset < 0 else "FUTURE_REF")


def same(match: Match) -> Interpretation:
    """«в тот же день», «в этот же вечер», «в том году»."""
    word = match.words[-1]
    if word.kind == "DAYPART":
        return Clock(str(word.value), Same("D"))
    unit = str(word.value or "WE")
    if match.words[0].form in ("те", "тех", "теми", "тем") and unit != "D":
        return Same(unit) if match.has("ZHE") else None
    if word.form in ("дни", "дней", "дням", "днями", "днях"):
        return None
    return Same(unit)


def same_season(match: Match) -> Interpretation:
    return InYear(str(match.one("SEASON").value), Same("Y"))


def month_adjective(match: Match) -> Interpretation:
    """«июньский саммит»; «Октябрьский район» is a name."""
    word = match.words[0]
    return None if word.capital else InYear(f"{word.value:02}", turn=0)


def last_year_adjective(match: Match) -> Interpretation:
    return Shift("Y", -1)


def present(match: Match) -> Interpretation:
    return Fixed("date", "PRESENT_REF")


def past(match: Match) -> Interpretation:
    return Fixed("date", "PAST_REF")


def future(match: Match) -> Interpretation:
    return Fixed("date", "FUTURE_REF")


def past_or_future(match: Match) -> Interpretation:
    """«в прошлом», «в ближайшем будущем», with no noun to follow."""
    reference = {"прошлом": "PAST_REF", "будущем": "FUTURE_REF"}.get(match.words[-1].form)
    if reference is None or not guards.stands_alone(match.lexemes, match.last - 1):
        return None
    return Fixed("date", reference)


def weekday(match: Match) -> Interpretation:
    if not guards.is_weekday(match.lexemes, match.first):
        return None
    return Weekday(match.number("WEEKDAY"))


def weekend(match: Match) -> Interpretation:
    return Shift("WE", 0) if guards.is_weekend(match.lexemes, match.first) else None


# -------------------------------------------------------------------------------- lengths and sets


class Quantity(NamedTuple):
    """How many of which unit; `number` None where it is unknown («несколько недель»)."""

    number: float | None
    unit: str


def _quantities(match: Match) -> list[Quantity]:
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
        elif isinstance(word.value, str) and word.kind in _UNIT_KINDS:
            found.append(Quantity(count, word.value))
            count = 1.0
    return found


_UNIT_KINDS = (
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


def _duration(match: Match) -> str | None:
    parts = [length(*quantity) for quantity in _quantities(match)]
    dashed = match.all("DASH") or (match.has("AND") and len(parts) == 1)
    counts = match.all("INT", "NUMBER", "YEAR", "DECIMAL", "COUNT")
    if dashed and len(counts) == 2 and len(parts) == 1:
        unit = _quantities(match)[0].unit
        return "/".join(length(float(count.value or 0), unit) for count in counts)
    if any("/" in part for part in parts):
        return None
    value = "P"
    for part in parts:
        piece = part[1:]
        value += piece[1:] if "T" in value and piece[0] == "T" else piece
    return value


def _qualifier(match: Match) -> str | None:
    for word in match.words[:2]:
        if word.kind == "ROUGHLY":
            return str(word.value)
        if word.kind == "MORE":
            flipped = {"MORE_THAN": "LESS_THAN", "LESS_THAN": "MORE_THAN"}
            mod = str(word.value)
            return flipped[mod] if match.words[0].kind == "NOT" else mod
    return None


def duration(match: Match) -> Interpretation:
    if guards.is_age(match.lexemes, match.first, match.last):
        return None
    if match.words[0].capital and match.neighbour(-1).kind == "QUOTE" and match.first > 1:
        return None  # a title: «Три минуты тишины»
    short = match.words[-1]
    if short.kind == "YEARWORD" and short.form in ("г", "гг"):
        return None  # «5 г» weighs
    if short.kind == "SHORTUNIT" and match.neighbour(1).kind in ("INT", "NUMBER", "OTHER"):
        return None  # «п. 2 ч. 2 ст. 115»
    if short.form in ("году", "годом"):
        return None  # «на 85 году жизни»
    if any(word.form == "полугодие" for word in match.words):
        return None
    value = _duration(match)
    return Reading(Fixed("duration", value), _qualifier(match)) if value else None


def range_duration(match: Match) -> Interpretation:
    """«от двух до пяти лет»."""
    if guards.is_age(match.lexemes, match.first, match.last):
        return None
    first, last = match.all("INT", "COUNT", "NUMBER", "DECIMAL")[:2]
    if match.neighbour(-1).form == "с" and match.has("HOUR"):  # «с 9 до 18 часов»
        begin, end = (_clock(int(hour.value or 0), 0) for hour in (first, last))
        return Interval(begin, end) if begin and end else None
    unit = _quantities(match)[-1].unit
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
    return Reading(Fixed("duration", length(number, str(word.value))), _qualifier(match))


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
        value = _duration(match)
        return Fixed("duration", value) if value else None
    if word.form in ("сутки", "суток", "сутками", "сутках"):
        return Fixed("duration", "P1D")
    if str(word.value) == "D" and not plural:
        return None
    return Fixed("duration", length(None if plural else 1, str(word.value)))


def fixed_length(match: Match) -> Interpretation:
    return Reading(Fixed("duration", str(match.one("LENGTH").value)), _qualifier(match))


def quarter_of(match: Match) -> Interpretation:
    value = "PT15M" if match.words[-1].kind == "HOUR" else "P25Y"
    return Reading(Fixed("duration", value), _qualifier(match))


def length_adjective(match: Match) -> Interpretation:
    if guards.is_age_adjective(match.lexemes, match.first):
        return None
    return Fixed("duration", str(match.words[0].value))


def unknown_length(match: Match) -> Interpretation:
    """«месяцами», «годами»."""
    word = match.words[0]
    if not guards.is_adverbial(match.lexemes, match.first):
        return None
    return Fixed("duration", length(None, str(word.value)))


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
    value = _duration(match)
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
    """«раз в неделю», «дважды в год»."""
    return Fixed("set", length(1, str(match.words[-1].value)))


# ------------------------------------------------------------------------------------ ago and hence


def _shift(match: Match, sign: int, anchor: str) -> Interpretation:
    quantities = _quantities(match)
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


# ------------------------------------------------------------------------------------------- clocks


def _clock(hour: int, minute: int, half: str | None = None) -> Clock | None:
    if half in ("EV", "AF") and hour < 12:
        hour += 12
    if half == "NI" and hour >= 10:
        hour = (hour + 12) % 24
    if hour == 24 and minute == 0:
        hour = 0
    return Clock(f"{hour:02}:{minute:02}") if hour < 24 and minute < 60 else None


def clock(match: Match) -> Interpretation:
    if not guards.is_clock(match.lexemes, match.first):
        return None
    hour, minute = match.words[0].form.replace(".", ":").split(":")[:2]
    return _clock(int(hour), int(minute), _half_of_day(match))


def hours(match: Match) -> Interpretation:
    """«(в) 18 часов», «10 утра», «7 часов вечера», «18 часов 30 минут»."""
    half = _half_of_day(match)
    if half is None and match.has("DAYPART", "DAYWORD"):
        return None
    numbers = match.all("INT", "COUNT")
    hour = int(numbers[0].value or 0) if numbers else 1
    minute = int(numbers[1].value or 0) if len(numbers) > 1 else 0
    if half and hour > 12:
        return None
    return _clock(hour, minute, half)


def _half_of_day(match: Match) -> str | None:
    """«(7 часов) вечера» EV, «(2 часа) дня» AF."""
    halves = {"утра": "MO", "дня": "AF", "вечера": "EV", "ночи": "NI"}
    return next((halves[word.form] for word in match.words if word.form in halves), None)


def clock_word(match: Match) -> Interpretation:
    return Clock(str(match.words[0].value))


def day_part(match: Match) -> Interpretation:
    """«утром», «вечером» stand alone; «ночь (на 18 апреля)» needs a day."""
    word = match.words[0]
    if word.kind == "AFTERNOON" and not guards.is_afternoon(match.lexemes, match.first):
        return None
    adverb = word.form in ("утром", "вечером", "ночью", "днем")
    since = (match.neighbour(-1).form, word.form) in _SINCE_PARTS
    return Reading(Clock(str(word.value)), weak=not (adverb or since))


_SINCE_PARTS = {("с", "утра"), ("к", "утру"), ("к", "вечеру"), ("до", "утра"), ("до", "вечера")}


def night_between(match: Match) -> Interpretation:
    """«ночь с 18 на 19 апреля»: the night that ends in the second day."""
    weekdays = match.all("WEEKDAY")
    if weekdays:
        return Clock("NI", Weekday(int(weekdays[-1].value or 0)))
    day = match.all("INT", "ORDINAL")[-1]
    named = _in_year(f"{match.all('MONTH')[-1].value:02}-{int(day.value or 0):02}", match)
    return Clock("NI", named) if named else None


# ------------------------------------------------------------------------------------------- bounds


def bound(match: Match) -> Interpretation:
    return Reading(Bound(str(match.words[0].value)), weak=True)


def half(match: Match) -> Interpretation:
    number = match.number("ORDINAL")
    return Reading(Bound(f"H{number}"), weak=True) if number <= 2 else None


def bound_of_unit(match: Match) -> Interpretation:
    """«в конце года», «к началу недели»: of this one."""
    word = match.words[-1]
    if word.form not in ("года", "месяца", "недели", "дня", "квартала", "века", "десятилетия"):
        return None
    if match.has("OTHER") and not match.one("OTHER").form.startswith(("рабоч", "календарн")):
        return None
    return Reading(Shift(str(word.value), 0), str(match.words[0].value))


def half_of_day(match: Match) -> Interpretation:
    part = {1: "MO", 2: "AF"}.get(match.number("ORDINAL"))
    return Clock(part) if part and match.words[-1].form == "дня" else None


def half_of_unit(match: Match) -> Interpretation:
    """«во втором полугодии», «в первой половине года»."""
    number = match.number("ORDINAL")
    return InYear(f"H{number}") if number <= 2 and match.words[-1].form == "года" else None


RULES = (
    Rule("2024-12-25, 25.12.2024", "(ISODATE|NUMDATE) YEARWORD?", numeric_date),
    Rule("25 декабря 2024 года", "DAYNUM MONTH (YEARTAIL|COMMA YEAR)?", day_of_month),
    Rule("5–7 сентября 2025 года", "(DAYNUM LINK)+ AND? DAYNUM MONTH YEARTAIL?", days_of_month),
    Rule("25-26.07", "(INT|DOTTED) DASH DOTTED", numeric_days),
    Rule("(на) 26.07", "(?<=ON|UNTIL|FROM) DOTTED", numeric_day),
    Rule("20-х числах марта", "(DECADE|ORDINAL|LASTFEW) NUMERALS MONTH?", numeral_days),
    Rule("15-го числа", "DAYNUM NUMERAL", day_of_this_month),
    Rule("июле 2024 года", "MONTH YEARTAIL?", month),
    Rule("май-июнь 2024 года", "MONTH LINK MONTH YEARTAIL?", months),
    Rule("девять месяцев 2018 года", "(INT|COUNT) UNIT YEARTAIL", months_of_year),
    Rule("летом 2024 года", "SEASON YEARTAIL?", season),
    Rule("зиму 2024/25", "SEASON YEAR (SLASH|DASH) (YEAR|INT) YEARWORD?", season_of_two_years),
    Rule("второй квартал 2025 года", "(ORDINAL|ROMAN|INT) QUARTER YEARTAIL?", quarter),
    Rule("первое полугодие 2025 года", "(ORDINAL|ROMAN|INT) HALFYEAR YEARTAIL?", half_year),
    Rule("2016 год", "(YEAR|YEARTH|NUMBER|ORDINAL|INT) YEARWORD", year),
    Rule("текущего 2018 года", "(DEIXIS|THIS) (YEAR|YEARTH) YEARWORD?", year),
    Rule("(в) 2016-м", "YEAR|YEARTH", bare_year),
    Rule("2014 по 2017 год", "(YEAR|YEARTH) (COMMA|LINK|SLASH) (YEAR|YEARTH|INT) YEARWORD", years),
    Rule("2010, 2012 и 2014 годах", "(YEAR COMMA)+ YEAR AND YEAR YEARWORD", years),
    Rule("(1985–1990)", "YEAR DASH YEAR", years),
    Rule(
        "2018/2019 учебном году", "YEAR (SLASH|DASH) (YEAR|INT) SCHOOLADJ YEARWORD", unsettled_year
    ),
    Rule("2018 финансовый год", "(YEAR|DEIXIS|THIS) SCHOOLADJ YEARWORD", unsettled_year),
    Rule("1990-е годы", "DECADE YEARWORD?", decade),
    Rule("1980-е – 1990-е годы", "(DECADE|YEAR|INT) DASH DECADE YEARWORD?", decades),
    Rule("XX век", "(ROMAN|ORDINAL|INT) (CENTURY|IN)", century),
    Rule("XIX–XX века", "(ROMAN|ORDINAL) (DASH|AND) (ROMAN|ORDINAL) (CENTURY|IN)", century),
    Rule("вчера", "RELDAY", relative_day),
    Rule("вчерашний день", "RELADJ DAYWORD?", relative_day),
    Rule("сегодняшний вечер", "RELADJ DAYPART", part_of_relative_day),
    Rule("накануне", "EVE", eve),
    Rule(
        "прошлый год, этой неделе, следующее лето",
        "(DEIXIS|THIS|BEFOREHAND) (PERIODWORD|QUARTER|HALFYEAR|CENTURY|WEEKDAY|MONTH|SEASON)",
        deixis,
    ),
    Rule(
        "(в) тот же день, этом же году",
        "(THAT ZHE?|THIS ZHE) PERIODWORD",
        same,
    ),
    Rule("тем же летом", "THAT ZHE? SEASON", same_season),
    Rule("июньский", "MONTHADJ", month_adjective),
    Rule("прошлогодний", "YEARADJ", last_year_adjective),
    Rule("сейчас", "NOW", present),
    Rule("настоящее время", "NOWADJ (TIMEWORD|MOMENT)", present),
    Rule("недавно", "RECENTLY", past),
    Rule("последнее время", "LASTFEW TIMEWORD", past),
    Rule("ближайшее время", "(NEXTFEW|SOONADJ) TIMEWORD", future),
    Rule(
        "(в) будущем, ближайшем будущем",
        "(?<=IN) (DEIXIS|(NEXTFEW|RECENTADJ|SOONADJ) DEIXIS)",
        past_or_future,
    ),
    Rule("четверг", "WEEKDAY", weekday),
    Rule("выходные", "WEEKEND", weekend),
    Rule("(через) три дня", "(?<=THROUGH|SPUSTYA) (QUANTITY|ANYUNIT|LENGTH)", hence),
    Rule("два года", "QUALIFIER? QUANTITY (AND? COUNTABLE ANYUNIT)*", duration),
    Rule("двух до пяти лет", "(?<=FROM) COUNTABLE UNTIL COUNTABLE ANYUNIT", range_duration),
    Rule("(за) год", "(?<=DURING|ON|ABOUT|OVER) SINGLEUNIT", single_unit),
    Rule("более года", "QUALIFIER SINGLEUNIT", single_unit),
    Rule("неделю", "UNIT", single_unit),
    Rule("(на) днях", "(?<=ON) DAYWORD", these_days),
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
    Rule("годами", "UNIT|YEARWORD|HOUR|CENTURY", unknown_length),
    Rule("ежегодно", "SETADV|SETADJ", repetition),
    Rule("каждую пятницу", "EVERY (WEEKDAY|DAYPART|SEASON|MONTH|WEEKEND|ANYUNIT|QUANTITY)", every),
    Rule("(по) вторникам", "(?<=TO) (WEEKDAYS|WEEKDAY)", on_weekdays),
    Rule("(по) выходным", "(?<=TO) WEEKEND", on_weekends),
    Rule("(по) утрам", "(?<=TO) DAYPART", on_day_parts),
    Rule("раз в неделю", "TIMES IN (UNIT|YEARWORD|DAYWORD|HOUR|QUARTER)", times_a_unit),
    Rule("два года назад", "QUALIFIER? QUANTITY THAT? AGO", ago),
    Rule("неделю назад", "QUALIFIER? (ANYUNIT|LENGTH) THAT? AGO", ago),
    Rule("два дня спустя, тремя годами ранее", "QUANTITY (SPUSTYA|THEN)", later),
    Rule("годом ранее", "(UNIT|YEARWORD|DAYWORD|AFTERNOON|HOUR|LENGTH) (SPUSTYA|THEN)", later),
    Rule("18:30 мск", "CLOCK (DAYPART|DAYWORD)? ZONETAIL?", clock),
    Rule("(в) 18.30", "(?<=IN|BY) DOTTED (DAYPART|DAYWORD)? ZONETAIL?", clock),
    Rule(
        "(в) 18 часов 30 минут",
        "(?<=IN|BY) (INT|COUNT) HOUR ((INT|COUNT) SMALLUNIT)? ZONETAIL?",
        hours,
    ),
    Rule("10 утра", "(INT|COUNT) HOUR? ((INT|COUNT) SMALLUNIT)? DAYPART ZONETAIL?", hours),
    Rule("2 часа дня", "((?<=IN|BY) (INT|COUNT)|(INT|COUNT) HOUR) DAYWORD ZONETAIL?", hours),
    Rule("час ночи", "HOUR (DAYPART|DAYWORD)", hours),
    Rule("полдень", "CLOCKWORD", clock_word),
    Rule("утром", "DAYPART|AFTERNOON", day_part),
    Rule(
        "ночь с 18 на 19 апреля",
        "DAYPART FROM DAYNUM MONTH? ON DAYNUM MONTH YEARTAIL?",
        night_between,
    ),
    Rule(
        "ночь с субботы на воскресенье", "DAYPART FROM (WEEKDAY|WEEKDAYS) ON WEEKDAY", night_between
    ),
    Rule("начало", "BOUND", bound),
    Rule("первая половина", "ORDINAL HALF", half),
    Rule("конце года", "BOUND OTHER? (YEARWORD|UNIT|DAYWORD|QUARTER|CENTURY)", bound_of_unit),
    Rule("второй половине дня", "ORDINAL HALF DAYWORD", half_of_day),
    Rule("первой половине года", "ORDINAL HALF YEARWORD", half_of_unit),
)

# Kinds that no rule begins with: most of a text.
_NEVER_FIRST = {"OTHER", "COMMA", "DOT", "OPEN", "CLOSE", "QUOTE", "BREAK", "DASH"}
_NEVER_FIRST |= {"IN", "ON", "FROM", "TO", "UNTIL", "BY", "AND", "ZHE", "THAN", "DURING"}


def find_expressions(lexemes: Sequence[Lexeme]) -> list[Expression]:
    """All expressions of time that stand alone, left to right, none overlapping."""
    kinds = spell(lexeme.kind for lexeme in lexemes)
    found: list[Expression] = []
    at = 0
    while at < len(lexemes):
        expression = None
        if lexemes[at].kind not in _NEVER_FIRST:
            expression = _longest(lexemes, kinds, at)
        if expression:
            found.append(expression)
            at = expression.last
        else:
            at += 1
    return found


def _longest(lexemes: Sequence[Lexeme], kinds: str, first: int) -> Expression | None:
    ends = [
        (found.end(), rule)
        for rule, pattern in _compiled_rules()
        if (found := pattern.match(kinds, first))
    ]
    for last, rule in sorted(ends, key=lambda end: -end[0]):
        reading = rule.interpret(Match(lexemes, first, last))
        if reading is not None:
            meaning, mod, weak = reading if isinstance(reading, Reading) else Reading(reading)
            return Expression(first, last, meaning, mod, weak)
    return None


@lru_cache(maxsize=1)
def _compiled_rules() -> list[tuple[Rule, re.Pattern[str]]]:
    return [(rule, compile_pattern(rule.pattern)) for rule in RULES]
