"""Moments and parts of a day: «18:30 мск», «в 7 часов вечера», «ночь с 18 на 19 апреля»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.context import is_genitive, is_noun
from newscli.pipeline.dates.grammar.days import in_year
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Reading, Rule
from newscli.pipeline.dates.meanings import Clock, Interval, Weekday


def clock_at(hour: int, minute: int, half: str | None = None) -> Clock | None:
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
    return clock_at(int(hour), int(minute), _half_of_day(match))


def hours(match: Match) -> Interpretation:
    """«(в) 18 часов», «10 утра», «7 часов вечера», «18 часов 30 минут»."""
    half = _half_of_day(match)
    if match.has("SHORTUNIT") and match.one("SHORTUNIT").value not in ("TH", "TM"):
        return None
    if half is None and match.has("DAYPART", "DAYWORD"):
        return None
    numbers = match.all("INT", "COUNT")
    hour = int(numbers[0].value or 0) if numbers else 1
    minute = int(numbers[1].value or 0) if len(numbers) > 1 else 0
    if half and hour > 12:
        return None
    if half is None and (hour == 24 or is_genitive(match.neighbour(1))):
        return None  # «осудят к 20 часам обязательных работ»
    return clock_at(hour, minute, half)


def _half_of_day(match: Match) -> str | None:
    """«(7 часов) вечера» EV, «(2 часа) дня» AF."""
    halves = {"утра": "MO", "дня": "AF", "вечера": "EV", "ночи": "NI"}
    return next((halves[word.form] for word in match.words if word.form in halves), None)


def dashed_clock(match: Match) -> Interpretation:
    """«(с) 18-00», «(до) 20-00»."""
    return clock_at(int(match.words[0].form.split("-")[0]), 0)


def dotted_clocks(match: Match) -> Interpretation:
    """«10.00–18.00»."""
    ends = [word.form.split(".") for word in match.all("DOTTED")]
    first, last = (clock_at(int(hour), int(minute)) for hour, minute in ends)
    return Interval(first, last) if first and last else None


def late_hour(match: Match) -> Interpretation:
    """«до 22 часов»; as far as twelve it may be how long."""
    return hours(match) if match.number("INT") > 12 else None


def nth_hour(match: Match) -> Interpretation:
    """«в первом часу ночи» is after midnight, «в девятом часу вечера» after eight."""
    hour = match.number("ORDINAL") - 1
    moment = clock_at(hour, 0, _half_of_day(match)) if 0 <= hour < 12 else None
    return Clock(moment.time[:2]) if moment else None


def to_the_hour(match: Match) -> Interpretation:
    """«без четверти девять», «без пяти двенадцать»."""
    if match.has("FOURTH"):
        (hour,), minutes = match.all("COUNT", "INT"), 15
    else:
        before, hour = match.all("COUNT", "INT")
        minutes = int(before.value or 0)
    number = int(hour.value or 0)
    if not (1 <= number <= 24 and minutes < 30):
        return None
    return clock_at(number - 1, 60 - minutes, _half_of_day(match))


def dotted_clock(match: Match) -> Interpretation:
    """«до 18.00», «около 9.30», but not «около 9.50 рублей»."""
    if is_noun(match.neighbour(1)) and not match.has("ZONE", "DAYPART", "TIMEWORD"):
        return None
    return clock(match)


def half_past(match: Match) -> Interpretation:
    """«(в) половине седьмого утра» is 06:30."""
    hour = match.number("ORDINAL")
    bare = not match.has("DAYPART", "DAYWORD")
    if match.one("ORDINAL").form[-2:] != "го" or hour > 12:
        return None
    if bare and is_noun(match.neighbour(1)):
        return None  # «в половине седьмого тура»
    return clock_at(hour - 1, 30, _half_of_day(match))


def hours_of_day(match: Match) -> Interpretation:
    """«(в) вечерние часы»."""
    return Clock(str(match.one("HOURADJ").value)) if match.words[-1].form != "час" else None


def over_night(match: Match) -> Interpretation:
    """«(за) ночь», «в течение ночи», «всю ночь»: the one before the day's news."""
    return Clock("NI") if match.words[-1].form in ("ночь", "ночи") else None


def late(match: Match) -> Interpretation:
    """«поздно вечером», «ранним утром»."""
    return Reading(Clock(str(match.words[-1].value)), str(match.words[0].value))


def clock_word(match: Match) -> Interpretation:
    return Clock(str(match.words[0].value))


def day_part(match: Match) -> Interpretation:
    """«утром», «вечером» stand alone; «ночь (на 18 апреля)» needs a day."""
    word = match.words[0]
    if word.kind == "AFTERNOON" and not guards.is_afternoon(match.lexemes, match.first):
        return None
    if match.neighbour(-1).kind == "TO" and word.form.endswith("ам"):
        return None  # «по утрам» repeats
    adverb = word.form in ("утром", "вечером", "ночью", "днем")
    since = (match.neighbour(-1).form, word.form) in _SINCE_PARTS
    return Reading(Clock(str(word.value)), weak=not (adverb or since))


_SINCE_PARTS = {
    ("с", "утра"),
    ("к", "утру"),
    ("к", "вечеру"),
    ("под", "утро"),
    ("до", "утра"),
    ("до", "вечера"),
}


def night_between(match: Match) -> Interpretation:
    """«ночь с 18 на 19 апреля»: the night that ends in the second day."""
    weekdays = match.all("WEEKDAY")
    if weekdays:
        return Clock("NI", Weekday(int(weekdays[-1].value or 0)))
    day = match.all("INT", "ORDINAL")[-1]
    named = in_year(f"{match.all('MONTH')[-1].value:02}-{int(day.value or 0):02}", match)
    return Clock("NI", named) if named else None


CLOCK_RULES = (
    Rule("18:30 мск", "CLOCK HOUR? (DAYPART|DAYWORD)? ZONETAIL?", clock),
    Rule("(с) 18-00", "(?<=IN|FROM|UNTIL|TO|BY) HOURDASH ZONETAIL?", dashed_clock),
    Rule("10.00–18.00", "DOTTED DASH DOTTED", dotted_clocks),
    Rule("(с) 10.00 до 18.00", "(?<=FROM) DOTTED (UNTIL|TO) DOTTED", dotted_clocks),
    Rule("(в) первом часу ночи", "(?<=IN|TO) ORDINAL HOUR (DAYPART|DAYWORD)", nth_hour),
    Rule(
        "без четверти девять",
        "WITHOUT (FOURTH|COUNT SMALLUNIT?|INT SMALLUNIT?) (COUNT|INT) (DAYPART|DAYWORD)?",
        to_the_hour,
    ),
    Rule("(до) 22 часов", "(?<=UNTIL|AFTER|ABOUT) INT HOUR ZONETAIL?", late_hour),
    Rule("(в) 18.30", "(?<=IN|BY) DOTTED HOUR? (DAYPART|DAYWORD)? ZONETAIL?", clock),
    Rule("(до) 18.30", "(?<=ABOUT|UNTIL|FROM|BETWEEN) DOTTED (DAYPART|DAYWORD)?", dotted_clock),
    Rule("18.30 мск, 11.40 утра", "DOTTED (DAYPART|DAYWORD)? ZONETAIL", clock),
    Rule("11.40 утра", "DOTTED (DAYPART|DAYWORD)", clock),
    Rule(
        "(в) половине седьмого",
        "(?<=IN|ABOUT|UNTIL|BY|FROM|ROUGHLY) HALF ORDINAL (DAYPART|DAYWORD)? ZONETAIL?",
        half_past,
    ),
    Rule("(в) вечерние часы", "(?<=IN) HOURADJ HOUR", hours_of_day),
    Rule("(за) ночь", "(?<=DURING) DAYPART", over_night),
    Rule("всю ночь", "WHOLE DAYPART", over_night),
    Rule("поздно вечером, ранним утром", "(LATE|LATEADJ) DAYPART", late),
    Rule(
        "(в) 18 часов 30 минут",
        "(?<=IN|BY) (INT|COUNT) (HOUR|SHORTUNIT) ((INT|COUNT) (SMALLUNIT|SHORTUNIT))? ZONETAIL?",
        hours,
    ),
    Rule("10 утра", "(INT|COUNT) HOUR? ((INT|COUNT) SMALLUNIT)? DAYPART ZONETAIL?", hours),
    Rule("2 часа дня", "(INT|COUNT) HOUR DAYWORD ZONETAIL?", hours),
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
)
