"""Numbers in words and in Roman figures: «две тысячи восемнадцатого», «100 тысяч», «XIX»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from operator import attrgetter

from newscli.pipeline.dates.lexeme import Lexemes, Sense, Word
from newscli.pipeline.dates.patterns import compile_pattern, spell

# «100 тысяч лет» begins with a figure; a figure alone stays what it is.
_FIRST_KINDS = frozenset({"COUNT", "THOUSAND", "INT", "NUMBER", "DECIMAL"})
_KIND = attrgetter("kind")
_LATER_KINDS = ("COUNT", "ORDINAL", "DECADE", "THOUSAND")
_NUMBERS = compile_pattern(
    "(COUNT|THOUSAND|INT|NUMBER|DECIMAL) (COUNT|THOUSAND|INT|NUMBER|DECIMAL|ORDINAL|DECADE)+"
    "|THOUSAND"
)


def join_numbers(lexemes: Lexemes) -> Lexemes:
    """«две тысячи восемнадцатого» → one YEARTH, «двадцать пять» → one COUNT."""
    forms, senses = lexemes.forms, lexemes.senses
    starts, ends = lexemes.starts, lexemes.ends
    kinds = spell(map(_KIND, senses))
    runs = [
        (numbers.start() + first, numbers.start() + last)
        for numbers in _NUMBERS.finditer(kinds)
        for first, last in _number_runs(lexemes.words(*numbers.span()))
    ]
    for first, last in reversed(runs):  # from the end, so that the indexes before stay right
        if last - first > 1 or senses[first].kind == "THOUSAND":
            number = _number_of(senses[first:last])
            senses[first:last] = [number]
            forms[first:last] = [" ".join(forms[first:last])]
            starts[first:last] = [starts[first]]
            ends[first:last] = [ends[last - 1]]
            kinds = kinds[:first] + spell([number.kind]) + kinds[last:]
    lexemes.kinds = kinds
    return lexemes


def _number_runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where numbers are one number, first and last (exclusive); a lone «тысяча» is one too."""
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


def _number_of(run: Sequence[Sense]) -> Sense:
    total: float = 0
    for number in run:
        if number.kind == "THOUSAND":
            total = (total or 1) * 1000
        else:
            total += float(number.value or 0)
    total = int(total) if total == int(total) else total
    kind = "COUNT" if run[-1].kind == "THOUSAND" else run[-1].kind
    if kind == "ORDINAL" and total >= 1000:
        kind = "YEARTH"
    return Sense(kind, total)


_TENS = ("", "x", "xx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
# In figures Cyrillic Х and І pass for Latin: «ХХ век».
_SPELLINGS = {"x": "xх", "i": "iі"}
# Roman figures up to XXIX in lower case, with their values.
ROMAN = {
    "".join(letters): 10 * tens + ones
    for tens, ten in enumerate(_TENS)
    for ones, one in enumerate(_ONES)
    for letters in product(*(_SPELLINGS.get(letter, letter) for letter in ten + one))
    if letters
}


def read_roman(word: str) -> int | None:
    """The value of a Roman figure in capitals, None of any other word."""
    return ROMAN.get(word.lower()) if word.isupper() else None
