"""Text to lexemes: what a date could be made of, each of one kind; all else is OTHER.

The grammar's patterns are written in kinds. A run of other words is still one lexeme a word, so
that "next to" means next to in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newscli.pipeline.dates.words import ABBREVIATIONS, forms, plain


class Lexeme(NamedTuple):
    """A piece of text between `start` and `end` (code points); `form` in lower case, е for ё."""

    kind: str
    value: float | str | None
    start: int
    end: int
    form: str
    capital: bool = False


PUNCTUATION = {
    ",": "COMMA",
    ".": "DOT",
    "(": "OPEN",
    ")": "CLOSE",
    "/": "SLASH",
    "©": "COPYRIGHT",
    "№": "NUMBERSIGN",
    "$": "CURRENCY",
    "€": "CURRENCY",
    "%": "CURRENCY",
    "«": "QUOTE",
    "»": "QUOTE",
    '"': "QUOTE",
    "“": "QUOTE",
    "”": "QUOTE",
    "„": "QUOTE",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "−": "DASH",
    "‑": "DASH",
    "―": "DASH",
}

# Adjectives of length are numbers with one of these endings: «двухнедельный», «24-часовой».
LENGTH_UNITS = {
    "секундн": "TS",
    "минутн": "TM",
    "часов": "TH",
    "дневн": "D",
    "суточн": "D",
    "недельн": "W",
    "месячн": "M",
    "годичн": "Y",
    "годов": "Y",
    "летн": "Y",
}
_LENGTH_COUNTS = {
    "полутора": 1.5,
    "одно": 1,
    "двух": 2,
    "трех": 3,
    "четырех": 4,
    "пяти": 5,
    "шести": 6,
    "семи": 7,
    "восьми": 8,
    "девяти": 9,
    "десяти": 10,
    "двенадцати": 12,
    "пятнадцати": 15,
    "двадцати": 20,
    "тридцати": 30,
    "сорока": 40,
    "пятидесяти": 50,
    "сто": 100,
    "пол": 0.5,
    "полу": 0.5,
    "много": None,
}

_UNIT_STEMS = "|".join(LENGTH_UNITS)
_ADJECTIVE_ENDINGS = "ый|ой|ий|ого|его|ому|ему|ым|им|ом|ем|ая|ей|ую|ою|ое|ее|ые|ие|ых|их|ыми|ими"
_LENGTH_WORD = re.compile(
    rf"(?P<count>{'|'.join(_LENGTH_COUNTS)})(?P<unit>{_UNIT_STEMS})(?:{_ADJECTIVE_ENDINGS})"
)
# In figures Cyrillic Х and І pass for Latin: «ХХ век».
_LATIN = str.maketrans("ХхІі", "XxIi")
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")

_PIECE = re.compile(
    # A lone line break within a sentence is a blank: lines may be wrapped.
    r"(?P<blank>[^\S\n\r]+|&nbsp;?|(?<=[^\s.!?:])[^\S\n\r]*\r?\n(?=[a-zа-яё\d]))"
    r"|(?P<BREAK>[\n\r]+)"
    r"|(?P<ISODATE>(?<![\w.-])\d{4}-\d\d-\d\d(?!-?\d))(?P<iso_time>[T ]\d\d:\d\d(?::\d\d)?)?"
    r"|(?P<NUMDATE>(?<![\w.-])(?:\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)|\d\d-\d\d-\d{4})(?![./-]?\d))"
    r"|(?P<CLOCK>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<DOTTED>(?<![\d.,])\d{1,2}\.\d\d(?![\d.]))"
    rf"|(?P<length>\d+-?ти|\d+-?х|\d+)-?(?P<length_unit>{_UNIT_STEMS})(?:{_ADJECTIVE_ENDINGS})\b"
    r"|(?P<ordinal>\d+)-?(?P<ending>г?о?го|о?му|[оыи]?м|[оыи]?й|ая|[аоу]?я|[оы]?е|ую|ю|[ыи]?х|ти|ми)(?!\w)"
    r"|(?P<code>\d+(?:[.:]\d+){2,}|\d+(?:-\d+){2,}|\d+-?[A-Za-z][\w-]*|\d+-лет\w+)"
    r"|(?P<DECIMAL>\d+[,.]\d+)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_GLUED_NUMBER = re.compile(r"-?\d[\w-]*")


def lexemes(text: str) -> list[Lexeme]:
    """All lexemes of `text` in order; number words are joined («двадцать пять»)."""
    return list(_join_numbers(_pieces(text)))


def _pieces(text: str) -> Iterator[Lexeme]:
    table = forms()
    at = 0
    while found := _PIECE.match(text, at):
        start, at = found.span()
        kind = found.lastgroup
        piece = found[0]
        if kind == "blank":
            continue
        value: float | str | None = None
        form = piece
        if kind == "word":
            form = plain(piece)
            meaning = table.get(form)
            if meaning:
                kind, value = meaning
                if form in ABBREVIATIONS and text[at : at + 1] == ".":
                    at += 1
            elif glued := _GLUED_NUMBER.match(text, at):
                # «Т-90», «выборы-2018»: a name, and no number to count with.
                kind, at = "OTHER", glued.end()
            else:
                kind, value = _odd_word(piece, form)
        elif kind == "sign":
            kind = PUNCTUATION.get(piece, "OTHER")
        elif kind == "number":
            kind, value = _number(piece)
        elif kind == "DECIMAL":
            value = float(piece.replace(",", "."))
        elif kind == "length_unit":
            kind = "LENGTHADJ"
            value = length(int(re.match(r"\d+", piece)[0]), LENGTH_UNITS[found["length_unit"]])  # type: ignore[index]
        elif kind == "ending":
            kind, value = _figure_ordinal(int(found["ordinal"]), found["ending"])
        elif kind in ("code", "BREAK"):
            kind = "OTHER" if kind == "code" else kind
        elif kind == "iso_time":
            kind = "ISODATE"
        yield Lexeme(kind or "OTHER", value, start, at, form, piece[0].isupper())


def _odd_word(piece: str, form: str) -> tuple[str, float | str | None]:
    """A Roman figure or an adjective of length, else OTHER."""
    figure = piece.translate(_LATIN)
    if figure.isupper() and len(figure) <= 5 and _ROMAN.fullmatch(figure):
        return "ROMAN", _roman(figure)
    if adjective := _LENGTH_WORD.fullmatch(form):
        count = _LENGTH_COUNTS[adjective["count"]]
        return "LENGTHADJ", length(count, LENGTH_UNITS[adjective["unit"]])
    return "OTHER", None


def _number(piece: str) -> tuple[str, int]:
    digits = re.sub(r"\D", "", piece)
    value = int(digits)
    if len(digits) <= 2:
        return "INT", value
    if len(piece) == 4 and 1000 <= value < 2200:
        return "YEAR", value
    return "NUMBER", value


def _figure_ordinal(number: int, ending: str) -> tuple[str, int]:
    """«2016-м», «1го» an ordinal, «1990-х», «80-е» a decade, «5-ти» a count."""
    if ending in ("ти", "ми") or (ending == "х" and number % 10):
        return "COUNT", number
    if ending in ("х", "е", "ых", "ые", "ми") and number % 10 == 0 and number:
        return "DECADE", number
    if number >= 1000:
        return ("YEARTH", number) if number < 2200 else ("OTHER", number)
    return "ORDINAL", number


def _roman(figure: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[letter] for letter in figure]
    following = [*digits[1:], 0]
    return sum(-d if d < after else d for d, after in zip(digits, following, strict=True))


def length(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT45M, P1.5Y, PXW. Quarters, decades, centuries are spelled out."""
    letter, factor = {"Q": ("M", 3), "HY": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100)}.get(
        unit, (unit, 1)
    )
    clock, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if count == 0.5 and letter in "YHM" and unit in ("Y", "TH"):
        count, letter = (6, "M") if unit == "Y" else (30, "M")
    return f"P{clock}{'X' if count is None else format(count * factor, 'g')}{letter}"


def _join_numbers(pieces: Iterator[Lexeme]) -> Iterator[Lexeme]:
    """«две тысячи восемнадцатого» → one YEARTH, «двадцать пять» → one COUNT."""
    run: list[Lexeme] = []
    for piece in pieces:
        if run and not _continues(run[-1], piece):
            yield _number_of(run)
            run = []
        if piece.kind in _NUMBERS_BEGIN or run:
            run.append(piece)
            if piece.kind in _NUMBERS_BEGIN:
                continue
            yield _number_of(run)
            run = []
        else:
            yield piece
    if run:
        yield _number_of(run)


# «100 тысяч лет» begins with a figure; a figure alone stays what it is.
_NUMBERS_BEGIN = ("COUNT", "THOUSAND", "INT", "NUMBER", "DECIMAL")
_NUMBER_KINDS = ("COUNT", "ORDINAL", "DECADE", "THOUSAND")


def _continues(left: Lexeme, right: Lexeme) -> bool:
    """Whether `right` goes on with the number `left` ends: a smaller one, or a thousand."""
    if right.kind not in _NUMBER_KINDS or not right.form.isalpha():
        return False
    if right.kind == "THOUSAND":
        return left.kind in _NUMBERS_BEGIN and left.kind != "THOUSAND"
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
