"""Score names in sentences written for newscli: dictionary forms, parts, gender, and who is who.

    python -m evaluation.written_names [--part tune] [--errors] [--update]

`data/names/test.gold` holds sentences that nothing was tuned on, `data/names/tune.gold` others, one
small article a line, a kind of difficulty under each `#` line. Their mentions are taken, so that
only normalising and gathering are measured. The fact of a place or an organisation is its
dictionary form; that of a person

    [Ильхамом Алиевым](PER Ильхам Алиев; Алиев, Ильхам; m) встретил [Алиеву](PER Алиева; Алиева; f)

is the form, the person as `last, first, patronymic` (`-` for a part the article does not give), and
in one of the mentions at least the gender (m, f, `-` where the article leaves it open: then it is
not scored). Mentions of a line with the same person are one; `?Пеле` is one whose parts are nothing
to score.

Forms are right to the letter. A person counts as right if its mentions are all those of a gold one.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from evaluation.floors import add_floor_options, measure_floors, settle_or_exit
from evaluation.gold import DATA, lines_by_kind, read_given
from evaluation.markup import GoldSpan, in_context, parse_markup
from evaluation.scoring import Counts, over_kinds
from newscli.gathering.people import gather_people
from newscli.pipeline.reader import findings_of
from newscli.records import Person

NAMES = DATA / "names"
PARTS = ("test", "tune")
FLOORS = Path(__file__).parent / "name_floors.json"
# Nothing of names depends on the machine.
NOISE = 0.0
FIGURES = ("forms", "people", "parts", "gender")

_GENDERS = {"m": "male", "f": "female", "-": None}
_NO_PARTS = "?"
Offsets = tuple[int, int]


@dataclass(frozen=True)
class NameFact:
    """What a mention stands for; `person` and `gender` are None where the fact does not say."""

    normal: str
    person: str | None = None
    gender: str | None = None


@dataclass(frozen=True)
class GoldPerson:
    """A person of an item: parts are first, last and patronymic, or None where not scored."""

    mentions: frozenset[Offsets]
    parts: tuple[str | None, str | None, str | None] | None
    gender: str | None


@dataclass(frozen=True)
class NameText:
    """A small article with its names."""

    kind: str
    text: str
    gold: Sequence[GoldSpan]

    def people(self) -> list[GoldPerson]:
        """Its people in order of first mention."""
        mentions: dict[str, list[GoldSpan]] = {}
        for span in self.gold:
            person = parse_fact(span.fact or "").person
            if span.label == "PER" and person is not None:
                mentions.setdefault(person, []).append(span)
        return [_person(spans) for spans in mentions.values()]


def parse_fact(fact: str) -> NameFact:
    """Read `Ильхам Алиев; Алиев, Ильхам; m`.

    Raises:
        ValueError: there are more than three parts, or the gender is none.
    """
    normal, *rest = (part.strip() for part in fact.split(";"))
    if len(rest) > 2 or (len(rest) == 2 and rest[1] not in _GENDERS):
        raise ValueError(f"no fact of a name: {fact!r}")
    return NameFact(normal, rest[0] if rest else None, rest[1] if len(rest) == 2 else None)


def load_items(part: str) -> list[NameText]:
    """The small articles of a part.

    Raises:
        ValueError: the marks of an item are wrong.
    """
    lines = lines_by_kind(NAMES / f"{part}.gold")
    return [NameText(kind, *parse_markup(line)) for kind, line in lines]


def names_pipeline() -> Language:
    """Dictionary forms and parts, for mentions that are given."""
    nlp = spacy.blank("ru")
    for component in ("newscli_sentences", "newscli_names"):
        nlp.add_pipe(component)
    return nlp


def score_names(nlp: Language, items: Sequence[NameText]) -> dict[str, dict[str, Counts]]:
    """By kind of difficulty and figure."""
    scores: dict[str, dict[str, Counts]] = {}
    for item in items:
        of_kind = scores.setdefault(item.kind, dict.fromkeys(FIGURES, Counts()))
        doc = read_given(nlp, item.text, item.gold)
        for gold, normal in _forms(doc, item):
            of_kind["forms"] += Counts(1, 1, int(normal == parse_fact(gold.fact or "").normal))
        people = gather_people(findings_of(doc))
        groups = {_group(person) for person in people}
        expected = item.people()
        shared = groups & {person.mentions for person in expected}
        of_kind["people"] += Counts(len(expected), len(groups), len(shared))
        for gold_person, person in _paired(expected, people):
            if gold_person.parts is not None:
                of_kind["parts"] += Counts(1, 1, int(_parts(person) == gold_person.parts))
            if gold_person.gender is not None:
                is_right = person is not None and person.gender == gold_person.gender
                of_kind["gender"] += Counts(1, 1, int(is_right))
    return scores


def format_errors(nlp: Language, items: Sequence[NameText]) -> Iterator[str]:
    """Every form and every person that is not as it should be."""
    for item in items:
        doc = read_given(nlp, item.text, item.gold)
        for gold, normal in _forms(doc, item):
            expected = parse_fact(gold.fact or "").normal
            if normal != expected:
                where = in_context(item.text, gold.start, gold.end, before=40, after=30)
                yield f"{item.kind}: form: {where}: {expected} | {normal}"
        people = gather_people(findings_of(doc))
        for gold_person, person in _paired(item.people(), people):
            group = _group(person) if person is not None else frozenset()
            if group != gold_person.mentions:
                yield (
                    f"{item.kind}: people: {_texts(item, gold_person.mentions)}"
                    f" | {_texts(item, group)}"
                )
            if person is None:
                continue
            if gold_person.parts not in (None, _parts(person)):
                yield f"{item.kind}: parts: {gold_person.parts} | {_parts(person)}"
            if gold_person.gender not in (None, person.gender):
                yield f"{item.kind}: gender: {person.name}: {gold_person.gender} | {person.gender}"


def format_table(scores: Mapping[str, Mapping[str, Counts]]) -> Iterator[str]:
    widths = (6, 7, 6, 7)
    header = " ".join(f"{figure:>{width}}" for figure, width in zip(FIGURES, widths, strict=True))
    yield f"{'':34} {'names':>6} {header}"
    for kind, figures in {**scores, "all": over_kinds(scores, FIGURES)}.items():
        rates = " ".join(
            f"{figures[figure].f1:{width}.3f}"
            for figure, width in zip(FIGURES, widths, strict=True)
        )
        yield f"{kind:34} {figures['forms'].expected:6} {rates}"


def digest_items() -> str:
    """SHA-256 over the sentences of all parts."""
    texts = [(NAMES / f"{part}.gold").read_bytes() for part in PARTS]
    return hashlib.sha256(b"".join(texts)).hexdigest()


def _person(spans: Sequence[GoldSpan]) -> GoldPerson:
    facts = [parse_fact(span.fact or "") for span in spans]
    name = facts[0].person or ""
    genders = [fact.gender for fact in facts if fact.gender is not None]
    parts = None
    if not name.startswith(_NO_PARTS):
        last, first, patronymic, *_ = (
            None if part.strip() == "-" else part.strip() for part in f"{name},-,-".split(",")
        )
        parts = (first, last, patronymic)
    return GoldPerson(
        frozenset((span.start, span.end) for span in spans),
        parts,
        _GENDERS[genders[0]] if genders else None,
    )


def _forms(doc: Doc, item: NameText) -> Iterator[tuple[GoldSpan, str | None]]:
    """Each name of an item with the dictionary form it got."""
    normals = {span.start_char: span._.normal for span in doc.ents}
    for gold in item.gold:
        yield gold, normals.get(gold.start)


def _paired(
    expected: Sequence[GoldPerson], people: Sequence[Person]
) -> Iterator[tuple[GoldPerson, Person | None]]:
    """Each gold person with the one found that shares most mentions."""
    for gold in expected:
        person = max(people, key=lambda person: len(_group(person) & gold.mentions), default=None)
        yield gold, person if person is not None and _group(person) & gold.mentions else None


def _group(person: Person) -> frozenset[Offsets]:
    return frozenset((mention.start, mention.end) for mention in person.mentions)


def _parts(person: Person | None) -> tuple[str | None, str | None, str | None] | None:
    return (person.first, person.last, person.patronymic) if person is not None else None


def _texts(item: NameText, group: frozenset[Offsets]) -> list[str]:
    return [item.text[start:end] for start, end in sorted(group)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit with 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.written_names",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--part", choices=PARTS, default="test")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    add_floor_options(parser)
    options = parser.parse_args(arguments)
    nlp, items = names_pipeline(), load_items(options.part)
    if options.errors:
        print(*format_errors(nlp, items), sep="\n")
    scores = score_names(nlp, items)
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
