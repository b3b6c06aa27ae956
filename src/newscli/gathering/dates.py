"""Expressions of time → the dates of one article: `вчера` and `2 сентября` may be one."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from newscli.gathering.mentions import spans_of
from newscli.records import DateExpression, DateMention, DateValue


def gather_dates(doc: Doc) -> tuple[DateExpression, ...]:
    """The dates of a Doc in the order of first mention, one for each type, value and mod.

    Those whose value nobody could settle are told apart by their words.
    """
    dates: dict[tuple[DateValue, str | None], list[Span]] = {}
    for span in spans_of(doc, "DATE"):
        value = span._.timex
        words = _words(span) if value.value is None else None
        dates.setdefault((value, words), []).append(span)
    return tuple(
        DateExpression(value, tuple(map(_mention, spans))) for (value, _), spans in dates.items()
    )


def _mention(span: Span) -> DateMention:
    timex = span._.timex
    leaned_on = None
    if timex.anchor_start is not None:
        leaned_on = span.doc.text[timex.anchor_start : timex.anchor_end]
    return DateMention(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        normal=timex.value or _words(span),
        score=span._.score,
        anchor=timex.anchor,
        anchor_text=leaned_on,
        anchor_start=timex.anchor_start,
        anchor_end=timex.anchor_end,
    )


def _words(span: Span) -> str:
    """The words of a mention, whatever their capitals and line ends."""
    return " ".join(span.text.lower().split())
