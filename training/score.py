"""Score a recogniser: span F1 (both ends right) and token F1 (each word inside or outside).

Token F1 is the measure of the public naeval comparison; words are those of spaCy's tokenizer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import spacy
from spacy.tokens import Doc

from training.labels import LabelledText

LABELS = ("PER", "LOC", "ORG", "DATE")
UNITS = ("span", "token")


@dataclass(frozen=True)
class Scores:
    """Counts of right, found and expected for ("span" or "token", label)."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    expected: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __add__(self, other: Scores) -> Scores:
        return Scores(
            self.right + other.right, self.found + other.found, self.expected + other.expected
        )

    def f1(self, unit: str, label: str) -> float:
        """Harmonic mean of precision and recall; 0 where there is nothing to compare."""
        total = self.found[unit, label] + self.expected[unit, label]
        return 2 * self.right[unit, label] / total if total else 0.0

    def to_counts(self) -> list[tuple[str, str, int, int, int]]:
        """Rows of unit, label, right, found, expected."""
        keys = [(unit, label) for unit in UNITS for label in LABELS]
        return [(*key, self.right[key], self.found[key], self.expected[key]) for key in keys]

    @classmethod
    def from_counts(cls, rows: Iterable[tuple[str, str, int, int, int]]) -> Scores:
        scores = cls()
        for unit, label, right, found, expected in rows:
            scores.right[unit, label] = right
            scores.found[unit, label] = found
            scores.expected[unit, label] = expected
        return scores


def score_texts(texts: Iterable[LabelledText], recognize: Callable[[Doc], Doc]) -> Scores:
    """Run `recognize` over texts and compare `doc.ents` with their spans."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    scores = Scores()
    for text in texts:
        doc = recognize(nlp(text.text))
        found = {(span.start_char, span.end_char, span.label_) for span in doc.ents}
        expected = set(text.spans)
        for label in LABELS:
            for unit, cut in (("span", lambda _, spans: spans), ("token", _tokens)):
                ours = cut(doc, {span for span in found if span[2] == label})
                gold = cut(doc, {span for span in expected if span[2] == label})
                scores.right[unit, label] += len(ours & gold)
                scores.found[unit, label] += len(ours)
                scores.expected[unit, label] += len(gold)
    return scores


def format_scores(title: str, scores: Scores) -> str:
    """One line: F1 of every label, by span and by token."""
    cells = [
        f"{label} {scores.f1('span', label):.3f}/{scores.f1('token', label):.3f}"
        for label in LABELS
    ]
    return f"{title}: span/token F1  " + "  ".join(cells)


def _tokens(doc: Doc, spans: set[tuple[int, int, str]]) -> set[int]:
    inside: set[int] = set()
    for start, end, _ in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside
