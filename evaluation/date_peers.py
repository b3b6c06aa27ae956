"""The dates that other libraries find, measured so that they can have points.

Neither dateparser nor natasha knows lengths, repetitions, or what `mod` says; both give a day, or
as much of it as the words say. So only expressions whose days are known count here (`25 декабря`,
`прошлый год`, not `три дня`); one is found if a finding of the library's touches it, and right if
the day, or each part of it that is given, lies within the expression's first and last day.

`pip install dateparser natasha==1.6.0` (natasha's dates need Python 3.10 or older).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from evaluation.markup import GoldSpan
from evaluation.scoring import Counts
from newscli.pipeline.dates.values import days

if TYPE_CHECKING:
    from evaluation.dates import DatedText, Find


class Finding(NamedTuple):
    """Days that a library says a stretch of text means: each part None if it does not say."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


Search = Callable[[str, str | None], Iterable[Finding]]


def dateparser_search() -> Search:
    """dateparser's `search_dates`, told the language and the day of publication."""
    from dateparser.search import search_dates

    def search(text: str, published: str | None) -> Iterator[Finding]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(published)} if published else {}
        at = 0
        for words, found in search_dates(text, languages=["ru"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                yield Finding(start, at, found.year, found.month, found.day)

    return search


def natasha_search() -> Search:
    """natasha's `DatesExtractor`."""
    from natasha import DatesExtractor, MorphVocab

    extractor = DatesExtractor(MorphVocab())

    def search(text: str, published: str | None) -> Iterator[Finding]:
        for found in extractor(text):
            yield Finding(
                found.start, found.stop, found.fact.year, found.fact.month, found.fact.day
            )

    return search


def compare(our_finders: Mapping[str, Find], items: Sequence[DatedText]) -> Iterator[str]:
    """Lines of a table: precision and recall of finding, and of finding the right day."""
    searches: dict[str, Search] = {
        **{name: _as_search(find) for name, find in our_finders.items()},
        "dateparser": dateparser_search(),
        "natasha": natasha_search(),
    }
    yield f"{'':12} {'found P':>8} {'R':>6} {'F1':>6} {'right day P':>12} {'R':>6} {'F1':>6}"
    for name, search in searches.items():
        found, right = Counts(), Counts()
        for item in items:
            touched, within = _score(item, list(search(item.text, item.published)))
            found, right = found + touched, right + within
        yield (
            f"{name:12} {found.precision:8.3f} {found.recall:6.3f} {found.f1:6.3f} "
            f"{right.precision:12.3f} {right.recall:6.3f} {right.f1:6.3f}"
        )


def _as_search(find: Find) -> Search:
    """Our own findings in the others' form: the first day of a value."""

    def search(text: str, published: str | None) -> Iterator[Finding]:
        for span in find(text, published):
            bounds = _days(span)
            if bounds:
                yield Finding(span.start, span.end, bounds[0].year, bounds[0].month, bounds[0].day)

    return search


def _score(item: DatedText, findings: list[Finding]) -> tuple[Counts, Counts]:
    """Findings that touch an expression, and that say its day; each expression counts once.

    A finding in an expression that has no days is neither right nor wrong.
    """
    calendar = [(span, bounds) for span in item.gold if (bounds := _days(span))]
    others = [span for span in item.gold if not _days(span)]
    counted = [finding for finding in findings if not any(_touch(finding, span) for span in others)]
    touched = right = 0
    for span, bounds in calendar:
        here = [finding for finding in counted if _touch(finding, span)]
        touched += bool(here)
        right += any(_lies_within(finding, *bounds) for finding in here)
    spurious = sum(not any(_touch(finding, span) for span, _ in calendar) for finding in counted)
    found = touched + spurious
    return Counts(len(calendar), found, touched), Counts(len(calendar), found, right)


def _days(span: GoldSpan) -> tuple[date, date] | None:
    value, *more = (span.fact or "").split()
    return None if {"duration", "set"} & set(more) else days(value)


def _touch(finding: Finding, span: GoldSpan) -> bool:
    return finding.start < span.end and span.start < finding.end


def _lies_within(finding: Finding, first: date, last: date) -> bool:
    year, month, day = (
        own if given is None else given
        for given, own in zip(finding[2:], (first.year, first.month, first.day), strict=True)
    )
    try:
        return first <= date(year, month, day) <= last
    except ValueError:
        return False
