"""End to end: bytes of the sample articles in, entities out, no figure below its floor."""

from __future__ import annotations

from evaluation import samples
from evaluation.floors import find_falls, load_floors, measure_floors
from evaluation.gold import Annotation, Sample, digest_samples, load_samples
from evaluation.markup import GoldSpan
from evaluation.scoring import FIGURES, score


def test_floors_are_of_these_samples() -> None:
    floors = load_floors()
    assert floors.digest == digest_samples(), "run: python -m evaluation.samples --update"
    assert list(floors.lowest) == list(FIGURES)


def test_no_figure_falls_below_its_floor() -> None:
    scores = score([sample.gold for sample in load_samples()], samples.answer_samples())
    assert find_falls(load_floors(), measure_floors(scores, digest_samples())) == []


def test_errors_read_like_a_diff() -> None:
    gold = Annotation(
        "a.txt", "Заголовок", None, frozenset({GoldSpan(0, 7, "PER", "Ильхам Алиев")})
    )
    found = Annotation("a.txt", None, None, frozenset({GoldSpan(0, 7, "PER", "Алиев")}))
    assert list(samples.format_errors(Sample("Алиевым", "utf-8", gold), found)) == [
        "- title: Заголовок",
        "+ title: None",
        "-     0 PER  Алиевым → Ильхам Алиев",
        "+     0 PER  Алиевым → Алиев",
    ]
