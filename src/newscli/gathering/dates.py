"""Expressions of time → the dates of one article: `вчера` and `2 сентября` may be one."""

from __future__ import annotations

from newscli.pipeline.findings import Findings
from newscli.records import DateExpression, DateMention, DateValue

NO_PUBLICATION_DATE = "no publication date: relative dates are left unresolved"


def gather_dates(found: Findings) -> tuple[DateExpression, ...]:
    """The dates of a text in the order of first mention, one for each type, value and mod.

    Those whose value nobody could settle are told apart by their words.
    """
    dates: dict[tuple[DateValue, str | None], list[DateMention]] = {}
    for date in found.dates:
        mention = date_mention(found.text, date.start, date.end, date.value, date.score)
        words = mention.normal if date.value.value is None else None
        dates.setdefault((date.value, words), []).append(mention)
    return tuple(DateExpression(value, tuple(mentions)) for (value, _), mentions in dates.items())


def date_mention(
    text: str, start: int, end: int, value: DateValue, score: float | None = None
) -> DateMention:
    """The mention between `start` and `end` (code points) of `text`, which means `value`."""
    leans = value.anchor_start is not None
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        normal=value.value or _one_line(text[start:end]),
        score=score,
        anchor=value.anchor,
        anchor_text=text[value.anchor_start : value.anchor_end] if leans else None,
        anchor_start=value.anchor_start,
        anchor_end=value.anchor_end,
    )


def is_relative(date: DateExpression) -> bool:
    """Whether a day was meant that only the day of publication would tell."""
    value = date.value.value
    return (
        date.value.type in ("date", "time")
        and value is not None
        and (value.startswith("X") or value.endswith("_REF"))
    )


def _one_line(words: str) -> str:
    """The words of a mention, whatever their capitals and line ends."""
    return " ".join(words.lower().split())
