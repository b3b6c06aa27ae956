"""Sentences said another way keep their mentions."""

from __future__ import annotations

import random

import pytest

from newscli.pipeline.recognizer.tags import UNKNOWN
from training.augment import (
    VARIANTS,
    add_variants,
    in_a_list,
    in_capitals,
    in_latin,
    surname_first,
    surname_in_capitals,
    with_foreign_name,
    with_initials,
    with_latin_names,
    with_latin_thing,
    with_other_quotes,
)
from training.carry_over import TAGS
from training.foreign import foreign_name
from training.latin import latin_organisation, latin_person, latin_place, latin_thing
from training.layouts import LINES, Line, Mentions, credit, dateline, enumeration
from training.tagged import OUTSIDE, Sentence, mentions_of


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


def test_names_that_were_latin_from_the_first() -> None:
    posted = sentence("Это сказал основатель Владимир/PER Путин/+ в Пекине/LOC .")
    found = [with_latin_names(posted, random.Random(seed)) for seed in range(40)]
    labels = {tuple(name.split()[0] for name in mentions(variant)) for variant in found if variant}
    assert labels == {("PER", "LOC"), ("ORG", "PER", "LOC")}
    assert all(variant.words[:3] == posted.words[:3] for variant in found if variant)


def test_latin_words_that_are_no_names() -> None:
    variant = with_latin_thing(sentence("купил смартфон вчера/DATE и телефон ."), random.Random(1))
    assert variant is not None
    assert mentions(variant) == ["DATE вчера"]
    assert len(variant.words) > 6
    assert with_latin_thing(sentence("Пошёл Иван/PER ."), random.Random(1)) is None


def test_foreign_names_take_the_case_of_the_name() -> None:
    variant = with_foreign_name(NEWS, random.Random(1))
    assert variant is not None
    assert mentions(variant)[1:] == mentions(NEWS)[1:]
    assert mentions(variant)[0] != mentions(NEWS)[0]
    instrumental = {" ".join(foreign_name(random.Random(seed), "ablt")) for seed in range(400)}
    assert {"Орбаном Виктором", "Георгием Исаевым"} & instrumental
    assert any(name.startswith("Ким ") and name.endswith("ом") for name in instrumental)


@pytest.mark.parametrize("seed", range(30))
def test_foreign_names_are_of_words(seed: int) -> None:
    name = foreign_name(random.Random(seed))
    assert name
    assert all(name)
    assert " " not in "".join(name)


@pytest.mark.parametrize("seed", range(30))
def test_latin_words_are_words(seed: int) -> None:
    for make in (latin_person, latin_organisation, latin_place, latin_thing):
        words = make(random.Random(seed))
        assert words
        assert all(words)
        assert " " not in "".join(words)


def labels_of(line: Line, *, seeds: int = 60) -> set[tuple[str, ...]]:
    """The labels of the mentions of lines that chance makes."""
    listed = Mentions([[NEWS]])
    made = [line(listed, random.Random(seed)) for seed in range(seeds)]
    return {tuple(label for label, _, _ in mentions_of(found)) for found in made}


def test_datelines() -> None:
    found = labels_of(dateline)
    assert {("LOC", "DATE", "ORG"), ("LOC", "ORG"), ("LOC", "DATE", "ORG", "PER")} <= found
    assert all("LOC" in labels or labels == ("ORG",) for labels in found)


def test_credits() -> None:
    assert {("PER",), ("PER", "ORG"), ("ORG", "PER"), ("ORG",), ()} <= labels_of(credit)


def test_an_enumeration_is_of_one_kind() -> None:
    assert {len(set(labels)) for labels in labels_of(enumeration)} == {1}


def test_what_nobody_has_labelled_is_in_no_list() -> None:
    unsure = NEWS._replace(tags=(NEWS.tags[0], UNKNOWN, *NEWS.tags[2:]))
    assert [label for label, _, _ in mentions_of(unsure)] == ["LOC", "ORG", "DATE"]


def test_variants_are_made_by_seed_alone() -> None:
    articles = [[NEWS] * 50]
    once, again = ([*add_variants(articles, seed=7)] for _ in range(2))
    assert once == again
    assert sum(map(len, once)) > 50


def test_every_variant_tags_every_word() -> None:
    listed = Mentions([[NEWS]])
    for seed in range(20):
        chance = random.Random(seed)
        variants = [make(NEWS, chance) for make in VARIANTS]
        for variant in filter(None, [*variants, *(line(listed, chance) for line in LINES)]):
            if variant.words:
                assert len(variant.words) == len(variant.tags)
                assert variant.tags[0] == OUTSIDE or TAGS[variant.tags[0]].startswith("B-")
