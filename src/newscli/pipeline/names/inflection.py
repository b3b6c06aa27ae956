"""The dictionary form of a name: its head in the nominative, and what agrees with the head.

All words of a name are read together: a reading holds only if the words that must agree do so in
case, gender and number, and the words around the name have their say on the case. What a name
shows clearly in one place of an article settles the places where it is open: `Путина` is a man's
genitive where `Путин` stands beside it, and a woman's nominative where it is `Мария Путина`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, log1p
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.agreement import CASES, GENDERS, Agreement
from newscli.pipeline.names.context import surroundings
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.paradigm import Form
from newscli.pipeline.names.spelling import respell
from newscli.pipeline.names.structure import (
    Structure,
    is_rather_person,
    of_unknown_kind,
    person,
    phrases,
)
from newscli.pipeline.names.words import Word, split_words
from newscli.pipeline.plain import plain_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# Logarithms of odds, as in `context`.
_NO_SUCH_READING = -7.0
_SUPPORT = 3.0
_COORDINATED = 2.0
_SURE_OF_GENDER = 0.75
_NEGLIGIBLE = 0.01
KINDS = ("PER", "LOC", "ORG")
AGREEMENTS = tuple(Agreement(case, gender) for case in CASES for gender in GENDERS)


@dataclass(frozen=True)
class Nominative:
    """A name in its dictionary form: as a whole, word by word, and the gender of its bearer.

    `gender` is "masc", "femn" or None; it is None too where a name is no person's.
    """

    text: str
    words: tuple[str, ...]
    gender: str | None


class _Analysis(NamedTuple):
    """One complete reading of a name; each declined word, by its index, has a form.

    The first `modifiers` of these words are adjectives, which other names of the article may
    share without meaning the same: `Тверской суд`, `Тверская область`.
    """

    score: float
    agreement: Agreement
    forms: tuple[tuple[int, Form], ...]
    modifiers: int


class _Name:
    """A name while its reading is being chosen."""

    def __init__(self, span: Span) -> None:
        self.text = plain_text(span.text).text
        self.words = split_words(self.text)
        self.start, self.end = span.start, span.end
        label = span.label_ if span.label_ in KINDS else ""
        self.structures = tuple(_structures(self.words, label))
        self.evidence = surroundings(
            span, person=label == "PER" or (not label and is_rather_person(self.words))
        )
        self.analyses: list[tuple[_Analysis, float]] = []
        self._found: list[tuple[Structure, _Analysis]] = []

    def hear_neighbour(self, before: _Name, doc: Doc) -> None:
        """Names joined by `и` or a comma stand in the same case."""
        if self.start == before.end + 1 and doc[before.end].text in JOINING:
            for analysis, probability in before.analyses:
                self.evidence.add(analysis.agreement.case, _COORDINATED * probability)

    def analyse(self) -> None:
        """Weigh all readings."""
        heard = {agreement: self.evidence[agreement] for agreement in AGREEMENTS}
        self._found = [
            (structure, analysis)
            for structure in self.structures
            for analysis in _analyses(structure, self.words, heard)
        ]
        if self._found:
            self.analyses = _weigh([analysis for _, analysis in self._found])

    def favour(self, bonus: Mapping[str, float]) -> None:
        """Weigh again with a `bonus` for nominatives, by key, that the article supports.

        Readings that no bonus can lift to where they would count are passed over: it halves the
        time that names take.
        """
        best = max(analysis.score for _, analysis in self._found)
        within = best + log(_NEGLIGIBLE) - max(bonus.values()) * len(self.words)
        self.analyses = _weigh(
            [
                _favoured(structure, analysis, bonus)
                for structure, analysis in self._found
                if analysis.score >= within
            ]
        )

    def support(self) -> dict[str, float]:
        """How surely each nominative, by its key, is that of a word of this name."""
        support: dict[str, float] = defaultdict(float)
        for analysis, probability in self.analyses:
            for _, form in analysis.forms[analysis.modifiers :]:
                support[form.key] += probability
        return support

    def nominative(self) -> Nominative:
        words = [word.text for word in self.words]
        gender = None
        if self.analyses:
            best = max(self.analyses, key=lambda weighed: weighed[1])[0]
            for index, form in best.forms:
                words[index] = respell(form.nominative, words[index])
            gender = _gender(self.analyses)
        return Nominative(_join(self.text, self.words, words), tuple(words), gender)


def nominatives(spans: Sequence[Span]) -> list[Nominative]:
    """The dictionary forms of all names of one article, which settle each other's open cases."""
    names = [_Name(span) for span in spans]
    for before, name in zip([None, *names], names, strict=False):
        if before is not None:
            name.hear_neighbour(before, spans[0].doc)
        name.analyse()
    if len(names) > 1:
        _settle(names)
    return [name.nominative() for name in names]


def nominative_person(name: str) -> Nominative:
    """A person's name that is known to stand in the nominative: what that tells of the gender."""
    words = split_words(name)
    analyses = _analyses(person(words), words, dict.fromkeys(AGREEMENTS, 0.0))
    found = [analysis for analysis in analyses if analysis.agreement.case == "nomn"]
    gender = _gender(_weigh(found)) if found else None
    return Nominative(name, tuple(word.text for word in words), gender)


def _structures(words: Sequence[Word], label: str) -> Iterator[Structure]:
    if label == "PER":
        yield person(words)
    elif label:
        yield from phrases(words, label)
    else:
        yield from of_unknown_kind(words)


def _weigh(found: Sequence[_Analysis]) -> list[tuple[_Analysis, float]]:
    """Readings with their probabilities, but for those that hardly have any."""
    best = max(analysis.score for analysis in found)
    weights = [exp(analysis.score - best) for analysis in found]
    total = sum(weights)
    return [
        (analysis, weight / total)
        for analysis, weight in zip(found, weights, strict=True)
        if weight / total > _NEGLIGIBLE
    ]


def _gender(analyses: Sequence[tuple[_Analysis, float]]) -> str | None:
    """The gender that readings, with their probabilities, agree on."""
    genders: dict[str, float] = defaultdict(float)
    for analysis, probability in analyses:
        genders[analysis.agreement.gender] += probability
    for gender in ("masc", "femn"):
        if genders[gender] > _SURE_OF_GENDER:
            return gender
    return None


def _settle(names: Sequence[_Name]) -> None:
    """Read all names again, favouring the nominatives that the other names of the article have."""
    supports = [name.support() for name in names]
    total: dict[str, float] = defaultdict(float)
    for support in supports:
        for key, share in support.items():
            total[key] += share
    for name, support in zip(names, supports, strict=True):
        bonus = {
            key: _SUPPORT * log1p(total[key] - share)
            for key, share in support.items()
            if total[key] > share
        }
        if bonus:
            name.favour(bonus)


def _join(text: str, words: Sequence[Word], forms: Sequence[str]) -> str:
    pieces = []
    at = 0
    for word, form in zip(words, forms, strict=True):
        pieces += [text[at : word.start], form]
        at = word.start + len(word.text)
    # A line end or a no-break space inside a mention is the page's, not the name's.
    return " ".join(("".join(pieces) + text[at:]).split())


def _analyses(
    structure: Structure, words: Sequence[Word], heard: Mapping[Agreement, float]
) -> Iterator[_Analysis]:
    """All agreements under which the declined words can stand, each word in its best form."""
    possible = {agreement for _, paradigm in structure.paradigms for agreement in paradigm}
    unread = {
        index: Form(words[index].text.lower(), fold(words[index].text), _NO_SUCH_READING)
        for index, _ in structure.paradigms
    }
    for agreement in AGREEMENTS:
        if agreement not in possible:
            continue
        score = structure.prior + heard[agreement]
        if agreement.gender == "plur":
            score += structure.plural
        forms = []
        for index, paradigm in structure.paradigms:
            readings = paradigm.get(agreement)
            form = readings[0] if readings else unread[index]
            score += form.weight
            forms.append((index, form))
        yield _Analysis(score, agreement, tuple(forms), structure.modifiers)


def _favoured(structure: Structure, analysis: _Analysis, bonus: Mapping[str, float]) -> _Analysis:
    """The reading with each word but the modifiers in the form that the bonus makes its best."""
    score, forms = analysis.score, list(analysis.forms)
    for place in range(structure.modifiers, len(forms)):
        index, before = forms[place]
        readings = structure.paradigms[place][1].get(analysis.agreement)
        if readings and any(form.key in bonus for form in readings):
            weight, best = max(
                ((form.weight + bonus.get(form.key, 0.0), form) for form in readings),
                key=itemgetter(0),
            )
            score += weight - before.weight
            forms[place] = (index, best)
    return analysis._replace(score=score, forms=tuple(forms))
