"""Numbers in words and in Roman figures: «две тысячи восемнадцатого», «100 тысяч», «XIX»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscli.pipeline.dates.lexeme import Lexeme

# «100 тысяч лет» begins with a figure; a figure alone stays what it is.
_FIRST_KINDS = ("COUNT", "THOUSAND", "INT", "NUMBER", "DECIMAL")
_LATER_KINDS = ("COUNT", "ORDINAL", "DECADE", "THOUSAND")


def join_numbers(pieces: Iterator[Lexeme]) -> Iterator[Lexeme]:
    """«две тысячи восемнадцатого» → one YEARTH, «двадцать пять» → one COUNT."""
    run: list[Lexeme] = []
    for piece in pieces:
        if run and not _continues(run[-1], piece):
            yield _number_of(run)
            run = []
        if piece.kind in _FIRST_KINDS or run:
            run.append(piece)
            if piece.kind in _FIRST_KINDS:
                continue
            yield _number_of(run)
            run = []
        else:
            yield piece
    if run:
        yield _number_of(run)


def _continues(left: Lexeme, right: Lexeme) -> bool:
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


def _number_of(run: list[Lexeme]) -> Lexeme:
    first, last = run[0], run[-1]
    if len(run) == 1 and first.kind != "THOUSAND":
        return first
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
    form = " ".join(word.form for word in run)
    return Lexeme(kind, total, first.start, last.end, form, first.capital)


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
