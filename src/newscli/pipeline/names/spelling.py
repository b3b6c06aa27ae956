"""How a word is spelt: its form may change, its capital letters and its ё stay the author's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newscli.pipeline.morphology import fold
from newscli.pipeline.names.words import Word

_CACHED_WORDS = 1_024
# `ИГ*`, `«Правый сектор*»`; but `Sagittarius A*`.
_FOOTNOTE = re.compile(r"(?<=[а-яёА-ЯЁ»])\*")

# A name as a whole, and word by word.
Written = tuple[str, tuple[str, ...]]


def respell_name(name: str, words: Sequence[Word], forms: Iterable[tuple[int, str]]) -> Written:
    """Write a name with these forms, in lower case, for some of its words, each with its index."""
    written = [word.text for word in words]
    for index, form in forms:
        written[index] = respell(form, written[index])
    pieces = []
    at = 0
    for word, form in zip(words, written, strict=True):
        pieces += [name[at : word.start], form]
        at = word.start + len(word.text)
    # A line end or a no-break space inside a mention is the page's, not the name's.
    joined = _FOOTNOTE.sub("", "".join(pieces) + name[at:])
    return " ".join(joined.split()), tuple(written)


@lru_cache(maxsize=_CACHED_WORDS)
def respell(form: str, original: str) -> str:
    """Write `form`, a lower-case form of the word `original`, the way the text writes that word.

    Letters that both share keep their case and their ё or е; a ё that the author would have
    written е stays е: `соловьёв` for `Соловьеву` is `Соловьев`, for `Соловьёву` `Соловьёв`.
    """
    folded = fold(original)
    if form == folded:
        return original
    forms, originals = form.split("-"), original.split("-")
    if len(forms) == len(originals) > 1:
        return "-".join(map(respell, forms, originals))
    if len(forms) == 1 < len(originals) and folded.replace("-", "").startswith(form[:-3]):
        # The dictionary writes `южноуральский` in one: the author's hyphen stays.
        at = original.index("-")
        return f"{original[:at]}-{respell(form[at:], original[at + 1 :])}"
    shared = shared_letters(fold(form), folded)
    ending = form[shared:]
    if "ё" not in original.lower():
        ending = ending.replace("ё", "е")
    if len(original) > 1 and original.isupper():
        ending = ending.upper()
    return original[:shared] + ending


def shared_letters(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    shared = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        shared += 1
    return shared
