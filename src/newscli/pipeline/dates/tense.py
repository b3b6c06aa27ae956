"""Which way the verb nearest to a date looks: back, ahead, or neither."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newscli.pipeline.dates.lexeme import Lexemes
from newscli.pipeline.dates.meanings import Expression
from newscli.pipeline.morphology import CACHED_WORDS, parses

PAST, NEITHER, FUTURE = -1, 0, 1
# Asked for only where a value depends on it: looking up verbs is most of a date's cost.
Tense = Callable[[], int]

# A clause ends at a comma: a verb beyond it is that much farther.
_COMMA_COST = 6
# Beyond this no verb is the date's own; it also keeps a table of dates from costing its square.
_FARTHEST = 60


def tense_around(lexemes: Lexemes, expression: Expression, start: int, end: int) -> int:
    """PAST, FUTURE or NEITHER by the nearest finite verb between offsets `start` and `end`."""
    forms, senses, starts = lexemes.forms, lexemes.senses, lexemes.starts
    if expression.first and forms[expression.first - 1] in ("о", "об", "про"):
        return NEITHER  # «речь шла об октябре»
    before = forms[max(0, expression.first - 2) : expression.first]
    feast = senses[expression.first].kind in ("FEAST", "NEWADJ", "OLDADJ")  # «на Пасху было тепло»
    towards = before[-1:] == ["на"] and before[0] != "состоянию" and not feast
    awaiting = before[-1:] != ["с"]  # «ждала с весны»
    best_cost, best = _FARTHEST, NEITHER
    for step, begin in ((-1, expression.first - 1), (1, expression.last)):
        cost, index = 0, begin
        while 0 <= index < len(forms) and start <= starts[index] < end:
            sense = senses[index]
            cost += _COMMA_COST if sense.kind in ("COMMA", "DASH") else 1
            if cost >= best_cost:
                break
            if sense.kind == "OTHER" and forms[index].isalpha():
                beside = step < 0 and cost <= 2
                tense = _tense(lexemes, index, beside, towards, awaiting)
                if tense is not None:
                    best_cost, best = cost, tense
                    break
            index += step
    if best == NEITHER and senses[expression.first - 1].kind in ("UNTIL", "BY"):
        return FUTURE  # «ставки принимаются до пятницы»
    return best


def _tense(lexemes: Lexemes, index: int, beside: bool, towards: bool, awaiting: bool) -> int | None:
    """The tense of a finite verb or a short participle; None of any other word.

    «Напомним», «отметим» are the writer's own and tell no time. A full participle counts right
    before the date («состоявшемся 5 мая»). What was done «на» a date is still to come («назначили
    на четверг»), and so is what «должно» be.
    """
    forms = lexemes.forms
    may_tell = beside or forms[index].endswith(_FINITE_ENDINGS)
    verb = _read_verb(forms[index]) if may_tell else None
    if verb is None:
        return None
    if verb.part == "VERB":
        if verb.is_aside and forms[index + 1 : index + 2] == [","]:
            return None
        expects = awaiting and verb.expects
        if verb.tense == "past":
            return FUTURE if towards or expects else PAST
        return FUTURE if verb.tense == "futr" or expects else NEITHER
    if verb.part == "PRTS" or (verb.part == "PRTF" and beside and verb.tense == "past"):
        coming = any(form in _WILL_BE for form in forms[max(0, index - 3) : index])
        return FUTURE if towards or coming else PAST
    return FUTURE if verb.part == "ADJS" else None


class _Verb(NamedTuple):
    """What the likeliest reading of a word says of time: part of speech and tense (OpenCorpora)."""

    part: str
    tense: str | None
    is_aside: bool
    expects: bool


@lru_cache(maxsize=CACHED_WORDS)
def _read_verb(form: str) -> _Verb | None:
    """A finite verb, a participle or a short adjective of duty; None of any other word."""
    # «Нашли» is hardly an order: news seldom speak in the imperative.
    readings = [parse for parse in parses(form) if parse.tag.mood != "impr"] or parses(form)
    reading = readings[0]
    tag = reading.tag
    if tag.POS == "VERB":
        if not tag.tense:
            return None
        aside = tag.person == "1per" and tag.number == "plur"
        return _Verb("VERB", tag.tense, aside, reading.normal_form in _EXPECTING)
    if tag.POS in ("PRTS", "PRTF") or (tag.POS == "ADJS" and form in _MUST):
        return _Verb(tag.POS, tag.tense, False, False)
    return None


# How finite verbs and short participles end: half of all words need no dictionary to be told from
# them. First the past tense (also of «достиг», «погиб»), then the present, then participles.
_FINITE_ENDINGS = (
    *(
        "л",
        "ла",
        "ло",
        "ли",
        "ся",
        "сь",
        "б",
        "г",
        "з",
        "к",
        "п",
        "р",
        "с",
        "ох",
        "ух",
        "тих",
        "чах",
    ),
    *("у", "аю", "ею", "лю", "ню", "ою", "рю", "ую", "ью", "юю", "яю", "шь", "т", "ем", "им", "те"),
    *("дам", "есть", "ан", "ен", "ян", "на", "но", "ны", "та", "то", "ты", "ма", "мо", "мы"),
)
# Verbs whose object is yet to come, whatever their own tense: «ждут осенью», «обещал к весне».
_EXPECTING = {
    "ждать", "ожидать", "ожидаться", "планировать", "планироваться", "намереваться", "обещать",
    "пообещать", "собираться", "готовиться", "рассчитывать", "предстоять", "намечать",
}  # fmt: skip
_WILL_BE = ("будет", "будут")
_MUST = (
    "должен",
    "должна",
    "должно",
    "должны",
    "намерен",
    "намерена",
    "намерены",
    "обязан",
    "обязана",
    "обязаны",
)
