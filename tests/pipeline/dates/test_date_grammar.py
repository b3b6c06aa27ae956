"""The tables of words and rules are in order."""

from __future__ import annotations

import re

from newscli.pipeline.dates.grammar import RULES
from newscli.pipeline.dates.lexer import lexemes
from newscli.pipeline.dates.patterns import MACROS, beginnings
from newscli.pipeline.dates.words import ABBREVIATIONS, FIXED_WORDS, WORDS, forms
from newscli.pipeline.morphology import fold

# Kinds that the lexer gives to figures and signs.
WRITTEN = """
    INT YEAR YEARTH NUMBER DECIMAL COUNT ORDINAL DECADE ROMAN ISODATE NUMDATE CLOCK DOTTED BC
    LENGTHADJ HOURDASH THISYEAR MONTHDATE COMMA DOT OPEN CLOSE SLASH DASH QUOTE COPYRIGHT
    NUMBERSIGN CURRENCY BREAK OTHER
"""


def test_patterns_name_kinds_that_there_are() -> None:
    kinds = {sense.kind for sense in forms().values()} | set(WRITTEN.split()) | MACROS.keys()
    patterns = [rule.pattern for rule in RULES] + list(MACROS.values())
    named = {name for pattern in patterns for name in re.findall("[A-Z]+", pattern)}
    assert named <= kinds


def test_no_rule_begins_with_a_word_like_any() -> None:
    # Rules are tried wherever they may begin: this one would be at every second word.
    (other,) = beginnings("OTHER")
    begun = {rule.example: {way[:1] for way in beginnings(rule.pattern)} for rule in RULES}
    assert [example for example, letters in begun.items() if letters & {other, ""}] == []


def test_every_word_is_spelled_as_it_is_looked_up() -> None:
    assert all(fold(word) == word for word in [*FIXED_WORDS, *ABBREVIATIONS])
    assert FIXED_WORDS.keys() >= ABBREVIATIONS


def test_every_lemma_has_forms() -> None:
    table = forms()
    for entry in WORDS:
        for lemma in entry.lemmas.split():
            found = [form for form, sense in table.items() if sense == (entry.kind, entry.value)]
            assert found, lemma


def test_no_rule_stands_twice() -> None:
    shapes = [(rule.pattern, rule.interpret) for rule in RULES]
    assert len(shapes) == len(set(shapes))


def test_lexemes_cover_the_words() -> None:
    text = "25 дек. 2024 г., в ХХ веке, «Т-90», две тысячи восемнадцатого, 24-часовой, 1го"
    read = lexemes(text)
    pieces = [text[start:end] for start, end in zip(read.starts, read.ends, strict=True)]
    assert list(zip([word.kind for word in read.senses], pieces, strict=True)) == [
        ("INT", "25"),
        ("MONTH", "дек."),
        ("YEAR", "2024"),
        ("YEARWORD", "г."),
        ("COMMA", ","),
        ("IN", "в"),
        ("ROMAN", "ХХ"),
        ("CENTURY", "веке"),
        ("COMMA", ","),
        ("QUOTE", "«"),
        ("OTHER", "Т-90"),
        ("QUOTE", "»"),
        ("COMMA", ","),
        ("YEARTH", "две тысячи восемнадцатого"),
        ("COMMA", ","),
        ("LENGTHADJ", "24-часовой"),
        ("COMMA", ","),
        ("ORDINAL", "1го"),
    ]
