"""All readings of a name by itself, whatever stands around it.

A reading of a whole name is one structure of its words under one agreement. News repeats its
names: what depends on nothing but the spelling is worked out once and kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from math import inf, log

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.agreement import AGREEMENTS
from newscli.pipeline.names.paradigm import likeliest, likeliest_form
from newscli.pipeline.names.spelling import Written, respell_name
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
# That of a reading under which no word has a form.
IMPOSSIBLE = -inf
_CACHED_PRIORS = 128
KINDS = ("PER", "LOC", "ORG")
# More than four of five names are among the last eight thousand; the readings of one take some
# 3 kB, for which arrays are made of lists: of anything else they would keep room to grow.
_CACHED_NAMES = 8_192


@dataclass(eq=False, slots=True)
class Readings:
    """A name in plain letters, its words, and all ways to read them together, likely or not.

    A reading is one structure under one agreement, and known by its place among all of them. Their
    `scores` are the logarithms of their weights, each declined word being in its likeliest form;
    there are none if no reading is possible. The name `stays` if all readings leave it as it is and
    no gender is wanted of them.
    """

    text: str
    words: tuple[Word, ...]
    of_person: bool
    structures: tuple[Structure, ...]
    scores: array[float]
    stays: bool
    _keys: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _written: dict[int, Written] = field(default_factory=dict)

    def keys(self, reading: int) -> tuple[str, ...]:
        """How the nouns of a reading are spelt, folded.

        Other names of the article may share a modifier without meaning the same: `Тверской суд`,
        `Тверская область`.
        """
        keys = self._keys.get(reading)
        if keys is None:
            nouns = self._forms(reading)[self._structure(reading).modifiers :]
            keys = self._keys[reading] = tuple([fold(form) for _, form in nouns])
        return keys

    def written(self, reading: int) -> Written:
        """The name in a reading, each word in its likeliest form."""
        written = self._written.get(reading)
        if written is None:
            forms = self._forms(reading)
            written = self._written[reading] = respell_name(self.text, self.words, forms)
        return written

    def written_with(self, reading: int, bonus: Mapping[str, float]) -> Written:
        """The name in a reading, each noun in the form that a `bonus`, by key, makes best."""
        place = reading % len(AGREEMENTS)
        structure = self._structure(reading)
        forms = self._forms(reading)
        for number in range(structure.modifiers, len(forms)):
            index, paradigm = structure.paradigms[number]
            favoured = {
                form: log(weights[place]) + bonus.get(fold(form), 0.0)
                for form, weights in paradigm.items()
                if weights[place]
            }
            if favoured:
                forms[number] = index, max(favoured, key=favoured.__getitem__)
        return respell_name(self.text, self.words, forms)

    def gain(self, bonus: Mapping[str, float]) -> Callable[[int], float]:
        """How much a `bonus`, by key, adds to a reading's score: nouns take their best forms."""
        structures = [
            [
                (
                    bonus.get(fold(self.words[index].text), 0.0),
                    [(weights, bonus.get(fold(form), 0.0)) for form, weights in paradigm.items()],
                )
                for index, paradigm in structure.paradigms[structure.modifiers :]
            ]
            for structure in self.structures
        ]

        def gain(reading: int) -> float:
            place = reading % len(AGREEMENTS)
            gain = 0.0
            for unchanged, forms in structures[reading // len(AGREEMENTS)]:
                usual = favoured = IMPOSSIBLE
                for weights, more in forms:
                    if weights[place]:
                        score = log(weights[place])
                        usual, favoured = max(usual, score), max(favoured, score + more)
                gain += favoured - usual if usual > IMPOSSIBLE else unchanged
            return gain

        return gain

    def _structure(self, reading: int) -> Structure:
        return self.structures[reading // len(AGREEMENTS)]

    def _forms(self, reading: int) -> list[tuple[int, str]]:
        """The likeliest form of each declined word, with its index."""
        place = reading % len(AGREEMENTS)
        return [
            (index, likeliest_form(paradigm, place) or self.words[index].text.lower())
            for index, paradigm in self._structure(reading).paradigms
        ]


def readings(text: str, label: str, *, several: bool = False) -> Readings:
    """The readings of a name; `label` is its kind (PER, LOC, ORG), or anything else if unknown.

    `several` says that another name is joined to it.
    """
    # Only to what follows another word does that matter: all others are kept once.
    return _readings(text, label, several and label != "PER" and not text.isalpha())


@lru_cache(maxsize=_CACHED_NAMES)
def _readings(text: str, label: str, several: bool) -> Readings:
    text = plain_text(text).text
    words = split_words(text)
    kind = label if label in KINDS else ""
    of_person = kind == "PER" or (not kind and is_rather_person(words))
    structures = [found for found in _structures(words, kind, several) if found.paradigms]
    if not structures:
        structures = [Structure(())]
    scores = array("f", list(chain.from_iterable(map(_scores, structures))))
    return Readings(
        text,
        words,
        of_person,
        tuple(structures),
        scores if max(scores, default=IMPOSSIBLE) > IMPOSSIBLE else array("f"),
        not of_person and _stays(structures, words),
    )


def _structures(words: Sequence[Word], kind: str, several: bool) -> Iterator[Structure]:
    if kind == "PER":
        yield person(words)
    elif kind:
        yield from phrases(words, kind, several=several)
    else:
        yield from of_unknown_kind(words, several=several)


def _scores(structure: Structure) -> list[float]:
    """The score of a structure under each agreement that any of its words can stand under."""
    weights = [likeliest(paradigm) for _, paradigm in structure.paradigms]
    logs = [
        [log(weight) if weight else _NO_SUCH_READING for weight in of_word] for of_word in weights
    ]
    # Most names have one declined word.
    possible = weights[0] if len(weights) == 1 else map(any, zip(*weights, strict=True))
    scores = logs[0] if len(logs) == 1 else map(sum, zip(*logs, strict=True))
    return [
        score + prior if can_be else IMPOSSIBLE
        for can_be, score, prior in zip(
            possible, scores, _priors(structure.prior, structure.plural), strict=False
        )
    ]


@lru_cache(maxsize=_CACHED_PRIORS)
def _priors(prior: float, plural: float) -> list[float]:
    """What speaks for each of `AGREEMENTS`, by what speaks for a structure and its plural."""
    return [prior + plural if agreement.gender == "plur" else prior for agreement in AGREEMENTS]


def _stays(structures: Sequence[Structure], words: Sequence[Word]) -> bool:
    """Whether every declined word is its own nominative in all readings."""
    if any(
        list(paradigm) != [words[index].text.lower()]
        for structure in structures
        for index, paradigm in structure.paradigms
    ):
        return False
    nouns = {
        tuple(index for index, _ in structure.paradigms[structure.modifiers :])
        for structure in structures
    }
    return len(nouns) == 1
