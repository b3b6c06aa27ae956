"""What a word beside a name can be, over all its likely readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newscli.pipeline.morphology import CACHED_WORDS, parses
from newscli.pipeline.names.agreement import CASES
from newscli.pipeline.names.lexicon import KIN

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_LIKELY = 0.1
# Short participles and adjectives are predicates as verbs are: `Иванов назначен`, `Иванов должен`.
_SHORT = ("PRTS", "ADJS")


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


@lru_cache(maxsize=CACHED_WORDS)
def neighbour(word: str) -> Neighbour:
    """What the lower-case `word` can be."""
    likely = [parse for parse in parses(word) if parse.score >= _LIKELY]
    part_of_speech = likely[0].tag.POS if likely else None
    nouns = [parse for parse in likely if parse.tag.POS == "NOUN"]
    adjectives = [parse for parse in likely if parse.tag.POS in ("ADJF", "PRTF")]
    verbs = [parse for parse in likely if parse.tag.mood == "indc" or parse.tag.POS in _SHORT]
    is_verb = part_of_speech == "VERB" or part_of_speech in _SHORT
    return Neighbour(
        is_verb=is_verb,
        is_adverb=part_of_speech in ("ADVB", "PRCL"),
        is_animate=any(parse.tag.animacy == "anim" for parse in nouns),
        is_kin=any(parse.normal_form in KIN for parse in nouns),
        noun_cases=_cases_of(nouns),
        adjective_cases=_cases_of(adjectives),
        gender=_gender_of(verbs if is_verb else nouns),
    )


def _cases_of(readings: Iterable[Parse]) -> frozenset[str]:
    return frozenset(str(parse.tag.case) for parse in readings).intersection(CASES)


def _gender_of(readings: Sequence[Parse]) -> str | None:
    """The gender of the singular, "plur" where there is only a plural; None if undecided."""
    singular = {str(parse.tag.gender) for parse in readings if parse.tag.number == "sing"}
    if not singular:
        return "plur" if readings else None
    gender = singular.pop()
    return gender if not singular and gender in ("masc", "femn") else None
