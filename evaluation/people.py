"""How well mentions of people are put together, and how well the parts of their names are told.

    python -m evaluation.people CORPUS [--found] [--errors]

CORPUS is factRuEval-2016 as JSON Lines (`text`, `mentions`, `entities`). Its own mentions are
taken, so that only normalising and gathering are measured; with `--found` the pipeline's are, and
then a mention that is missed or invented counts against it. B-cubed compares the groups (Bagga and
Baldwin 1998); first and last names are right where they equal one of the corpus's, letter case,
ё and hyphens aside.

The corpus has some names in another case than the nominative (`Рамзану`) or misspelt: its own
comparator lets two letters differ. Ours lets none; the second column has the fourteen people of
`mended_people.tsv` as they should be.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import newscli
from newscli.gathering.people import gather_people
from newscli.pipeline.morphology import fold
from newscli.pipeline.plain import is_cyrillic
from newscli.pipeline.reader import findings_of
from newscli.records import Person

PERSON_PARTS = ("name", "surname", "patronymic", "nickname")
MENDED = Path(__file__).parent / "mended_people.tsv"
_PARTS = {"firstname": "first", "lastname": "last", "patronymic": "patronymic"}
Mended = Mapping[tuple[str, str], dict[str, str]]
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


def load_mended() -> Mended:
    """`mended_people.tsv`: first and last names by article and by one of the entity's mentions."""
    with MENDED.open(encoding="utf-8", newline="") as file:
        return {
            (row["article"], row["mention"]): {
                part: row[part] for part in ("first", "last") if row[part]
            }
            for row in csv.DictReader(file, delimiter="\t")
        }


def gold_parts(entity: dict[str, Any]) -> list[dict[str, str]]:
    """The parts of a person's name as the corpus spells them, perhaps in two scripts.

    A part of several words has a key for each (`firstname`, `firstname1`).
    """
    spellings: list[dict[str, str]] = [{}, {}]
    for key, value in entity["keys"]:
        part = _PARTS.get(key.rstrip("123"))
        if part:
            parts = spellings[not is_cyrillic(value)]
            parts[part] = f"{parts[part]} {value}" if part in parts else value
    return [parts for parts in spellings if parts]


def name_parts(person: Person, spellings: Sequence[dict[str, str]]) -> Iterator[tuple[str, bool]]:
    """For each part the corpus names, and for the full name: whether the person has it."""
    rights = {}
    for part in ("first", "last", "patronymic"):
        values = {_fold(parts[part]) for parts in spellings if part in parts}
        if values:
            rights[part] = _fold(getattr(person, part) or "") in values
    if {"first", "last"} <= rights.keys():
        rights["first and last"] = rights["first"] and rights["last"]
    yield from rights.items()


def _fold(name: str) -> str:
    return fold(name).replace("-", " ").rstrip(".")


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
    raw: dict[str, list[bool]] = {}
    mended: dict[str, list[bool]] = {}
    corrections = load_mended()
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
            spellings = gold_parts(entity)
            better = [
                corrections[record["id"], mention]
                for mention in entity["mentions"]
                if (record["id"], mention) in corrections
            ]
            for part, right in name_parts(person, spellings):
                raw.setdefault(part, []).append(right)
            for part, right in name_parts(person, better or spellings):
                mended.setdefault(part, []).append(right)
                if options.errors and not right:
                    print(part, person.name, person.first, person.last, better or entity["keys"])
            if options.errors and groups[person] != group:
                texts = [mention.text for mention in person.mentions]
                print("group", texts, [record["text"][a:b] for a, b in sorted(group)])
    precision, recall = precision / found_count, recall / gold_count
    print(f"B-cubed precision {precision:.3f}, recall {recall:.3f}, ", end="")
    print(f"F1 {2 * precision * recall / (precision + recall):.3f} over {gold_count} mentions")
    print(f"{'':15} {'':5}   raw  mended")
    for part, rights in raw.items():
        of_mended = mended[part]
        share = f"{sum(rights) / len(rights):.3f}   {sum(of_mended) / len(of_mended):.3f}"
        print(f"{part:15} {len(rights):5}  {share}")


if __name__ == "__main__":
    main()
