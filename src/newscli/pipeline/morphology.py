"""The one door to pymorphy3: every part of a word that newscli asks for goes through here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

# Words of a running text repeat: eight thousand hold nine of ten that are asked for, and the bound
# keeps a run over an archive from growing (all the readings of a word take some 4 kB).
CACHED_WORDS = 8_000
# What was asked about a word takes a tenth of that.
CACHED_ANSWERS = 16_000
_CACHED_CHANGES = 4_096
# What the analyser of words in the dictionary says of a word: itself, the word that it looked up,
# the number of its paradigm, and the number of its form there.
_LOOK_UP = 4


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer:
    # Loading the dictionary takes 0.1 s, so it waits until the first word is asked for.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def fold(word: str) -> str:
    """The key by which spellings of one word compare: lower case, ё as е."""
    # A word that is its own key stays one string, however many keep it.
    return (word if word.islower() else word.lower()).replace("ё", "е")


@lru_cache(maxsize=CACHED_WORDS)
def parses(word: str) -> tuple[Parse, ...]:
    """All readings of a word form, the likeliest first (pymorphy3's `Parse`)."""
    return tuple(_analyzer().parse(word))


def inflect(parse: Parse, grammemes: frozenset[str]) -> str | None:
    """The form of a word that has these grammemes, None if it has no such form.

    It is the one that `parse.inflect` finds after making objects of all the word's forms; to
    change the ending takes a tenth of that time.
    """
    word, method = parse.word, parse.methods_stack[0]
    if len(method) != _LOOK_UP or ("-" in word and method[1] != word):
        form = parse.inflect(set(grammemes))  # several words in one, or none of the dictionary's
        return form.word if form else None
    _, looked_up, paradigm, number = method
    change = _change(paradigm, number, grammemes)
    if change is None:
        return None
    start, cut, new_prefix, new_suffix = change
    form = f"{new_prefix}{looked_up[start : len(looked_up) - cut]}{new_suffix}"
    return form if word == looked_up else word.removesuffix(looked_up) + form


@lru_cache(maxsize=_CACHED_CHANGES)
def _change(
    paradigm: int, number: int, grammemes: frozenset[str]
) -> tuple[int, int, str, str] | None:
    """How much form `number` of a paradigm has around the stem, and what the one asked for has."""
    forms = _analyzer().dictionary.build_paradigm_info(paradigm)
    prefix, tag, suffix = forms[number]
    wanted = tag.updated_grammemes(grammemes)
    found = [form for form in forms if grammemes <= form[1].grammemes]
    if not found:
        return None

    def likeness(form: tuple[str, OpencorporaTag, str]) -> float:
        other = form[1].grammemes
        return len(wanted & other) - 0.1 * len(wanted ^ other)

    new_prefix, _, new_suffix = max(found, key=likeness)
    return len(prefix), len(suffix), new_prefix, new_suffix
