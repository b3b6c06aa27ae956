"""The names' gold reads as what it is, and normalising and gathering hold their floors."""

from __future__ import annotations

import pytest

from evaluation import written_names
from evaluation.floors import find_falls, load_floors, measure_floors
from evaluation.scoring import over_kinds


@pytest.mark.parametrize("part", written_names.PARTS)
def test_sentences_are_well_formed(part: str) -> None:
    items = written_names.load_items(part)
    assert len({item.text for item in items}) == len(items) > 50
    for item in items:
        assert item.kind
        genders: dict[str, set[str]] = {}
        for span in item.gold:
            fact = written_names.parse_fact(span.fact or "")
            assert fact.normal
            assert (fact.person is not None) == (span.label == "PER")
            if fact.person:
                genders.setdefault(fact.person, set()).update({fact.gender} - {None})
        assert all(len(told) == 1 for told in genders.values() if told), item.text


def test_names_hold_their_floors() -> None:
    floors = load_floors(written_names.FLOORS)
    digest = written_names.digest_items()
    assert floors.digest == digest, "run: python -m evaluation.written_names --update"
    scores = written_names.score_names(
        written_names.names_pipeline(), written_names.load_items("test")
    )
    measured = measure_floors(over_kinds(scores, written_names.FIGURES), digest)
    assert find_falls(floors, measured, noise=written_names.NOISE) == []


def test_mentions_of_one_person_are_one() -> None:
    text = written_names.parse_markup(
        "[Иваном](PER Иван; Лис, Иван) и [Лису](PER Лис; Лис, Иван; m), [Пеле](PER Пеле; ?Пеле)"
    )
    ivan, pele = written_names.NameText("kind", *text).people()
    assert (len(ivan.mentions), ivan.parts, ivan.gender) == (2, ("Иван", "Лис", None), "male")
    assert (len(pele.mentions), pele.parts, pele.gender) == (1, None, None)


def test_a_gender_is_m_or_f_or_open() -> None:
    with pytest.raises(ValueError, match="no fact of a name"):
        written_names.parse_fact("Иван; -, Иван; x")
