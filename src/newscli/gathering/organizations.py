"""Mentions of organisations → organisations of one article."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from newscli.gathering.mentions import best_spelling, mention_of, spans_of
from newscli.pipeline.morphology import fold
from newscli.records import Organization

_QUOTES_AND_SPACES = re.compile(r"[\s«»„“”\"]+")


def gather_organizations(doc: Doc) -> tuple[Organization, ...]:
    """The organisations of a Doc in the order of first mention; an acronym stays its own."""
    organizations: dict[str, list[Span]] = {}
    for span in spans_of(doc, "ORG"):
        organizations.setdefault(_key(span._.normal), []).append(span)
    return tuple(
        Organization(
            name=best_spelling(span._.normal for span in spans),
            mentions=tuple(map(mention_of, spans)),
        )
        for spans in organizations.values()
    )


def _key(normal: str) -> str:
    return _QUOTES_AND_SPACES.sub(" ", fold(normal)).strip()
