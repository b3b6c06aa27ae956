"""How well mentions of people are put together, and how well the parts of their names are told.

    python -m evaluation.people CORPUS [--found] [--errors]

CORPUS is factRuEval-2016 as JSON Lines (`text`, `mentions`, `entities`). Its own mentions are
taken, so that only normalising and gathering are measured; with `--found` the pipeline's are, and
then a mention that is missed or invented counts against it. B-cubed compares the groups (Bagga and
Baldwin 1998); first and last names are right where they equal one of the corpus's.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import newscli
from newscli.gathering.people import gather_people
from newscli.pipeline.reader import findings_of
from newscli.records import Person

PERSON_PARTS = ("name", "surname", "patronymic", "nickname")
Offsets = tuple[int, int]
Groups = dict[Offsets, set[Offsets]]


def person_mentions(record: dict[str, Any]) -> dict[str, Offsets]:
    """The mentions of people by id: from the first to the last part of each name."""
    mentions = {}
    for mention in record["mentions"]:
        parts = [(start, end) for start, end, part in mention["spans"] if part in PERSON_PARTS]
        if mention["type"] == "Person" and parts:
            mentions[mention["id"]] = (min(parts)[0], max(end for _, end in parts))
    return mentions


def doc_of(nlp: Language, record: dict[str, Any]) -> Doc:
    """The record's text with its people as `ents`, normalised."""
    doc = nlp.make_doc(record["text"])
    doc = nlp.get_pipe("newscli_sentences")(doc)
    spans = [
        doc.char_span(*offsets, label="PER", alignment_mode="expand")
        for offsets in person_mentions(record).values()
    ]
    doc.ents = spacy.util.filter_spans([span for span in spans if span is not None])
    named: Doc = nlp.get_pipe("newscli_names")(doc)
    return named


def b_cubed(gold: Groups, found: Groups) -> tuple[float, float]:
    """Sums of precision over the mentions found, and of recall over those of the gold.

    A mention in only one of the two adds nothing to its sum.
    """
    precision = recall = 0.0
    for mention in gold.keys() & found.keys():
        shared = len(found[mention] & gold[mention])
        precision += shared / len(found[mention])
        recall += shared / len(gold[mention])
    return precision, recall


def grouped(groups: Iterator[set[Offsets]]) -> Groups:
    return {mention: group for group in groups for mention in group}


def name_parts(person: Person, entity: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """For each part the corpus names, and for the full name: whether the person has it."""
    rights = {}
    for part, key in (("first", "firstname"), ("last", "lastname"), ("patronymic", "patronymic")):
        values = {_fold(value) for name, value in entity["keys"] if name == key}
        if values:
            rights[part] = _fold(getattr(person, part) or "") in values
    if {"first", "last"} <= rights.keys():
        rights["first and last"] = rights["first"] and rights["last"]
    yield from rights.items()


def _fold(name: str) -> str:
    return name.lower().replace("ё", "е").rstrip(".")


def main() -> None:
    parser = argparse.ArgumentParser(description="Score who is who.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--found", action="store_true", help="take the mentions that are found")
    parser.add_argument("--errors", action="store_true", help="show wrong parts and groups")
    options = parser.parse_args()
    if options.found:
        nlp = newscli.load()
    else:
        nlp = spacy.blank("ru")
        nlp.add_pipe("newscli_sentences")
        nlp.add_pipe("newscli_names")
    precision = recall = 0.0
    found_count = gold_count = 0
    parts: dict[str, list[bool]] = {}
    for line in options.corpus.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        record = json.loads(line)
        offsets = person_mentions(record)
        doc = nlp(record["text"]) if options.found else doc_of(nlp, record)
        people = gather_people(findings_of(doc))
        entities = [
            (entity, {offsets[mention] for mention in entity["mentions"] if mention in offsets})
            for entity in record["entities"]
        ]
        gold = grouped(group for _, group in entities if group)
        groups = {person: {(m.start, m.end) for m in person.mentions} for person in people}
        found = grouped(iter(groups.values()))
        of_found, of_gold = b_cubed(gold, found)
        precision, recall = precision + of_found, recall + of_gold
        found_count, gold_count = found_count + len(found), gold_count + len(gold)
        for entity, group in entities:
            person = max(people, key=lambda person: len(groups[person] & group), default=None)
            if person is None or not groups[person] & group:
                continue
            for part, right in name_parts(person, entity):
                parts.setdefault(part, []).append(right)
                if options.errors and not right:
                    print(part, person.name, person.first, person.last, entity["keys"])
            if options.errors and groups[person] != group:
                texts = [mention.text for mention in person.mentions]
                print("group", texts, [record["text"][a:b] for a, b in sorted(group)])
    precision, recall = precision / found_count, recall / gold_count
    print(f"B-cubed precision {precision:.3f}, recall {recall:.3f}, ", end="")
    print(f"F1 {2 * precision * recall / (precision + recall):.3f} over {gold_count} mentions")
    for part, rights in parts.items():
        print(f"{part:15} {len(rights):5}  {sum(rights) / len(rights):.3f}")


if __name__ == "__main__":
    main()
