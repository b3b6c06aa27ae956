"""Ages are no lengths of time: «ему 35 лет», «35-летний», «детям до 7 лет»."""

from __future__ import annotations

from newscli.pipeline.dates.grammar.context import PLAIN_WORDS, at, readings
from newscli.pipeline.dates.lexeme import Lexemes, Word

_AGE_WORDS = (
    "исполнил",
    "исполнит",
    "исполня",
    "старше",
    "младше",
    "моложе",
    "достиг",
    "дожи",
    "пенси",
)


_LENGTH_WORDS = ("срок", "разниц", "перерыв", "период", "пауз", "стаж", "опыт", "приговор")


_PRONOUNS = {"ему", "ей", "мне", "нам", "тебе", "вам", "которому", "которой", "обоим"}


_BE = {"был", "было", "будет"}


# What somebody is given, or has left, is a length of time: «ему дали три года».
_GIVING = ("дал", "грози", "присуд", "назнач", "добав", "остал", "понадоб", "потреб")


def is_age(lexemes: Lexemes, first: int, last: int) -> bool:
    """«ему 35 лет», «в возрасте 20 лет», «девочка 8 лет», «в 90 лет»: no length of time."""
    if lexemes[last - 1].value not in ("Y", "M"):
        return False
    before, earlier = at(lexemes, first - 1), at(lexemes, first - 2)
    if before.kind == "OPEN" and at(lexemes, last).kind == "CLOSE":
        return True
    if at(lexemes, last).form == "роду" or at(lexemes, last + 1).form == "роду":
        return True
    around = lexemes.forms[max(0, first - 8) : first]
    if any(form.startswith(_LENGTH_WORDS) for form in around):
        return False
    if any(form.startswith("возраст") for form in around):
        return True
    if any(form.startswith(_AGE_WORDS) for form in around[-4:]):
        return True
    if before.form.startswith(_GIVING):
        return False
    if any(form in _PRONOUNS for form in around[-2:]) or any(form in _BE for form in around[-2:]):
        return True
    if before.kind == "IN":
        return True
    if before.kind == "UNTIL" and at(lexemes, first - 3).kind == "FROM":
        earlier = at(lexemes, first - 4)  # «дети от 13 до 16 лет»
    elif before.kind == "UNTIL" and earlier.kind == "DASH":
        earlier = at(lexemes, first - 3)  # «мужчин — до 65 лет»
    if before.kind in ("UNTIL", "FROM"):
        return before.form == "с" or earlier.form == "им" or _is_person(earlier)
    if before.kind == "COMMA" and (_is_person(earlier) or _is_told_of(lexemes, first, last)):
        return True  # «двое детей, 3 и 5 лет»
    if before.kind == "AND" and earlier.kind == "INT":
        return is_age(lexemes, first - 2, last)  # «мальчики 12 и 15 лет»
    if before.kind not in PLAIN_WORDS:
        return False
    return _is_person(before) or any(
        parse.tag.case == "datv" and "anim" in parse.tag for parse in readings(before)
    )


def _is_told_of(lexemes: Lexemes, first: int, last: int) -> bool:
    """«Иванов И. И., 34 года;»: between commas, or last in its line, behind a name or a post."""
    following, earlier = at(lexemes, last), at(lexemes, first - 2)
    if following.kind not in ("BREAK", "COMMA", "DOT", "CLOSE") and following.form != ";":
        return False
    if earlier.kind == "DOT":
        initial = at(lexemes, first - 3)
        return len(initial.form) == 1 and initial.capital
    tags = [parse.tag.grammemes for parse in readings(earlier)[:1]]
    return any(
        ("anim" in grammemes and "nomn" in grammemes) or (earlier.capital and "Surn" in grammemes)
        for grammemes in tags
    )


def _is_person(word: Word) -> bool:
    """«девочка (8 лет)», «детям (до 7 лет)»."""
    return word.kind in PLAIN_WORDS and word.form.startswith(_PEOPLE)


_PEOPLE = ("дет", "ребен", "девоч", "мальчик", "девуш", "юнош", "подрост", "лица", "граждан",
             "мужчин", "женщин", "школьни")  # fmt: skip


# What an adjective of years before them says is an age, or counts from a birth.
_ANNIVERSARIES = ("юбиле", "годовщин", "возраст")


def is_age_adjective(lexemes: Lexemes, index: int) -> bool:
    """«35-летний Иванов» has an age, «пятилетний план» a length."""
    word = lexemes[index]
    if not str(word.value).endswith("Y") or "лет" not in word.form:
        return False
    for step in range(1, 4):
        following = at(lexemes, index + step)
        if following.form == "период":
            return False  # «двухлетний переходный период»
        if following.kind not in PLAIN_WORDS or not following.form.isalpha() or following.capital:
            return True
        if following.form.startswith(_ANNIVERSARIES):
            return True
        tags = [parse.tag for parse in readings(following)]
        if tags[0].POS == "NOUN":
            return any("anim" in tag for tag in tags if tag.POS == "NOUN")
    return True
