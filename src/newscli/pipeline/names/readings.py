"""All readings of a name by itself, whatever stands around it.

A reading of a whole name is one structure of its words under one agreement. News repeats its
names: what depends on nothing but the spelling is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.agreement import AGREEMENTS, Agreement
from newscli.pipeline.names.paradigm import Form
from newscli.pipeline.names.structure import (
    Structure,
    is_rather_person,
    of_unknown_kind,
    person,
    phrases,
)
from newscli.pipeline.names.words import Word, split_words
from newscli.pipeline.plain import plain_text

# The logarithm of the odds of a form that no part of speech has.
_NO_SUCH_READING = -7.0
KINDS = ("PER", "LOC", "ORG")
# Three of four names are among the last two thousand; the readings of one take some 5 kB.
_CACHED_NAMES = 2_048


class Analysis(NamedTuple):
    """One complete reading of a name: each declined word, in the structure's order, has its forms.

    `score` is the logarithm of its weight among the name's readings, with each word in its
    likeliest form, the first.
    """

    score: float
    agreement: Agreement
    structure: Structure
    choices: tuple[tuple[Form, ...], ...]

    def forms(self, bonus: Mapping[str, float]) -> Iterator[Form]:
        """The form of each declined word, nouns in the one that a `bonus`, by key, makes best."""
        for place, choice in enumerate(self.choices):
            if place < self.structure.modifiers:
                yield choice[0]
            else:
                yield max(choice, key=lambda form: form.weight + bonus.get(form.key, 0.0))

    def gain(self, bonus: Mapping[str, float]) -> float:
        """How much a `bonus`, by key, adds to the score when nouns take their best forms.

        Other names of the article may share a modifier without meaning the same: `Тверской суд`,
        `Тверская область`.
        """
        gain = 0.0
        for choice in self.choices[self.structure.modifiers :]:
            gain += max([weight + bonus.get(key, 0.0) for _, key, weight in choice])
            gain -= choice[0].weight
        return gain


@dataclass(frozen=True)
class Readings:
    """A name in plain letters, its words, and all ways to read them together, likely or not."""

    text: str
    words: tuple[Word, ...]
    of_person: bool
    analyses: tuple[Analysis, ...]


@lru_cache(maxsize=_CACHED_NAMES)
def readings(text: str, label: str, *, several: bool = False) -> Readings:
    """The readings of a name; `label` is its kind (PER, LOC, ORG), or anything else if unknown.

    `several` says that another name is joined to it.
    """
    text = plain_text(text).text
    words = split_words(text)
    kind = label if label in KINDS else ""
    of_person = kind == "PER" or (not kind and is_rather_person(words))
    analyses = [
        analysis
        for structure in _structures(words, kind, several)
        for analysis in _analyses(structure, words)
    ]
    return Readings(text, words, of_person, tuple(analyses))


def _structures(words: Sequence[Word], kind: str, several: bool) -> Iterator[Structure]:
    if kind == "PER":
        yield person(words)
    elif kind:
        yield from phrases(words, kind, several=several)
    else:
        yield from of_unknown_kind(words, several=several)


def _analyses(structure: Structure, words: Sequence[Word]) -> Iterator[Analysis]:
    """All agreements under which the declined words can stand."""
    unread = [
        (Form(words[index].text.lower(), fold(words[index].text), _NO_SUCH_READING),)
        for index, _ in structure.paradigms
    ]
    for agreement in AGREEMENTS:
        found = [paradigm.get(agreement, ()) for _, paradigm in structure.paradigms]
        if not any(found):
            continue
        if not all(found):
            found = [forms or none for forms, none in zip(found, unread, strict=True)]
        score = structure.prior + sum([forms[0].weight for forms in found])
        if agreement.gender == "plur":
            score += structure.plural
        yield Analysis(score, agreement, structure, tuple(found))
