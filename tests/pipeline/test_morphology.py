"""Forms of words, as the dictionary and the guesses at its missing words have them."""

from __future__ import annotations

import pytest

from newscli.pipeline.morphology import inflect, parses

WORDS = [
    "москвы",  # a word of the dictionary
    "человеком",  # its plural has another stem
    "наибольшей",  # a form may have a prefix
    "соловьеву",  # ё in the dictionary
    "лдпр",
    "ковидлами",  # no word of the dictionary: by its ending
    "псевдопрезидента",  # by what follows its prefix
    "телеграм-каналам",  # in two parts
    "нью-йорке",  # a hyphen that the dictionary has
    "в.",
    "2020",
]


@pytest.mark.parametrize("grammemes", [{"nomn", "sing"}, {"nomn", "plur"}, {"ablt", "plur"}])
@pytest.mark.parametrize("word", WORDS)
def test_a_form_is_the_one_that_pymorphy3_finds(word: str, grammemes: set[str]) -> None:
    for parse in parses(word):
        form = parse.inflect(grammemes)
        assert inflect(parse, frozenset(grammemes)) == (form.word if form else None)
