"""A name taken apart into words, each knowing whether it can be declined at all."""

from __future__ import annotations

import re
from typing import NamedTuple

# A dot belongs to an initial (`С.`, `Дж.`), hyphens and apostrophes to a word (`Нью-Йорк`,
# `О’Нил`).
_WORD = re.compile(
    r"(?:[А-ЯЁ]|Дж)\.(?=\W|[А-ЯЁ]|$)|(?:[^\W_][\u0300-\u036f\u00ad]*)+(?:[-‑'’`](?:[^\W_][\u0300-\u036f\u00ad]*)+)*"
)
_DASHES = ("–", "—", "-")
_QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"'}
_OPENING = re.compile(f"[{''.join(_QUOTES)}]")


def is_initial(word: str) -> bool:
    """Whether a word of a name is a first name or patronymic cut short (`С.`, `Дж.`)."""
    return word.endswith(".")


class Word(NamedTuple):
    """One word of a name: `name[start:start + len(text)] == text`."""

    text: str
    start: int
    quoted: bool = False
    after_dash: bool = False


def split_words(name: str) -> tuple[Word, ...]:
    """The words of a name in order.

    A word is `quoted` inside quotation marks that open after the name's first word: such a part
    is a title of its own, which the words before it leave alone (`группы компаний «Россия»`).
    """
    if name.isalpha():
        return (Word(name, 0),)
    quoted = _quoted_part(name)
    return tuple(
        Word(
            text=found[0],
            start=found.start(),
            quoted=found.start() in quoted,
            after_dash=name[: found.start()].rstrip().endswith(_DASHES),
        )
        for found in _WORD.finditer(name)
    )


def _quoted_part(name: str) -> range:
    opening = _OPENING.search(name, 1)
    if not opening:
        return range(0)
    end = name.rfind(_QUOTES[opening[0]], opening.end())
    return range(opening.start(), end if end > 0 else len(name))
