"""The readings of words as they are spelt: acronyms, hyphens, numbers, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscli.pipeline.names.agreement import ANY, Reading
from newscli.pipeline.names.dictionary import (
    adjective_readings,
    has_grammeme,
    is_known,
    noun_readings,
)

_ACRONYM = re.compile(r"(?P<letters>[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ])(?P<ending>а|у|ом|е|)")
_ACRONYM_CASES = {"а": "gent", "у": "datv", "ом": "ablt", "е": "loct"}
# `московский ЦСКА`, but also `новая ГИБДД`, `городское МВД`.
_GENDERS_OF_ACRONYM = {"masc": 1.0, "femn": 0.5, "neut": 0.4, "plur": 0.3}
_SHORTEST_SHOUTED_PERSON = 4
_SHORTEST_SHOUTED_OTHER = 5
_ORDINAL = re.compile(r"(\d+)-([а-я]{1,2})")
_ORDINAL_ENDINGS = {
    "й": (
        ("nomn", "masc", "й"),
        *((case, "femn", "я") for case in ("gent", "datv", "ablt", "loct")),
    ),
    "я": (("nomn", "femn", "я"),),
    "ю": (("accs", "femn", "я"),),
    "е": (("nomn", "neut", "е"), ("nomn", "plur", "е")),
    "го": (("gent", "masc", "й"), ("gent", "neut", "е")),
    "му": (("datv", "masc", "й"), ("datv", "neut", "е")),
    "м": tuple(
        (case, gender, ending)
        for case in ("ablt", "loct")
        for gender, ending in (("masc", "й"), ("neut", "е"))
    ),
    "х": (("gent", "plur", "е"), ("loct", "plur", "е")),
}
# How often the first part of a hyphenated name stays as it is: `Нью-Йорк`, `Telegram-канал`.
_MOST_HYPHENS = 3
_FIXED_FIRST = 0.1
# Behind an Arabic article, the last part is the one that is declined.
_ARTICLES = frozenset(
    (
        *("аль", "эль", "аш", "эш", "ас", "эс", "ат", "эт", "ад", "эд", "ан", "эн", "ар", "эр"),
        *("аз", "эз"),
    )
)
# But `Мейвезера-младшего`.
_SENIORITY = ("младш", "старш")


def is_acronym(text: str) -> bool:
    """Whether a word is spelt like `ВЦИОМ`, `МИДом`, `УрФУ`."""
    return _ACRONYM.fullmatch(text) is not None


def readings_as_noun(text: str, label: str) -> list[Reading]:
    """The readings of a word as spelt in a name of this kind (PER, LOC, ORG or "")."""
    lower = text.lower()
    first, hyphen, last = text.rpartition("-")
    if hyphen and not is_known(lower):
        return list(_hyphenated(first, last, label))
    acronym = _ACRONYM.fullmatch(text)
    if acronym and not (text.isupper() and _is_shouted(lower, label)):
        case = _ACRONYM_CASES.get(acronym["ending"], ANY)
        form = acronym["letters"].lower()
        genders = _GENDERS_OF_ACRONYM if case == ANY else {"masc": 1.0}
        return [(form, case, gender, weight) for gender, weight in genders.items()]
    return noun_readings(lower, label)


def readings_as_adjective(text: str) -> list[Reading]:
    """The readings of a word as spelt before a noun: `Тверской`, `6-й`, `Синьцзян-Уйгурском`."""
    if is_acronym(text):
        return []
    ordinal = _ORDINAL.fullmatch(text)
    if ordinal:
        return [
            (f"{ordinal[1]}-{ending}", case, gender, 1.0)
            for case, gender, ending in _ORDINAL_ENDINGS.get(ordinal[2], ())
        ]
    lower = text.lower()
    first, hyphen, last = lower.rpartition("-")
    if hyphen and last.startswith(_SENIORITY):
        return []
    if hyphen and not is_known(lower):
        return [
            (f"{first}-{nominative}", case, gender, weight)
            for nominative, case, gender, weight in adjective_readings(last)
        ]
    return adjective_readings(lower)


def _is_shouted(word: str, label: str) -> bool:
    """Whether capitals are those of a headline (`ПУТИНА`) and not an acronym's (`ВЦИОМ`)."""
    if has_grammeme(word, "Abbr"):
        return False
    if label in ("LOC", "ORG") and len(word) < _SHORTEST_SHOUTED_OTHER:
        # `САР` is no Сара's, `ВАДА` no town of Вад.
        return label == "LOC" and has_grammeme(word, "Geox")
    person = label == "PER" and len(word) >= _SHORTEST_SHOUTED_PERSON
    return person or has_grammeme(word, "Name", "Surn", "Geox")


def _hyphenated(first: str, last: str, label: str) -> Iterator[Reading]:
    """Read `Салтыкова-Щедрина`, `Telegram-канала`, `Франкфурта-на-Майне`."""
    head, hyphen, middle = first.partition("-")
    if first.count("-") >= _MOST_HYPHENS:
        # Each part more would multiply the readings; so long a word is a string of names.
        yield f"{first}-{last}".lower(), ANY, ANY, 1.0
        return
    if middle in _ARTICLES:  # `Шарм-эль-Шейха`
        for nominative, case, gender, weight in readings_as_noun(last, label):
            yield f"{first}-{nominative}".lower(), case, gender, weight
        return
    if hyphen and middle.islower():
        for nominative, case, gender, weight in readings_as_noun(head, label):
            yield f"{nominative}-{middle}-{last}".lower(), case, gender, weight
        return
    firsts = [*readings_as_noun(first, label), *readings_as_adjective(first)]
    lasts = [*readings_as_noun(last, label), *readings_as_adjective(last)]
    fixed = 0.0 if last.lower().startswith(_SENIORITY) else _FIXED_FIRST
    for nominative, case, gender, weight in lasts:
        if fixed:
            yield f"{first.lower()}-{nominative}", case, gender, weight * fixed
        for other, other_case, other_gender, other_weight in firsts:
            if case == ANY or (case, gender) == (other_case, other_gender):
                form = f"{other}-{nominative}"
                yield form, other_case, other_gender, weight * other_weight
