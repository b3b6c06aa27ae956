"""What stands around a lexeme, and what kind of word it is."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.pipeline.dates.lexer import Lexeme
from newscli.pipeline.morphology import parses

PREPOSITIONS = frozenset(
    {
        "IN",
        "ON",
        "FROM",
        "UNTIL",
        "TO",
        "BY",
        "AFTER",
        "BEFORE",
        "ABOUT",
        "THROUGH",
        "SPUSTYA",
        "BETWEEN",
        "DURING",
    }
)


POINTERS = frozenset(
    {
        "DEIXIS",
        "THIS",
        "THAT",
        "ZHE",
        "BOUND",
        "LASTFEW",
        "NEXTFEW",
        "WHOLE",
        "EVERY",
        "ORDINAL",
        "HALF",
    }
)


_NOTHING = Lexeme("BREAK", None, 0, 0, "")


Lexemes = Sequence[Lexeme]


def at(lexemes: Lexemes, index: int) -> Lexeme:
    """The lexeme there, a BREAK past either end."""
    return lexemes[index] if 0 <= index < len(lexemes) else _NOTHING


def readings(word: Lexeme):  # type: ignore[no-untyped-def]
    return parses(word.form) if word.form.isalpha() else ()


def is_noun(word: Lexeme) -> bool:
    return word.kind == "OTHER" and any(parse.tag.POS == "NOUN" for parse in readings(word)[:1])


def is_genitive(word: Lexeme) -> bool:
    """Whether the word may depend on a number of units before it: «20 часов работ»."""
    return word.kind == "OTHER" and any(
        parse.tag.case == "gent" and parse.tag.number == "plur" for parse in readings(word)[:1]
    )


def is_nominal(word: Lexeme) -> bool:
    """Whether a noun or an adjective follows that the words before may belong to."""
    return word.kind == "OTHER" and any(
        parse.tag.POS in ("NOUN", "ADJF", "PRTF") for parse in readings(word)[:1]
    )


def is_adjective(word: Lexeme) -> bool:
    return any(parse.tag.POS in ("ADJF", "PRTF") for parse in readings(word)[:1])
