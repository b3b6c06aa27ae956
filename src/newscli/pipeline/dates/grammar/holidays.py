"""Holidays that name a day: «к Новому году», «в День Победы», «на Пасху».

Only after a preposition of time: «День Победы отметили парадом» tells of the feast, not of a day.
Days are those of the Russian calendar, Easter the Orthodox one.
"""

from __future__ import annotations

from newscli.pipeline.dates.grammar.days import named_year
from newscli.pipeline.dates.grammar.matching import Interpretation, Match, Rule
from newscli.pipeline.dates.meanings import Clock, InYear

# What follows «День», in lower case with е for ё.
_DAYS_OF = {
    "победы": "05-09",
    "россии": "06-12",
    "знаний": "09-01",
    "учителя": "10-05",
    "космонавтики": "04-12",
    "конституции": "12-12",
    "народного единства": "11-04",
    "защитника отечества": "02-23",
    "святого валентина": "02-14",
    "вдв": "08-02",
}
# The likes of «с Новым годом!» and «с Днём Победы!» are wishes: the ablative names no time.
_TIMELY = ("год", "года", "году", "день", "дня", "дню")


def new_years_day(match: Match) -> Interpretation:
    """«к Новому году», «на Старый Новый год»; «в новом году» lasts, as school's «новый год»."""
    new, year = match.one("NEWADJ"), match.one("YEARWORD")
    within = match.neighbour(-1).kind == "IN" and (year.form == "году" or not new.capital)
    if within or year.form not in _TIMELY or not new.form.startswith("нов"):
        return None
    return InYear("01-14" if match.has("OLDADJ") else "01-01", named_year(match))


def new_years_night(match: Match) -> Interpretation:
    """«в новогоднюю ночь» is that on 1 January."""
    return Clock("NI", InYear("01-01")) if match.words[-1].value == "NI" else None


def day_of(match: Match) -> Interpretation:
    """«в День Победы», «ко Дню народного единства»."""
    day, *others = match.words
    part = _DAYS_OF.get(" ".join(word.form for word in others))
    return InYear(part) if part and day.form in _TIMELY else None


def eve(match: Match) -> Interpretation:
    """«(в) канун Нового года»."""
    new, year = match.words[-2:]
    return InYear("12-31") if new.form == "нового" and year.form == "года" else None


def kind_of_day(match: Match) -> Interpretation:
    """«(в) Международный женский день», «(в) Татьянин день»."""
    part = str(match.one("HOLIDAYADJ").value)
    return InYear(part) if match.words[-1].form in _TIMELY else None


def palm_sunday(match: Match) -> Interpretation:
    """«(в) Вербное воскресенье», a week before Easter."""
    return InYear("EASTER+-7") if match.words[-1].value == 7 else None


def western_christmas(match: Match) -> Interpretation:
    """«(в) католическое Рождество»."""
    return InYear("12-25") if match.words[-1].value == "01-07" else None


def feast(match: Match) -> Interpretation:
    """«на Пасху», «до Рождества»; with a small letter they are rather customs."""
    word = match.words[0]
    return InYear(str(word.value), named_year(match)) if word.capital else None


HOLIDAY_RULES = (
    Rule("(к) Новому году", "(?<=DAYPREPOSITION) OLDADJ? NEWADJ YEARWORD", new_years_day),
    Rule("(в) канун Нового года", "(?<=DAYPREPOSITION) EVEOF NEWADJ YEARWORD", eve),
    Rule("(в) новогоднюю ночь", "(?<=DAYPREPOSITION) NEWYEARADJ DAYPART", new_years_night),
    Rule("(в) День Победы", "(?<=DAYPREPOSITION) DAYWORD OTHER", day_of),
    Rule("(ко) Дню народного единства", "(?<=DAYPREPOSITION) DAYWORD OTHER OTHER", day_of),
    Rule(
        "(в) Международный женский день",
        "(?<=DAYPREPOSITION) WORLDADJ? HOLIDAYADJ DAYWORD",
        kind_of_day,
    ),
    Rule("(в) Вербное воскресенье", "(?<=DAYPREPOSITION) PALMADJ WEEKDAY", palm_sunday),
    Rule("(в) католическое Рождество", "(?<=DAYPREPOSITION) WESTERNADJ FEAST", western_christmas),
    Rule("(на) Пасху", "(?<=DAYPREPOSITION) FEAST YEARTAIL?", feast),
)
