"""Score the linking of places: is each mention the right place on the map?

    python -m evaluation.places [--part tune] [--errors] [--update]
    python -m evaluation.places --nerel nerel-dev.jsonl

`data/places/test.gold` holds sentences that nothing was tuned on, `data/places/tune.gold` others, a
kind of difficulty under each `#` line. Their mentions are taken, so that only linking is measured.
A fact is `name; kind; country` with, where they are known, `; latitude longitude`; `-` is no
country.

An entry is right if its country is and its name, or its point within a degree (five for all but
cities). What the gazetteer need not have, streets and hamlets, has neither country nor point: there
a link is wrong unless its kind is the right one.

With `--nerel` it is the places that the whole pipeline finds in NEREL with the right ends: how many
of them are linked, and, since NEREL gives Wikidata ids, how many of one id to one entry.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

import newscli
from evaluation.floors import add_floor_options, measure_floors, settle_or_exit
from evaluation.gold import DATA, lines_by_kind, read_given
from evaluation.markup import GoldSpan, in_context, parse_markup
from evaluation.scoring import Counts, over_kinds
from newscli.pipeline.morphology import fold
from newscli.pipeline.places.link import PlaceLink

PLACES = DATA / "places"
PARTS = ("test", "tune")
FLOORS = Path(__file__).parent / "place_floors.json"
# Nothing of linking depends on the machine.
NOISE = 0.0
FIGURES = ("linked", "country", "kind", "entry")

_NEREL_PLACES = frozenset({"CITY", "COUNTRY", "DISTRICT", "LOCATION", "STATE_OR_PROVINCE"})
_UNKNOWN_KINDS = frozenset({"street", "district", "city", "other"})
_NEAR_CITY, _NEAR = 1.0, 5.0  # degrees


@dataclass(frozen=True)
class PlaceFact:
    """What a mention means; `point` is latitude and longitude in degrees."""

    name: str
    kind: str
    country: str | None
    point: tuple[float, float] | None

    @property
    def is_known(self) -> bool:
        """Whether a gazetteer should have it."""
        return bool(self.country or self.point) or self.kind not in _UNKNOWN_KINDS

    def is_entry(self, link: PlaceLink) -> bool:
        if self.country != link.country:
            return False
        if fold(self.name) == fold(link.name):
            return True
        if self.point is None or link.lat is None or link.lon is None:
            return False
        near = _NEAR_CITY if self.kind == "city" else _NEAR
        return abs(self.point[0] - link.lat) <= near and abs(self.point[1] - link.lon) <= near


@dataclass(frozen=True)
class PlaceText:
    """Sentences with their places."""

    kind: str
    text: str
    gold: Sequence[GoldSpan]


def parse_fact(fact: str) -> PlaceFact:
    """Read `Грозный; city; RU; 43.3 45.7`.

    Raises:
        ValueError: there are fewer than three parts, or the point is none.
    """
    name, kind, country, *point = (part.strip() for part in fact.split(";"))
    latitude, longitude = map(float, point[0].split()) if point and point[0] != "-" else (0.0, 0.0)
    known = bool(point) and point[0] != "-"
    return PlaceFact(
        name, kind, None if country == "-" else country, (latitude, longitude) if known else None
    )


def load_items(part: str) -> list[PlaceText]:
    """The sentences of a part.

    Raises:
        ValueError: the marks of an item are wrong.
    """
    lines = lines_by_kind(PLACES / f"{part}.gold")
    return [PlaceText(kind, *parse_markup(line)) for kind, line in lines]


def places_pipeline() -> Language:
    """Dictionary forms and links, for mentions that are given."""
    nlp = spacy.blank("ru")
    for component in ("newscli_sentences", "newscli_names", "russian_places"):
        nlp.add_pipe(component)
    return nlp


def link_item(nlp: Language, item: PlaceText) -> Iterator[tuple[GoldSpan, PlaceLink | None]]:
    """Each mention of an item with what it is linked to."""
    doc = read_given(nlp, item.text, item.gold)
    places = {span.start_char: span._.place for span in doc.ents}
    for gold in item.gold:
        yield gold, places.get(gold.start)


def score_places(nlp: Language, items: Sequence[PlaceText]) -> dict[str, dict[str, Counts]]:
    """By kind of difficulty and figure: linked of those that can be, and of the links the right."""
    scores: dict[str, dict[str, Counts]] = {}
    for item in items:
        of_kind = scores.setdefault(item.kind, dict.fromkeys(FIGURES, Counts()))
        for gold, link in link_item(nlp, item):
            fact = parse_fact(gold.fact or "")
            if fact.is_known:
                of_kind["linked"] += Counts(1, 1, int(link is not None))
            if link is not None and (fact.is_known or link.kind != fact.kind):
                right = {
                    "country": fact.is_known and link.country == fact.country,
                    "kind": link.kind == fact.kind,
                    "entry": fact.is_known and fact.is_entry(link),
                }
                for figure, is_right in right.items():
                    of_kind[figure] += Counts(1, 1, int(is_right))
    return scores


def format_errors(nlp: Language, items: Sequence[PlaceText]) -> Iterator[str]:
    """Every mention that is not linked as it should be."""
    for item in items:
        for gold, link in link_item(nlp, item):
            fact = parse_fact(gold.fact or "")
            if link is None:
                is_right = not fact.is_known
            else:
                is_right = link.kind == fact.kind and (not fact.is_known or fact.is_entry(link))
            if not is_right:
                where = in_context(item.text, gold.start, gold.end, before=40, after=30)
                yield f"{item.kind}: {where}: {gold.fact} | {link}"


def format_table(scores: Mapping[str, Mapping[str, Counts]]) -> Iterator[str]:
    yield f"{'':46} {'places':>7} {'linked':>7} {'country':>8} {'kind':>6} {'entry':>6}"
    for kind, figures in {**scores, "all": over_kinds(scores, FIGURES)}.items():
        rates = " ".join(
            f"{figures[figure].recall:{width}.3f}"
            for figure, width in zip(FIGURES, (7, 8, 6, 6), strict=True)
        )
        yield f"{kind:46} {figures['linked'].expected:7} {rates}"


def score_nerel(nlp: Language, corpus: Path) -> tuple[Counts, Counts]:
    """Places found that are linked; those with an id that go where most of their id go."""
    linked = Counts()
    by_id: dict[str, Counter[PlaceLink]] = {}
    for line in corpus.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        record = json.loads(line)
        ids = {
            (start, end): wikidata
            for start, end, label, wikidata in record["spans"]
            if label in _NEREL_PLACES
        }
        for span in nlp(record["text"]).ents:
            at = (span.start_char, span.end_char)
            if span.label_ == "LOC" and at in ids:
                linked += Counts(1, 1, int(span._.place is not None))
                if span._.place is not None and ids[at]:
                    by_id.setdefault(ids[at], Counter())[span._.place] += 1
    together = sum(links.most_common(1)[0][1] for links in by_id.values())
    every = sum(links.total() for links in by_id.values())
    return linked, Counts(every, every, together)


def digest_items() -> str:
    """SHA-256 over the sentences of all parts."""
    texts = [(PLACES / f"{part}.gold").read_bytes() for part in PARTS]
    return hashlib.sha256(b"".join(texts)).hexdigest()


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit with 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.places",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--part", choices=PARTS, default="test")
    parser.add_argument("--nerel", type=Path, help="NEREL as JSON Lines, for coverage")
    parser.add_argument("--errors", action="store_true", help="list the mentions linked wrongly")
    add_floor_options(parser)
    options = parser.parse_args(arguments)
    if options.nerel:
        linked, together = score_nerel(newscli.load(), options.nerel)
        print(f"linked     {linked.recall:.3f} of {linked.expected} places found")
        print(f"one entry  {together.recall:.3f} of {together.expected} links with a Wikidata id")
        return
    nlp, items = places_pipeline(), load_items(options.part)
    if options.errors:
        print(*format_errors(nlp, items), sep="\n")
    scores = score_places(nlp, items)
    print(*format_table(scores), sep="\n")
    if options.part != "test":
        return
    settle_or_exit(
        FLOORS,
        measure_floors(over_kinds(scores, FIGURES), digest_items()),
        noise=NOISE,
        options=options,
    )


if __name__ == "__main__":
    main()
