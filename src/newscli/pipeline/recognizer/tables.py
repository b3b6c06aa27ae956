"""Tables and lists: what stands in one column is of one kind, and its head may say which.

A name alone in a cell has no sentence that would tell what it names; its neighbours above and
below, and the words `Город`, `Команда`, `Защитники`, do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from spacy.tokens import Doc, Span

from newscli.pipeline.attributes import overlap
from newscli.pipeline.morphology import parses

Scores = Mapping[Span, float]

# What parts cells, the first that a line has; a longer line, or one of more cells, is prose.
_SEPARATORS = (re.compile(r"\||\t"), re.compile(";"), re.compile(r"\s[—–]\s|, | \("))
_LONGEST_LINE, _MOST_CELLS = 160, 8
_LINE = re.compile(r"[^\r\n]+")
# The number or mark of an item, and what else is around a cell's words.
_AROUND = ' \t|*•✔✅❌▪"«»().'
_ITEM = re.compile(r"^[\s•*✔✅❌▪—–-]*(?:\d{1,3}[.)]\s)?")
_NAME = re.compile(r"[А-ЯЁA-Z][\w'’-]+(?: [А-ЯЁA-Z][\w'’-]+){0,2}")
# A head before names: `Вратари: Сафонов, Агкацев.`
_HEAD = re.compile(r"\b([А-ЯЁ][а-яё]+)(?: [а-яё]+)?: ?(?=[А-ЯЁ«])(?=([^:\n]+))")
_HEADS = {
    "LOC": frozenset(("город", "страна", "регион", "область", "район", "место", "адрес", "куда")),
    "ORG": frozenset(("команда", "клуб", "партия", "компания", "организация", "банк", "фирма")),
    "PER": frozenset(("фио", "фамилия", "имя", "состав", "замена", "гол", "экипаж", "жюри")),
}
_SUMS = frozenset(("Итого", "Всего", "Прочие", "Другие", "Остальные"))
# How sure it is of a name that only its column tells.
_TOLD_BY_COLUMN = 0.7


class Cell(NamedTuple):
    """A cell's words: offsets in the text without bullets and quotes."""

    start: int
    end: int


def read_tables(doc: Doc, text: str, scores: Scores) -> dict[Span, float]:
    """The mentions, each with its score, with the labels that columns and heads give them."""
    read = dict(scores)
    for rows in _tables(text):
        for column in zip(*rows, strict=True):
            _read_column(doc, text, column, read)
    for span in _strays(text, read):
        _relabel(read, span, "PER")
    for found in _HEAD.finditer(text):
        if _label_of_head(found[1]) == "PER":
            for span in [span for span in read if _is_in(span, *found.span(2))]:
                if span.label_ == "LOC" and not _may_be(span, "LOC"):
                    _relabel(read, span, "PER")
    return read


def _tables(text: str) -> Iterator[list[list[Cell]]]:
    """Runs of two lines or more that have as many cells, by the same separator."""
    lines = [_cells(text, line.start(), line.end()) for line in _LINE.finditer(text)]
    for cells, run in groupby(lines, key=len):
        rows = list(run)
        if cells and len(rows) > 1:
            yield rows


def _cells(text: str, start: int, end: int) -> list[Cell]:
    """A line's cells; none of a line that is no row."""
    if end - start > _LONGEST_LINE:
        return []
    start += len(_ITEM.match(text[start:end])[0])  # type: ignore[index]  # it matches nothing, too
    for separator in _SEPARATORS:
        marks = [mark.span() for mark in separator.finditer(text, start, end)]
        if marks:
            edges = [start, *(edge for mark in marks for edge in mark), end]
            cells = [_trimmed(text, *cell) for cell in zip(edges[::2], edges[1::2], strict=True)]
            return cells if len(cells) <= _MOST_CELLS else []
    return [_trimmed(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return Cell(start, end)


def _read_column(doc: Doc, text: str, column: Sequence[Cell], read: dict[Span, float]) -> None:
    """Give the mentions that fill a cell of their own the column's label."""
    filling = {(span.start_char, span.end_char): span for span in read if span.label_ != "DATE"}
    found = [span for cell in column if (span := filling.get(cell))]
    head = _label_of_head(text[column[0].start : column[0].end])
    counts = Counter(span.label_ for span in found)
    label = head or (counts.most_common(1)[0][0] if counts else None)
    if label is None or (head is None and counts[label] * 2 <= len(found)):
        return
    for span in found:
        if span.label_ != label and (_may_be(span, label) or (head and label == "ORG")):
            _relabel(read, span, label)
    if head is None and counts[label] < 2:
        return
    for cell in column[1 if head else 0 :]:
        if (
            cell not in filling
            and _NAME.fullmatch(text, *cell)
            and not _is_common(text, cell, head)
        ):
            span = doc.char_span(*cell, label=label)
            if span is not None and not any(overlap(span, other) for other in read):
                read[span] = _TOLD_BY_COLUMN


def _strays(text: str, scores: Scores) -> list[Span]:
    """Places that no dictionary knows in a line of people: `Беляев, Уткин, Манзон`."""
    strays = []
    for line in _LINE.finditer(text):
        cells = set(_cells(text, line.start(), line.end()))
        inside = [span for span in scores if (span.start_char, span.end_char) in cells]
        people = sum(span.label_ == "PER" for span in inside)
        if people > 1 and people * 2 > len(cells):
            strays += [span for span in inside if span.label_ == "LOC" and not _may_be(span, "LOC")]
    return strays


def _label_of_head(word: str) -> str | None:
    """What a column's head, or the word before a colon, says of the names under it."""
    reading = parses(word.lower())[0] if word.isalpha() else None
    if reading is None:
        return None
    for label, heads in _HEADS.items():
        if reading.normal_form in heads:
            return label
    is_people = reading.is_known and {"NOUN", "anim", "nomn"} <= reading.tag.grammemes
    return "PER" if is_people and not {"Name", "Surn"} & reading.tag.grammemes else None


def _may_be(span: Span, label: str) -> bool:
    """Whether the dictionary lets a mention be a place, or a person."""
    is_place = any(parse.is_known and "Geox" in parse.tag for parse in parses(span[-1].lower_))
    return is_place if label == "LOC" else label == "PER" and not is_place


def _is_common(text: str, cell: Cell, head: str | None) -> bool:
    """Whether the dictionary knows a cell's words, and as no names: `Итого`; clubs bear any."""
    if head == "ORG":
        return text[slice(*cell)] in _SUMS
    readings = [parses(word.lower()) for word in text[slice(*cell)].split() if word.isalpha()]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"}
    return (
        all(
            reading[0].is_known and not any(names & parse.tag.grammemes for parse in reading)
            for reading in readings
        )
        if readings
        else True
    )


def _is_in(span: Span, start: int, end: int) -> bool:
    return start <= span.start_char and span.end_char <= end


def _relabel(read: dict[Span, float], span: Span, label: str) -> None:
    score = read.pop(span)
    read[Span(span.doc, span.start, span.end, label=label)] = score
