"""Text to lexemes: what a date could be made of, each of one kind; all else is OTHER.

The grammar's patterns are written in kinds. A run of other words is still one lexeme a word, so
that "next to" means next to in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscli.pipeline.dates.lexeme import Lexeme
from newscli.pipeline.dates.numbers import join_numbers, read_roman
from newscli.pipeline.dates.values import length
from newscli.pipeline.dates.words import ABBREVIATIONS, Sense, forms
from newscli.pipeline.morphology import fold

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

# Adjectives of length are numbers in the genitive with one of these stems: «двухнедельный»,
# «24-часовой».
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
_ONES = "одно двух трех четырех пяти шести семи восьми девяти десяти"
_TEENS = (
    "одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати "
    "восемнадцати девятнадцати"
)
_TENS = "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто сто"
_COUNTS: dict[str, float | None] = {
    "много": None,  # «многочасовой»
    "полутора": 1.5,
    "полу": 0.5,
    "пол": 0.5,
    **{stem: number for number, stem in enumerate(_ONES.split(), 1)},
    **{stem: number for number, stem in enumerate(_TEENS.split(), 11)},
}
_ROUND_COUNTS = {stem: number * 10 for number, stem in enumerate(_TENS.split(), 2)}

_UNIT_STEMS = "|".join(LENGTH_UNITS)
_ADJECTIVE_ENDINGS = "ый|ой|ий|ого|его|ому|ему|ым|им|ом|ем|ая|ей|ую|ою|ое|ее|ые|ие|ых|их|ыми|ими"
_LENGTH_WORD = re.compile(
    rf"(?P<tens>{'|'.join(_ROUND_COUNTS)})?(?P<count>{'|'.join(_COUNTS)})?"
    rf"(?P<unit>{_UNIT_STEMS})(?:{_ADJECTIVE_ENDINGS})"
)

_PIECE = re.compile(
    # A lone line break within a sentence is a blank: lines may be wrapped.
    r"(?P<blank>[^\S\n\r]+|&nbsp;?|(?<=[^\s.!?:])[^\S\n\r]*\r?\n(?=[a-zа-яё\d]))"
    r"|(?P<BREAK>[\n\r]+)"
    r"|(?P<ISODATE>(?<![\w.-])\d{4}-\d\d-\d\d(?!-?\d))(?P<iso_time>[T ]\d\d:\d\d(?::\d\d)?)?"
    r"|(?P<NUMDATE>(?<![\w.-])(?:\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)|\d\d-\d\d-\d{4})(?![./-]?\d))"
    r"|(?P<CLOCK>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<DOTTED>(?<![\d.,])\d{1,2}\.\d\d(?![\d.]))"
    rf"|(?P<length>\d{{1,6}})(?:-?ти|-?х)?-?(?P<length_unit>{_UNIT_STEMS})(?:{_ADJECTIVE_ENDINGS})\b"
    r"|(?P<ordinal>\d{1,6})-?(?P<ending>о?го|о?му|[оыи]?м|[оыи]?й|ая|[оы]?е|ую|я|ю|[ыи]?х|ти|ми)(?!\w)"
    r"|(?P<code>\d+(?:[.:]\d+){2,}|\d+(?:-\d+){2,}|\d+-?[A-Za-z][\w-]*|\d+-лет\w+)"
    r"|(?P<DECIMAL>\d{1,9}[,.]\d{1,9}(?!\d))"
    r"|(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+)"
    r"|(?P<BC>до\s+(?:н\.\s?э\.|нашей\s+эры))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_GLUED_NUMBER = re.compile(r"-?\d[\w-]*")


def lexemes(text: str) -> list[Lexeme]:
    """All lexemes of `text` in order; number words are joined («двадцать пять»)."""
    return list(join_numbers(_pieces(text)))


def _pieces(text: str) -> Iterator[Lexeme]:
    table = forms()
    at = 0
    while found := _PIECE.match(text, at):
        start, at = found.span()
        piece, form = found[0], fold(found[0])
        if found.lastgroup == "blank":
            continue
        if found.lastgroup != "word":
            kind, value = _read_figure(found)
        elif meaning := table.get(form):
            kind, value = meaning
            if form in ABBREVIATIONS and text[at : at + 1] == ".":
                at += 1
        elif glued := _GLUED_NUMBER.match(text, at):
            # «Т-90», «выборы-2018»: a name, and no number to count with.
            kind, value, at = "OTHER", None, glued.end()
        else:
            kind, value = _read_word(piece, form)
        yield Lexeme(kind, value, start, at, form, piece[0].isupper())


def _read_figure(found: re.Match[str]) -> Sense:
    """The kind of anything but a word, and the number it stands for."""
    kind, piece = found.lastgroup or "", found[0]
    if kind == "sign":
        return Sense(PUNCTUATION.get(piece, "OTHER"))
    if kind == "number":
        return _number(piece)
    if kind == "DECIMAL":
        return Sense(kind, float(piece.replace(",", ".")))
    if kind == "length_unit":
        return Sense("LENGTHADJ", length(int(found["length"]), LENGTH_UNITS[found[kind]]))
    if kind == "ending":
        return _figure_ordinal(int(found["ordinal"]), found[kind])
    return Sense({"code": "OTHER", "iso_time": "ISODATE"}.get(kind, kind))


def _read_word(piece: str, form: str) -> Sense:
    """A Roman figure or an adjective of length, else OTHER."""
    roman = read_roman(piece)
    if roman:
        return Sense("ROMAN", roman)
    adjective = _LENGTH_WORD.fullmatch(form)
    if not adjective or not (adjective["tens"] or adjective["count"]):
        return Sense("OTHER")
    tens, ones = _ROUND_COUNTS.get(adjective["tens"], 0), _COUNTS.get(adjective["count"], 0)
    count = None if ones is None else tens + ones
    return Sense("LENGTHADJ", length(count, LENGTH_UNITS[adjective["unit"]]))


def _number(piece: str) -> Sense:
    digits = re.sub(r"\D", "", piece)
    if len(digits) > 9:
        return Sense("OTHER")
    value = int(digits)
    if len(digits) <= 2:
        return Sense("INT", value)
    is_year = len(piece) == 4 and 1000 <= value < 2200
    return Sense("YEAR" if is_year else "NUMBER", value)


def _figure_ordinal(number: int, ending: str) -> Sense:
    """«2016-м», «1го» an ordinal, «1990-х», «80-е» a decade, «5-ти» a count."""
    if ending in ("ти", "ми") or (ending == "х" and number % 10):
        return Sense("COUNT", number)
    if ending in ("х", "е", "ых", "ые") and number % 10 == 0 and number:
        return Sense("DECADE", number)
    if number < 1000:
        return Sense("ORDINAL", number)
    return Sense("YEARTH", number) if number < 2200 else Sense("OTHER")
