"""A word's readings by agreement: what each case and gender would make of it, weighed."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import add

from newscli.pipeline.names.agreement import AGREEMENTS, ANY, GENDERS, PLACES, Reading
from newscli.pipeline.names.compounds import readings_as_adjective, readings_as_noun
from newscli.pipeline.names.dictionary import adjective_singulars_of, singulars_of
from newscli.pipeline.names.surnames import family_readings

# The names that repeat are kept whole, and their nouns and adjectives with them: to keep these for
# twice as many names takes little more, and a third fewer are read anew. The others are for words
# that are asked for again while one name is read.
_CACHED_PARADIGMS = 16_000
_CACHED_WORDS = 512
_CACHED_WEIGHTS = 1_024

# For each nominative that a word can have, how much it weighs under each of `AGREEMENTS`.
Paradigm = Mapping[str, Sequence[float]]

# Four bytes each: the weights are rounded judgements, and there are a million of them.
_NOTHING = array("f", [0.0] * len(AGREEMENTS))
# `Арсеньевского районов` is a slip unless it is one of several.
_ONE_OF_SEVERAL = 0.3
# How often names stand in each case, for those that do not show theirs.
_CASE_SHARES = {"nomn": 0.4, "gent": 0.3, "datv": 0.08, "accs": 0.08, "ablt": 0.07, "loct": 0.07}
# The agreements of a reading, by its case and gender, and which share of it is for each.
_SHARES = {
    (case, gender): tuple(
        (place, _CASE_SHARES[AGREEMENTS[place].case] if case == ANY else 1.0) for place in places
    )
    for (case, gender), places in PLACES.items()
}


@lru_cache(maxsize=_CACHED_PARADIGMS)
def noun_paradigm(text: str, label: str) -> Paradigm:
    """The readings of a word as a noun; `label` is the name's kind (PER, LOC, ORG) or ""."""
    return _weigh(_of_kind(readings_as_noun(text, label), text, label))


@lru_cache(maxsize=_CACHED_PARADIGMS)
def adjective_paradigm(text: str) -> Paradigm:
    """The readings of a word as an adjective, participle or ordinal before a noun."""
    return _weigh(readings_as_adjective(text))


def any_paradigm(text: str, label: str) -> Paradigm:
    """The readings of a word with nothing after it: a noun, or an adjective used as a name."""
    return _name_like_adjective(text, label) if is_adjective(text) else noun_paradigm(text, label)


@lru_cache(maxsize=_CACHED_WORDS)
def _name_like_adjective(text: str, label: str) -> Paradigm:
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


def _of_kind(readings: list[Reading], text: str, label: str) -> list[Reading]:
    """A man's accusative is never his nominative: `Гата Камский` is no accusative."""
    if label != "PER":
        return readings
    wrong = (text.lower(), "accs", "masc")
    return [reading for reading in readings if reading[:3] != wrong]


@lru_cache(maxsize=_CACHED_WORDS)
def may_be_genitive(text: str) -> bool:
    """Whether a word can be a noun or an adjective in the genitive."""
    genitives = PLACES["gent", ANY]
    if any(weights[place] for weights in adjective_paradigm(text).values() for place in genitives):
        return True
    return any(case in ("gent", ANY) for _, case, _, _ in readings_as_noun(text, ""))


def is_adjective(text: str) -> bool:
    """Whether a word can modify a noun that follows."""
    return bool(adjective_paradigm(text))


def in_any_gender(paradigm: Paradigm) -> Paradigm:
    """The same readings agreeing in case alone, as an apposition does (`города Москвы`)."""
    genders = len(GENDERS)
    return {
        nominative: array(
            "f",
            [
                max(weights[at : at + genders])
                for at in range(0, len(AGREEMENTS), genders)
                for _ in GENDERS
            ],
        )
        for nominative, weights in paradigm.items()
    }


@lru_cache(maxsize=_CACHED_WORDS)
def one_of_several(text: str, label: str) -> Paradigm:
    """The singular that a plural shares out: `Суворовского и Арсеньевского районов`."""
    return _weigh(
        (form, case, gender, _ONE_OF_SEVERAL)
        for nominative, case, number, _ in readings_as_noun(text, label)
        if number == "plur"
        for form, gender in singulars_of(nominative)
    )


@lru_cache(maxsize=_CACHED_WORDS)
def adjective_of_one(text: str) -> Paradigm:
    """The singulars that an adjective's plural shares out: `Сибирском и Южном федеральных …`."""
    return _weigh(
        (form, case, gender, _ONE_OF_SEVERAL)
        for nominative, case, number, _ in readings_as_adjective(text)
        if number == "plur"
        for form, gender in adjective_singulars_of(nominative)
    )


def only_forms(paradigm: Paradigm, nominatives: Container[str]) -> Paradigm:
    """The readings whose nominative is one of these."""
    return {form: weights for form, weights in paradigm.items() if form in nominatives}


def with_others(paradigm: Paradigm, others: Paradigm) -> Paradigm:
    """A paradigm in which, under every agreement that `others` have forms for, theirs stand."""
    taken = likeliest(others)
    joined: dict[str, Sequence[float]] = {
        form: array(
            "f", [0.0 if other else weight for weight, other in zip(weights, taken, strict=True)]
        )
        for form, weights in paradigm.items()
    }
    for form, weights in others.items():
        joined[form] = list(map(add, joined[form], weights)) if form in joined else weights
    return joined


def likeliest(paradigm: Paradigm) -> Sequence[float]:
    """How much the likeliest form weighs under each agreement, 0 where there is none."""
    if len(paradigm) > 1:
        return list(map(max, *paradigm.values()))
    return next(iter(paradigm.values()), _NOTHING)


def likeliest_form(paradigm: Paradigm, place: int) -> str | None:
    """The likeliest form under one agreement, None if there is none."""
    likeliest, most = None, 0.0
    for form, weights in paradigm.items():
        if weights[place] > most:
            likeliest, most = form, weights[place]
    return likeliest


def _weigh(readings: Iterable[Reading]) -> Paradigm:
    paradigm: dict[str, array[float]] = {}
    for nominative, case, gender, weight in readings:
        weights = paradigm.get(nominative)
        if weights is None:
            weights = paradigm[nominative] = _NOTHING[:]
        for place, share in _SHARES[case, gender]:
            weights[place] += weight * share
    return {nominative: _shared(weights.tobytes()) for nominative, weights in paradigm.items()}


@lru_cache(maxsize=_CACHED_WEIGHTS)
def _shared(weights: bytes) -> Sequence[float]:
    """The weights of a form; words that decline alike have many in common, which are kept once."""
    return array("f", weights)
