"""Declension by endings, for the words no dictionary has: `Трампом`, `Цзиньпином`, `Керкире`.

Each rule reads an ending as a case of one pattern of declension; how often that reading is the
right one is its share. Figures are rounded judgements checked against names of Russian news.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newscli.pipeline.names.agreement import ANY, Reading

_HUSHERS = "жшчщц"
_BACK = "гкхжшчщ"
_VOWELS = "аеёиоуыэюя"


class Ending(NamedTuple):
    """`letters` at the end of a word become `nominative`; `after` limits the letter before them."""

    letters: str
    nominative: str
    cases: str
    gender: str
    share: float
    after: str = ""


_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_HARD = _CONSONANTS
_SOFT = "бвгдзйклмнпрст"

ENDINGS: tuple[Ending, ...] = (
    # Обама, Обамы: either gender
    Ending("а", "а", "nomn", "femn", 0.15),
    Ending("а", "а", "nomn", "masc", 0.24),
    Ending("ы", "а", "gent", "femn", 0.28),
    Ending("ы", "а", "gent", "masc", 0.07),
    Ending("и", "а", "gent", "femn", 0.12, after=_BACK),
    Ending("и", "а", "gent", "masc", 0.03, after=_BACK),
    Ending("е", "а", "datv loct", "femn", 0.25, after=_CONSONANTS),
    Ending("е", "а", "datv loct", "masc", 0.08, after=_CONSONANTS),
    Ending("у", "а", "accs", "femn", 0.25),
    Ending("у", "а", "accs", "masc", 0.08),
    Ending("ой", "а", "ablt", "femn", 0.5, after=_CONSONANTS),
    Ending("ой", "а", "ablt", "masc", 0.15, after=_CONSONANTS),
    Ending("ей", "а", "ablt", "femn", 0.4, after=_HUSHERS),
    # Лучия, Лучии; Гойя, Гойи
    Ending("ия", "ия", "nomn", "femn", 0.7),
    # Монтойя, Аллайя
    Ending("ойе", "ойя", "datv loct", "masc", 0.2),
    Ending("айе", "айя", "datv loct", "masc", 0.1),
    # Бокерия, Картозия: a man's too
    Ending("ия", "ия", "nomn", "masc", 0.15),
    Ending("ии", "ия", "gent datv loct", "masc", 0.1),
    Ending("ию", "ия", "accs", "masc", 0.1),
    Ending("ией", "ия", "ablt", "masc", 0.1),
    Ending("ии", "ия", "gent datv loct", "femn", 0.7),
    Ending("ию", "ия", "accs", "femn", 0.5),
    Ending("ией", "ия", "ablt", "femn", 0.7),
    Ending("я", "я", "nomn", "femn", 0.17),
    Ending("я", "я", "nomn", "masc", 0.03),
    Ending("и", "я", "gent", "femn", 0.12, after=_SOFT + _VOWELS),
    Ending("е", "я", "datv loct", "femn", 0.06, after=_SOFT + _VOWELS),
    Ending("ю", "я", "accs", "femn", 0.2),
    Ending("ей", "я", "ablt", "femn", 0.3, after=_SOFT + _VOWELS),
    # Трамп, Трампа
    Ending("", "", "nomn", "masc", 0.38, after=_CONSONANTS),
    Ending("", "", "accs", "masc", 0.03, after=_CONSONANTS),
    Ending("а", "", "gent accs", "masc", 0.55, after=_HARD),
    Ending("у", "", "datv", "masc", 0.45, after=_HARD),
    Ending("ом", "", "ablt", "masc", 0.85, after=_HARD),
    Ending("ем", "", "ablt", "masc", 0.7, after=_HUSHERS),
    Ending("е", "", "loct", "masc", 0.3, after=_HARD),
    # Алиев, Алиевым
    Ending("овым", "ов", "ablt", "masc", 0.9),
    Ending("евым", "ев", "ablt", "masc", 0.9),
    Ending("иным", "ин", "ablt", "masc", 0.7),
    Ending("ыным", "ын", "ablt", "masc", 0.7),
    # Мигель, Мигеля
    Ending("ь", "ь", "nomn", "masc", 0.45),
    Ending("ь", "ь", "nomn", "femn", 0.3),
    Ending("ь", "ь", "accs", "femn", 0.1),
    Ending("и", "ь", "gent datv loct", "femn", 0.03, after=_SOFT),
    Ending("ели", "ель", "gent datv loct", "femn", 0.1),  # Гузель
    Ending("ью", "ь", "ablt", "femn", 0.8),
    Ending("я", "ь", "gent accs", "masc", 0.4, after=_SOFT),
    Ending("ю", "ь", "datv", "masc", 0.4, after=_SOFT),
    Ending("ем", "ь", "ablt", "masc", 0.5, after=_SOFT),
    Ending("е", "ь", "loct", "masc", 0.06, after=_SOFT),
    # Уолстрой, Уолстроя
    Ending("й", "й", "nomn", "masc", 0.35),
    Ending("я", "й", "gent accs", "masc", 0.25, after=_VOWELS),
    Ending("ю", "й", "datv", "masc", 0.25, after=_VOWELS),
    Ending("ем", "й", "ablt", "masc", 0.35, after=_VOWELS),
    Ending("е", "й", "loct", "masc", 0.05, after=_VOWELS),
    # Бородино, Бородине
    Ending("о", "о", "nomn accs", "neut", 0.4),
    Ending("а", "о", "gent", "neut", 0.04, after="вн"),
    Ending("у", "о", "datv", "neut", 0.04, after="вн"),
    Ending("ом", "о", "ablt", "neut", 0.05, after="вн"),
    Ending("е", "о", "loct", "neut", 0.12, after="вн"),
    # Скрипали, Скрипалей
    Ending("ей", "и", "gent accs", "plur", 0.3, after=_SOFT),
    # Приангарье, Приангарья
    Ending("ье", "ье", "nomn accs", "neut", 0.4),
    Ending("ья", "ье", "gent", "neut", 0.6),
    Ending("ью", "ье", "datv", "neut", 0.2),
    Ending("ьем", "ье", "ablt", "neut", 0.5),
    # Мальдивы, Мальдивах
    Ending("ы", "ы", "nomn accs", "plur", 0.4),
    Ending("и", "и", "nomn accs", "plur", 0.2, after=_BACK),
    Ending("ах", "ы", "loct", "plur", 0.6),
    Ending("ами", "ы", "ablt", "plur", 1.2),
    Ending("ам", "ы", "datv", "plur", 0.4),
)
# A name on a vowel other than а and я does not decline; one on a consonant does not for a woman.
_FIXED_SHARE = {"о": 0.6, "е": 0.4, "и": 0.5, "у": 0.7, "ю": 0.4, "э": 0.9, "ы": 0.1, "а": 0.02}
_FIXED_WOMAN_SHARE = 0.12
# `Прилучного`, `Лановому`: most are adjectives, while Живаго is not.
ENDINGS_OF_ADJECTIVES = ("ого", "его", "ому", "ему")
_RARELY = 0.1
_FIXED_SHARE_AFTER_DOUBLE = 2.0
_SHORTEST_STEM = 2
# All pairs of letters that words end on.
_CACHED_LETTERS = 1_024
_ADJECTIVE_ENDINGS = (
    *(
        stem + ending
        for stem in ("ск", "цк")
        for ending in ("ий", "ого", "ому", "им", "ая", "ой", "ую", "ие", "их", "ими", "ое")
    ),
    "овых",
    "евых",
    "иных",
    "ыных",
)


def readings_by_ending(word: str) -> Iterator[Reading]:
    """The readings of a lower-case word by its ending alone.

    Adjectives (`Тихановской`) have none here: the analyser's guess at them is right.
    """
    if word.endswith(_ADJECTIVE_ENDINGS):
        return
    for ending in _endings_with(word[-2:]):
        if not word.endswith(ending.letters):
            continue
        stem = word[: len(word) - len(ending.letters)]
        if (
            len(stem) >= (1 if ending.nominative == "ия" else _SHORTEST_STEM)  # Лия
            and (not ending.after or stem[-1] in ending.after)
        ):
            share = ending.share * (_RARELY if _is_rare(word, ending) else 1.0)
            for case in ending.cases.split():
                yield stem + ending.nominative, case, ending.gender, share
    fixed = _FIXED_SHARE.get(word[-1])
    if fixed and word.endswith(ENDINGS_OF_ADJECTIVES):
        yield word, ANY, ANY, fixed * _RARELY
    elif fixed and word.endswith("и") and word[-2:-1] == word[-3:-2]:  # Бузаччи
        yield word, ANY, ANY, _FIXED_SHARE_AFTER_DOUBLE
    elif fixed:
        yield word, ANY, ANY, fixed
    elif word[-1] not in _VOWELS:
        yield word, ANY, "femn", _FIXED_WOMAN_SHARE


@lru_cache(maxsize=_CACHED_LETTERS)
def _endings_with(letters: str) -> list[Ending]:
    """The endings that a word can have whose last letters, one or two, are these."""
    return [
        ending
        for ending in ENDINGS
        if ending.letters.endswith(letters) or letters.endswith(ending.letters)
    ]


def _is_rare(word: str, ending: Ending) -> bool:
    """Readings next to impossible: `Прилучному` of Прилучнома, `Хасырова` a man's nominative."""
    return (ending.nominative == "а" and word.endswith(ENDINGS_OF_ADJECTIVES)) or (
        ending.letters == ending.nominative == "а"
        and ending.gender == "masc"
        and word.endswith(("ова", "ева"))
    )
