"""Every way to read one word of a name, weighed: by the dictionary, else by its ending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from newscli.pipeline.morphology import CACHED_WORDS, parses
from newscli.pipeline.names.agreement import ANY, CASES, GENDERS, Agreement, Reading
from newscli.pipeline.names.endings import family_readings, readings_by_ending, surname_readings

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

# For each agreement the nominatives a word can have under it, with the logarithm of their weight.
Paradigm = Mapping[Agreement, tuple[tuple[str, float], ...]]

# How much likelier a capitalised word is the kind of name that the dictionary says it can be.
_KIND_FACTORS: dict[str, dict[str, float]] = {
    "PER": {"Name": 8, "Patr": 8, "Surn": 8, "Geox": 0.5, "Orgn": 0.5},
    "LOC": {"Name": 0.5, "Patr": 0.1, "Surn": 0.5, "Geox": 8, "Orgn": 0.5},
    "ORG": {"Name": 0.7, "Patr": 0.1, "Surn": 0.7, "Geox": 2, "Orgn": 8},
    "": {"Name": 5, "Patr": 5, "Surn": 5, "Geox": 5, "Orgn": 5},
}
# How often names stand in each case, for those that do not show theirs.
_CASE_SHARES = {"nomn": 0.4, "gent": 0.3, "datv": 0.08, "accs": 0.08, "ablt": 0.07, "loct": 0.07}
_ENDING_WEIGHT_OF_KNOWN = 0.05
_GUESS_WEIGHT = 0.5
_SURNAME_WEIGHT = 0.4
_SURNAME_WEIGHT_OF_KNOWN = 0.4
_FIXED_SURNAME_WEIGHT = 0.5
_FIXED_WOMAN_WEIGHT = 0.3
_PLURAL_FIRST_NAME = 0.03
_BEARS_ONE_PERSON = frozenset(("Name", "Patr"))
_FIXED_FIRST_WEIGHT = 0.1
_ACRONYM = re.compile(r"([А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ])(?:а|у|ом|е|)")
_ACRONYM_ENDINGS = {"а": "gent", "у": "datv", "ом": "ablt", "е": "loct"}
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
    "м": (
        ("ablt", "masc", "й"),
        ("loct", "masc", "й"),
        ("ablt", "neut", "е"),
        ("loct", "neut", "е"),
    ),
    "х": (("gent", "plur", "е"), ("loct", "plur", "е")),
}
_LETTERS = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё-‑")
_GENDERS = {"masc": ("masc",), "femn": ("femn",), "neut": ("neut",), "ms-f": ("masc", "femn")}
_NOUNS = frozenset(("NOUN",))
_ADJECTIVES = frozenset(("ADJF", "PRTF"))


@lru_cache(maxsize=CACHED_WORDS)
def noun_paradigm(word: str, label: str) -> Paradigm:
    """The readings of `word` as a noun; `label` is the name's kind (PER, LOC, ORG) or ""."""
    return _weigh(_name_readings(word, label))


@lru_cache(maxsize=CACHED_WORDS)
def adjective_paradigm(word: str) -> Paradigm:
    """The readings of `word` as an adjective, participle or ordinal before a noun."""
    if _ACRONYM.fullmatch(word):
        return {}
    return _weigh(_adjective_readings(word.lower()))


@lru_cache(maxsize=CACHED_WORDS)
def any_paradigm(word: str, label: str) -> Paradigm:
    """The readings of a word with nothing after it: a noun, or an adjective used as a name."""
    return _weigh([*_name_readings(word, label), *_adjective_readings(word.lower())])


@lru_cache(maxsize=CACHED_WORDS)
def family_paradigm(word: str) -> Paradigm:
    """The readings of a surname after a first name: a family's plural too (`Анны Ивановых`)."""
    lower = word.lower()
    return _weigh(
        [*_name_readings(word, "PER"), *_adjective_readings(lower), *family_readings(lower)]
    )


def in_any_gender(paradigm: Paradigm) -> Paradigm:
    """The same readings agreeing in case alone, as an apposition does (`города Москвы`)."""
    by_case: dict[str, tuple[tuple[str, float], ...]] = defaultdict(tuple)
    for agreement, forms in paradigm.items():
        by_case[agreement.case] += forms
    return {Agreement(case, gender): forms for case, forms in by_case.items() for gender in GENDERS}


def is_known(word: str) -> bool:
    """Whether the dictionary has this lower-case word."""
    return bool(parses(word)[0].is_known)


def is_adjective(word: str) -> bool:
    """Whether `word` can modify a noun that follows."""
    return bool(adjective_paradigm(word))


@lru_cache(maxsize=CACHED_WORDS)
def has_grammeme(word: str, *grammemes: str) -> bool:
    """Whether the dictionary knows `word` with one of these grammemes (`Name`, `Surn` …)."""
    return any(
        grammeme in parse.tag.grammemes
        for parse in parses(word)
        if parse.is_known
        for grammeme in grammemes
    )


def _weigh(readings: list[tuple[Reading, float]]) -> Paradigm:
    weights: dict[Agreement, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for reading, weight in readings:
        for agreement in reading.agreements():
            share = _CASE_SHARES[agreement.case] if reading.case == ANY else 1.0
            weights[agreement][reading.nominative] += weight * share
    return {
        agreement: tuple((nominative, log(weight)) for nominative, weight in forms.items())
        for agreement, forms in weights.items()
    }


def _name_readings(word: str, label: str) -> list[tuple[Reading, float]]:
    head, hyphen, last = word.rpartition("-")
    if hyphen and not parses(word.lower())[0].is_known:
        return _compound_readings(head, last, label)
    acronym = _ACRONYM.fullmatch(word)
    if acronym and not (word.isupper() and _shouted(word, label)):
        ending = word[len(acronym[1]) :]
        if not ending:
            return [(Reading(word.lower(), ANY, ANY), 1.0)]
        cases = _ACRONYM_ENDINGS[ending]
        return [(Reading(acronym[1].lower(), case, "masc"), 1.0) for case in cases.split()]
    return _noun_readings(word.lower(), label)


def _compound_readings(head: str, last: str, label: str) -> list[tuple[Reading, float]]:
    """Read `Салтыкова-Щедрина`, `Telegram-канала`, `Франкфурта-на-Майне`."""
    first, hyphen, middle = head.partition("-")
    if hyphen and middle.islower():
        tail = f"-{middle}-{last}".lower()
        return [
            (Reading(reading.nominative + tail, reading.case, reading.gender), weight)
            for reading, weight in _name_readings(first, label)
        ]
    compounds = []
    firsts = _name_readings(head, label) + [
        (reading, weight) for reading, weight in _adjective_readings(head.lower())
    ]
    for reading, weight in [*_name_readings(last, label), *_adjective_readings(last.lower())]:
        agreeing = {
            reading_of_first.nominative: weight_of_first
            for reading_of_first, weight_of_first in firsts
            if (reading_of_first.case, reading_of_first.gender) == (reading.case, reading.gender)
        }
        agreeing.setdefault(head.lower(), 0.0)
        compounds += [
            (
                Reading(f"{form}-{reading.nominative}", reading.case, reading.gender),
                weight * (share + _FIXED_FIRST_WEIGHT * (form == head.lower())),
            )
            for form, share in agreeing.items()
        ]
    return compounds


def _shouted(word: str, label: str) -> bool:
    """Whether capitals are those of a headline (`ПУТИНА`) and not an acronym's (`ВЦИОМ`)."""
    lower = word.lower()
    if has_grammeme(lower, "Abbr"):
        return False
    return (label == "PER" and len(word) > 3) or has_grammeme(lower, "Name", "Surn", "Geox")


def _noun_readings(word: str, label: str) -> list[tuple[Reading, float]]:
    if not _LETTERS.issuperset(word):
        return [(Reading(word, ANY, ANY), 1.0)]
    known = is_known(word)
    factors = _KIND_FACTORS[label]
    readings = []
    for parse in parses(word):
        if parse.tag.POS in _NOUNS and parse.tag.case and (parse.is_known or not known):
            weight = parse.score if known else parse.score * _GUESS_WEIGHT
            for grammeme, factor in factors.items():
                if grammeme in parse.tag.grammemes:
                    weight *= factor if known else min(factor, 1.5)
            if parse.tag.number == "plur" and _BEARS_ONE_PERSON & parse.tag.grammemes:
                weight *= _PLURAL_FIRST_NAME
            readings += [(reading, weight) for reading in _dictionary_readings(parse)]
    by_ending = _ENDING_WEIGHT_OF_KNOWN if known else 1 - _GUESS_WEIGHT
    readings += [(reading, share * by_ending) for reading, share in readings_by_ending(word)]
    if label in ("PER", ""):
        share = _SURNAME_WEIGHT_OF_KNOWN if known else _SURNAME_WEIGHT
        readings += [(reading, share) for reading in surname_readings(word)]
        readings += _fixed_surnames(word)
    return readings


def _adjective_readings(word: str) -> list[tuple[Reading, float]]:
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return [
            (Reading(f"{ordinal[1]}-{ending}", case, gender), 1.0)
            for case, gender, ending in _ORDINAL_ENDINGS.get(ordinal[2], ())
        ]
    known = is_known(word)
    first, hyphen, _ = word.partition("-")
    if not _LETTERS.issuperset(word) or (hyphen and not known and not first.endswith("о")):
        return []
    return [
        (reading, parse.score)
        for parse in parses(word)
        if parse.tag.POS in _ADJECTIVES and (parse.is_known or not known)
        for reading in _dictionary_readings(parse)
    ]


def _fixed_surnames(word: str) -> Iterator[tuple[Reading, float]]:
    """Readings as a surname without cases: `Черных` for all, `Меркель` for women."""
    if word.endswith(("их", "ых")) and not word.endswith(("овых", "евых", "иных", "ыных")):
        yield Reading(word, ANY, "masc"), _FIXED_SURNAME_WEIGHT
        yield Reading(word, ANY, "femn"), _FIXED_SURNAME_WEIGHT
    elif word[-1] in "бвгджзклмнпрстфхцчшщьй" and not word.endswith(
        ("ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ой", "ей")
    ):
        yield Reading(word, ANY, "femn"), _FIXED_WOMAN_WEIGHT


def _dictionary_readings(parse: Parse) -> list[Reading]:
    tag = parse.tag
    # As plain strings: pymorphy3's own refuse to be compared with anything but grammemes.
    case, gender = str(tag.case), str(tag.gender)
    if tag.number == "plur":
        nominative = parse.inflect({"nomn", "plur"})
        genders: tuple[str, ...] = ("plur",)
    elif "Supr" in tag:
        # Asked to inflect `высшей`, pymorphy3 answers `высочайшая`.
        nominative = max(
            (form for form in parse.lexeme if {"nomn", "sing", gender} <= form.tag.grammemes),
            key=lambda form: _shared_letters(form.word, parse.word),
            default=None,
        )
        genders = _GENDERS.get(gender, ("masc", "femn"))
    else:
        nominative = parse.inflect({"nomn", "sing"})
        genders = _GENDERS.get(gender, ("masc", "femn"))
    form = nominative.word if nominative else parse.word
    case = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}.get(case, case)
    return [Reading(form, case, gender) for gender in genders if case in CASES]


def _shared_letters(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
