"""All readings of a name by itself, whatever stands around it.

A reading of a whole name is one structure of its words under one agreement. News repeats its
names: what depends on nothing but the spelling is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.agreement import AGREEMENTS, Agreement
from newscli.pipeline.names.paradigm import Form
from newscli.pipeline.names.structure import Structure, may_be_person, person, phrases
from newscli.pipeline.names.words import Word, split_words

# The logarithm of the odds of a form that no part of speech has.
_NO_SUCH_READING = -7.0
KINDS = ("PER", "LOC", "ORG")
# Two of three names are among the last thousand; the readings of one take some 5 kB.
CACHED_NAMES = 1_024


class Analysis(NamedTuple):
    """One complete reading of a name: each declined word, in the structure's order, has a form.

    `score` is the logarithm of its weight among the name's readings.
    """

    score: float
    agreement: Agreement
    structure: Structure
    forms: tuple[Form, ...]

    def nouns(self) -> tuple[Form, ...]:
        """The forms but those of modifiers.

        Other names of the article may share an adjective without meaning the same: `Тверской
        суд`, `Тверская область`.
        """
        return self.forms[self.structure.modifiers :]

    def favoured(self, bonus: Mapping[str, float]) -> Analysis:
        """The reading with each noun in the form that a `bonus`, by key, makes its best."""
        score, forms = self.score, list(self.forms)
        for place in range(self.structure.modifiers, len(forms)):
            readings = self.structure.paradigms[place][1].get(self.agreement)
            if readings and any(form.key in bonus for form in readings):
                weight, best = max(
                    ((form.weight + bonus.get(form.key, 0.0), form) for form in readings),
                    key=itemgetter(0),
                )
                score += weight - forms[place].weight
                forms[place] = best
        return Analysis(score, self.agreement, self.structure, tuple(forms))


@dataclass(frozen=True)
class Readings:
    """The words of a name and all ways to read them together, likely or not."""

    words: tuple[Word, ...]
    of_person: bool
    analyses: tuple[Analysis, ...]


@lru_cache(maxsize=CACHED_NAMES)
def readings(text: str, label: str) -> Readings:
    """The readings of a name; `label` is its kind (PER, LOC, ORG), or anything else if unknown."""
    words = split_words(text)
    kind = label if label in KINDS else ""
    of_person = kind == "PER" or (not kind and may_be_person(words))
    structures = (person(words),) if of_person else tuple(phrases(words, kind))
    analyses = [analysis for structure in structures for analysis in _analyses(structure, words)]
    return Readings(words, of_person, tuple(analyses))


def _analyses(structure: Structure, words: Sequence[Word]) -> Iterator[Analysis]:
    """All agreements under which the declined words can stand, each word in its best form."""
    unread = {
        index: Form(words[index].text.lower(), fold(words[index].text), _NO_SUCH_READING)
        for index, _ in structure.paradigms
    }
    for agreement in AGREEMENTS:
        if not any(agreement in paradigm for _, paradigm in structure.paradigms):
            continue
        forms = tuple(
            paradigm[agreement][0] if agreement in paradigm else unread[index]
            for index, paradigm in structure.paradigms
        )
        score = structure.prior + sum(form.weight for form in forms)
        if agreement.gender == "plur":
            score += structure.plural
        yield Analysis(score, agreement, structure, forms)
