"""The spaCy component `newscli_dates`: the final DATE mentions of `doc.ents`, with their values."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.dates.finding import LABEL, find_dates
from newscli.records import DateValue

Doc.set_extension("published", default=None, force=True)
Span.set_extension("date", default=None, force=True)


@Language.component("newscli_dates", assigns=["doc.ents", "span._.date"])
def mark_dates(doc: Doc) -> Doc:
    """Put the dates among `doc.ents` and set `span._.date` of each.

    The grammar decides what is a date: a DATE of the recogniser's that it cannot read goes.
    A name keeps its words («площадь 1905 года») unless a date reaches beyond it.
    """
    names = [entity for entity in doc.ents if entity.label_ != LABEL]
    dates: list[tuple[Span, DateValue]] = []
    for span, value in find_dates(doc):
        holders = [name for name in names if name.start < span.end and span.start < name.end]
        if any(name.start <= span.start and span.end <= name.end for name in holders):
            continue
        names = [name for name in names if name not in holders]
        dates.append((span, value))
    doc.ents = sorted([*names, *(span for span, _ in dates)], key=lambda span: span.start)
    for span, value in dates:
        span._.date = value
    return doc
