"""Which way the verb nearest to a date looks: back, ahead, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.pipeline.dates.lexeme import Lexeme
from newscli.pipeline.dates.meanings import Expression
from newscli.pipeline.morphology import parses

PAST, NEITHER, FUTURE = -1, 0, 1

# A clause ends at a comma: a verb beyond it is that much farther.
_COMMA_COST = 6
# Beyond this no verb is the date's own; it also keeps a table of dates from costing its square.
_FARTHEST = 60


def tense_around(lexemes: Sequence[Lexeme], expression: Expression, start: int, end: int) -> int:
    """PAST, FUTURE or NEITHER by the nearest finite verb between offsets `start` and `end`."""
    before = [lexeme.form for lexeme in lexemes[max(0, expression.first - 2) : expression.first]]
    towards = before[-1:] == ["на"] and before[0] != "состоянию"
    awaiting = before[-1:] != ["с"]  # «ждала с весны»
    best_cost, best = _FARTHEST, NEITHER
    for step, begin in ((-1, expression.first - 1), (1, expression.last)):
        cost, index = 0, begin
        while 0 <= index < len(lexemes) and start <= lexemes[index].start < end:
            word = lexemes[index]
            cost += _COMMA_COST if word.kind in ("COMMA", "DASH") else 1
            if cost >= best_cost:
                break
            if word.kind == "OTHER" and word.form.isalpha():
                beside = step < 0 and cost <= 2
                tense = _tense(lexemes, index, beside, towards, awaiting)
                if tense is not None:
                    best_cost, best = cost, tense
                    break
            index += step
    return best


def _tense(
    lexemes: Sequence[Lexeme], index: int, beside: bool, towards: bool, awaiting: bool
) -> int | None:
    """The tense of a finite verb or a short participle; None of any other word.

    «Напомним», «отметим» are the writer's own and tell no time. A full participle counts right
    before the date («состоявшемся 5 мая»). What was done «на» a date is still to come («назначили
    на четверг»), and so is what «должно» be.
    """
    reading = parses(lexemes[index].form)[0]
    tag = reading.tag
    if tag.POS == "VERB" and tag.tense:
        aside = tag.person == "1per" and tag.number == "plur"
        if aside and index + 1 < len(lexemes) and lexemes[index + 1].kind == "COMMA":
            return None
        expects = awaiting and reading.normal_form in _EXPECTING
        if tag.tense == "past":
            return FUTURE if towards or expects else PAST
        return FUTURE if tag.tense == "futr" or expects else NEITHER
    if tag.POS == "PRTS" or (tag.POS == "PRTF" and beside and tag.tense == "past"):
        coming = any(word.form in _WILL_BE for word in lexemes[max(0, index - 3) : index])
        return FUTURE if towards or coming else PAST
    if tag.POS == "ADJS" and lexemes[index].form in _MUST:
        return FUTURE
    return None


# Verbs whose object is yet to come, whatever their own tense: «ждут осенью», «обещал к весне».
_EXPECTING = {
    "ждать", "ожидать", "ожидаться", "планировать", "планироваться", "намереваться", "обещать",
    "пообещать", "собираться", "готовиться", "рассчитывать", "предстоять", "намечать",
}  # fmt: skip
_WILL_BE = ("будет", "будут")
_MUST = ("должен", "должна", "должно", "должны", "намерен", "намерена", "намерены")
