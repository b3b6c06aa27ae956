"""The words that dates are made of, in every inflected form.

Each entry of `WORDS` gives a kind (what the grammar calls the word), what it stands for, and the
dictionary forms it comes in; pymorphy3 inflects them, and where two entries share a form the
earlier has it. `FIXED_WORDS` stand as written.
Forms are looked up in lower case with е for ё.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newscli.pipeline.dates.lexeme import Sense
from newscli.pipeline.morphology import fold, parses


class Entry(NamedTuple):
    """A row of `WORDS`: the forms of `lemmas` of one number ("sing", "plur") or of both ("")."""

    kind: str
    value: float | str | None
    lemmas: str
    number: str = ""


_MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
_MONTHLY = (
    "январский февральский мартовский апрельский майский июньский июльский августовский "
    "сентябрьский октябрьский ноябрьский декабрьский"
)
_WEEKDAYS = "понедельник вторник среда четверг пятница суббота воскресенье"
_ONES = "один два три четыре пять шесть семь восемь девять десять"
_TEENS = (
    "одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
    "восемнадцать девятнадцать"
)
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
_FIRSTS = "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый"
_TEENTHS = (
    "одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый "
    "восемнадцатый девятнадцатый"
)
_TENTHS = (
    "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"
)

# август has no plural here: «августы отреклись» are emperors.
_CALENDAR = (
    *(Entry("MONTH", n, lemma, "sing") for n, lemma in enumerate(_MONTHS.split(), 1)),
    *(Entry("MONTHADJ", n, lemma) for n, lemma in enumerate(_MONTHLY.split(), 1)),
    *(Entry("WEEKDAY", n, lemma, "sing") for n, lemma in enumerate(_WEEKDAYS.split(), 1)),
    *(Entry("WEEKDAYS", n, lemma, "plur") for n, lemma in enumerate(_WEEKDAYS.split(), 1)),
    Entry("SEASON", "SP", "весна", "sing"),
    Entry("SEASON", "SU", "лето", "sing"),
    Entry("SEASON", "FA", "осень", "sing"),
    Entry("SEASON", "WI", "зима", "sing"),
    Entry("DAYPART", "MO", "утро"),
    Entry("DAYPART", "EV", "вечер"),
    Entry("DAYPART", "NI", "ночь"),
    Entry("CLOCKWORD", "12:00", "полдень", "sing"),
    Entry("CLOCKWORD", "00:00", "полночь", "sing"),
    Entry("WEEKEND", None, "выходной", "plur"),
    Entry("WORKDAYS", None, "будни"),
    # Feasts as parts of a year; those of Easter move with it, by so many days.
    Entry("FEAST", "01-07", "рождество", "sing"),
    Entry("FEAST", "01-19", "крещение", "sing"),
    Entry("FEAST", "10-31", "хеллоуин", "sing"),
    Entry("FEAST", "EASTER+0", "пасха", "sing"),
    Entry("FEAST", "EASTER+49", "троица", "sing"),
)

# Units are named as TIMEX3 durations write them, TH, TM, TS below the day; Q and DE, CE (a quarter,
# ten and a hundred years) have no letter of their own there.
_UNITS = (
    Entry("SMALLUNIT", "TS", "секунда"),
    Entry("SMALLUNIT", "TM", "минута"),
    Entry("HOUR", "TH", "час"),
    Entry("DAYWORD", "D", "день сутки"),
    Entry("UNIT", "W", "неделя"),
    Entry("UNIT", "M", "месяц"),
    Entry("QUARTER", "Q", "квартал"),
    Entry("HALFYEAR", "HY", "полугодие"),
    Entry("YEARWORD", "Y", "год"),
    Entry("UNIT", "DE", "десятилетие"),
    Entry("CENTURY", "CE", "век столетие"),
    Entry("LENGTH", "P6M", "полгода"),
    Entry("LENGTH", "PT30M", "полчаса"),
    Entry("LENGTH", "P50Y", "полвека"),
)

_NUMBERS = (
    Entry("COUNT", 1.5, "полтора"),
    *(Entry("COUNT", n, lemma) for n, lemma in enumerate(_ONES.split(), 1)),
    *(Entry("COUNT", n, lemma) for n, lemma in enumerate(_TEENS.split(), 11)),
    *(Entry("COUNT", n * 10, lemma) for n, lemma in enumerate(_TENS.split(), 2)),
    *(Entry("COUNT", n * 100, lemma) for n, lemma in enumerate(_HUNDREDS.split(), 1)),
    Entry("COUNT", 2, "двое оба пара"),
    Entry("COUNT", 3, "трое"),
    Entry("COUNT", 4, "четверо"),
    Entry("COUNT", 10, "десяток", "sing"),
    Entry("SEVERAL", None, "десяток сотня", "plur"),
    Entry("THOUSAND", 1000, "тысяча"),
    *(Entry("ORDINAL", n, lemma, "sing") for n, lemma in enumerate(_FIRSTS.split(), 1)),
    *(Entry("ORDINAL", n, lemma, "sing") for n, lemma in enumerate(_TEENTHS.split(), 11)),
    *(Entry("ORDINAL", n * 10, lemma, "sing") for n, lemma in enumerate(_TENTHS.split(), 2)),
    *(Entry("DECADE", n * 10, lemma, "plur") for n, lemma in enumerate(_TENTHS.split(), 2)),
    Entry("DECADE", 2000, "нулевой", "plur"),  # «в нулевые годы»
    Entry("DECADE", 2010, "десятый", "plur"),
    Entry("YEARTH", 2000, "двухтысячный", "sing"),
    Entry("DECADE", 2000, "двухтысячный", "plur"),
    Entry("SEVERAL", None, "несколько многие считаный долгий"),
)

_POINTERS = (
    Entry("DEIXIS", -1, "прошлый минувший прошедший истёкший ушедший"),
    Entry("DEIXIS", -2, "позапрошлый"),
    Entry("DEIXIS", 0, "текущий нынешний уходящий"),
    Entry("DEIXIS", 1, "следующий будущий предстоящий грядущий"),
    Entry("BEFOREHAND", -1, "предыдущий предшествующий"),
    Entry("THIS", 0, "этот"),
    Entry("THAT", None, "тот"),
    Entry("LASTFEW", None, "последний"),
    Entry("NEXTFEW", None, "ближайший"),
    Entry("EVERY", None, "каждый"),
    Entry("WHOLE", None, "весь целый"),
    Entry("BOUND", "START", "начало"),
    Entry("BOUND", "MID", "середина"),
    Entry("BOUND", "END", "конец"),
    Entry("HALF", None, "половина"),
    Entry("FOURTH", None, "четверть"),
    Entry("TENDAYS", None, "декада"),
    Entry("VERY", None, "самый"),
    Entry("WEEKDAYADJ", 4, "четверговый"),
    Entry("WEEKDAYADJ", 5, "пятничный"),
    Entry("WEEKDAYADJ", 6, "субботний"),
    Entry("WEEKDAYADJ", 7, "воскресный"),
    Entry("FIRSTFEW", "START", "первый", "plur"),
    Entry("WORKADJ", None, "будний"),
    Entry("NEWADJ", None, "новый наступающий наступивший"),
    Entry("WORLDADJ", None, "международный"),
    Entry("HOLIDAYADJ", "03-08", "женский"),
    Entry("HOLIDAYADJ", "01-25", "татьянин"),
    Entry("PALMADJ", None, "вербный"),
    Entry("WESTERNADJ", None, "католический лютеранский"),
    Entry("OLDADJ", None, "старый"),
    Entry("NEWYEARADJ", None, "новогодний"),
    Entry("NOWADJ", None, "настоящий данный"),
    Entry("SOONADJ", None, "скорый"),
    Entry("RECENTADJ", None, "недавний"),
    Entry("FARADJ", None, "далёкий недалёкий обозримый"),
    Entry("TIMEWORD", None, "время"),
    Entry("MOMENT", None, "момент"),
    Entry("RELADJ", 0, "сегодняшний"),
    Entry("RELADJ", -1, "вчерашний"),
    Entry("RELADJ", -2, "позавчерашний"),
    Entry("RELADJ", 1, "завтрашний"),
    Entry("YEARADJ", -1, "прошлогодний"),
    Entry("SETADJ", "PT1H", "ежечасный"),
    Entry("SETADJ", "P1D", "ежедневный ежесуточный"),
    Entry("SETADJ", "P1W", "еженедельный"),
    Entry("SETADJ", "P1M", "ежемесячный"),
    Entry("SETADJ", "P3M", "ежеквартальный"),
    Entry("SETADJ", "P1Y", "ежегодный"),
    Entry("ROUGHLY", "LESS_THAN", "неполный"),
    Entry("LATEADJ", "START", "ранний"),
    Entry("LATEADJ", "END", "поздний"),
    Entry("DAYADJ", None, "календарный рабочий банковский"),
    Entry("HOURADJ", "MO", "утренний"),
    Entry("HOURADJ", "AF", "дневной"),
    Entry("HOURADJ", "EV", "вечерний"),
    Entry("HOURADJ", "NI", "ночной"),
    Entry("NUMERAL", None, "число", "sing"),
    Entry("NUMERALS", None, "число", "plur"),
    Entry("SCHOOLADJ", None, "учебный финансовый бюджетный отчётный сельскохозяйственный"),
)

# «лета» is the summer's before it is an old plural of years.
WORDS = _POINTERS + _NUMBERS + _CALENDAR + _UNITS

FIXED_WORDS = {
    # word: what it is
    "сегодня": Sense("RELDAY", 0),
    "вчера": Sense("RELDAY", -1),
    "позавчера": Sense("RELDAY", -2),
    "завтра": Sense("RELDAY", 1),
    "послезавтра": Sense("RELDAY", 2),
    "накануне": Sense("EVE", -1),
    "сейчас": Sense("NOW"),
    "теперь": Sense("NOW"),
    "ныне": Sense("NOW"),
    "недавно": Sense("RECENTLY"),
    "скоро": Sense("SOON"),
    "рано": Sense("LATE", "START"),
    "поздно": Sense("LATE", "END"),
    "уже": Sense("ALREADY"),
    "подряд": Sense("INAROW"),
    "всего": Sense("JUST"),
    "лишь": Sense("JUST"),
    "ровно": Sense("JUST"),
    "днем": Sense("AFTERNOON", "AF"),
    "назад": Sense("AGO", -1),
    "спустя": Sense("LATER", 1),
    "позже": Sense("THEN", 1),
    "позднее": Sense("THEN", 1),
    "ранее": Sense("THEN", -1),
    "раньше": Sense("THEN", -1),
    "через": Sense("THROUGH", 1),
    "много": Sense("SEVERAL"),
    "раз": Sense("TIMES"),
    "раза": Sense("TIMES"),
    "исходе": Sense("BOUND", "END"),
    "излете": Sense("BOUND", "END"),
    "разгар": Sense("BOUND", "MID"),
    "разгаре": Sense("BOUND", "MID"),
    "нач": Sense("BOUND", "START"),
    "сер": Sense("BOUND", "MID"),
    "кон": Sense("BOUND", "END"),
    "без": Sense("WITHOUT"),
    "дважды": Sense("TIMES"),
    "трижды": Sense("TIMES"),
    "ежесекундно": Sense("SETADV", "PT1S"),
    "ежеминутно": Sense("SETADV", "PT1M"),
    "ежечасно": Sense("SETADV", "PT1H"),
    "ежедневно": Sense("SETADV", "P1D"),
    "ежесуточно": Sense("SETADV", "P1D"),
    "еженедельно": Sense("SETADV", "P1W"),
    "ежемесячно": Sense("SETADV", "P1M"),
    "ежеквартально": Sense("SETADV", "P3M"),
    "ежегодно": Sense("SETADV", "P1Y"),
    "мск": Sense("ZONE"),
    "msk": Sense("ZONE"),
    "gmt": Sense("ZONE"),
    "utc": Sense("ZONE"),
    "cet": Sense("ZONE"),
    "г": Sense("YEARWORD", "Y"),
    "гг": Sense("YEARWORD", "Y"),
    "вв": Sense("CENTURY", "CE"),
    "ч": Sense("SHORTUNIT", "TH"),
    "мин": Sense("SHORTUNIT", "TM"),
    "сек": Sense("SHORTUNIT", "TS"),
    "нед": Sense("SHORTUNIT", "W"),
    "кв": Sense("SHORTQUARTER", "Q"),
    "пол": Sense("SHORTHALF"),
    "дн": Sense("SHORTUNIT", "D"),
    "ок": Sense("ABOUT"),
    "гринвичу": Sense("ZONEPLACE"),
    "москве": Sense("ZONEPLACE"),
    "киеву": Sense("ZONEPLACE"),
    "канун": Sense("EVEOF"),
    "сут": Sense("SHORTUNIT", "D"),
    "мес": Sense("SHORTUNIT", "M"),
    "янв": Sense("MONTH", 1),
    "фев": Sense("MONTH", 2),
    "февр": Sense("MONTH", 2),
    "мар": Sense("MONTH", 3),
    "апр": Sense("MONTH", 4),
    "июн": Sense("MONTH", 6),
    "июл": Sense("MONTH", 7),
    "авг": Sense("MONTH", 8),
    "сен": Sense("MONTH", 9),
    "сент": Sense("MONTH", 9),
    "окт": Sense("MONTH", 10),
    "ноя": Sense("MONTH", 11),
    "нояб": Sense("MONTH", 11),
    "дек": Sense("MONTH", 12),
    "в": Sense("IN"),
    "во": Sense("IN"),
    "на": Sense("ON"),
    "с": Sense("FROM"),
    "со": Sense("FROM"),
    "от": Sense("FROM"),
    "между": Sense("BETWEEN"),
    "по": Sense("TO"),
    "до": Sense("UNTIL"),
    "к": Sense("BY"),
    "ко": Sense("BY"),
    "за": Sense("DURING"),
    "течение": Sense("DURING"),
    "течении": Sense("DURING"),
    "протяжении": Sense("DURING"),
    "период": Sense("DURING"),
    "после": Sense("AFTER"),
    "около": Sense("ABOUT"),
    "порядка": Sense("ABOUT"),
    "перед": Sense("BEFORE"),
    "под": Sense("UNDER"),
    "свыше": Sense("OVER"),
    "и": Sense("AND"),
    "или": Sense("AND"),
    "же": Sense("SELFSAME"),
    "не": Sense("NOT"),
    "чем": Sense("THAN"),
    "более": Sense("MORE", "MORE_THAN"),
    "больше": Sense("MORE", "MORE_THAN"),
    "менее": Sense("MORE", "LESS_THAN"),
    "меньше": Sense("MORE", "LESS_THAN"),
    "наименее": Sense("MORE", "LESS_THAN"),
    "примерно": Sense("ROUGHLY", "APPROX"),
    "приблизительно": Sense("ROUGHLY", "APPROX"),
    "почти": Sense("ROUGHLY", "LESS_THAN"),
    "числах": Sense("NUMERALS"),
}

# «Полвосьмого» is half past seven.
_HALF_HOURS = (
    "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого "
    "одиннадцатого двенадцатого"
)
FIXED_WORDS |= {
    f"пол{ordinal}": Sense("CLOCKWORD", f"{hour:02}:30")
    for hour, ordinal in enumerate(_HALF_HOURS.split())
}

# Written with a full stop that belongs to the word: «25 дек. 2024 г.»
_ABBREVIATIONS = (
    "г гг вв кв пол нач сер кон сут дн ок ч мин сек нед мес янв фев февр мар апр июн июл авг сен "
    "сент окт ноя нояб дек"
)
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())

# Forms that are nearly always another word: «на дне» the bottom, «семью» a family, «трем» we rub,
# «начал» he began, «том» a volume is left to the grammar, «лета» the summer's, «стали» and the
# like never arise.
_OTHER_WORDS = frozenset({"дне", "семью", "пар", "целом", "данных", "данные", "начал"})


@lru_cache(maxsize=1)
def forms() -> dict[str, Sense]:
    """Every form of every word above, lower case with е for ё, and its meaning.

    Built on first use: pymorphy3's dictionary takes 0.1 s to open, and `--help` need not wait.
    """
    table: dict[str, Sense] = {}
    for entry in WORDS:
        for lemma in entry.lemmas.split():
            for form in _inflect(lemma, entry.number):
                table.setdefault(form, Sense(entry.kind, entry.value))
    for form in _OTHER_WORDS:
        table.pop(form, None)
    return table | FIXED_WORDS


def _inflect(lemma: str, number: str) -> set[str]:
    # Of readings alike in spelling the one that inflects: «несколько» is an adverb too.
    own = [parse for parse in parses(lemma) if fold(parse.normal_form) == fold(lemma)]
    best = max(own or parses(lemma)[:1], key=lambda parse: len(parse.lexeme))
    # A participle belongs to its verb: «ушедший» shall not bring «ушёл» along.
    participle = best.tag.POS == "PRTF"
    return {
        fold(parse.word)
        for parse in best.lexeme
        if (not number or parse.tag.number == number)
        and (not participle or parse.tag.POS == "PRTF")
    }
