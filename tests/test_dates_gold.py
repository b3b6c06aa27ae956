"""The dates' gold reads as what it is, and every kind of sentence holds its floor."""

from __future__ import annotations

import json
from datetime import date

import pytest

from evaluation import dates
from evaluation.floors import find_falls, load_floors, measure_floors
from evaluation.markup import GoldSpan
from newscli.pipeline.dates.values import days


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, dates.Score]]:
    return dates.score_dates(dates.ours(dates.dates_pipeline()), dates.load_items("test"))


@pytest.mark.parametrize("part", dates.PARTS)
def test_sentences_are_well_formed(part: str) -> None:
    items = dates.load_items(part)
    assert len({(item.text, item.published) for item in items}) == len(items) > 100
    for item in items:
        assert item.kind
        assert item.published is None or date.fromisoformat(item.published)
        for span in item.gold:
            value, *more = (span.fact or "").split()
            assert set(more) <= {*dates.TYPES, "START", "MID", "END", "APPROX"} | {
                "BEFORE",
                "AFTER",
                "MORE_THAN",
                "LESS_THAN",
            }
            if not {"duration", "set"} & set(more):
                days(value)  # a day of the calendar, or none that can be known


def test_both_parts_have_the_same_kinds() -> None:
    kinds = [list(dict.fromkeys(item.kind for item in dates.load_items(p))) for p in dates.PARTS]
    assert kinds[0] == kinds[1]


def test_annotated_articles_are_in_order() -> None:
    for line in (dates.DATES / "bsnlp19.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        ends = [0]
        for start, end, fact in article["dates"]:
            assert ends[-1] <= start < end
            assert fact
            ends.append(end)


def test_no_kind_falls_below_its_floor(scores: dict[str, dict[str, dates.Score]]) -> None:
    floors = load_floors(dates.FLOORS)
    assert floors.digest == dates.digest_items(), "run: python -m evaluation.dates --update"
    measured = measure_floors(dates.measure(scores), floors.digest)
    assert find_falls(floors, measured, noise=dates.NOISE) == []


def test_scoring_tells_ends_value_and_mod_apart() -> None:
    gold = [GoldSpan(0, 4, "DATE", "2016 START"), GoldSpan(10, 14, "DATE", "P2Y duration")]
    item = dates.DatedText("kind", "", None, gold)
    found = [
        GoldSpan(0, 4, "DATE", "2016 END"),
        GoldSpan(10, 15, "DATE", "P2Y duration"),
        GoldSpan(20, 24, "DATE", "null"),
    ]
    by_type = dates.score_item(item, found)
    both = dates.all_types(by_type)
    assert (both.spans.expected, both.spans.found, both.spans.right) == (2, 3, 1)
    assert (both.values.right, both.facts.right) == (1, 0)
    assert by_type["duration"].spans.right == 0
    assert both.value_accuracy == 1.0
