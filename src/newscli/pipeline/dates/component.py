"""The spaCy component `russian_dates`: the final DATE mentions of `doc.ents`, with their values."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.alignment import align_tokens
from newscli.pipeline.attributes import overlap, register_value, store, store_value, stored
from newscli.pipeline.dates.finding import FoundDate, find_dates
from newscli.pipeline.dates.story import Story
from newscli.pipeline.sentences import mark_sentences, sentence_starts
from newscli.pipeline.text import text_of
from newscli.records import DateValue

LABEL = "DATE"

_Date = tuple[Span, DateValue]

_IN_FIGURES = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
# How often the grammar is right where the recogniser sees no date (10 of 22) or one with other
# ends (16 of 50); where it sees the same, 409 of 423 are. On NEREL dev, by `training.dates`.
_ALONE, _OTHER_ENDS = 0.45, 0.32

Doc.set_extension("published", default=None, force=True)
# The `Story` that the Doc goes on with, if it is a part of a longer text, and where that part is.
Doc.set_extension("story", default=None, force=True)
Doc.set_extension("origin", default=0, force=True)
timex_of = register_value("timex", DateValue)


@Language.component(
    "russian_dates", assigns=["doc.ents", "span._.timex", "span._.score", "token.is_sent_start"]
)
def mark_dates(doc: Doc) -> Doc:
    """Put the dates among `doc.ents` and set `span._.timex` of each.

    Reads `doc._.published` (an ISO date or None), and marks the sentences where nobody has. The
    grammar decides what is a date: a DATE of the recogniser's that it cannot read goes. Words
    inside a name stay the name's («площадь 1905 года», «Россия сегодня») unless the date is
    complete and the name an organisation or a person that swallowed it; a date that reaches beyond
    a name cuts it short.

    Raises:
        ValueError: `doc._.published` is not an ISO date.
    """
    if not doc.has_annotation("SENT_START"):
        mark_sentences(doc)
    story: Story | None = doc._.story
    if story:
        story.move_origin(doc._.origin)
    found = find_dates(
        text_of(doc),
        published=doc._.published,
        sentence_starts=sentence_starts(doc),
        story=story,
    )
    dates = _spans(doc, found)
    recognised: dict[tuple[int, int], Span] = {}
    names: list[Span] = []
    for entity in doc.ents:
        if entity.label_ == LABEL:
            recognised[entity.start, entity.end] = entity
        else:
            names.append(entity)
    gone, pieces, dates = _settle(names, dates)
    is_recognized, ends = doc._.is_recognized, set[tuple[int, int]]()
    for span, value in dates:
        store_value(span, "timex", value)
        store(span, "score", _score(span, recognised) if is_recognized else None)
        ends.add((span.start, span.end))
    gone += [span for at, span in recognised.items() if at not in ends]
    new = [span for span, _ in dates if (span.start, span.end) not in recognised]
    # Only what changes: to set `doc.ents` makes all of them anew.
    if gone:
        doc.set_ents([], outside=gone, default="unmodified")
    if new or pieces:
        doc.set_ents([*new, *pieces], default="unmodified")
    return doc


def _spans(doc: Doc, found: list[FoundDate]) -> list[_Date]:
    """What was found, as spans of tokens, which are split where one begins or ends inside."""
    spans = [doc.char_span(start, end, label=LABEL) for start, end, _ in found]
    if None in spans:
        align_tokens(doc, [(start, end) for start, end, _ in found])
        spans = [doc.char_span(start, end, label=LABEL) for start, end, _ in found]
    return [
        (span, value) for span, (_, _, value) in zip(spans, found, strict=True) if span is not None
    ]


def _settle(names: list[Span], dates: list[_Date]) -> tuple[list[Span], list[Span], list[_Date]]:
    """The names that give way to dates, what is left of them, and the dates that are no name's."""
    gone: list[Span] = []
    pieces: list[Span] = []
    owned: set[int] = set()
    inside = {
        token: number
        for number, (span, _) in enumerate(dates)
        for token in range(span.start, span.end)
    }
    for name in names:
        tokens = range(name.start, name.end)
        if inside.keys().isdisjoint(tokens):
            continue
        numbers = sorted({inside[token] for token in tokens if token in inside})
        overlapping = [dates[number] for number in numbers]
        if all(_belongs_to(name, span, value.type) for span, value in overlapping):
            owned.update(numbers)
        else:
            gone.append(name)
            pieces += _cut(name, [span for span, _ in overlapping])
    return gone, pieces, [date for number, date in enumerate(dates) if number not in owned]


def _score(date: Span, recognised: dict[tuple[int, int], Span]) -> float:
    """How far to trust a date: further if the recogniser, which reads no grammar, saw it too."""
    if same := recognised.get((date.start, date.end)):
        return max(_ALONE, stored(same, "score") or _ALONE)
    others = any(overlap(date, other) for other in recognised.values())
    return _OTHER_ENDS if others else _ALONE


def _belongs_to(name: Span, date: Span, type_: str) -> bool:
    """Whether `date`, of that TIMEX3 type, is but words of `name`."""
    inside = name.start <= date.start and date.end <= name.end
    if not inside or (name.start == date.start and date[0].is_lower and date.end < name.end):
        return False  # no name begins small: «сегодня Росгидромет»
    if (name.start, name.end) == (date.start, date.end) and not _is_quoted(name):
        return False  # «Вчера» at the start of a sentence is no newspaper
    if name.label_ == "LOC":
        return type_ == "date"  # «улица 9 января», and not «улица Садовая неделю»
    return not _is_complete(date)


def _is_quoted(name: Span) -> bool:
    return name.start > 0 and name.doc[name.start - 1].is_quote


def _is_complete(date: Span) -> bool:
    """A day and a month or more: «30 мая 2018 года», «2018-05-30», not «сегодня» or «1905 года»."""
    if _IN_FIGURES.fullmatch(date.text):
        return True
    return len(date) > 1 and date[0].is_digit and date[1].is_lower and len(date[1]) > 4


def _cut(name: Span, dates: list[Span]) -> list[Span]:
    """What is left of `name` before the first date, or else after the last."""
    doc = name.doc
    before = doc[name.start : max(name.start, dates[0].start)]
    after = doc[min(name.end, dates[-1].end) : name.end]
    words = [token.i for token in (before or after) if not token.is_punct]
    return [Span(doc, words[0], words[-1] + 1, label=name.label)] if words else []
