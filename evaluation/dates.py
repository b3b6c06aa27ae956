"""Score the dates against articles annotated with spans, types, values and mods.

    python -m evaluation.dates dates.jsonl

One JSON object a line: `id`, `published` (ISO date or null), `text`, `spans` of `start`, `end`
(code points), `type`, `value`, `mod`. Prints precision, recall and F1 of exact spans, the accuracy
of type and value and of mod on the spans found, and F1 of spans with their type and value.
`--errors` lists what was missed, invented and misread.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

Offsets = tuple[int, int]


@dataclass(frozen=True)
class Fact:
    """What a span of time was said to mean."""

    type: str
    value: str | None
    mod: str | None


@dataclass
class Score:
    """Counts over articles, and the errors in words."""

    found: int = 0
    gold: int = 0
    matched: int = 0
    right_value: int = 0
    right_mod: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, text: str, gold: dict[Offsets, Fact], found: dict[Offsets, Fact]) -> None:
        both = gold.keys() & found.keys()
        self.found += len(found)
        self.gold += len(gold)
        self.matched += len(both)
        for at in sorted(gold.keys() | found.keys()):
            expected, given = gold.get(at), found.get(at)
            if expected and given:
                same_value = (expected.type, expected.value) == (given.type, given.value)
                self.right_value += same_value
                self.right_mod += expected.mod == given.mod
            if expected != given:
                self.errors.append(
                    f"{_in_context(text, at)}\n    gold {expected}\n    ours {given}"
                )

    def lines(self) -> Iterator[str]:
        precision, recall, f1 = _rates(self.matched, self.found, self.gold)
        yield f"spans        P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.gold} gold)"
        yield f"type+value   {_share(self.right_value, self.matched):.3f} of the spans found"
        yield f"mod          {_share(self.right_mod, self.matched):.3f} of the spans found"
        precision, recall, f1 = _rates(self.right_value, self.found, self.gold)
        yield f"end to end   P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def score_dates(nlp: Language, articles: Iterable[dict[str, Any]]) -> Score:
    """Run `nlp` (a pipeline with `russian_dates`) over annotated articles."""
    score = Score()
    for article in articles:
        doc = nlp.make_doc(article["text"])
        doc._.published = article["published"]
        doc = nlp(doc)
        found = {
            (span.start_char, span.end_char): Fact(
                span._.timex.type, span._.timex.value, span._.timex.mod
            )
            for span in doc.ents
            if span.label_ == "DATE"
        }
        gold = {
            (span["start"], span["end"]): Fact(span["type"], span["value"], span["mod"])
            for span in article["spans"]
        }
        score.add(article["text"], gold, found)
    return score


def dates_pipeline() -> Language:
    """Sentences and dates alone: no recogniser in front."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    nlp.add_pipe("russian_dates")
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the dates of newscli.")
    parser.add_argument("corpus", type=Path, help="annotated articles, JSON Lines")
    parser.add_argument("--errors", action="store_true", help="list every difference")
    options = parser.parse_args()
    with options.corpus.open(encoding="utf-8") as lines:
        score = score_dates(dates_pipeline(), map(json.loads, lines))
    if options.errors:
        print(*score.errors, sep="\n")
    print(*score.lines(), sep="\n")


def _rates(right: int, found: int, gold: int) -> tuple[float, float, float]:
    precision, recall = _share(right, found), _share(right, gold)
    return precision, recall, _share(2 * right, found + gold)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _in_context(text: str, at: Offsets) -> str:
    start, end = at
    around = f"{text[max(0, start - 70) : start]}[{text[start:end]}]{text[end : end + 50]}"
    return " ".join(around.split())


if __name__ == "__main__":
    main()
