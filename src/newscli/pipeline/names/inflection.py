"""The dictionary form of a name: its head in the nominative, and what agrees with the head.

All words of a name are read together: a reading holds only if the words that must agree do so in
case, gender and number, and the words around the name have their say on the case. What a name
shows clearly in one place of an article settles the places where it is open: `Путина` is a man's
genitive where `Путин` stands beside it, and a woman's nominative where it is `Мария Путина`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, log1p
from operator import itemgetter
from typing import TYPE_CHECKING

from newscli.pipeline.names.context import surroundings
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.readings import Analysis, Readings, readings
from newscli.pipeline.names.spelling import respell

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# Logarithms of odds, as in `context`.
_SUPPORT = 3.0
_COORDINATED = 2.0
_SURE_OF_GENDER = 0.75
_NEGLIGIBLE = 0.01
# `ИГ*`, `«Правый сектор*»`; but `Sagittarius A*`.
_FOOTNOTE = re.compile(r"(?<=[а-яёА-ЯЁ»])\*")
_HOPELESS = log(_NEGLIGIBLE / 10)

# A reading with its probability.
_Weighed = tuple[Analysis, float]


@dataclass(frozen=True)
class Nominative:
    """A name in its dictionary form: as a whole, word by word, and the gender of its bearer.

    `gender` is "masc", "femn" or None; it is None too where a name is no person's.
    """

    text: str
    words: tuple[str, ...]
    gender: str | None


class _Name:
    """A name while its reading is being chosen."""

    def __init__(self, span: Span) -> None:
        self.start, self.end = span.start, span.end
        several = span.end < len(span.doc) and span.doc[span.end].text in JOINING
        self._read = readings(span.text, span.label_, several=several)
        self.evidence = surroundings(span, person=self._read.of_person)
        self._scores: list[float] = []
        self.weighed: list[_Weighed] = []
        self._bonus: Mapping[str, float] = {}

    def hear_neighbour(self, before: _Name, doc: Doc) -> None:
        """Names joined by `и` or a comma stand in the same case."""
        if self.start == before.end + 1 and doc[before.end].text in JOINING:
            for analysis, probability in before.weighed:
                self.evidence.add(analysis.agreement.case, _COORDINATED * probability)

    def weigh(self) -> None:
        """Weigh all readings."""
        heard = self.evidence.scores
        analyses = self._read.analyses
        self._scores = [
            analysis.score + heard.get(analysis.agreement, 0.0) for analysis in analyses
        ]
        self.weighed = _weigh(analyses, self._scores)

    def favour(self, bonus: Mapping[str, float]) -> None:
        """Weigh again with a `bonus` for nominatives, by key, that the article supports.

        Readings that no bonus can lift to where they would count are passed over: half of them.
        """
        self._bonus = bonus
        score = max(self._scores)
        best = self._read.analyses[self._scores.index(score)]
        most = max(bonus.values()) * len(self._read.words)
        within = score + best.gain(bonus) - most + _HOPELESS
        scored = zip(self._read.analyses, self._scores, strict=True)
        likely = [(analysis, score) for analysis, score in scored if score >= within]
        self.weighed = _weigh(
            [analysis for analysis, _ in likely],
            [score + analysis.gain(bonus) for analysis, score in likely],
        )

    def support(self) -> dict[str, float]:
        """How surely each nominative, by its key, is that of a word of this name."""
        support: dict[str, float] = defaultdict(float)
        for analysis, probability in self.weighed:
            for choice in analysis.choices[analysis.structure.modifiers :]:
                support[choice[0].key] += probability
        return support

    def nominative(self) -> Nominative:
        words = [word.text for word in self._read.words]
        gender = None
        if self.weighed:
            best = max(self.weighed, key=itemgetter(1))[0]
            forms = best.forms(self._bonus)
            for (index, _), form in zip(best.structure.paradigms, forms, strict=True):
                words[index] = respell(form.nominative, words[index])
            gender = _gender(self.weighed)
        return Nominative(_join(self._read, words), tuple(words), gender)


def nominatives(spans: Sequence[Span]) -> list[Nominative]:
    """The dictionary forms of all names of one article, which settle each other's open cases."""
    names = [_Name(span) for span in spans]
    for before, name in zip([None, *names], names, strict=False):
        if before is not None:
            name.hear_neighbour(before, spans[0].doc)
        name.weigh()
    if len(names) > 1:
        _settle(names)
    return [name.nominative() for name in names]


def nominative_person(name: str) -> Nominative:
    """A person's name that is known to stand in the nominative: what that tells of the gender."""
    found = readings(name, "PER")
    nominative = [analysis for analysis in found.analyses if analysis.agreement.case == "nomn"]
    gender = _gender(_weigh(nominative, [analysis.score for analysis in nominative]))
    return Nominative(name, tuple(word.text for word in found.words), gender)


def _weigh(analyses: Sequence[Analysis], scores: Sequence[float]) -> list[_Weighed]:
    """Readings with their probabilities, by their scores, but for those that hardly have any."""
    best = max(scores, default=0.0)
    weights = [exp(score - best) for score in scores]
    total = sum(weights)
    least = total * _NEGLIGIBLE
    return [
        (analysis, weight / total)
        for analysis, weight in zip(analyses, weights, strict=True)
        if weight > least
    ]


def _gender(weighed: Sequence[_Weighed]) -> str | None:
    """The gender that readings, with their probabilities, agree on."""
    genders: dict[str, float] = defaultdict(float)
    for analysis, probability in weighed:
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


def _join(name: Readings, forms: Sequence[str]) -> str:
    text = name.text
    pieces = []
    at = 0
    for word, form in zip(name.words, forms, strict=True):
        pieces += [text[at : word.start], form]
        at = word.start + len(word.text)
    # A line end or a no-break space inside a mention is the page's, not the name's.
    joined = _FOOTNOTE.sub("", "".join(pieces) + text[at:])
    return " ".join(joined.split())
