"""Text to lexemes: what a date could be made of, each of one kind; all else is OTHER.

The grammar's patterns are written in kinds. A run of other words is still one lexeme a word, so
that "next to" means next to in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newscli.pipeline.dates.lexeme import Lexemes, Word
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
    # Words first, each with the blank before it: they are most of a text.
    r" ?(?P<THISYEAR>(?<!\w)[ст]\.\s?г\.)"
    r"| ?(?P<BC>до\s+(?:н\.\s?э\.|нашей\s+эры))"
    r"| ?(?P<word>[^\W\d_]+)"
    # A lone line break within a sentence is a blank: lines may be wrapped.
    r"|(?P<blank>&nbsp;?|(?<=[^\s.!?:])[^\S\n\r]*\r?\n(?=[a-zа-яё\d]))"
    r"|(?P<BREAK>[\n\r]+)"
    r"|(?P<ISODATE>(?<![\w.-])\d{4}-\d\d-\d\d(?!-?\d)(?:[T ]\d\d:\d\d(?::\d\d)?)?)"
    r"|(?P<NUMDATE>(?<![\w.])(?<!(?<!\d)-)(?:\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)|\d{4}/\d\d/\d\d"
    r"|\d\d-\d\d-\d{4})(?![./]?\d|-\d(?!\d?\.\d)))"
    r"|(?P<MONTHDATE>(?<![\w.,-])(?:0[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d|[.,]\d))"
    r"|(?P<CLOCK>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<HOURDASH>(?<![\d-])(?:[01]?\d|2[0-3])-00(?![\d-]))"
    r"|(?P<DOTTED>(?<![\d.,])\d{1,2}\.\d\d(?![\d.]))"
    rf"|(?P<length>(?P<count>\d{{1,6}})(?:-?ти|-?х)?-?(?P<unit>{_UNIT_STEMS})(?:{_ADJECTIVE_ENDINGS})\b)"
    r"|(?P<ordinal>(?P<number>\d{1,6})-?(?P<ending>о?го|о?му|[оыи]?м|[оыи]?й|ая|[оы]?е|ую|я|ю|[ыи]?х|ти|ми)(?!\w))"
    r"|(?P<OTHER>\d+(?:[.:]\d+){2,}|\d+(?:-\d+){2,}|\d+-?[A-Za-z][\w-]*|\d+-лет\w+)"
    r"|(?P<DECIMAL>\d{1,9}[,.]\d{1,9}(?!\d))"
    r"|(?P<figure>\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+)"
    r"|(?P<sign>\S)",
    re.DOTALL,
)
# «Т-90», «выборы-2018»: a name, and no number to count with.
_GLUED_NUMBER = re.compile(r"-?\d[\w-]*")
_GLUE = frozenset("-0123456789")

# Words of a running text repeat; the bound keeps a run over an archive from growing.
_CACHED_WORDS = 16_000


def lexemes(text: str) -> Lexemes:
    """All lexemes of `text` in order; number words are joined («двадцать пять»)."""
    return join_numbers(_pieces(text))


def _pieces(text: str) -> Lexemes:
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    table = forms()
    end = 0
    pieces = _PIECE.finditer(text)
    while found := next(pieces, None):
        group = found.lastgroup or ""
        start = found.start(group)
        if start < end or group == "blank":
            continue
        end = found.end()
        if group == "word":
            word = _read_word(found[group])
            after = text[end : end + 1]
            if after == "." and word.form in ABBREVIATIONS:
                end += 1
            elif (
                after in _GLUE
                and word.form not in table
                and (glued := _GLUED_NUMBER.match(text, end))
            ):
                word = Word("OTHER", None, word.form, word.capital)
                end = glued.end()
                pieces = _PIECE.finditer(text, end)
        else:
            word = _read_figure(found, group)
        words.append(word)
        starts.append(start)
        ends.append(end)
    return Lexemes(words, starts, ends)


def _read_figure(found: re.Match[str], kind: str) -> Word:
    """Anything but a word, and the number it stands for."""
    piece = found[kind]
    form = fold(piece)
    if kind == "sign":
        return _SIGNS.get(piece) or Word("OTHER", None, form)
    if kind == "figure":
        return Word(*_number(piece), form)
    if kind == "DECIMAL":
        return Word(kind, float(piece.replace(",", ".")), form)
    if kind == "length":
        value = length(int(found["count"]), LENGTH_UNITS[found["unit"]])
        return Word("LENGTHADJ", value, form)
    if kind == "ordinal":
        return Word(*_figure_ordinal(int(found["number"]), found["ending"]), form)
    return Word(kind, None, form)


_SIGNS = {sign: Word(kind, None, sign) for sign, kind in PUNCTUATION.items()}


@lru_cache(maxsize=_CACHED_WORDS)
def _read_word(piece: str) -> Word:
    """A word of the tables, a Roman figure or an adjective of length, else OTHER."""
    form = fold(piece)
    kind, value = forms().get(form) or _read_unlisted(piece, form)
    return Word(kind, value, form, piece[0].isupper())


def _read_unlisted(piece: str, form: str) -> Sense:
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
