"""All readings of a name by itself, whatever stands around it.

A reading of a whole name is one structure of its words under one agreement. News repeats its
names: what depends on nothing but the spelling is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.agreement import AGREEMENTS, Agreement
from newscli.pipeline.names.paradigm import Form
from newscli.pipeline.names.spelling import Forms, Written, respell_name
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


# One complete reading of a name: the logarithm of its weight among the name's readings, with each
# declined word in its likeliest form; how these forms of its nouns are spelt, folded; the agreement
# and the structure. Other names of the article may share a modifier without meaning the same
# (`Тверской суд`, `Тверская область`), so it is not spelt out here.
Analysis = tuple[float, tuple[str, ...], Agreement, Structure]


@dataclass(frozen=True, eq=False)
class Readings:
    """A name in plain letters, its words, and all ways to read them together, likely or not.

    The name `stays` if all readings leave it as it is and no gender is wanted of them.
    """

    text: str
    words: tuple[Word, ...]
    of_person: bool
    analyses: tuple[Analysis, ...]
    stays: bool
    _written: dict[Forms, Written] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """How its nouns are spelt, folded, where the name `stays`."""
        return self.analyses[0][1] if self.analyses else ()

    def forms(self, analysis: Analysis, bonus: Mapping[str, float]) -> Forms:
        """The form of each declined word, nouns in the one that a `bonus`, by key, makes best."""
        *_, structure = analysis
        choices = self._choices(analysis)
        forms = [choice[0] for choice in choices]
        if bonus:
            forms[structure.modifiers :] = [
                max(choice, key=lambda form: form.weight + bonus.get(form.key, 0.0))
                for choice in choices[structure.modifiers :]
            ]
        return tuple(
            [
                (index, form.nominative)
                for (index, _), form in zip(structure.paradigms, forms, strict=True)
            ]
        )

    def written(self, forms: Forms) -> Written:
        """The name, and its words, with these forms as the author would write them."""
        written = self._written.get(forms)
        if written is None:
            written = self._written[forms] = respell_name(self.text, self.words, forms)
        return written

    def gain(self, analysis: Analysis, bonus: Mapping[str, float]) -> float:
        """How much a `bonus`, by key, adds to the score when nouns take their best forms."""
        *_, structure = analysis
        gain = 0.0
        for choice in self._choices(analysis)[structure.modifiers :]:
            gain += max([form.weight + bonus.get(form.key, 0.0) for form in choice])
            gain -= choice[0].weight
        return gain

    def _choices(self, analysis: Analysis) -> list[tuple[Form, ...]]:
        """The forms that each declined word can have."""
        *_, agreement, structure = analysis
        return [
            paradigm.get(agreement) or (_unread(self.words[index]),)
            for index, paradigm in structure.paradigms
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
    structures = list(_structures(words, kind, several))
    analyses = [analysis for structure in structures for analysis in _analyses(structure, words)]
    stays = (
        not of_person
        and len({keys for _, keys, _, _ in analyses}) < 2
        and all(_stays(structure, words) for structure in structures)
    )
    return Readings(text, words, of_person, tuple(analyses), stays)


def _structures(words: Sequence[Word], kind: str, several: bool) -> Iterator[Structure]:
    if kind == "PER":
        yield person(words)
    elif kind:
        yield from phrases(words, kind, several=several)
    else:
        yield from of_unknown_kind(words, several=several)


def _analyses(structure: Structure, words: Sequence[Word]) -> Iterator[Analysis]:
    """All agreements under which the declined words can stand."""
    paradigms = [paradigm for _, paradigm in structure.paradigms]
    unread = [_unread(words[index]) for index, _ in structure.paradigms]
    for agreement in AGREEMENTS:
        found = [paradigm.get(agreement) for paradigm in paradigms]
        if not any(found):
            continue
        forms = [choice[0] if choice else none for choice, none in zip(found, unread, strict=True)]
        score = structure.prior + sum([form.weight for form in forms])
        if agreement.gender == "plur":
            score += structure.plural
        keys = tuple([form.key for form in forms[structure.modifiers :]])
        yield score, keys, agreement, structure


def _unread(word: Word) -> Form:
    """The form of a word that does not agree with the others."""
    return Form(word.text.lower(), fold(word.text), _NO_SUCH_READING)


def _stays(structure: Structure, words: Sequence[Word]) -> bool:
    """Whether every declined word is its own nominative in all its readings."""
    return all(
        form.nominative == words[index].text.lower()
        for index, paradigm in structure.paradigms
        for forms in paradigm.values()
        for form in forms
    )
