"""Datelines and bylines: where, when, and by whom: `ОМСК, 5 мая – КазТАГ`, `Анна Курт, «Труд»`."""

from __future__ import annotations

import re
from itertools import islice

from newscli.pipeline.names.dictionary import has_grammeme
from newscli.pipeline.recognizer.dictionary import is_no_name
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, put

# No dateline is longer.
_LONGEST = 120
_WORD = r"[А-ЯЁA-Z][\w.-]*\w"
_AGENCY = re.compile(
    rf"[.,]?\s+(?:[–—/(-]\s*)?({_WORD}(?: {_WORD})?)(?=\s?(?:[–—/)]|-\s|$))"
    r"|\s+[–—-]\s([А-ЯЁ]{3,})(?=\.)"
)
_BYLINE = re.compile(r", [«\"]([А-ЯЁ][^«»\"\n,]{1,40})[»\"](?=,|\n|$)")
# How sure it is of who reports.
_REPORTS = 0.8


def read_datelines(tokens: Tokens, scores: Scores) -> Scores:
    """The mentions, each with its score, and who the dateline or the byline says reports."""
    first, second = [*islice(scores, 2), None, None][:2]
    if first is None or first.start or tokens.ends[first.end - 1] > _LONGEST:
        return scores
    name = None
    if first.label == "PER":
        name = _named(tokens, _BYLINE, first)
    elif first.label == "LOC" and second is not None and second.label == "DATE":
        name = _named(tokens, _AGENCY, second)
        # `Омск, 5 мая – Пожар`
        word = tokens.text_of(name) if name else ""
        name = None if is_no_name(word) and not word.isupper() else name
    inside = [other for other in scores if name is not None and name.overlaps(other)]
    if name is None or any(
        other.label in ("DATE", "ORG") or has_grammeme(tokens.text_of(other).lower(), "Geox")
        for other in inside
    ):
        return scores
    return put(scores, name, _REPORTS)


def _named(tokens: Tokens, pattern: re.Pattern[str], before: Mention) -> Mention | None:
    """What a pattern finds right behind a mention."""
    found = pattern.match(tokens.text, tokens.ends[before.end - 1])
    return tokens.mention(*found.span(found.lastindex or 0), "ORG") if found else None
