"""What a word beside a name can be, over all its likely readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from newscli.pipeline.morphology import CACHED_ANSWERS, parses
from newscli.pipeline.names.agreement import CASES
from newscli.pipeline.names.lexicon import KIN

_CACHED_KINDS = 1_024

_LIKELY = 0.1
# Short participles and adjectives are predicates as verbs are: `Иванов назначен`, `Иванов должен`.
_PREDICATES = frozenset(("VERB", "PRTS", "ADJS"))
_FINITE = frozenset(("indc", "PRTS", "ADJS"))
_ADVERBS = frozenset(("ADVB", "PRCL"))
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_GENDERS = frozenset(("masc", "femn", "neut"))


class Neighbour(NamedTuple):
    """A predicate, an adverb, or a noun (perhaps a word of kinship) or adjective in these cases.

    `gender` is that of the verb or the noun: "masc", "femn", "plur", or None if undecided.
    """

    is_verb: bool
    is_adverb: bool
    is_animate: bool
    is_kin: bool
    noun_cases: frozenset[str]
    adjective_cases: frozenset[str]
    gender: str | None


@lru_cache(maxsize=CACHED_ANSWERS)
def neighbour(word: str) -> Neighbour:
    """What the lower-case `word` can be."""
    # A tag's grammemes are at hand, its attributes made anew each time: three times slower.
    likely = [parse.tag.grammemes for parse in parses(word) if parse.score >= _LIKELY]
    first = likely[0] if likely else frozenset()
    nouns = [grammemes for grammemes in likely if "NOUN" in grammemes]
    adjectives = [grammemes for grammemes in likely if grammemes & _ADJECTIVES]
    is_verb = bool(first & _PREDICATES)
    verbs = [grammemes for grammemes in likely if grammemes & _FINITE]
    return _kept_once(
        Neighbour(
            is_verb=is_verb,
            is_adverb=bool(first & _ADVERBS),
            is_animate=any("anim" in grammemes for grammemes in nouns),
            is_kin=bool(nouns) and any(parse.normal_form in KIN for parse in parses(word)),
            noun_cases=_cases_of(nouns),
            adjective_cases=_cases_of(adjectives),
            gender=_gender_of(verbs if is_verb else nouns),
        )
    )


@lru_cache(maxsize=_CACHED_KINDS)
def _kept_once(kind: Neighbour) -> Neighbour:
    """One object for all words that are the same to a name: there are some hundred kinds."""
    return kind


def _cases_of(readings: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(CASES).intersection(chain(*readings))


def _gender_of(readings: Sequence[frozenset[str]]) -> str | None:
    """The gender of the singular, "plur" where there is only a plural; None if undecided."""
    genders = {grammemes & _GENDERS for grammemes in readings if "sing" in grammemes}
    if not genders:
        return "plur" if readings else None
    gender = next(iter(genders.pop()), None)
    return gender if not genders and gender != "neut" else None
