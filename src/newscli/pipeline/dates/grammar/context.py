"""What stands around a lexeme, and what kind of word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.pipeline.dates.lexeme import Lexemes, Word
from newscli.pipeline.morphology import parses

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

# What one rule has a name for, and all others take for a word like any.
_PLAIN = (
    "OTHER WORLDADJ HOLIDAYADJ PALMADJ WESTERNADJ ZONEPLACE VERY WEEKDAYADJ EVEOF TENDAYS FIRSTFEW "
    "WORKADJ WORKDAYS WITHOUT NEWADJ OLDADJ NEWYEARADJ DAYADJ HOURADJ LATEADJ LATE SOON ALREADY "
    "INAROW JUST"
)
PLAIN_WORDS = frozenset(_PLAIN.split())

_PREPOSITIONS = "IN ON FROM UNTIL TO BY AFTER BEFORE ABOUT THROUGH LATER BETWEEN DURING"
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
# Words that point at the date after them.
_POINTERS = "DEIXIS THIS THAT SELFSAME BOUND LASTFEW NEXTFEW WHOLE EVERY ORDINAL HALF"
POINTERS = frozenset(_POINTERS.split())

_NOTHING = Word("BREAK", None, "")


def at(lexemes: Lexemes, index: int) -> Word:
    """The lexeme there, a BREAK past either end."""
    return lexemes[index] if 0 <= index < len(lexemes) else _NOTHING


def readings(word: Word) -> tuple[Parse, ...]:
    """pymorphy3's readings of a word, the likeliest first; none of a number or a sign."""
    return parses(word.form) if word.form.isalpha() else ()


def is_noun(word: Word) -> bool:
    return word.kind == "OTHER" and any(parse.tag.POS == "NOUN" for parse in readings(word)[:1])


def is_genitive(word: Word) -> bool:
    """Whether the word may depend on a number of units before it: «20 часов работ»."""
    return word.kind == "OTHER" and any(
        parse.tag.case == "gent" and parse.tag.number == "plur" for parse in readings(word)[:1]
    )


def is_process(word: Word) -> bool:
    """Whether the word is what took a time before it: «восемь лет заключения»."""
    return (
        word.kind == "OTHER"
        and not word.capital
        and any(
            parse.tag.POS == "NOUN" and parse.tag.case == "gent" for parse in readings(word)[:1]
        )
    )


def is_nominal(word: Word) -> bool:
    """Whether a noun or an adjective follows that the words before may belong to."""
    return word.kind in PLAIN_WORDS and any(
        parse.tag.POS in ("NOUN", "ADJF", "PRTF") for parse in readings(word)[:1]
    )


def is_adjective(word: Word) -> bool:
    return any(parse.tag.POS in ("ADJF", "PRTF") for parse in readings(word)[:1])
