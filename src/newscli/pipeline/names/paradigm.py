"""A word's readings by agreement: what each case and gender would make of it, weighed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from operator import attrgetter
from typing import NamedTuple

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.agreement import (
    AGREEMENTS_OF,
    ANY,
    Agreement,
    Reading,
    Weighted,
)
from newscli.pipeline.names.compounds import readings_as_adjective, readings_as_noun
from newscli.pipeline.names.dictionary import adjective_singulars_of, singulars_of
from newscli.pipeline.names.surnames import family_readings

# The names that repeat are kept whole: these are for the words that names share, and for those
# that are asked for again while one name is read.
_CACHED_WORDS = 512


class Form(NamedTuple):
    """A nominative a word can have, its folded spelling, and the logarithm of its weight."""

    nominative: str
    key: str
    weight: float


# For each agreement the nominatives a word can have under it, the likeliest first.
Paradigm = Mapping[Agreement, tuple[Form, ...]]

# `Арсеньевского районов` is a slip unless it is one of several.
_ONE_OF_SEVERAL = 0.3
# How often names stand in each case, for those that do not show theirs.
_CASE_SHARES = {"nomn": 0.4, "gent": 0.3, "datv": 0.08, "accs": 0.08, "ablt": 0.07, "loct": 0.07}
# The agreements of a reading, by its case and gender, and which share of it is for each.
_SHARES = {
    (case, gender): tuple(
        (agreement, _CASE_SHARES[agreement.case] if case == ANY else 1.0)
        for agreement in agreements
    )
    for (case, gender), agreements in AGREEMENTS_OF.items()
}


@lru_cache(maxsize=_CACHED_WORDS)
def noun_paradigm(text: str, label: str) -> Paradigm:
    """The readings of a word as a noun; `label` is the name's kind (PER, LOC, ORG) or ""."""
    return _weigh(_of_kind(readings_as_noun(text, label), text, label))


@lru_cache(maxsize=_CACHED_WORDS)
def adjective_paradigm(text: str) -> Paradigm:
    """The readings of a word as an adjective, participle or ordinal before a noun."""
    return _weigh(readings_as_adjective(text))


@lru_cache(maxsize=_CACHED_WORDS)
def any_paradigm(text: str, label: str) -> Paradigm:
    """The readings of a word with nothing after it: a noun, or an adjective used as a name."""
    if not is_adjective(text):
        return noun_paradigm(text, label)
    readings = [*readings_as_noun(text, label), *readings_as_adjective(text)]
    return _weigh(_of_kind(readings, text, label))


@lru_cache(maxsize=_CACHED_WORDS)
def family_paradigm(text: str) -> Paradigm:
    """The readings of a surname after a first name: a family's plural too (`Анны Ивановых`)."""
    family = list(family_readings(text.lower()))
    if not family:
        return any_paradigm(text, "PER")
    readings = [*readings_as_noun(text, "PER"), *readings_as_adjective(text), *family]
    return _weigh(_of_kind(readings, text, "PER"))


def _of_kind(readings: Iterable[Weighted], text: str, label: str) -> Iterator[Weighted]:
    """A man's accusative is never his nominative: `Гата Камский` is no accusative."""
    word = text.lower()
    for reading, weight in readings:
        if label != "PER" or reading != (word, "accs", "masc"):
            yield reading, weight


@lru_cache(maxsize=_CACHED_WORDS)
def may_be_genitive(text: str) -> bool:
    """Whether a word can be a noun or an adjective in the genitive."""
    readings = [*readings_as_noun(text, ""), *readings_as_adjective(text)]
    return any(reading.case in ("gent", ANY) for reading, _ in readings)


def is_adjective(text: str) -> bool:
    """Whether a word can modify a noun that follows."""
    return bool(adjective_paradigm(text))


def in_any_gender(paradigm: Paradigm) -> Paradigm:
    """The same readings agreeing in case alone, as an apposition does (`города Москвы`)."""
    by_case: dict[str, list[Form]] = defaultdict(list)
    for agreement, forms in paradigm.items():
        by_case[agreement.case] += forms
    return {
        agreement: forms
        for case, found in by_case.items()
        for forms in (_likeliest_first(found),)
        for agreement in AGREEMENTS_OF[case, ANY]
    }


@lru_cache(maxsize=_CACHED_WORDS)
def one_of_several(text: str, label: str) -> Paradigm:
    """The singular that a plural shares out: `Суворовского и Арсеньевского районов`."""
    plurals = [reading for reading, _ in readings_as_noun(text, label) if reading.gender == "plur"]
    singulars = (
        (Reading(form, reading.case, gender), _ONE_OF_SEVERAL)
        for reading in plurals
        for form, gender in singulars_of(reading.nominative)
    )
    return _weigh(singulars)


@lru_cache(maxsize=_CACHED_WORDS)
def adjective_of_one(text: str) -> Paradigm:
    """The singulars that an adjective's plural shares out: `Сибирском и Южном федеральных …`."""
    plurals = [reading for reading, _ in readings_as_adjective(text) if reading.gender == "plur"]
    return _weigh(
        (Reading(form, reading.case, gender), _ONE_OF_SEVERAL)
        for reading in plurals
        for form, gender in adjective_singulars_of(reading.nominative)
    )


def only_forms(paradigm: Paradigm, nominatives: Container[str]) -> Paradigm:
    """The readings whose nominative is one of these."""
    kept = {
        agreement: tuple(form for form in forms if form.nominative in nominatives)
        for agreement, forms in paradigm.items()
    }
    return {agreement: forms for agreement, forms in kept.items() if forms}


def _weigh(readings: Iterable[Weighted]) -> Paradigm:
    weights: dict[Agreement, dict[str, float]] = defaultdict(dict)
    for (nominative, case, gender), weight in readings:
        for agreement, share in _SHARES[case, gender]:
            forms = weights[agreement]
            forms[nominative] = forms.get(nominative, 0.0) + weight * share
    # Most nominatives weigh the same under several agreements: their forms are one object.
    distinct = {weighed for forms in weights.values() for weighed in forms.items()}
    made = {weighed: Form(weighed[0], fold(weighed[0]), log(weighed[1])) for weighed in distinct}
    return {
        agreement: _likeliest_first([made[weighed] for weighed in forms.items()])
        for agreement, forms in weights.items()
    }


def _likeliest_first(forms: list[Form]) -> tuple[Form, ...]:
    if len(forms) > 1:
        forms.sort(key=attrgetter("weight"), reverse=True)
    return tuple(forms)
