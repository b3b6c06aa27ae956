"""Scores are counted right, and their floors are a ratchet."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.floors import (
    Floors,
    dump_floors,
    find_falls,
    load_floors,
    measure_floors,
    raise_floors,
)
from evaluation.gold import Annotation, annotate, format_date
from evaluation.markup import GoldSpan, parse_markup
from evaluation.scoring import FIGURES, Counts, score
from newscli.records import (
    ArticleEntities,
    DateExpression,
    DateValue,
    Mention,
    Organization,
    Person,
)


def read(marked: str, title: str | None = None, published: str | None = None) -> Annotation:
    return Annotation("a.txt", title, published, frozenset(parse_markup(marked)[1]))


GOLD = read("[Алиевым](PER Ильхам Алиев) в [Баку](LOC Баку) [28 июня](DATE 2025-06-28)")


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(expected=4, found=2, right=1), 1 / 2, 1 / 4, 1 / 3),
        (Counts(expected=3, found=3, right=3), 1, 1, 1),
        (Counts(expected=3, found=0, right=0), 1, 0, 0),
        (Counts(expected=0, found=2, right=0), 0, 1, 0),
        (Counts(), 1, 1, 1),
    ],
)
def test_precision_recall_and_f1(
    counts: Counts, precision: float, recall: float, f1: float
) -> None:
    assert (counts.precision, counts.recall, counts.f1) == pytest.approx((precision, recall, f1))


def test_the_gold_scores_full_against_itself() -> None:
    assert all(counts.f1 == 1 for counts in score([GOLD], [GOLD]).values())


@pytest.mark.parametrize(
    ("answer", "fallen"),
    [
        # An end off by a word is a miss and a false alarm; the name may be right all the same.
        (
            "Алиевым [в Баку](LOC Баку) [28 июня](DATE 2025-06-28)",
            {"PER spans": (1, 0, 0), "PER names": (1, 0, 0), "LOC spans": (1, 1, 0)},
        ),
        # Two mentions of one man under two names.
        (
            "[Алиевым](PER Алиев) в [Баку](LOC Баку) [28 июня](DATE 2025-06-28)",
            {"PER names": (1, 1, 0)},
        ),
        # Found, but resolved to another year, and to another modifier.
        (
            "[Алиевым](PER Ильхам Алиев) в [Баку](LOC Баку) [28 июня](DATE 2024-06-28)",
            {"DATE values": (1, 1, 0)},
        ),
        (
            "[Алиевым](PER Ильхам Алиев) в [Баку](LOC Баку) [28 июня](DATE 2025-06-28 BEFORE)",
            {"DATE values": (1, 1, 0)},
        ),
        # The right words under the wrong label.
        (
            "[Алиевым](PER Ильхам Алиев) в [Баку](ORG Баку) [28 июня](DATE 2025-06-28)",
            {
                "LOC spans": (1, 0, 0),
                "LOC names": (1, 0, 0),
                "ORG spans": (0, 1, 0),
                "ORG names": (0, 1, 0),
            },
        ),
    ],
)
def test_each_figure_counts_its_own_errors(
    answer: str, fallen: dict[str, tuple[int, int, int]]
) -> None:
    scores = score([GOLD], [read(answer)])
    imperfect = {figure: counts for figure, counts in scores.items() if counts.f1 < 1}
    assert imperfect == {figure: Counts(*counts) for figure, counts in fallen.items()}


def test_titles_and_days_of_publication_count_by_the_article() -> None:
    gold = [read("", "Заголовок", "2025-09-03"), read("", None, None)]
    found = [read("", "Заголовок", "2025-09-04"), read("", "Лишний", None)]
    scores = score(gold, found)
    assert scores["titles"].f1 == scores["published"].f1 == 1 / 2


def test_counts_add_up_over_articles() -> None:
    assert score([GOLD, GOLD], [GOLD, read("")])["LOC spans"] == Counts(2, 1, 1)


def test_articles_must_match() -> None:
    other = Annotation("b.txt", None, None, frozenset())
    with pytest.raises(ValueError, match=r"b\.txt is scored against the gold of a\.txt"):
        score([GOLD], [other])
    with pytest.raises(ValueError, match="shorter"):
        score([GOLD], [])


def test_entities_become_an_annotation() -> None:
    entities = ArticleEntities(
        source="data/articles/a.txt",
        title="Заголовок",
        published="2025-09-03",
        people=(
            Person(
                "Ильхам Алиев",
                "Ильхам",
                "Алиев",
                None,
                "male",
                (Mention(0, 7, "Алиевым", "Алиев"), Mention(20, 26, "Алиева", "Алиев")),
            ),
        ),
        places=(),
        organizations=(Organization("МИД", (Mention(9, 12, "МИД", "МИД"),)),),
        dates=(
            DateExpression(
                DateValue("time", "2025-09-03T18:30", "APPROX"),
                (Mention(30, 35, "18:30", "2025-09-03T18:30"),),
            ),
        ),
    )
    assert annotate(entities, "a.txt") == Annotation(
        "a.txt",
        "Заголовок",
        "2025-09-03",
        frozenset(
            {
                GoldSpan(0, 7, "PER", "Ильхам Алиев"),
                GoldSpan(20, 26, "PER", "Ильхам Алиев"),
                GoldSpan(9, 12, "ORG", "МИД"),
                GoldSpan(30, 35, "DATE", "2025-09-03T18:30 time APPROX"),
            }
        ),
    )


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        (DateValue("date", "2016", "START"), "2016 START"),
        (DateValue("duration", "P2Y"), "P2Y duration"),
        (DateValue("duration", "P6Y", "MORE_THAN"), "P6Y duration MORE_THAN"),
        (DateValue("date", None), "null"),
    ],
)
def test_a_date_is_written_as_in_the_gold(value: DateValue, fact: str) -> None:
    assert format_date(value) == fact


def floors(**lowest: float) -> Floors:
    return Floors("digest", lowest)


def test_floors_are_f1_rounded_down() -> None:
    scores = {"thirds": Counts(3, 3, 2), "exact": Counts(100, 100, 29), "full": Counts(7, 7, 7)}
    assert measure_floors(scores, "new") == Floors(
        "new", {"thirds": 0.666, "exact": 0.29, "full": 1.0}
    )


def test_a_figure_may_rise_or_stay() -> None:
    measured = floors(PER=0.9, LOC=0.8)
    assert find_falls(floors(PER=0.8, LOC=0.8), measured) == []
    assert raise_floors(floors(PER=0.8), measured, allow_regression=False) == measured


@pytest.mark.parametrize("measured", [floors(PER=0.85, LOC=0.99), floors(LOC=0.99)])
def test_a_figure_falls_only_by_permission(measured: Floors) -> None:
    before = floors(PER=0.9, LOC=0.8)
    assert len(find_falls(before, measured)) == 1
    with pytest.raises(ValueError, match=r"PER: .* is below 0\.9: .*--allow-regression"):
        raise_floors(before, measured, allow_regression=False)
    assert raise_floors(before, measured, allow_regression=True) == measured


def test_noise_neither_fails_nor_lowers_a_floor() -> None:
    before, measured = floors(PER=0.9), floors(PER=0.895)
    assert find_falls(before, measured) == []
    assert raise_floors(before, measured, allow_regression=False) == before


def test_floors_there_and_back(tmp_path: Path) -> None:
    kept = Floors("digest", dict.fromkeys(FIGURES, 0.5))
    dump_floors(kept, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == kept
