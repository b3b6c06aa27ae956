"""When a word that could be a date is none: environments, scores of matches, numbers of things.

Each guard looks at the lexemes around one place and at the morphology of the next word.
"""

from __future__ import annotations

import re

from newscli.pipeline.dates.grammar.context import (
    PLAIN_WORDS,
    POINTERS,
    PREPOSITIONS,
    at,
    is_adjective,
    is_nominal,
    is_noun,
    readings,
)
from newscli.pipeline.dates.lexeme import Lexemes, Word
from newscli.pipeline.morphology import parses


def is_month(lexemes: Lexemes, index: int) -> bool:
    """«в марте», but not «Марта» and not «5 маек»."""
    word, before = lexemes[index], at(lexemes, index - 1)
    following = at(lexemes, index + 1)
    if lexemes.ends[index] - lexemes.starts[index] <= 4 and word.form in _SHORT_MONTHS:
        return False
    if before.kind in ("INT", "COUNT", "NUMBER", "DECIMAL"):
        return False  # «31 февраля», «два августа»
    if word.capital and before.kind not in ("IN", "BREAK", "DOT", "QUOTE"):
        return False  # «Марта», «Октября»
    if before.kind in PREPOSITIONS or before.kind in POINTERS:
        return True
    return following.kind in ("YEAR", "YEARTH", "DEIXIS", "THIS") or before.kind != "QUOTE"


_SHORT_MONTHS = frozenset(
    {"янв", "фев", "февр", "мар", "апр", "июн", "июл", "авг", "сен", "сент", "окт", "ноя"}
    | {"нояб", "дек"}
)


def is_season(lexemes: Lexemes, index: int) -> bool:
    """«летом», «к лету», «до весны»; a bare «лето» is weather."""
    word, before = lexemes[index], at(lexemes, index - 1)
    if word.form in ("весной", "летом", "осенью", "зимой"):
        return before.kind != "ORDINAL"  # «первой зимой войны»
    if at(lexemes, index + 1).kind in ("DEIXIS", "THIS", "THAT"):
        return True
    return before.kind in PREPOSITIONS or before.kind in ("BOUND", "HALF")


def is_weekday(lexemes: Lexemes, index: int) -> bool:
    """«в среду», «к среде», but not «окружающую среду», «в среде»."""
    word, before = lexemes[index], at(lexemes, index - 1)
    if word.form == "среда" and at(lexemes, index + 1).kind in ("DOT", "BREAK"):
        place = at(lexemes, index - 2)
        if word.capital and before.kind in ("DOT", "COMMA"):
            return place.capital  # «Лондон. Среда. Reuters»
        if before.kind == "COMMA" and at(lexemes, index - 3).kind == "BREAK":
            return place.capital  # «Токио, среда»
    if word.form in ("среда", "среды", "среде", "среду", "средой"):
        following = at(lexemes, index + 1)
        if following.kind == "COMMA":
            following = at(lexemes, index + 2)
        if following.kind in ("INT", "NUMDATE"):
            return True  # «среда, 10 августа»
        return (before.kind, word.form) in _WEDNESDAY
    return True


_WEDNESDAY = {
    ("CLOCK", "среды"),
    ("DAYPART", "среды"),
    ("IN", "среду"),
    ("ON", "среду"),
    ("DURING", "среду"),
    ("BY", "среде"),
    ("UNTIL", "среды"),
    ("FROM", "среды"),
    ("TO", "среду"),
    ("AFTER", "среды"),
    ("AND", "среду"),
    ("THROUGH", "среду"),
}


def is_title(lexemes: Lexemes, index: int) -> bool:
    """«Сегодня», «Пятница»: one word in quotes is the name of a paper or a channel."""
    inside = at(lexemes, index - 1).kind == "QUOTE" and at(lexemes, index + 1).kind == "QUOTE"
    return inside and lexemes[index].capital


def is_weekend(lexemes: Lexemes, index: int) -> bool:
    """«в выходные», «на выходных», but not «выходные данные»."""
    word, before = lexemes[index], at(lexemes, index - 1)
    if word.form not in ("выходные", "выходных", "выходным", "выходными"):
        return False
    return before.kind in PREPOSITIONS and not is_noun(at(lexemes, index + 1))


def stands_alone(lexemes: Lexemes, index: int) -> bool:
    """«в будущем», not «в будущем сезоне»: nothing follows for it to agree with."""
    following = at(lexemes, index + 1)
    if following.kind not in PLAIN_WORDS:
        return following.kind in ("COMMA", "DOT", "BREAK", "CLOSE", "QUOTE", "DASH", "AND")
    return following.form.isalpha() and all(
        parse.tag.case != "loct" for parse in parses(following.form)
    )


def is_afternoon(lexemes: Lexemes, index: int) -> bool:
    """«днём», not «с днём рождения», «историческим днём»."""
    before = at(lexemes, index - 1)
    return before.kind not in ("FROM", "ORDINAL", "DEIXIS", "THIS") and not is_adjective(before)


def is_decade(lexemes: Lexemes, index: int) -> bool:
    """«в 90-х», «начало 2000-х»: with a preposition or a bound, or of four figures."""
    word, before = lexemes[index], at(lexemes, index - 1)
    if word.value == 2000 and before.kind in ("BOUND", "IN"):
        return True  # «в нулевые такие концерты»
    if not word.form[0].isdigit():
        return (
            before.kind in ("BOUND", "IN")
            and word.form.endswith(("х", "е"))
            and not is_nominal(at(lexemes, index + 1))
        )
    if float(word.value or 0) >= 1000:
        return True
    return before.kind in PREPOSITIONS or before.kind in POINTERS


def is_year(lexemes: Lexemes, first: int, last: int) -> bool:
    """A bare year that dates: «в 2016-м», «Мюнхен 1938», «(2004)», «© 2014-2018»."""
    before, following = at(lexemes, first - 1), at(lexemes, last)
    if following.kind in ("CURRENCY", "THOUSAND", "SLASH"):
        return False
    if before.kind in ("NUMBERSIGN", "CURRENCY", "SLASH"):
        return False
    is_dashed = following.kind == "DASH" and at(lexemes, last + 1).kind in _GLUED
    if is_dashed and lexemes.ends[last - 1 : last + 1] == lexemes.starts[last : last + 2]:
        return False  # «1500-2000 человек»
    if lexemes[first].kind == "YEARTH":
        if not 1500 <= float(lexemes[first].value or 0) <= 2100 or following.kind in _UNITS:
            return False
        return not _is_counted_by_ordinal(lexemes[first], following)
    if before.kind == "OPEN":
        return following.kind in ("CLOSE", "COMMA", "DASH", "AND", "BREAK")
    if before.kind == "COPYRIGHT":
        return True
    if float(lexemes[first].value or 0) < 1500:
        return False
    if before.kind in ("IN", "FROM", "UNTIL", "TO", "BY", "AFTER", "BOUND"):
        return not _counts(following)
    ends = following.kind in ("DOT", "COMMA", "CLOSE", "BREAK")
    if before.kind == "COMMA" and (following.kind == "CLOSE" or (ends and last - first > 1)):
        return True  # «(Москва, 2004)», «Газета, 2008–2017.»
    in_our_time = 1900 <= float(lexemes[first].value or 0) <= 2100
    if before.kind == "BREAK" and (following.kind == "DASH" or following.form == ":"):
        # `2019 — победа`, `2021: Мюнхен`: the head of a line.
        is_apart = following.form == ":" or lexemes.ends[last - 1] < lexemes.starts[last]
        return in_our_time and is_apart
    return ends and in_our_time and before.capital and is_noun(before)


def _counts(word: Word) -> bool:
    """Whether the word is what a number before it counts: «2000 рублей», «в 1500 городах»."""
    if word.form in ("км", "м", "кг", "т", "га", "руб", "долл", "млн", "млрд", "тыс", "кв"):
        return True
    if (
        word.kind not in (*PLAIN_WORDS, "ORDINAL", "HOUR", "UNIT", "DAYWORD")
        or not word.form.isalpha()
    ):
        return False
    counted = ("gent", "loct", "datv", "ablt")
    return any(
        tag.POS in ("NOUN", "ADJF", "PRTF") and tag.number == "plur" and tag.case in counted
        for tag in (parse.tag for parse in readings(word)[:3])
    )


_GLUED = ("YEAR", "INT", "NUMBER", "OTHER")
_UNITS = {"DAYWORD", "UNIT", "HOUR", "SMALLUNIT", "CENTURY"}


def _is_counted_by_ordinal(ordinal: Word, word: Word) -> bool:
    """«на 1019-м километре», «по 1119-й километр», not «в 2016-м компания»."""
    if not is_noun(word):
        return False
    case = readings(word)[0].tag.case
    return case in ("loct", "datv", "ablt") or (ordinal.form.endswith("й") and case != "gent")


def is_clock(lexemes: Lexemes, index: int) -> bool:
    """«в 18:30», not «со счётом 25:20», «(25:21, 25:18)»."""
    before = [at(lexemes, i) for i in range(index - 4, index)]
    if any(
        word.form.startswith(("счет", "разгром", "обыгра", "побед", "масштаб")) for word in before
    ):
        return False
    following = at(lexemes, index + 1)
    if before[-1].kind == "QUOTE" and following.kind == "QUOTE":
        return False  # a title
    start = lexemes.starts[index]
    if _TIMED.match(lexemes.text, lexemes.ends[index]) or lexemes.text[start - 1 : start] == "+":
        return False  # «отстал на 1:02,3», «+1:02»
    listed = [lexemes[index]]
    for step in (-2, 2):
        comma, clock = at(lexemes, index + step // 2), at(lexemes, index + step)
        if comma.kind == "COMMA" and clock.kind == "CLOCK":
            listed.append(clock)
    in_day = all(int(re.split("[.:]", clock.form)[0]) < _HOURS for clock in listed)
    return in_day and following.kind != "CURRENCY"


_HOURS = 24
# Tenths of a second.
_TIMED = re.compile(r"[.,]\d")


def is_address(lexemes: Lexemes, first: int) -> bool:
    """«улица 9 Января», «ул. 8 Марта», «станция „Улица 1905 года“»."""
    before = at(lexemes, first - 1)
    if before.kind in ("DOT", "QUOTE"):
        before = at(lexemes, first - 2)
    return before.form in ("ул", "пл", "пр", "просп", "пер") or before.form.startswith(_STREETS)


_STREETS = ("улиц", "площад", "проспект", "набережн", "бульвар", "переулк", "переулок")


def governs(lexemes: Lexemes, index: int) -> bool:
    """Whether «накануне» has a noun to govern: «накануне выборов»."""
    ahead = 2 if at(lexemes, index + 1).kind == "QUOTE" else 1
    following = at(lexemes, index + ahead)
    if following.kind in _GOVERNED:
        return True
    if following.kind not in PLAIN_WORDS:
        return False
    likeliest = [parse.tag for parse in readings(following)[:1]]
    if any("Fixd" in tag for tag in likeliest):
        return False  # «накануне МЧС отчиталось»
    return any(tag.POS in _NOMINAL and tag.case == "gent" for tag in likeliest)


_GOVERNING = "INT ORDINAL WEEKDAY MONTH DAYWORD THIS THAT DEIXIS RELADJ SETADJ LENGTHADJ YEARADJ"
_GOVERNED = frozenset(_GOVERNING.split())
_NOMINAL = ("NOUN", "ADJF", "PRTF", "NPRO")


def is_single_unit(lexemes: Lexemes, index: int) -> bool:
    """«за неделю», «на год», «провела неделю»: one, unsaid."""
    word, before = lexemes[index], at(lexemes, index - 1)
    if before.kind in ("ABOUT", "OVER") or before.form in ("более", "больше", "менее", "меньше"):
        return word.form in _ONE_GENITIVE
    if before.kind == "ROUGHLY":
        return word.form in _ONE_ACCUSATIVE
    if before.kind == "ON":
        return word.form in _ONE_ACCUSATIVE and word.form != "день"
    if before.kind == "DURING":
        if before.form == "за":
            return word.form in _ONE_ACCUSATIVE
        return word.form in _ONE_GENITIVE or word.form in MANY_GENITIVE
    return (
        word.form == "неделю"
        and before.kind not in PREPOSITIONS
        and before.kind in PLAIN_WORDS
        and not is_adjective(before)
    )


_ONE_ACCUSATIVE = {"год", "месяц", "неделю", "час", "сутки", "минуту", "квартал", "день", "век"}
_ONE_GENITIVE = {"года", "месяца", "недели", "часа", "суток", "минуты", "квартала", "дня", "века"}
_ONE_GENITIVE |= {"столетия", "десятилетия"}
MANY_GENITIVE = {"лет", "месяцев", "недель", "часов", "дней", "веков", "десятилетий"}


def is_adverbial(lexemes: Lexemes, index: int) -> bool:
    """«годами», «месяцами» on their own."""
    word, before = lexemes[index], at(lexemes, index - 1)
    if word.form not in ("годами", "месяцами", "неделями", "часами", "веками", "десятилетиями"):
        return False
    following = at(lexemes, index + 1)
    if following.kind == "NOT" or any(parse.tag.POS == "VERB" for parse in readings(following)[:1]):
        return True  # «люди неделями не выходили»
    if before.kind not in (*PLAIN_WORDS, "COMMA", "AND", "BREAK", "DOT"):
        return False
    return before.kind not in PLAIN_WORDS or (
        not is_adjective(before)
        and before.form not in ("перед", "над", "под", "меж")
        and not is_noun(before)
    )
