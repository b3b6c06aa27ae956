"""Score a recogniser: span F1 (both ends right) and token F1 (each word inside or outside).

Token F1 is the measure of the public naeval comparison; words are those of spaCy's tokenizer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc

from training.labels import LabelledText

SCORES_FILE = "scores.json"
LABELS = ("PER", "LOC", "ORG", "DATE")


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

    def to_dict(self) -> dict[str, dict[str, float]]:
        return {
            unit: {
                label: round(self.f1(unit, label), 4)
                for label in LABELS
                if self.found[unit, label] and self.expected[unit, label]
            }
            for unit in ("span", "token")
        }


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


def report(folder: Path, system: str, corpus: str, scores: Scores) -> None:
    """Print the scores of a system on a corpus and keep them in `folder`/scores.json."""
    print(format_scores(f"{system} on {corpus}", scores), flush=True)
    path = folder / SCORES_FILE
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept.setdefault(system, {})[corpus] = scores.to_dict()
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


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
