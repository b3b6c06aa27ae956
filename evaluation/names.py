"""How many names get the right dictionary form.

    python -m evaluation.names CORPUS [--part tune|held-out] [--errors N]

CORPUS is RuNormAS-2021 (`text`, `spans`, `normal`) or BSNLP 2019 (`text`, `forms`) as JSON Lines.
RuNormAS names no kinds, so its names are normalised without a label, which is harder than what
the pipeline meets. Two figures are printed: letter case aside, and with it; ё counts as е.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from newscli.pipeline.names.inflection import nominatives

HELD_OUT_EVERY = 3  # every third article is scored, and never looked at while tuning


@dataclass(frozen=True)
class Answer:
    """One name: what we made of it, and what the corpus has."""

    span: Span
    found: str
    gold: str

    @property
    def kind(self) -> str:
        words = len(self.span.text.split())
        return self.span.label_ or {1: "1 word", 2: "2 words"}.get(words, "3 or more words")

    def is_right(self, *, strictly: bool) -> bool:
        found, gold = (" ".join(name.replace("ё", "е").split()) for name in (self.found, self.gold))
        return found == gold if strictly else found.lower() == gold.lower()


def answers(records: Iterable[dict[str, Any]]) -> Iterator[Answer]:
    """Normalise the names of every record, article by article."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    for record in records:
        doc = nlp(record["text"])
        gold = list(_gold_of(doc, record))
        found = nominatives([span for span, _ in gold])
        for (span, normal), name in zip(gold, found, strict=True):
            yield Answer(span, name.text, normal)


def _gold_of(doc: Doc, record: dict[str, Any]) -> Iterator[tuple[Span, str]]:
    """The names of a record with their dictionary forms.

    A RuNormAS name broken in two by other words is left out: no mention of ours can have gaps.
    BSNLP lists forms without offsets: each stands for its first occurrence.
    """
    found: list[tuple[Span | None, str]] = []
    if "normal" in record:
        for offsets, normal in zip(record["spans"], record["normal"], strict=True):
            if len(offsets) == 2:
                found.append((doc.char_span(*offsets), normal))
    else:
        for form, base, label, _ in record["forms"]:
            place = re.search(rf"(?<!\w){re.escape(form.strip())}(?!\w)", doc.text)
            if place and label in ("PER", "LOC", "ORG") and place[0][0].isupper():
                found.append((doc.char_span(*place.span(), label=label), base.strip()))
    yield from ((span, normal) for span, normal in found if span is not None)


def read_part(corpus: Path, part: str) -> Iterator[dict[str, Any]]:
    """The articles of a part: "held-out" is every third, "tune" the others."""
    with corpus.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if part == "all" or (part == "held-out") == (number % HELD_OUT_EVERY == 0):
                yield json.loads(line)


def show(scored: list[Answer], *, errors: int) -> None:
    """Print accuracy by kind, and `errors` wrong names spread evenly over the corpus."""
    for kind in [*sorted({answer.kind for answer in scored}), "all"]:
        group = [answer for answer in scored if kind in (answer.kind, "all")]
        loose = sum(answer.is_right(strictly=False) for answer in group) / len(group)
        strict = sum(answer.is_right(strictly=True) for answer in group) / len(group)
        print(f"{kind:16} {len(group):6}  {loose:.4f}  {strict:.4f}")
    wrong = [answer for answer in scored if not answer.is_right(strictly=False)]
    shown = wrong[:: max(1, len(wrong) // errors)] if errors else []
    shapes = Counter((answer.span.text, answer.found, answer.gold) for answer in wrong)
    for answer in shown:
        span = answer.span
        around = span.doc[max(0, span.start - 5) : span.end + 3].text.replace("\n", " ")
        count = shapes[span.text, answer.found, answer.gold]
        print(f"{count:3} {span.text} → {answer.found} ({answer.gold}): {around}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the dictionary forms of names.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--part", choices=["tune", "held-out", "all"], default="all")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to show")
    options = parser.parse_args()
    show(list(answers(read_part(options.corpus, options.part))), errors=options.errors)


if __name__ == "__main__":
    main()
