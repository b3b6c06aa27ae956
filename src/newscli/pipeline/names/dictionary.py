"""The readings of plain words, lower-cased: by the dictionary, else by a guess at their endings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from newscli.pipeline.morphology import CACHED_ANSWERS, inflect, parses
from newscli.pipeline.names.agreement import ANY, CASES, Reading
from newscli.pipeline.names.endings import ENDINGS_OF_ADJECTIVES, readings_by_ending
from newscli.pipeline.names.lexicon import ABBREVIATED_PREFIXES, MEN_ALONE, NEW_NAMES
from newscli.pipeline.names.spelling import shared_letters
from newscli.pipeline.names.surnames import FINAL_CONSONANTS, surname_readings

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

# The tags of all nouns in names of all kinds: there are some hundreds.
_CACHED_TAGS = 1_024
# How much likelier a capitalised word is the kind of name that the dictionary says it can be.
_KIND_FACTORS: dict[str, dict[str, float]] = {
    "PER": {"Name": 8, "Patr": 8, "Surn": 8, "Geox": 0.5, "Orgn": 0.5},
    "LOC": {"Name": 0.5, "Patr": 0.1, "Surn": 0.5, "Geox": 8, "Orgn": 0.5},
    "ORG": {"Name": 0.7, "Patr": 0.1, "Surn": 0.7, "Geox": 2, "Orgn": 8},
    "": {"Name": 5, "Patr": 5, "Surn": 5, "Geox": 5, "Orgn": 5},
}
_HIGHEST_FACTOR_OF_GUESS = 1.0
_GUESS_WEIGHT = 0.3
_ENDING_WEIGHT = 0.5
_ENDING_WEIGHT_OF_KNOWN = 0.08
_ENDING_WEIGHT_OF_KNOWN_NAME = 0.02
_SURNAME_WEIGHT_OF_FIRST_NAME = 0.1
_NEW_NAME_WEIGHT = 4.0
_PLURAL_FIRST_NAME = 0.03
_GUESSED_PLURAL = 0.1
_MISSING_WOMAN_WEIGHT = 24.0
_WOMAN_WEIGHT_OF_KNOWN_SURNAME = 1.5
_KINDS_OF_NAME = ("Name", "Patr", "Surn", "Geox")
_KINDS = frozenset((*_KINDS_OF_NAME, "Abbr"))
_NO_KIND: frozenset[str] = frozenset()
# One object for all words of the same kinds, of which some dozens come together.
_KINDS_TOGETHER = {_NO_KIND: _NO_KIND}
# `Прилучного` is Прилучный, hardly Прилучной.
_RARELY_STRESSED = "ной"
_RARELY = 0.2
_NAMES_OF_ONE = frozenset(("Name", "Patr"))
_LETTERS = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё-")
_GENDERS = ("masc", "femn", "neut")
# `Саша` and the surnames that stay as they are have no gender in the dictionary.
_GENDERS_OF_NAMES = ("masc", "femn")
_IN_PLURAL = ("plur",)
# What the dictionary calls cases, with what they are to us.
_CASES = {**{case: case for case in CASES}, "gen2": "gent", "acc2": "accs", "loc2": "loct"}
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_MAN_SURNAME = frozenset(("Surn", "masc", "nomn", "sing"))
_SINGULAR = frozenset(("nomn", "sing"))
_PLURAL = frozenset(("nomn", "plur"))


@lru_cache(maxsize=CACHED_ANSWERS)
def is_known(word: str) -> bool:
    """Whether the dictionary has this lower-case word."""
    return bool(parses(word)[0].is_known)


def has_grammeme(word: str, *kinds: str) -> bool:
    """Whether the dictionary knows `word` as one of these kinds (`Name`, `Surn` …)."""
    return not _kinds(word).isdisjoint(kinds)


@lru_cache(maxsize=CACHED_ANSWERS)
def _kinds(word: str) -> frozenset[str]:
    """The kinds of names, of `_KINDS`, that the dictionary knows a word as."""
    if not is_known(word):
        return _NO_KIND
    kinds = _NO_KIND.union(*(_KINDS & parse.tag.grammemes for parse in parses(word)))
    return _KINDS_TOGETHER.setdefault(kinds, kinds)


def noun_readings(word: str, label: str) -> list[Reading]:
    """The readings of a word as a noun in a name of this kind (PER, LOC, ORG or "")."""
    if not _LETTERS.issuperset(word):
        return [(word, ANY, ANY, 1.0)]
    known = is_known(word)
    readings = list(_abbreviated(word, label)) if not known else []
    if not readings:
        readings += _parsed(word, label)
        by_ending = _ENDING_WEIGHT_OF_KNOWN if known else _ENDING_WEIGHT
        if has_grammeme(word, *_KINDS_OF_NAME):
            by_ending = _ENDING_WEIGHT_OF_KNOWN_NAME
        readings += [
            (
                form,
                case,
                gender,
                share * (_NEW_NAME_WEIGHT if NEW_NAMES.get(form) == gender else by_ending),
            )
            for form, case, gender, share in readings_by_ending(word)
        ]
    if label in ("PER", ""):
        # `Полина` is hardly the genitive of a man called Полин.
        share = _SURNAME_WEIGHT_OF_FIRST_NAME if has_grammeme(word, "Name") else 1.0
        readings += [
            (form, case, gender, weight * share)
            for form, case, gender, weight in surname_readings(word)
        ]
        if word[-1] in FINAL_CONSONANTS and _is_man_surname(word):
            readings.append((word, ANY, "femn", _WOMAN_WEIGHT_OF_KNOWN_SURNAME * share))
        readings += _missing_women(word)
    return readings


def _is_man_surname(word: str) -> bool:
    """Whether the dictionary has a word as a man's surname in the nominative."""
    return is_known(word) and any(parse.tag.grammemes >= _MAN_SURNAME for parse in parses(word))


def adjective_readings(word: str) -> list[Reading]:
    """The readings of a word as an adjective, participle or ordinal."""
    if not _LETTERS.issuperset(word):
        return []
    guessed = not is_known(word)
    share = _GUESS_WEIGHT if guessed and not word.endswith(ENDINGS_OF_ADJECTIVES) else 1.0
    weights: dict[tuple[str, str, str], float] = defaultdict(float)
    for parse in parses(word):
        if _ADJECTIVES.isdisjoint(parse.tag.grammemes):
            continue
        for nominative, case, gender in _readings_of(parse):
            stressed = guessed and nominative.endswith(_RARELY_STRESSED)
            weight = parse.score * share * (_RARELY if stressed else 1.0)
            weights[nominative, case, gender] += weight
    for reading, weight in weights.items():
        _, case, gender = reading
        # `московского` tells no gender: that the analyser has seen one of them more is chance.
        if gender == "neut" and case not in ("nomn", "accs"):
            masculine = max(
                (other for other in weights if other[1:] == (case, "masc")),
                key=weights.__getitem__,
                default=None,
            )
            if masculine is not None:
                weights[reading] = weights[masculine] = max(weight, weights[masculine])
    return [(*reading, weight) for reading, weight in weights.items()]


def _parsed(word: str, label: str) -> Iterator[Reading]:
    known = is_known(word)
    for parse in parses(word):
        grammemes = parse.tag.grammemes
        if "NOUN" not in grammemes:
            continue
        weight = parse.score
        for factor in _factors(grammemes, label, known):
            weight *= factor
        for nominative, case, gender in _readings_of(parse):
            guessed_plural = not known and gender == "plur" and case == "gent"
            # `Панджаб` is a nominative, hardly a genitive of `Панджабы`.
            bare = guessed_plural and nominative.startswith(word)
            yield nominative, case, gender, weight * (_GUESSED_PLURAL if bare else 1.0)


@lru_cache(maxsize=_CACHED_TAGS)
def _factors(grammemes: frozenset[str], label: str, known: bool) -> list[float]:
    """How much likelier or less likely these grammemes are in a name of this kind."""
    factors = [
        factor if known else min(factor, _HIGHEST_FACTOR_OF_GUESS)
        for grammeme, factor in _KIND_FACTORS[label].items()
        if grammeme in grammemes
    ]
    if not known:
        factors.insert(0, _GUESS_WEIGHT)
    if "plur" in grammemes and _NAMES_OF_ONE & grammemes:
        factors.append(_PLURAL_FIRST_NAME)
    return factors


def _abbreviated(word: str, label: str) -> Iterator[Reading]:
    """Read `Нацполиции` as `полиции`, a word the dictionary has."""
    for prefix in ABBREVIATED_PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and is_known(rest):
            yield from (
                (prefix + nominative, case, gender, weight)
                for nominative, case, gender, weight in _parsed(rest, label)
            )


def _missing_women(word: str) -> Iterator[Reading]:
    """The woman's name beside a man's in -ий, where the dictionary has only his: `Асия`."""
    for letters, cases in (
        ("ия", "nomn"),
        ("ии", "gent datv loct"),
        ("ие", "datv"),  # `Асие`, as many write
        ("ию", "accs"),
        ("ией", "ablt"),
    ):
        if not word.endswith(letters) or word.removesuffix(letters) + "ий" in MEN_ALONE:
            continue
        tags = [parse.tag.grammemes for parse in parses(word)]
        names = [grammemes for grammemes in tags if "Name" in grammemes]
        if names and all("masc" in grammemes for grammemes in names):
            for case in cases.split():
                yield word.removesuffix(letters) + "ия", case, "femn", _MISSING_WOMAN_WEIGHT


def _readings_of(parse: Parse) -> list[tuple[str, str, str]]:
    """The nominatives of a noun or an adjective, its case and genders, all of one parse."""
    grammemes = parse.tag.grammemes
    case, genders = _shown(grammemes)
    if case is None:
        return []
    if genders == _IN_PLURAL:
        form = inflect(parse, _PLURAL)
    else:
        form = _superlative(parse) if "Supr" in grammemes else inflect(parse, _SINGULAR)
    return [(form or parse.word, case, gender) for gender in genders]


@lru_cache(maxsize=_CACHED_TAGS)
def _shown(grammemes: frozenset[str]) -> tuple[str | None, tuple[str, ...]]:
    """The case that a word with these grammemes shows, and its genders or the plural."""
    case = _CASES.get(next(iter(grammemes & _CASES.keys()), ""))
    if "plur" in grammemes:
        return case, _IN_PLURAL
    return case, tuple(filter(grammemes.__contains__, _GENDERS)) or _GENDERS_OF_NAMES


def singulars_of(plural: str) -> Iterator[tuple[str, str]]:
    """The singulars of a lower-case plural that the dictionary knows, each with its gender."""
    for parse in parses(plural):
        gender = parse.tag.gender  # `ножницы` have none, and no singular
        if gender and {"NOUN", "plur", "nomn"} <= parse.tag.grammemes and is_known(plural):
            yield parse.normal_form, str(gender)


def adjective_singulars_of(plural: str) -> Iterator[tuple[str, str]]:
    """The nominatives of an adjective in the singular, each with its gender, from its plural."""
    for parse in parses(plural):
        if {"ADJF", "plur", "nomn"} <= parse.tag.grammemes:
            for gender in _GENDERS:
                form = inflect(parse, frozenset((*_SINGULAR, gender)))
                if form:
                    yield form, gender
            return


def _superlative(parse: Parse) -> str | None:
    """The nominative of `высшей`; asked to inflect it, pymorphy3 answers `высочайшая`."""
    wanted = {*_SINGULAR, parse.tag.gender}
    forms = (form.word for form in parse.lexeme if wanted <= form.tag.grammemes)
    return max(forms, key=partial(shared_letters, parse.word), default=None)
