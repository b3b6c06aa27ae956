"""Sentences said another way keep their mentions."""

from __future__ import annotations

import random

import pytest

from training.augment import (
    OUTSIDE,
    VARIANTS,
    Sentence,
    add_variants,
    as_credit,
    in_a_list,
    in_capitals,
    in_latin,
    surname_first,
    surname_in_capitals,
    with_dateline,
    with_foreign_name,
    with_initials,
    with_other_quotes,
)
from training.carry_over import TAGS
from training.foreign import foreign_name


def sentence(marked: str) -> Sentence:
    """`Владимир/PER Путин/+ прибыл` as words with their tags."""
    words, tags, label = [], [], ""
    for piece in marked.split():
        word, _, mark = piece.partition("/")
        label = label if mark == "+" else mark
        tag = "O" if not mark else f"{'I' if mark == '+' else 'B'}-{label}"
        words.append(word)
        tags.append(TAGS.index(tag))
    return Sentence(tuple(words), tuple(tags))


NEWS = sentence("Владимир/PER Путин/+ прибыл в Пекин/LOC и « Газпром/ORG » 3/DATE мая/+ .")


def mentions(given: Sentence) -> list[str]:
    """Its mentions, each as its label and words."""
    found: list[str] = []
    for word, tag in zip(given.words, given.tags, strict=True):
        prefix, _, label = TAGS[tag].partition("-")
        if prefix == "B":
            found.append(f"{label} {word}")
        elif prefix == "I":
            found[-1] += f" {word}"
    return found


def test_in_capitals() -> None:
    assert mentions(in_capitals(NEWS, random.Random(1)) or NEWS) == [
        *("PER ВЛАДИМИР ПУТИН", "LOC ПЕКИН", "ORG ГАЗПРОМ", "DATE 3 МАЯ"),
    ]


def test_surnames() -> None:
    assert mentions(surname_in_capitals(NEWS, random.Random(1)) or NEWS)[0] == "PER Владимир ПУТИН"
    assert mentions(surname_first(NEWS, random.Random(1)) or NEWS)[0] == "PER Путин Владимир"


def test_initials_stand_before_or_after() -> None:
    found = {mentions(with_initials(NEWS, random.Random(seed)) or NEWS)[0] for seed in range(40)}
    assert "PER В . Путин" in found
    assert "PER Путин В ." in found
    assert any(len(name.split()) == 6 for name in found)


def test_quotes_change_and_mentions_do_not() -> None:
    found = [with_other_quotes(NEWS, random.Random(seed)) for seed in range(20)]
    changed = [variant for variant in found if variant]
    assert {variant.words[6] for variant in changed} >= {'"', "„", "“"}
    assert all(mentions(variant) == mentions(NEWS) for variant in changed)


def test_one_mention_alone() -> None:
    for seed in range(20):
        variant = in_a_list(NEWS, random.Random(seed))
        assert variant is not None
        assert len(mentions(variant)) == 1
        assert mentions(variant)[0] in mentions(NEWS)
    assert in_a_list(sentence("Пошёл дождь ."), random.Random(1)) is None


def test_latin_letters() -> None:
    found = {
        name
        for seed in range(20)
        if (variant := in_latin(NEWS, random.Random(seed)))
        for name in mentions(variant)
    }
    assert {"PER Vladimir Putin", "LOC Pekin", "ORG Gazprom", "DATE 3 мая"} <= found


def test_foreign_names_come_for_those_in_the_nominative() -> None:
    variant = with_foreign_name(NEWS, random.Random(1))
    assert variant is not None
    assert mentions(variant)[1:] == mentions(NEWS)[1:]
    assert mentions(variant)[0] != mentions(NEWS)[0]
    assert with_foreign_name(sentence("встретил Владимира/PER Путина/+"), random.Random(1)) is None


@pytest.mark.parametrize("seed", range(30))
def test_foreign_names_are_of_words(seed: int) -> None:
    name = foreign_name(random.Random(seed))
    assert name
    assert all(name)
    assert " " not in "".join(name)


def test_datelines_and_credits() -> None:
    labels = [
        [name.split()[0] for name in mentions(with_dateline(NEWS, random.Random(seed)) or NEWS)]
        for seed in range(20)
    ]
    assert all(found[0] == "LOC" and "ORG" in found and found[-1] == "DATE" for found in labels)
    assert as_credit(sentence("Пошёл дождь ."), random.Random(1)) is None
    lines = [as_credit(NEWS, random.Random(seed)) for seed in range(20)]
    assert any(line and line.words[1] == ":" for line in lines)


def test_variants_are_made_by_seed_alone() -> None:
    articles = [[NEWS] * 50]
    once, again = ([*add_variants(articles, seed=7)] for _ in range(2))
    assert once == again
    assert sum(map(len, once)) > 50


def test_every_variant_tags_every_word() -> None:
    for make in VARIANTS:
        for seed in range(10):
            variant = make(NEWS, random.Random(seed))
            if variant:
                assert len(variant.words) == len(variant.tags)
                assert variant.tags[0] == OUTSIDE or TAGS[variant.tags[0]].startswith("B-")
