"""Numbers in words and in Roman figures: «две тысячи восемнадцатого», «100 тысяч», «XIX»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newscli.pipeline.dates.lexeme import Lexemes, Word

# «100 тысяч лет» begins with a figure; a figure alone stays what it is.
_FIRST_KINDS = frozenset({"COUNT", "THOUSAND", "INT", "NUMBER", "DECIMAL"})
_LATER_KINDS = ("COUNT", "ORDINAL", "DECADE", "THOUSAND")


def join_numbers(pieces: Lexemes) -> Lexemes:
    """«две тысячи восемнадцатого» → one YEARTH, «двадцать пять» → one COUNT."""
    runs = list(_number_runs(pieces.words))
    words, starts, ends = pieces.words, pieces.starts, pieces.ends
    for first, last in reversed(runs):  # from the end, so that the indexes before stay right
        if last - first == 1 and words[first].kind != "THOUSAND":
            continue
        words[first:last] = [_number_of(words[first:last])]
        starts[first:last] = [starts[first]]
        ends[first:last] = [ends[last - 1]]
    return pieces


def _number_runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where words are one number, first and last (exclusive); a lone «тысяча» is one too."""
    first: int | None = None
    for index, word in enumerate(words):
        if first is not None and not _continues(words[index - 1], word):
            yield first, index
            first = None
        if word.kind in _FIRST_KINDS:
            first = index if first is None else first
        elif first is not None:
            yield first, index + 1
            first = None
    if first is not None:
        yield first, len(words)


def _continues(left: Word, right: Word) -> bool:
    """Whether `right` goes on with the number `left` ends: a smaller one, or a thousand."""
    if right.kind not in _LATER_KINDS or not right.form.isalpha():
        return False
    if right.kind == "THOUSAND":
        return left.kind in _FIRST_KINDS and left.kind != "THOUSAND"
    if left.kind == "THOUSAND":
        return True
    return left.kind == "COUNT" and _round(left.value) > float(right.value or 0)


def _round(value: float | str | None) -> float:
    """How much a number word leaves open below it: 20 → 10, 300 → 100, 7 → 0."""
    number = float(value or 0)
    for power in (100, 10):
        if number >= power and number % power == 0 and number != 10:
            return power
    return 0


def _number_of(run: Sequence[Word]) -> Word:
    first, last = run[0], run[-1]
    total: float = 0
    for word in run:
        if word.kind == "THOUSAND":
            total = (total or 1) * 1000
        else:
            total += float(word.value or 0)
    total = int(total) if total == int(total) else total
    kind = "COUNT" if last.kind == "THOUSAND" else last.kind
    if kind == "ORDINAL" and total >= 1000:
        kind = "YEARTH"
    return Word(kind, total, " ".join(word.form for word in run), first.capital)


# In figures Cyrillic Х and І pass for Latin: «ХХ век».
_LATIN = str.maketrans("ХхІі", "XxIi")
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")


def read_roman(word: str) -> int | None:
    """The value of a Roman figure up to XXXIX in capitals, None of any other word."""
    figure = word.translate(_LATIN)
    return _roman(figure) if figure.isupper() and _ROMAN.fullmatch(figure) else None


def _roman(figure: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in figure]
    following = [*digits[1:], 0]
    return sum(-d if d < after else d for d, after in zip(digits, following, strict=True))
