"""Text to lexemes: what a date could be made of, each of one kind; all else is OTHER.

The grammar's patterns are written in kinds. A run of other words is still one lexeme a word, so
that "next to" means next to in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, repeat

from newscli.pipeline.dates.lexeme import OTHER, Lexemes, Sense
from newscli.pipeline.dates.numbers import ROMAN, join_numbers, read_roman
from newscli.pipeline.dates.values import length
from newscli.pipeline.dates.words import ABBREVIATIONS, forms
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

# A word, a sign, or a number or a year between blanks or before a sign: as most stand.
_PLAIN = re.compile(
    # Letters of a range are told faster than letters of any kind, and most are Russian.
    r"([а-я]+[^\W\d_]*|[^\W\d_]+|[^\w\s]"
    r"|(?<=\D[ \u00a0(])(?:[1-9]\d{0,2}|19\d\d|20[0-4]\d)(?=[ \u00a0,.;:)%]\D))"
)
_PLAIN_NUMBERS = (*range(1, 1000), *range(1900, 2050))
_LETTER = re.compile(r"[^\W\d_]")
# Between two of them, and what is not so plain there.
_BLANKS = ("", " ", "\u00a0")
_ODD_GAP = re.compile(r"[\w\n\r]")
# What is more than a word or a sign: «IV», «&nbsp;»; or may be: «25 дек.», «с. г.», «до н. э.».
_ODD = frozenset({*ROMAN, "&"})
_WITH_STOP = ABBREVIATIONS | {"с", "т"}
_BEFORE_CHRIST = (["н"], ["нашей"])
_MAYBE_ODD = _ODD | _WITH_STOP | {"до"}


def lexemes(text: str) -> Lexemes:
    """All lexemes of `text` in order; number words are joined («двадцать пять»)."""
    # «İ» is the one letter that is two in lower case.
    folded = fold(text.replace("İ", "ı"))
    pieces = _PLAIN.split(folded)
    edges = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    senses = list(map(_senses().get, words, repeat(OTHER)))
    plain = Lexemes(text, words, senses, edges[:-1:2], edges[1::2])
    read = Lexemes(text, [], [], [], [])
    done = bisect_left(plain.starts, _read_closely(read, 0)) if pieces[0] else 0
    for index in _odd_pieces(plain, pieces[2::2], folded):
        if index >= done:
            first = max(done, index - 1) if words[index] == "-" else index  # «Т-90»
            read.extend(plain, done, first)
            done = bisect_left(plain.starts, _read_closely(read, plain.starts[first]))
    read.extend(plain, done, len(plain))
    return join_numbers(read)


@lru_cache(maxsize=1)
def _senses() -> dict[str, Sense]:
    """What each word form, sign and plain number is that means something to the grammar."""
    signs = {sign: Sense(kind) for sign, kind in PUNCTUATION.items()}
    return forms() | signs | {str(number): _number(str(number)) for number in _PLAIN_NUMBERS}


def _odd_pieces(plain: Lexemes, gaps: Sequence[str], folded: str) -> list[int]:
    """Which pieces, with the gaps after them, may be anything but a word or a sign each."""
    forms, starts, ends = plain.forms, plain.starts, plain.ends
    odd = {at for at, gap in enumerate(gaps) if gap not in _BLANKS and _ODD_GAP.search(gap)}
    for at in [at for at, form in enumerate(forms) if form in _MAYBE_ODD]:
        form = forms[at]
        if (
            form in _ODD
            or (form in _WITH_STOP and folded.startswith(".", ends[at]))
            or (form == "до" and forms[at + 1 : at + 2] in _BEFORE_CHRIST)
        ):
            odd.add(at)
    for stem in LENGTH_UNITS:
        begin = folded.find(stem)
        while begin >= 0:
            at = bisect_right(starts, begin) - 1
            if _read_unlisted(forms[at], forms[at]) != OTHER:
                odd.add(at)
            begin = folded.find(stem, begin + 1)
    return sorted(odd)


def _read_closely(read: Lexemes, start: int) -> int:
    """Read on from `start`, up to the next word that begins of itself; where that is.

    Every piece is looked at with what stands around it: «5-летний», «до н. э.», «г.», «Т-90».
    """
    text, table = read.text, _senses()
    end = start
    pieces = _PIECE.finditer(text, start)
    while found := next(pieces, None):
        group = found.lastgroup or ""
        at = found.start(group)
        if at < end or group == "blank":
            continue
        piece = found[group]
        form = fold(piece)
        if group != "word":
            end = found.end()
            read.append(form, _read_figure(found, group), at, end)
            continue
        if at > start and not _LETTER.match(text, at - 1):
            return at
        end = found.end()
        sense = table.get(form) or _read_unlisted(piece, form)
        after = text[end : end + 1]
        if after == "." and form in ABBREVIATIONS:
            end += 1
        elif after in _GLUE and form not in table and (glued := _GLUED_NUMBER.match(text, end)):
            sense = OTHER
            end = glued.end()
            pieces = _PIECE.finditer(text, end)
        read.append(form, sense, at, end)
    return len(text)


def _read_figure(found: re.Match[str], kind: str) -> Sense:
    """Anything but a word, and the number it stands for."""
    piece = found[kind]
    if kind == "sign":
        return _senses().get(piece, OTHER)
    if kind == "figure":
        return _number(piece)
    if kind == "DECIMAL":
        return Sense(kind, float(piece.replace(",", ".")))
    if kind == "length":
        return Sense("LENGTHADJ", length(int(found["count"]), LENGTH_UNITS[found["unit"]]))
    if kind == "ordinal":
        return _figure_ordinal(int(found["number"]), found["ending"])
    return Sense(kind)


def _read_unlisted(piece: str, form: str) -> Sense:
    roman = read_roman(piece)
    if roman:
        return Sense("ROMAN", roman)
    adjective = _LENGTH_WORD.fullmatch(form)
    if not adjective or not (adjective["tens"] or adjective["count"]):
        return OTHER
    tens, ones = _ROUND_COUNTS.get(adjective["tens"], 0), _COUNTS.get(adjective["count"], 0)
    count = None if ones is None else tens + ones
    return Sense("LENGTHADJ", length(count, LENGTH_UNITS[adjective["unit"]]))


def _number(piece: str) -> Sense:
    digits = re.sub(r"\D", "", piece)
    if len(digits) > 9:
        return OTHER
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
    return Sense("YEARTH", number) if number < 2200 else OTHER
