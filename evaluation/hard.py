"""Hard cases: the share of sentences in which every mention is found, and nothing else.

    python -m evaluation.hard [--errors] [--part tune] [--update]

`data/hard/test` holds sentences that nothing was tuned on, a file a kind: headlines in capitals,
surnames first, look-alike letters, lists and so on; `data/hard/tune` others of the same kinds. An
item is right if all its people, places, organisations and dates have both ends and the label right.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

import newscli
from evaluation.floors import add_floor_options, measure_floors, settle_or_exit
from evaluation.gold import DATA
from evaluation.markup import GoldSpan, format_markup, parse_markup
from evaluation.scoring import Counts

HARD = DATA / "hard"
PARTS = ("test", "tune")
FLOORS = Path(__file__).parent / "hard_floors.json"
# Another processor's rounding may turn one item of the smallest file.
NOISE = 0.05

Item = tuple[str, list[GoldSpan]]


def load_items(path: Path) -> list[Item]:
    """The items of a file, which blank lines separate: a text and its mentions.

    Raises:
        ValueError: the marks of an item are wrong.
    """
    return [parse_markup(item) for item in path.read_text(encoding="utf-8").strip().split("\n\n")]


def hard_files(part: str) -> list[Path]:
    """The files of a part, a kind each, by name."""
    return sorted((HARD / part).glob("*.gold"))


def find(nlp: Language, text: str) -> list[GoldSpan]:
    """What the pipeline finds in a text, as gold without facts."""
    return [GoldSpan(span.start_char, span.end_char, span.label_) for span in nlp(text).ents]


def score_hard(nlp: Language, part: str) -> dict[str, Counts]:
    """By kind: items, and those wholly right."""
    scores = {}
    for path in hard_files(part):
        items = load_items(path)
        right = sum(find(nlp, text) == gold for text, gold in items)
        scores[path.stem] = Counts(len(items), len(items), right)
    return scores


def all_of(scores: Mapping[str, Counts]) -> Counts:
    """All kinds together."""
    return sum(scores.values(), Counts())


def format_errors(nlp: Language, part: str) -> Iterator[str]:
    """The items that are not right: what should be found over what is."""
    for path in hard_files(part):
        yield f"{path.stem}:"
        for text, gold in load_items(path):
            found = find(nlp, text)
            if found != gold:
                yield f"  - {format_markup(text, gold)}"
                yield f"  + {format_markup(text, found)}"


def digest_items() -> str:
    """SHA-256 over the files of all parts."""
    digest = hashlib.sha256()
    for part in PARTS:
        for path in hard_files(part):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit with 1 if a kind is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.hard", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list the items that are wrong")
    parser.add_argument("--part", choices=PARTS, default="test")
    add_floor_options(parser)
    options = parser.parse_args(arguments)

    nlp = newscli.load()
    if options.errors:
        print(*format_errors(nlp, options.part), sep="\n")
    scores = score_hard(nlp, options.part)
    for kind, counts in {**scores, "all": all_of(scores)}.items():
        print(f"{kind:16} {counts.right:4} of {counts.expected:4}  {counts.recall:.3f}")
    if options.part != "test":
        return
    settle_or_exit(FLOORS, measure_floors(scores, digest_items()), noise=NOISE, options=options)


if __name__ == "__main__":
    main()
