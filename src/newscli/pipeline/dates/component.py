"""The spaCy component `russian_dates`: the final DATE mentions of `doc.ents`, with their values."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.alignment import align_tokens
from newscli.pipeline.attributes import overlap, register_value
from newscli.pipeline.dates.finding import find_dates
from newscli.pipeline.sentences import mark_sentences, sentence_starts
from newscli.pipeline.text import text_of
from newscli.records import DateValue

LABEL = "DATE"

_IN_FIGURES = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
# How often the grammar is right where the recogniser sees no date (10 of 22) or one with other
# ends (16 of 50); where it sees the same, 409 of 423 are. On NEREL dev, by `training.dates`.
_ALONE, _OTHER_ENDS = 0.45, 0.32

Doc.set_extension("published", default=None, force=True)
# The `Story` that the Doc goes on with, if it is a part of a longer text.
Doc.set_extension("story", default=None, force=True)
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
    found = find_dates(
        text_of(doc),
        published=doc._.published,
        sentence_starts=sentence_starts(doc),
        story=doc._.story,
    )
    align_tokens(doc, [(date.start, date.end) for date in found])
    spans = [(doc.char_span(start, end, label=LABEL), value) for start, end, value in found]
    dates = [(span, value) for span, value in spans if span is not None]
    names = [entity for entity in doc.ents if entity.label_ != LABEL]
    values = dict(dates)
    by_token = {index: span for span, _ in dates for index in range(span.start, span.end)}
    for name in names.copy():
        inside = range(name.start, name.end)
        overlapping = list(dict.fromkeys(by_token[index] for index in inside if index in by_token))
        if not overlapping:
            continue
        if all(_belongs_to(name, span, values[span].type) for span in overlapping):
            dates = [(span, value) for span, value in dates if span not in overlapping]
        else:
            names.remove(name)
            names += _cut(name, overlapping)
    recognised = [entity for entity in doc.ents if entity.label_ == LABEL]
    scores = [_score(span, recognised) for span, _ in dates]
    doc.ents = [*names, *(span for span, _ in dates)]
    for (span, value), score in zip(dates, scores, strict=True):
        span._.timex = value
        span._.score = score if doc._.is_recognized else None
    return doc


def _score(date: Span, recognised: list[Span]) -> float:
    """How far to trust a date: further if the recogniser, which reads no grammar, saw it too."""
    overlapping = [other for other in recognised if overlap(date, other)]
    if not overlapping:
        return _ALONE
    (other, *more) = overlapping
    if not more and (date.start, date.end) == (other.start, other.end):
        return max(_ALONE, other._.score or _ALONE)
    return _OTHER_ENDS


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
