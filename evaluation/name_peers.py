"""natasha 1.6 beside newscli: the names each finds, their dictionary forms, and who is who.

    python -m evaluation.name_peers CORPORA [--articles N]

CORPORA is a folder with `runormas-train.jsonl` and `factrueval-dev.jsonl`. A dictionary form counts
on the mentions of RuNormAS that a tool finds with the right ends, in every third article, which
ours were not tuned on. B-cubed is of the people of factRuEval's devset as a tool finds them:
natasha joins no mentions, so for it those with one dictionary form are one person. Ours has learnt
to find names from the latter.

`pip install natasha==1.6.0` (Python 3.10 or older).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import newscli
from evaluation.names import read_part
from evaluation.people import Groups, b_cubed, grouped, person_mentions
from newscli.gathering.people import gather_people
from newscli.pipeline.findings import findings_of

_ARTICLES = 200


class Found(NamedTuple):
    """What a tool says of a text: dictionary forms by offsets, and people's mentions in groups."""

    normals: dict[tuple[int, int], str]
    people: Groups


Tool = Callable[[str], Found]


def ours() -> Tool:
    nlp = newscli.load()

    def read(text: str) -> Found:
        doc = nlp(text)
        names = [span for span in doc.ents if span.label_ != "DATE"]
        normals = {(span.start_char, span.end_char): span._.normal for span in names}
        people = gather_people(findings_of(doc))
        return Found(normals, grouped({(m.start, m.end) for m in p.mentions} for p in people))

    return read


def natasha() -> Tool:
    """natasha as its README uses it: morphology, syntax, names, normal forms."""
    from natasha import (
        Doc,
        MorphVocab,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
    morphology, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    recognizer = NewsNERTagger(embedding)

    def read(text: str) -> Found:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(recognizer)
        by_normal: dict[str, set[tuple[int, int]]] = {}
        normals = {}
        for span in doc.spans:
            span.normalize(vocabulary)
            normals[span.start, span.stop] = span.normal
            if span.type == "PER":
                by_normal.setdefault(span.normal.lower(), set()).add((span.start, span.stop))
        return Found(normals, grouped(iter(by_normal.values())))

    return read


def score_normals(tool: Tool, records: Iterator[dict[str, Any]]) -> tuple[int, int]:
    """Names of the corpus that the tool finds, and how many of these it puts right (ё as е)."""
    found = right = 0
    for record in records:
        normals = tool(record["text"]).normals
        for offsets, gold in zip(record["spans"], record["normal"], strict=True):
            normal = normals.get(tuple(offsets))
            if normal is not None:
                found += 1
                right += _fold(normal) == _fold(gold)
    return found, right


def score_people(tool: Tool, corpus: Path) -> tuple[float, float]:
    """B-cubed precision and recall of the people found."""
    precision = recall = 0.0
    found_count = gold_count = 0
    for line in corpus.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        record = json.loads(line)
        offsets = person_mentions(record)
        gold = grouped(
            group
            for entity in record["entities"]
            if (group := {offsets[at] for at in entity["mentions"] if at in offsets})
        )
        found = tool(record["text"]).people
        of_found, of_gold = b_cubed(gold, found)
        precision, recall = precision + of_found, recall + of_gold
        found_count, gold_count = found_count + len(found), gold_count + len(gold)
    return precision / found_count, recall / gold_count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=int, default=_ARTICLES, help="of RuNormAS")
    options = parser.parse_args()
    print(f"{'':10} {'names found':>12} {'form right':>11} {'B-cubed P':>10} {'R':>6} {'F1':>6}")
    for name, tool in (("newscli", ours()), ("natasha", natasha())):
        articles = read_part(options.corpora / "runormas-train.jsonl", "held-out")
        found, right = score_normals(tool, islice(articles, options.articles))
        precision, recall = score_people(tool, options.corpora / "factrueval-dev.jsonl")
        f1 = 2 * precision * recall / (precision + recall)
        print(
            f"{name:10} {found:12} {right / found:11.3f} {precision:10.3f} {recall:6.3f} {f1:6.3f}"
        )


def _fold(name: str) -> str:
    return " ".join(name.replace("ё", "е").split())


if __name__ == "__main__":
    main()
