"""What is set on spans is found again."""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.tokens import Span

from newscli.pipeline.attributes import register_value, stored


@dataclass(frozen=True)
class Height:
    metres: float
    source: str | None


def test_a_value_is_the_same_by_either_way_of_asking() -> None:
    height_of = register_value("height", Height)
    doc = spacy.blank("ru")("Эльбрус и Казбек")
    elbrus, kazbek = Span(doc, 0, 1), Span(doc, 2, 3)
    elbrus._.height = Height(5642.0, None)
    elbrus._.score = 0.9
    assert height_of(elbrus) == elbrus._.height == Height(5642.0, None)
    assert stored(elbrus, "score") == elbrus._.score == 0.9
    assert height_of(kazbek) is kazbek._.height is None
    assert stored(kazbek, "score") is kazbek._.score is None


def test_equal_values_are_one_for_whoever_keeps_them() -> None:
    depth_of = register_value("depth", Height)
    doc = spacy.blank("ru")("Байкал и Байкал и Каспий")
    baikal, again, caspian = Span(doc, 0, 1), Span(doc, 2, 3), Span(doc, 4, 5)
    baikal._.depth = again._.depth = Height(1642.0, None)
    caspian._.depth = Height(1025.0, None)
    made: dict[object, object] = {}
    assert depth_of(baikal, made) is depth_of(again, made) == Height(1642.0, None)
    assert depth_of(caspian, made) == Height(1025.0, None)
    assert depth_of(doc[1:2], made) is None
