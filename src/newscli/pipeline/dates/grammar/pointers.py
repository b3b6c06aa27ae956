"""Pointing from the day of publication, or a day named: «вчера», «прошлый год», «тот же день»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar import guards
from newscli.pipeline.dates.grammar.context import is_nominal
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Rule
from newscli.pipeline.dates.meanings import Clock, Fixed, Interval, InYear, Same, Shift, Weekday


def relative_day(match: Match) -> Interpretation:
    if guards.is_title(match.lexemes, match.first):
        return None
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
    if pointer.form == "это" and not word.form.endswith(("о", "е")):
        return None  # «это день стыда»
    offset = int(pointer.value or 0)
    plural = pointer.form.endswith(("ие", "ые", "ти", "их", "ых", "ими", "ыми"))
    if word.kind == "MONTH":
        return InYear(f"{word.value:02}", None, offset)
    if word.kind == "SEASON":
        return InYear(str(word.value), None, offset)
    if word.kind == "WEEKDAY":
        if pointer.form.startswith(_ENDED):
            return Weekday(int(word.value or 0), gone=True)
        return Weekday(int(word.value or 0), offset)
    if word.kind == "DAYPART":
        # «минувшей ночью» is the one before this morning.
        is_today = offset in (0, 1) or word.value == "NI"
        return Clock(str(word.value), Shift("D", 0 if is_today else -1))
    unit = "D" if word.kind == "AFTERNOON" else str(word.value or "WE")
    if unit == "WE" or not plural:
        if pointer.kind == "BEFOREHAND":
            return Shift(unit, offset, "story")
        if unit == "D" and word.form not in ("сутки", "суток"):
            return Same("D") if offset == 0 else Shift("D", offset, "named")
        if unit == "D":
            return Fixed("duration", "P1D")
        ended = unit in ("W", "WE") and pointer.form.startswith(_ENDED)
        return Shift(unit, offset, bound="PAST" if ended else None)
    if unit == "D" and word.form in ("сутки", "суток", "сутками"):
        return Fixed("duration", "P1D")
    if offset == 0:
        return None
    return Fixed("date", "PAST_REF" if offset < 0 else "FUTURE_REF")


# Told on a Sunday, «минувшая неделя» is the one that ends that day.
_ENDED = ("минувш", "прошедш", "истекш", "ушедш")


def new_year(match: Match) -> Interpretation:
    """«в новом году», «к наступающему году»."""
    return Shift("Y", 0, "turn") if match.words[-1].form != "год" else None


def same(match: Match) -> Interpretation:
    """«в тот же день», «в этот же вечер», «в том году»."""
    word = match.words[-1]
    if word.kind == "DAYPART":
        return Clock(str(word.value), Same("D"))
    unit = str(word.value or "WE")
    if match.words[0].form in ("те", "тех", "теми", "тем") and unit != "D":
        return Same(unit) if match.has("SELFSAME") else None
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
    word = match.words[-1]
    if len(match.words) > 1:  # «ближайший понедельник»
        return Weekday(int(word.value or 0), coming=True)
    if not guards.is_weekday(match.lexemes, match.first) or guards.is_title(
        match.lexemes, match.first
    ):
        return None
    return Weekday(match.number("WEEKDAY"))


def weekdays_gone(match: Match) -> Interpretation:
    """«(в) минувшие вторник и среду»."""
    if not match.words[0].form.startswith(_ENDED):
        return None
    first, last = (Weekday(int(word.value or 0), gone=True) for word in match.all("WEEKDAY"))
    return Interval(first, last) if first.number < last.number else None


def weekday_adjective(match: Match) -> Interpretation:
    """«воскресный матч», but not «воскресная школа»."""
    following = match.neighbour(1)
    if following.form.startswith(("школ", "чтен")) or not is_nominal(following):
        return None
    return Weekday(match.number("WEEKDAYADJ"))


def weekend(match: Match) -> Interpretation:
    if match.neighbour(-1).kind == "TO":
        return None  # «по выходным» repeats
    known = match.has("NEXTFEW", "WHOLE") or guards.is_weekend(match.lexemes, match.first)
    return Shift("WE", 0) if known else None


POINTER_RULES = (
    Rule("вчера", "RELDAY", relative_day),
    Rule("вчерашний день", "RELADJ DAYWORD?", relative_day),
    Rule("сегодняшний вечер", "RELADJ DAYPART", part_of_relative_day),
    Rule("накануне", "EVE", eve),
    Rule(
        "прошлый год, этой неделе, следующее лето",
        "(DEIXIS|THIS|BEFOREHAND) "
        "(PERIODWORD|AFTERNOON|QUARTER|HALFYEAR|CENTURY|WEEKDAY|MONTH|SEASON)",
        deixis,
    ),
    Rule(
        "(в) тот же день, этом же году",
        "(THAT SELFSAME?|THIS SELFSAME) PERIODWORD",
        same,
    ),
    Rule("тем же летом", "THAT SELFSAME? SEASON", same_season),
    Rule("июньский", "MONTHADJ", month_adjective),
    Rule("прошлогодний", "YEARADJ", last_year_adjective),
    Rule("сейчас", "NOW", present),
    Rule("настоящее время", "NOWADJ (TIMEWORD|MOMENT)", present),
    Rule("недавно", "RECENTLY", past),
    Rule("последнее время", "LASTFEW TIMEWORD", past),
    Rule("ближайшее время", "(NEXTFEW|SOONADJ) TIMEWORD", future),
    Rule(
        "(в) будущем, ближайшем будущем",
        "(?<=IN) (NEXTFEW|RECENTADJ|SOONADJ|FARADJ)? DEIXIS",
        past_or_future,
    ),
    Rule("четверг, ближайший понедельник", "NEXTFEW? WEEKDAY", weekday),
    Rule("минувшие вторник и среду", "DEIXIS WEEKDAY AND WEEKDAY", weekdays_gone),
    Rule("воскресный (матч)", "WEEKDAYADJ", weekday_adjective),
    Rule("выходные, ближайшие выходные", "(NEXTFEW|WHOLE)? WEEKEND", weekend),
    Rule("(в) новом году", "(?<=IN|ON) NEWADJ YEARWORD", new_year),
    Rule("скоро", "SOON", future),
    Rule("(на) днях", "(?<=ON) DAYWORD", these_days),
)
