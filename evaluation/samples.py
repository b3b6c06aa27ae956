"""Score newscli on the sample articles: `python -m evaluation.samples [--errors] [--update]`.

Everything from bytes to entities takes part: the articles are read from their files, in their
encodings, without help.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence

from evaluation.floors import FLOORS, NOISE, add_floor_options, measure_floors, settle_or_exit
from evaluation.gold import ARTICLES, Annotation, Sample, annotate, digest_samples, load_samples
from evaluation.markup import GoldSpan
from evaluation.scoring import Scores, score
from newscli.errors import NewscliError
from newscli.extraction import extract_all
from newscli.reading.sources import find_sources, read_articles
from newscli.records import Article


def answer_samples() -> list[Annotation]:
    """What newscli finds in the sample articles, in the order of their paths.

    Raises:
        NewscliError: an article cannot be read.
    """
    articles = _raise_errors(read_articles(find_sources([str(ARTICLES)])))
    return [
        annotate(entities, entities.source.removeprefix(str(ARTICLES)).lstrip("/\\"))
        for entities in extract_all(articles, with_text=True)
    ]


def format_scores(scores: Scores) -> Iterator[str]:
    """The lines of a table, a figure a line."""
    yield f"{'':12} {'precision':>9} {'recall':>9} {'F1':>9} {'expected':>9} {'found':>9}"
    for figure, counts in scores.items():
        yield (
            f"{figure:12} {counts.precision:9.3f} {counts.recall:9.3f} {counts.f1:9.3f}"
            f" {counts.expected:9} {counts.found:9}"
        )


def format_errors(sample: Sample, found: Annotation) -> Iterator[str]:
    """The lines that set an answer apart from the gold, as a diff: - is missed, + a false alarm."""
    gold = sample.gold
    for field in ("title", "published"):
        expected, answered = getattr(gold, field), getattr(found, field)
        if expected != answered:
            yield f"- {field}: {expected}"
            yield f"+ {field}: {answered}"

    def by_place(span: GoldSpan) -> tuple[int, int, bool]:
        return span.start, span.end, span not in gold.spans

    for span in sorted(gold.spans ^ found.spans, key=by_place):
        sign = "-" if span in gold.spans else "+"
        words = " ".join(sample.text[span.start : span.end].split())
        yield f"{sign} {span.start:5} {span.label:4} {words} → {span.fact}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit with 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.samples", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what differs, by article")
    add_floor_options(parser)
    options = parser.parse_args(arguments)

    samples, answers = load_samples(), answer_samples()
    scores = score([sample.gold for sample in samples], answers)
    if options.errors:
        for sample, found in zip(samples, answers, strict=True):
            print(found.source, *format_errors(sample, found), sep="\n  ")
    print(*format_scores(scores), sep="\n")

    settle_or_exit(FLOORS, measure_floors(scores, digest_samples()), noise=NOISE, options=options)


def _raise_errors(articles: Iterable[Article | NewscliError]) -> Iterator[Article]:
    for article in articles:
        if isinstance(article, NewscliError):
            raise article
        yield article


if __name__ == "__main__":
    main()
