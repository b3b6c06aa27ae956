"""Tables and lists: what stands in one column is of one kind, and its head may say which.

A name alone in a cell has no sentence that would tell what it names; its neighbours above and
below, and the words `Город`, `Команда`, `Защитники`, do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from newscli.pipeline.morphology import parses
from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.recognizer.dictionary import is_no_name
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, put, put_each

# What parts cells, the first that a line has; a longer line, or one of more cells, is prose.
_SEPARATORS = (re.compile(r"\||\t"), re.compile(";"), re.compile(r"\s[—–]\s|, | \("))
_LONGEST_LINE, _MOST_CELLS = 160, 8
_LINE = re.compile(r"[^\r\n]+")
# The number or mark of an item, and what else is around a cell's words.
_AROUND = ' \t|*•✔✅❌▪"«»().'
_ITEM = re.compile(r"[\s•*✔✅❌▪—–-]*(?:\d{1,3}[.)]\s)?")
_NAME = re.compile(r"[А-ЯЁA-Z][\w'’-]+(?: [А-ЯЁA-Z][\w'’-]+){0,2}")
_LISTED = re.compile(r"[^,;.()\n]+")
# What parts the items of a list, or nothing at its ends.
_PARTING = frozenset(("", ",", ";", ".", "(", ")", "«", "»", "–", "—"))
_LONE = re.compile(r"[А-ЯЁ][а-яё]{2,}|[A-Z][a-z]{2,}")
_FULL_NAME = re.compile(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё-]+")
# A short quote that begins an item.
_LISTED_TITLE = re.compile(
    r"^[ \t\xa0•*—–-]*(?:\d{1,3}[.)]\s)?«([^«»\n]{1,60})»(?:[^\S\n][—–-].*)?[;,.]?$", re.M
)
# Whom a minute follows: `Голы: Кордоба, 12 (0:1)`.
_SCORER = re.compile(r"([А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?)(?=,? \d{1,3}(?:\+\d)?(?: \(|,|;|\.|$))")
# A head before names: `Вратари: Сафонов, Агкацев.`
_HEAD = re.compile(r"([А-ЯЁ][а-яё]+)(?: [а-яё]+)?: ?(?=[А-ЯЁ«])(?=((?:[^:\n]|(?<=\d):(?=\d))+))")
# What is behind a colon in a line, and names in it that figures follow.
_TAIL = re.compile(r": ?(?=[А-ЯЁA-Z«])((?:[^:\n]|(?<=\d):(?=\d)){12,600})")
_FIGURES = re.compile(r"\d[^,;\n]{0,12}[,;] [«А-ЯЁA-Z][^,;\n]{1,40}?[ (+−–—-]\d")
_RATED = re.compile(
    r"(?:(?<=[,;] )|(?<=: )|(?<=«))([А-ЯЁA-Z][\w'’-]+(?: [А-ЯЁA-Z][\w'’-]+){0,2})"
    r"(?=»? ?[(+−–—-]{1,2} ?[+−-]?\d|»? \d)"
)
_HEADS = {
    "LOC": frozenset(("город", "страна", "регион", "область", "район", "место", "адрес", "куда")),
    "ORG": frozenset(
        (
            *("команда", "клуб", "партия", "компания", "организация", "банк", "фирма"),
            *("авиакомпания", "перевозчик", "издание", "агентство", "застройщик", "телеканал"),
            *("партнёр", "спонсор", "эмитент", "поставщик", "вуз", "университет", "ведомство"),
        )
    ),
    "PER": frozenset(
        ("фио", "фамилия", "имя", "нападать", "состав", "замена", "гол", "голый", "экипаж", "жюри")
    ),
}
_SUMS = frozenset(("Итого", "Всего", "Прочие", "Другие", "Остальные"))
# How sure it is of a name that only its column tells.
_TOLD_BY_COLUMN = 0.7


class Cell(NamedTuple):
    """A cell's words: offsets in the text without bullets and quotes."""

    start: int
    end: int


def read_tables(tokens: Tokens, scores: Scores) -> Scores:
    """The mentions, each with its score, with the labels that columns and heads give them."""
    text = tokens.text
    lines = [_cells(text, *line.span()) for line in _LINE.finditer(text)]
    for rows in _tables(lines):
        if len(rows[0]) > 1:
            scores = _drop_heads(tokens, rows[0], scores)
        for column in zip(*rows, strict=True):
            scores = _read_column(tokens, column, scores)
    lists = _lists_of_people(text)
    strays = [*_strays(tokens, lines, scores), *_strays_after_heads(tokens, scores, lists)]
    scores = _relabelled(scores, strays, "PER") if strays else scores
    return _read_ratings(tokens, _name_after_heads(tokens, scores, lists))


def drop_listed_titles(tokens: Tokens, scores: Scores) -> Scores:
    """`- «Москва слезам не верит»`: in a list of what is quoted, names in titles are no names."""
    if _LISTED_TITLE.search(tokens.text) is None:
        return scores
    found = list(_LISTED_TITLE.finditer(tokens.text))
    titles = [title.span(1) for title in found if len(found) > 1]
    return {
        mention: score
        for mention, score in scores.items()
        if mention.label not in ("PER", "LOC")
        or not any(
            start <= tokens.offsets(mention)[0]
            and tokens.offsets(mention)[1] <= end
            and tokens.offsets(mention) != (start, end)
            for start, end in titles
        )
    }


def _tables(lines: Iterable[list[Cell]]) -> Iterator[list[list[Cell]]]:
    """Runs of two lines or more that have as many cells, by the same separator."""
    for cells, run in groupby(lines, key=len):
        rows = list(run)
        if cells and len(rows) > 1:
            yield rows


def _cells(text: str, start: int, end: int) -> list[Cell]:
    """A line's cells; none of a line that is no row."""
    if end - start > _LONGEST_LINE:
        return []
    start = _ITEM.match(text, start, end).end()  # type: ignore[union-attr]  # at least nothing
    while end > start and text[end - 1] in ";, ":
        end -= 1
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


def _drop_heads(tokens: Tokens, row: Sequence[Cell], scores: Scores) -> Scores:
    """`Банк;Сумма`: beside the head of a column stand heads."""
    words = [tokens.text[slice(*cell)] for cell in row]
    if not any(map(_label_of_head, words)):
        return scores
    heads = {
        cell.start
        for cell, word in zip(row, words, strict=True)
        if _label_of_head(word) or is_no_name(word)
    }
    return {
        mention: score
        for mention, score in scores.items()
        if mention.size > 1 or tokens.starts[mention.start] not in heads
    }


def _read_column(tokens: Tokens, column: Sequence[Cell], scores: Scores) -> Scores:
    """Give the mentions that fill a cell of their own the column's label."""
    text = tokens.text
    filling = {tokens.offsets(mention): mention for mention in scores if mention.label != "DATE"}
    found = [mention for cell in column if (mention := filling.get(cell))]
    head = _label_of_head(text[slice(*column[0])])
    counts = Counter(mention.label for mention in found)
    label = head or (counts.most_common(1)[0][0] if counts else None)
    if label is None or (head is None and counts[label] * 2 <= len(found)):
        return scores
    wrong = [
        mention
        for mention in found
        if mention.label != label and (_may_be(tokens, mention, label) or (head and label == "ORG"))
    ]
    scores = _relabelled(scores, wrong, label)
    if label == "PER":
        scores = _fill_cells(tokens, column, scores)
    if head is None and counts[label] < 2:
        return scores
    names = (
        name
        for cell in column[1 if head else 0 :]
        if cell not in filling
        and _NAME.fullmatch(text, *cell)
        and not _is_common(text, cell, head)
        and (name := tokens.mention(*cell, label))
    )
    return put_each(scores, names, _TOLD_BY_COLUMN)


def _fill_cells(tokens: Tokens, column: Sequence[Cell], scores: Scores) -> Scores:
    """`Лис Алёна` among `Гончар Иван`: in a column of full names, a part is a part of one."""
    for mention in [mention for mention in scores if mention.label == "PER"]:
        start, end = tokens.offsets(mention)
        for cell in column:
            if (
                mention in scores
                and cell.start <= start
                and end <= cell.end
                and (start, end) != cell
                and (cell.start == start or cell.end == end)
                and _FULL_NAME.fullmatch(tokens.text, *cell)
                and (name := tokens.mention(*cell, "PER"))
            ):
                scores = put(scores, name, scores[mention])
                break
    return scores


def _strays(tokens: Tokens, lines: Iterable[Sequence[Cell]], scores: Scores) -> Iterator[Mention]:
    """Places that no dictionary knows in a line of people: `Беляев, Уткин, Манзон`."""
    rows = [cells for cells in lines if len(cells) > 1]
    filling = {tokens.offsets(mention): mention for mention in scores} if rows else {}
    for cells in rows:
        inside = [mention for cell in cells if (mention := filling.get(cell))]
        people = sum(mention.label == "PER" for mention in inside)
        if people > 1 and people * 2 > len(cells):
            yield from (mention for mention in inside if _is_no_place(tokens, mention))


def _lists_of_people(text: str) -> list[tuple[int, int]]:
    """Where there is something behind a head that says people: `Защитники: Дивеев`."""
    if ":" not in text:
        return []
    return [found.span(2) for found in _HEAD.finditer(text) if _label_of_head(found[1]) == "PER"]


def _strays_after_heads(
    tokens: Tokens, scores: Scores, lists: Iterable[tuple[int, int]]
) -> Iterator[Mention]:
    """Places and organisations that no dictionary knows in lists of people."""
    for start, end in lists:
        inside = [
            mention
            for mention in scores
            if start <= tokens.starts[mention.start] and tokens.ends[mention.end - 1] <= end
        ]
        scorers = {found.span(1) for found in _SCORER.finditer(tokens.text, start, end)}
        are_people = sum(mention.label == "PER" for mention in inside) > 1
        for mention in inside:
            if (
                (_is_no_place(tokens, mention) and _is_listed(tokens, mention, start, end))
                or (are_people and _is_no_organisation(tokens, mention))
                or (mention.label == "LOC" and tokens.offsets(mention) in scorers)
            ):
                yield mention


def _is_listed(tokens: Tokens, mention: Mention, start: int, end: int) -> bool:
    """Whether a mention is a whole item of a list, as none in `Очевидцы: бои в Подгорице` is."""
    first, last = tokens.offsets(mention)
    before = tokens.text[max(start, first - 3) : first].strip()
    behind = tokens.text[last : min(end, last + 3)].strip()
    return before[-1:] in _PARTING and behind[:1] in _PARTING


def _name_after_heads(tokens: Tokens, scores: Scores, lists: Iterable[tuple[int, int]]) -> Scores:
    """`Защитники: Дивеев, Клаудиньо`: whom the network did not see, among two whom it saw.

    Where minutes follow (`Голы: Кордоба, 12; Вендел, 90`), one is enough.
    """
    for span in lists:
        people = {tokens.offsets(mention) for mention in scores if mention.label == "PER"}
        cells = [
            _trimmed(tokens.text, *cell.span()) for cell in _LISTED.finditer(tokens.text, *span)
        ]
        scorers = [Cell(*found.span(1)) for found in _SCORER.finditer(tokens.text, *span)]
        if sum(cell in people for cell in cells) < (1 if len(scorers) > 1 else 2):
            continue
        names = (
            name
            for cell in dict.fromkeys([*cells, *scorers])
            if _NAME.fullmatch(tokens.text, *cell)
            and not _is_common(tokens.text, cell, "PER")
            and (name := tokens.mention(*cell, "PER"))
        )
        scores = put_each(scores, names, _TOLD_BY_COLUMN)
    return scores


def _read_ratings(tokens: Tokens, scores: Scores) -> Scores:
    """`Лидеры: Газпром (+2 %), Магнит (+1 %)`: among names with figures, all are of one kind."""
    if _FIGURES.search(tokens.text) is None or ":" not in tokens.text:
        return scores
    ratings = [
        [Cell(*rated.span(1)) for rated in _RATED.finditer(tokens.text, *line.span(1))]
        for line in _TAIL.finditer(tokens.text)
    ]
    found: dict[tuple[int, int], Mention] = {}
    names = []
    for cells in ratings:
        if len(cells) < 3:
            continue
        found = found or {tokens.offsets(mention): mention for mention in scores}
        labels = Counter(found[cell].label for cell in cells if cell in found)
        label, count = labels.most_common(1)[0] if labels else ("", 0)
        if count < 2 or count * 2 <= labels.total() or label not in ("ORG", "LOC"):
            continue
        for cell in cells:
            name = tokens.mention(*cell, label)
            if name and name not in scores and (label == "ORG" or _may_be(tokens, name, "LOC")):
                names.append(name)
    return put_each(scores, names, _TOLD_BY_COLUMN, instead=("PER", "LOC", "ORG"))


def _label_of_head(word: str) -> str | None:
    """What a column's head, or the word before a colon, says of the names under it."""
    word = word.replace(".", "")  # `Ф.И.О.`
    reading = parses(word.lower())[0] if word.isalpha() else None
    if reading is None:
        return None
    for label, heads in _HEADS.items():
        if reading.normal_form in heads:
            return label
    is_people = reading.is_known and {"NOUN", "anim", "nomn"} <= reading.tag.grammemes
    return "PER" if is_people and not {"Name", "Surn"} & reading.tag.grammemes else None


def _may_be(tokens: Tokens, mention: Mention, label: str) -> bool:
    """Whether the dictionary lets a mention be a place, or a person."""
    last = tokens.words[mention.end - 1]
    # `Челябинская область`
    is_place = has_grammeme(last.lower(), "Geox") or (mention.size > 1 and is_no_name(last))
    return is_place if label == "LOC" else label == "PER" and not is_place


def _is_no_place(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention is called a place, and the dictionary does not know it as one."""
    return mention.label == "LOC" and not _may_be(tokens, mention, "LOC")


def _is_no_organisation(tokens: Tokens, mention: Mention) -> bool:
    """Whether one word that the dictionary does not know is called an organisation, unquoted."""
    word = tokens.words[mention.start]
    return (
        mention.label == "ORG"
        and mention.size == 1
        and mention.start > 0
        and tokens.words[mention.start - 1] in (":", ",")
        and bool(_LONE.fullmatch(word))
        and not is_known(word.lower())
    )


def _is_common(text: str, cell: Cell, head: str | None) -> bool:
    """Whether the dictionary knows a cell's words, and as no names: `Итого`; clubs bear any."""
    if head == "ORG" or text[slice(*cell)] in _SUMS:
        return text[slice(*cell)] in _SUMS
    readings = [parses(word.lower()) for word in text[slice(*cell)].split() if word.isalpha()]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"}
    # `Смолов`, which is no noun but as a surname
    if head == "PER" and not any(parse.tag.POS == "NOUN" for parse in chain(*readings)):
        return False
    return (
        all(
            reading[0].is_known and not any(names & parse.tag.grammemes for parse in reading)
            for reading in readings
        )
        if readings
        else True
    )


def _relabelled(scores: Scores, mentions: Collection[Mention], label: str) -> Scores:
    return {
        mention._replace(label=label) if mention in mentions else mention: score
        for mention, score in scores.items()
    }
