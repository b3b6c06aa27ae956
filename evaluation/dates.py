"""Score the dates: are all found, do they mean what a careful reader says?

    python -m evaluation.dates [--part tune] [--errors] [--update]
    python -m evaluation.dates --corpora ../shared/corpora [--peers]

`data/dates/test.gold` holds sentences that nothing was tuned on, `data/dates/tune.gold` others;
tests hold floors for each kind of them. With `--corpora` it is annotated articles instead:
`dates-dev.jsonl` (`text` and `spans`), and the articles of `bsnlp19-train.jsonl` that
`data/dates/bsnlp19.jsonl` annotates. `--peers` puts dateparser and natasha beside ours, on the same
articles in the same run.

A span is right if both ends are; end to end, if its type, value and mod are right too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from evaluation.floors import add_floor_options, measure_floors, settle_or_exit
from evaluation.gold import DATA, format_date, lines_by_kind
from evaluation.markup import GoldSpan, in_context, parse_markup
from evaluation.scoring import Counts
from newscli.records import DateValue

DATES = DATA / "dates"
PARTS = ("test", "tune")
TYPES = ("date", "time", "duration", "set")
FLOORS = Path(__file__).parent / "date_floors.json"
# The grammar adds up no fractions: it is the same on every machine.
NOISE = 0.0

NOTHING = Counts()

Offsets = tuple[int, int]
Find = Callable[[str, str | None], Iterable[GoldSpan]]


@dataclass(frozen=True)
class DatedText:
    """A text published on a day (ISO) or on none, and its dates with their facts."""

    kind: str
    text: str
    published: str | None
    gold: Sequence[GoldSpan]


@dataclass(frozen=True)
class Score:
    """Spans found with both ends; those of them with type and value, and with the mod too."""

    spans: Counts = NOTHING
    values: Counts = NOTHING
    facts: Counts = NOTHING

    def __add__(self, other: Score) -> Score:
        return Score(self.spans + other.spans, self.values + other.values, self.facts + other.facts)

    @property
    def value_accuracy(self) -> float:
        """Of the spans found, the part that has type and value right."""
        return self.values.right / self.spans.right if self.spans.right else 1.0


def load_items(part: str) -> list[DatedText]:
    """The sentences of `data/dates`: `# kind` lines, then `2025-09-03 | text` (`-` for no day).

    Raises:
        ValueError: the marks of an item are wrong.
    """
    items: list[DatedText] = []
    for kind, line in lines_by_kind(DATES / f"{part}.gold"):
        published, _, marked = line.partition(" | ")
        text, gold = parse_markup(marked)
        items.append(DatedText(kind, text, None if published == "-" else published, gold))
    return items


def load_corpora(folder: Path) -> list[DatedText]:
    """The annotated articles whose texts lie in `folder`.

    Raises:
        ValueError: the text of an annotated article is another one.
    """
    articles = []
    for line in (folder / "dates-dev.jsonl").read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        values = [DateValue(span["type"], span["value"], span["mod"]) for span in fields["spans"]]
        gold = [
            GoldSpan(span["start"], span["end"], "DATE", format_date(value))
            for span, value in zip(fields["spans"], values, strict=True)
        ]
        articles.append(DatedText("dates-dev", fields["text"], fields["published"], gold))
    lines = (folder / "bsnlp19-train.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {article["id"]: article for article in map(json.loads, lines)}
    for line in (DATES / "bsnlp19.jsonl").read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        article = texts[fields["id"]]
        if digest(article["text"]) != fields["sha256"]:
            raise ValueError(f"{fields['id']}: not the text that was annotated")
        gold = [GoldSpan(start, end, "DATE", fact) for start, end, fact in fields["dates"]]
        kind = "bsnlp19, not tuned on" if fields["test"] else "bsnlp19"
        articles.append(DatedText(kind, article["text"], article["published"], gold))
    return articles


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_items() -> str:
    """SHA-256 over the sentences of all parts."""
    return digest("".join((DATES / f"{part}.gold").read_text("utf-8") for part in PARTS))


def dates_pipeline() -> Language:
    """The dates alone: no recogniser in front."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("russian_dates")
    return nlp


def ours(nlp: Language) -> Find:
    """What a pipeline with `russian_dates` finds in a text published on a day."""

    def find(text: str, published: str | None) -> list[GoldSpan]:
        doc = nlp.make_doc(text)
        doc._.published = published
        return [
            GoldSpan(span.start_char, span.end_char, "DATE", format_date(span._.timex))
            for span in nlp(doc).ents
            if span.label_ == "DATE"
        ]

    return find


def score_item(item: DatedText, found: Iterable[GoldSpan]) -> dict[str, Score]:
    """By TIMEX3 type: the gold's for what is expected, the answer's for what is found."""
    gold = {(span.start, span.end): span.fact or "" for span in item.gold}
    answer = {(span.start, span.end): span.fact or "" for span in found}
    scores = dict.fromkeys(TYPES, Score())
    for at in gold.keys() | answer.keys():
        expected, given = gold.get(at), answer.get(at)
        if expected is not None:
            same_value = _split(expected)[:2] == _split(given or "")[:2]
            scores[_split(expected)[0]] += Score(
                Counts(1, 0, int(given is not None)),
                Counts(1, 0, int(same_value)),
                Counts(1, 0, int(expected == given)),
            )
        if given is not None:
            scores[_split(given)[0]] += Score(Counts(0, 1, 0), Counts(0, 1, 0), Counts(0, 1, 0))
    return scores


def score_dates(find: Find, items: Iterable[DatedText]) -> dict[str, dict[str, Score]]:
    """By kind of text, in their order, and TIMEX3 type."""
    scores: dict[str, dict[str, Score]] = {}
    for item in items:
        of_kind = scores.setdefault(item.kind, dict.fromkeys(TYPES, Score()))
        for type_, score in score_item(item, find(item.text, item.published)).items():
            of_kind[type_] += score
    return scores


def all_types(scores: Mapping[str, Score]) -> Score:
    return sum(scores.values(), Score())


def format_errors(find: Find, items: Iterable[DatedText]) -> Iterator[str]:
    """Every difference: the words, what is in the gold, what was found."""
    for item in items:
        gold = {(span.start, span.end): span.fact for span in item.gold}
        answer = {(span.start, span.end): span.fact for span in find(item.text, item.published)}
        for at in sorted(gold.keys() | answer.keys()):
            if gold.get(at) != answer.get(at):
                where = in_context(item.text, *at, before=70, after=50)
                yield f"{item.kind}, {item.published}: {where}"
                yield f"    gold {gold.get(at)}, ours {answer.get(at)}"


def format_table(scores: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    """Lines of the table: a row a kind, and a row a type over all kinds."""
    yield f"{'':34} {'dates':>6} {'span F1':>8} {'value right':>12} {'end to end':>11}"
    for kind, of_kind in scores.items():
        yield _row(kind, all_types(of_kind))
    if len(scores) > 1:
        yield _row("all", sum(map(all_types, scores.values()), Score()))
    for type_ in TYPES:
        yield _row(f"  {type_}", sum((of_kind[type_] for of_kind in scores.values()), Score()))


def measure(scores: Mapping[str, Mapping[str, Score]]) -> dict[str, Counts]:
    """What floors are held under: each kind end to end."""
    return {kind: all_types(of_kind).facts for kind, of_kind in scores.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit with 1 if a kind is below its floor."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.dates",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--part", choices=PARTS, default="test")
    parser.add_argument("--corpora", type=Path, help="a folder with annotated articles")
    parser.add_argument("--peers", action="store_true", help="with dateparser and natasha")
    parser.add_argument("--errors", action="store_true", help="list every difference")
    add_floor_options(parser)
    options = parser.parse_args(arguments)

    find = ours(dates_pipeline())
    items = load_corpora(options.corpora) if options.corpora else load_items(options.part)
    if options.peers:
        from evaluation.date_peers import compare

        print(*compare({"newscli": find}, items), sep="\n")
        return
    if options.errors:
        print(*format_errors(find, items), sep="\n")
    scores = score_dates(find, items)
    print(*format_table(scores), sep="\n")
    if options.corpora or options.part != "test":
        return
    settle_or_exit(
        FLOORS, measure_floors(measure(scores), digest_items()), noise=NOISE, options=options
    )


def _row(name: str, score: Score) -> str:
    return (
        f"{name:34} {score.spans.expected:6} {score.spans.f1:8.3f} {score.value_accuracy:12.3f} "
        f"{score.facts.f1:11.3f}"
    )


def _split(fact: str) -> tuple[str, str, str]:
    """Type, value and mod of a fact: `2016 START` is (date, 2016, START)."""
    value, *more = fact.split() or [""]
    type_ = next((word for word in more if word in TYPES), "date")
    return type_, value, next((word for word in more if word not in TYPES), "")


if __name__ == "__main__":
    main()
