"""Hard cases: every kind holds its floor, and the files read as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from evaluation import hard
from evaluation.floors import find_falls, load_floors, measure_floors
from evaluation.markup import format_markup

FILES = [path for part in hard.PARTS for path in hard.hard_files(part)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_files_are_well_formed(path: Path) -> None:
    items = hard.load_items(path)
    assert len(items) >= 15
    assert len({text for text, _ in items}) == len(items)
    marked = path.read_text(encoding="utf-8").strip().split("\n\n")
    assert [format_markup(*item) for item in items] == marked


def test_both_parts_have_the_same_kinds() -> None:
    test, tune = ([path.stem for path in hard.hard_files(part)] for part in hard.PARTS)
    assert test == tune


def test_no_kind_falls_below_its_floor(nlp: Language) -> None:
    scores = hard.score_hard(nlp, "test")
    floors = load_floors(hard.FLOORS)
    assert floors.digest == hard.digest_items(), "run: python -m evaluation.hard --update"
    assert list(floors.lowest) == list(scores)
    assert find_falls(floors, measure_floors(scores, floors.digest), noise=hard.NOISE) == []


def test_an_item_is_right_only_as_a_whole(nlp: Language, tmp_path: Path) -> None:
    path = tmp_path / "kind.gold"
    path.write_text(
        "[Песков](PER) прибыл в [Пекин](LOC).\n\n[Песков](PER) прибыл в Пекин.\n", "utf-8"
    )
    right = [hard.find(nlp, text) == gold for text, gold in hard.load_items(path)]
    assert right == [True, False]
