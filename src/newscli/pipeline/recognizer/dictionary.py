"""What the dictionary says of a word in or beside a mention: a name, a post, a thing."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import TYPE_CHECKING

from newscli.pipeline.morphology import CACHED_ANSWERS, parses
from newscli.pipeline.names.dictionary import is_known

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag

NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
# `трамп`, a ship of a kind, is one in nine.
_LIKELY = 0.2
_NOUN = frozenset(("NOUN", "nomn", "sing"))
_POST = frozenset(("NOUN", "anim"))
_THING = frozenset(("NOUN", "inan"))
_NAMES_OF_THINGS = frozenset(("Geox", "Orgn", "Name"))
_PREDICATES = frozenset(("VERB", "ADJS", "PRTS"))
_ADJECTIVES = frozenset(("ADJF", "PRTF"))


# Rules ask the same of the same words again and again.
_remember = lru_cache(maxsize=CACHED_ANSWERS)


@_remember
def tags(word: str) -> tuple[OpencorporaTag, ...]:
    """The tags of a word's readings, the likeliest first."""
    return tuple(parse.tag for parse in parses(word.lower()))


@_remember
def lemma(word: str) -> str:
    """A word's likeliest lemma."""
    return str(parses(word.lower())[0].normal_form)


def may_be(word: str, grammeme: str) -> bool:
    """Whether some reading of a word, known or guessed, has a grammeme."""
    return any(grammeme in tag.grammemes for tag in tags(word))


def is_form_of(word: str, lemmas: Container[str]) -> bool:
    """Whether some reading of a word is a form of one of these."""
    return any(parse.normal_form in lemmas for parse in parses(word.lower()))


@_remember
def is_no_name(word: str) -> bool:
    """Whether the dictionary knows a word, and as nobody's and nothing's name."""
    return is_known(word.lower()) and all(NAMES.isdisjoint(tag.grammemes) for tag in tags(word))


@_remember
def is_post(word: str) -> bool:
    """Whether the dictionary knows a word as somebody's post or kin, and as nobody's name."""
    return is_no_name(word) and tags(word)[0].grammemes >= _POST


@_remember
def is_likely_noun(word: str) -> bool:
    """Whether the dictionary finds a word likely enough to be a common noun, in the nominative."""
    likelihood = sum(
        parse.score
        for parse in parses(word.lower())
        if parse.tag.grammemes >= _NOUN and NAMES.isdisjoint(parse.tag.grammemes)
    )
    return is_known(word.lower()) and likelihood > _LIKELY


@_remember
def is_thing(word: str) -> bool:
    """Whether a word is a common noun for something without life: `фильм`, `крейсер`."""
    if not word.isalpha():
        return False
    likeliest = tags(word)[0].grammemes
    return likeliest >= _THING and _NAMES_OF_THINGS.isdisjoint(likeliest)


@_remember
def is_only(word: str, parts_of_speech: frozenset[str]) -> bool:
    """Whether the dictionary knows a word, and as nothing but these parts of speech."""
    return is_known(word.lower()) and all(tag.POS in parts_of_speech for tag in tags(word))


def is_predicate(word: str) -> bool:
    """Whether the dictionary knows a word as nothing but what somebody does or is: `осуждены`."""
    return is_only(word, _PREDICATES)


@_remember
def is_adjective(word: str) -> bool:
    """Whether a word is likeliest an adjective or a participle."""
    return not _ADJECTIVES.isdisjoint(tags(word)[0].grammemes)


def agree(adjective: str, noun: str) -> bool:
    """Whether one word is an adjective, and may belong to the other."""
    return is_adjective(adjective) and any(
        one.case == other.case and one.number == other.number
        for one in tags(adjective)
        if one.POS in ("ADJF", "PRTF")
        for other in tags(noun)
    )
