"""How a word is spelt: its form may change, its capital letters and its ё stay the author's."""

from __future__ import annotations

from functools import lru_cache

from newscli.pipeline.morphology import fold

_CACHED_WORDS = 1_024


@lru_cache(maxsize=_CACHED_WORDS)
def respell(form: str, original: str) -> str:
    """Write `form`, a lower-case form of the word `original`, the way the text writes that word.

    Letters that both share keep their case and their ё or е; a ё that the author would have
    written е stays е: `соловьёв` for `Соловьеву` is `Соловьев`, for `Соловьёву` `Соловьёв`.
    """
    forms, originals = form.split("-"), original.split("-")
    if len(forms) == len(originals) > 1:
        return "-".join(map(respell, forms, originals))
    if len(forms) == 1 < len(originals) and fold(original).replace("-", "").startswith(form[:-3]):
        # The dictionary writes `южноуральский` in one: the author's hyphen stays.
        at = original.index("-")
        return f"{original[:at]}-{respell(form[at:], original[at + 1 :])}"
    shared = 0
    for ours, theirs in zip(form, fold(original), strict=False):
        if fold(ours) != theirs:
            break
        shared += 1
    ending = form[shared:]
    if "ё" not in original.lower():
        ending = ending.replace("ё", "е")
    if len(original) > 1 and original.isupper():
        ending = ending.upper()
    return original[:shared] + ending
