"""The dictionary form of a name: its head in the nominative, and what agrees with the head.

All words of a name are read together: a reading holds only if the words that must agree do so in
case, gender and number, and the words around the name have their say on the case. What a name
shows clearly in one place of an article settles the places where it is open: `Путина` is a man's
genitive where `Путин` stands beside it, and a woman's nominative where it is `Мария Путина`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from math import exp, log, log1p
from operator import add, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from newscli.pipeline.names.agreement import AGREEMENTS, ANY, GENDERS, PLACES, Agreement
from newscli.pipeline.names.context import heard, surroundings
from newscli.pipeline.names.readings import IMPOSSIBLE, readings
from newscli.pipeline.names.tokens import are_joined
from newscli.pipeline.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# Logarithms of odds, as in `context`.
_SUPPORT = 3.0
_COORDINATED = 2.0
_SURE_OF_GENDER = 0.75
_NEGLIGIBLE = 0.01
_HOPELESS = log(_NEGLIGIBLE / 10)

# A reading with its probability.
_Weighed = tuple[int, float]


class Nominative(NamedTuple):
    """A name in its dictionary form: as a whole, word by word, and the gender of its bearer.

    `gender` is "masc", "femn" or None; it is None too where a name is no person's.
    """

    text: str
    words: tuple[str, ...]
    gender: str | None


class _Name:
    """A name while its reading is being chosen."""

    def __init__(self, span: Span, doc: Doc, text: str) -> None:
        self.start, self.end = span.start, span.end
        self.joined = are_joined(doc, self.end)
        name = text[span.start_char : span.end_char]
        self._read = readings(name, span.label_, several=self.joined)
        self._scores: list[float] = []
        self.weighed: list[_Weighed] = []
        self._bonus: Mapping[str, float] = {}

    def weigh(self, doc: Doc, before: _Name | None) -> None:
        """Weigh all readings by the words around the name and by the name before it.

        What stays as it is in all of them is left unweighed, unless the next name may ask.
        """
        read = self._read
        if read.stays and not self.joined:
            return
        evidence = heard(
            surroundings(doc, self.start, self.end, person=read.of_person, joined=self.joined)
        )
        if before is not None and before.joined and self.start == before.end + 1:
            # Names joined by `и` or a comma stand in the same case.
            evidence = list(evidence)
            for reading, probability in before.weighed:
                for place in PLACES[_agreement(reading).case, ANY]:
                    evidence[place] += _COORDINATED * probability
        self._scores = list(map(add, read.scores, cycle(evidence)))
        self.weighed = _weigh(self._scores)

    def favour(self, bonus: Mapping[str, float]) -> None:
        """Weigh again with a `bonus` for nominatives, by key, that the article supports.

        Those that no bonus can lift to where they would count are passed over: half of them.
        """
        read = self._read
        self._bonus = bonus
        gain = read.gain(bonus)
        score = max(self._scores)
        most = max(bonus.values()) * len(read.words)
        within = score + gain(self._scores.index(score)) - most + _HOPELESS
        self.weighed = _weigh(
            [
                score + gain(reading) if score >= within else IMPOSSIBLE
                for reading, score in enumerate(self._scores)
            ]
        )

    def is_open(self) -> bool:
        """Whether the readings that count differ in the nominatives, or in a person's gender."""
        weighed, read = self.weighed, self._read
        if len(weighed) > 1 and len({read.keys(reading) for reading, _ in weighed}) > 1:
            return True
        return read.of_person and bool(weighed) and not _gender(weighed)

    def support(self) -> dict[str, float]:
        """How surely each nominative, by its key, is that of a word of this name."""
        if not self.weighed:
            return dict.fromkeys(self._read.keys(0), 1.0)
        support: dict[str, float] = {}
        for reading, probability in self.weighed:
            for key in self._read.keys(reading):
                support[key] = support.get(key, 0.0) + probability
        return support

    def nominative(self) -> Nominative:
        read = self._read
        best = max(self.weighed, key=itemgetter(1))[0] if self.weighed else 0
        written = read.written_with(best, self._bonus) if self._bonus else read.written(best)
        return Nominative(*written, _gender(self.weighed) if read.of_person else None)


def nominatives(spans: Sequence[Span]) -> list[Nominative]:
    """The dictionary forms of all names of one article, which settle each other's open cases."""
    if not spans:
        return []
    doc = spans[0].doc
    text = text_of(doc)
    names = [_Name(span, doc, text) for span in spans]
    for before, name in zip([None, *names], names, strict=False):
        name.weigh(doc, before)
    if len(names) > 1:
        _settle(names)
    return [name.nominative() for name in names]


def nominative_person(name: str) -> Nominative:
    """A person's name that is known to stand in the nominative: what that tells of the gender."""
    found = readings(name, "PER")
    nominative = [
        score if _agreement(reading).case == "nomn" else IMPOSSIBLE
        for reading, score in enumerate(found.scores)
    ]
    return Nominative(name, tuple(word.text for word in found.words), _gender(_weigh(nominative)))


def _agreement(reading: int) -> Agreement:
    return AGREEMENTS[reading % len(AGREEMENTS)]


def _weigh(scores: Sequence[float]) -> list[_Weighed]:
    """Readings with their probabilities, by their scores, but for those that hardly have any."""
    best = max(scores, default=IMPOSSIBLE)
    if best == IMPOSSIBLE:
        return []
    weights = [exp(score - best) for score in scores]
    total = sum(weights)
    least = total * _NEGLIGIBLE
    return [(reading, weight / total) for reading, weight in enumerate(weights) if weight > least]


def _gender(weighed: Sequence[_Weighed]) -> str | None:
    """The gender that readings, with their probabilities, agree on."""
    shares = [0.0] * len(GENDERS)
    for reading, probability in weighed:
        shares[reading % len(GENDERS)] += probability
    for gender, share in zip(("masc", "femn"), shares, strict=False):
        if share > _SURE_OF_GENDER:
            return gender
    return None


def _settle(names: Sequence[_Name]) -> None:
    """Read all names again, favouring the nominatives that the other names of the article have."""
    supports = [name.support() for name in names]
    total: dict[str, float] = {}
    for support in supports:
        for key, share in support.items():
            total[key] = total.get(key, 0.0) + share
    for name, support in zip(names, supports, strict=True):
        if not name.is_open():
            continue
        bonus = {
            key: _SUPPORT * log1p(total[key] - share)
            for key, share in support.items()
            if total[key] > share
        }
        if bonus:
            name.favour(bonus)
