"""The parts of a person's name: first name, patronymic, surname, and what they say of gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import eq

from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.names.dictionary import has_grammeme
from newscli.pipeline.names.east_asian import SURNAMES_GIVEN_FIRST, is_surname_given_first
from newscli.pipeline.names.inflection import Nominative, nominative_person
from newscli.pipeline.names.lexicon import (
    CHILD_OF,
    FIRST_NAMES_LIKE_PARTICLES,
    FOREIGN_FIRST_NAMES,
    PARTICLES,
)
from newscli.pipeline.names.words import is_initial

_CACHED_NAMES = 2_048
_NUMERAL = re.compile(r"[IVX]+")  # Елизавета II
_GENDERS = {"masc": "male", "femn": "female"}
_PATRONYMIC = re.compile(
    r"[а-яё-]+(?:[оеё]вич|[ьи]ич|(?:лук|фом|кузьм|ник(?:ит|он))ич|[оеё]вна|ична|инична)"
)
# No patronymic has these: `Александр Лукашевич`, while Лукаш's son is a Лукашович.
_HARD_BEFORE_EVICH = ("кевич", "левич", "невич", "тевич", "чевич", "шевич")
_SURNAME_ENDING = re.compile(
    r"[а-яё-]+(?:[оеё]в|[иы]н|[сц]кий|[оеё]ва|[иы]на|[сц]кая|енко|дзе|швили)"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name in the nominative, `None` where the mention does not have them.

    Initials count as first name and patronymic (`С.`, `В.`). `gender` is "male", "female" or None.
    """

    first: str | None = None
    last: str | None = None
    patronymic: str | None = None
    gender: str | None = None


@lru_cache(maxsize=_CACHED_NAMES)
def split_name(name: Nominative) -> PersonName:
    """The parts of a person's name that is in the nominative."""
    words = [word for word in name.words if not _NUMERAL.fullmatch(word)]
    parts = _parts(words if is_surname_given_first(words) else _joined(words))
    return PersonName(**parts, gender=_gender(parts, name))


def read_name(name: str) -> PersonName:
    """The parts of a name as a user writes it: in the nominative, whatever else it could be."""
    return split_name(nominative_person(name))


def can_be_same(one: str | None, other: str | None) -> bool:
    """Whether two first names or other parts, either of them perhaps an initial, can be one."""
    if one is None or other is None:
        return True
    if is_initial(one) or is_initial(other):
        return fold(one[0]) == fold(other[0])
    # `Хуан` and `Хуан Пабло`
    return all(map(eq, fold(one).split(), fold(other).split()))


def _joined(words: Sequence[str]) -> list[str]:
    """Put particles to the surname they open: `бен`, `Салман` → `бен Салман`."""
    joined: list[str] = []
    opened: list[str] = []
    for index, word in enumerate(words):
        if word in CHILD_OF and joined:
            joined[-1] = f"{joined[-1]} {word}"
        elif (
            word.lower() in PARTICLES
            and not (index == 0 and word in FIRST_NAMES_LIKE_PARTICLES)
            and index < len(words) - 1
            and (joined or opened or index == 0)
        ):
            opened.append(word)
        else:
            joined.append(" ".join([*opened, word]))
            opened = []
    return joined


def _parts(words: list[str]) -> dict[str, str | None]:
    parts: dict[str, str | None] = {"first": None, "last": None, "patronymic": None}
    initials = [word for word in words if is_initial(word)]
    others = [word for word in words if not is_initial(word)]
    if initials:
        names = dict(zip(("first", "patronymic"), initials, strict=False))
        if len(others) > 1 and _is_first_name(others[0]):
            # `Джордж У. Буш`
            names = {"first": others.pop(0)}
        return {**parts, **names, "last": " ".join(others) or None}
    if is_surname_given_first(words):
        return {**parts, "last": words[0], "first": " ".join(words[1:])}
    surname_first = False
    for index, word in enumerate(words[1:], start=1):
        if _is_patronymic(word) and not (len(words) == 2 and _may_be_surname(word)):
            parts["patronymic"] = word
            surname_first = index == 2
            words = words[:index] + words[index + 1 :]
            break
    if len(words) == 1:
        only = words[0]
        kind = "first" if parts["patronymic"] or _is_rather_first_name(only) else "last"
        if kind == "last" and _is_patronymic(only) and not _may_be_surname(only):
            kind = "patronymic"
        return {**parts, kind: only}
    if not words:
        return parts
    if surname_first or (not parts["patronymic"] and _is_surname_first(*words)):
        return {**parts, "last": words[0], "first": " ".join(words[1:])}
    return {**parts, "first": " ".join(words[:-1]), "last": words[-1]}


def _is_patronymic(word: str) -> bool:
    lower = word.lower()
    return (
        lower.rpartition(" ")[2] in CHILD_OF
        or has_grammeme(lower, "Patr")
        or _PATRONYMIC.fullmatch(lower) is not None
    )


def _may_be_surname(word: str) -> bool:
    """Whether what looks like a patronymic may be a surname: `Златан Ибрагимович`."""
    lower = word.lower()
    if lower.endswith(("вна", "чна")):
        return False
    return (
        not has_grammeme(lower, "Patr")
        or has_grammeme(lower, "Surn")  # `Роман Абрамович`
        or lower.endswith(_HARD_BEFORE_EVICH)
    )


def _is_first_name(word: str) -> bool:
    # The dictionary lists some surnames as names (`Алиев`); no first name so long ends so.
    lower = word.lower()
    surname = len(lower) > 4 and lower.endswith(("ов", "ев", "ова", "ева"))
    return not surname and (has_grammeme(lower, "Name") or lower in FOREIGN_FIRST_NAMES)


def _is_rather_first_name(word: str) -> bool:
    """Whether a word that may be both (`Джонсон`) is more often a first name than a surname."""
    lower = word.lower()
    shares = {"Name": 0.0, "Surn": 0.0}
    for parse in parses(lower):
        for grammeme in shares:
            shares[grammeme] += parse.score * (grammeme in parse.tag.grammemes)
    return _is_first_name(word) and shares["Name"] >= shares["Surn"]


def _is_surname_first(first: str, second: str, *others: str) -> bool:
    """`Абдурахманова Наталья`: a surname by its ending or the dictionary, then a first name."""
    if not _is_first_name(second):
        return False
    if first.lower() in SURNAMES_GIVEN_FIRST and not others:  # `Ким Алексей`
        return has_grammeme(second.lower(), "Name")
    return not _is_first_name(first) and (
        _SURNAME_ENDING.fullmatch(first.lower()) is not None or has_grammeme(first.lower(), "Surn")
    )


def _gender(parts: dict[str, str | None], name: Nominative) -> str | None:
    patronymic = (parts["patronymic"] or "").lower()
    if patronymic.endswith(("ич", "оглы")):
        return "male"
    if patronymic.endswith(("на", "кызы")):
        return "female"
    return _GENDERS.get(name.gender or "")
