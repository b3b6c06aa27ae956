"""All dates of a Doc, each a span with its value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Span

from newscli.pipeline.alignment import align_tokens
from newscli.pipeline.dates.grammar import find_expressions
from newscli.pipeline.dates.joining import join_expressions
from newscli.pipeline.dates.lexeme import Lexeme
from newscli.pipeline.dates.lexer import lexemes
from newscli.pipeline.dates.meanings import Expression, Fixed, Interval
from newscli.pipeline.dates.resolution import resolve
from newscli.pipeline.dates.story import Story
from newscli.pipeline.dates.tense import tense_around
from newscli.pipeline.plain import plain_text
from newscli.records import DateValue

LABEL = "DATE"

# A preposition stays outside the mention, and says how to read it.
_PREPOSITION_MODS = {
    "ABOUT": "APPROX",
    "UNTIL": "BEFORE",
    "BEFORE": "BEFORE",
    "AFTER": "AFTER",
    "OVER": "MORE_THAN",
}
_DURATION_MODS = {"ABOUT": "APPROX", "OVER": "MORE_THAN"}


def find_dates(doc: Doc) -> list[tuple[Span, DateValue]]:
    """Every expression of time in `doc`, in order, with its value.

    Reads `doc._.published` (an ISO date or None) and, where it is set, `token.is_sent_start`.
    Splits the tokens of `doc` that a date begins or ends inside of.

    Raises:
        ValueError: `doc._.published` is not an ISO date.
    """
    text, starts = plain_text(doc.text)
    words = [
        word._replace(start=starts[word.start], end=starts[word.end]) for word in lexemes(text)
    ]
    expressions = join_expressions(words, find_expressions(words))
    if not expressions:
        return []
    offsets = [
        (words[expression.first].start, words[expression.last - 1].end)
        for expression in expressions
    ]
    values = _resolve_all(doc, words, expressions)
    align_tokens(doc, offsets)
    spans = [doc.char_span(start, end, label=LABEL) for start, end in offsets]
    return [(span, value) for span, value in zip(spans, values, strict=True) if span is not None]


def _resolve_all(
    doc: Doc, words: Sequence[Lexeme], expressions: Sequence[Expression]
) -> list[DateValue]:
    """The values in order: what a date means depends on those named before it."""
    story = Story(date.fromisoformat(doc._.published) if doc._.published else None)
    sentences = [*_sentence_starts(doc), len(doc.text)]
    values = []
    for expression in expressions:
        sentence = bisect_right(sentences, words[expression.first].start) - 1
        story.enter(sentence)
        tense = tense_around(words, expression, sentences[sentence], sentences[sentence + 1])
        values.append(resolve(expression.meaning, _mod(words, expression), story, tense))
    return values


def _sentence_starts(doc: Doc) -> list[int]:
    """Offsets at which sentences begin; one sentence where nobody has marked them."""
    if not doc.has_annotation("SENT_START"):
        return [0]
    return [token.idx for token in doc if token.is_sent_start] or [0]


def _mod(words: Sequence[Lexeme], expression: Expression) -> str | None:
    """The expression's own modifier, else that of the preposition before it."""
    if expression.mod or expression.first == 0 or isinstance(expression.meaning, Interval):
        return expression.mod
    before = words[expression.first - 1]
    if isinstance(expression.meaning, Fixed):
        mods = {"duration": _DURATION_MODS, "date": _PREPOSITION_MODS}.get(expression.meaning.type)
        return mods.get(before.kind) if mods else None
    if before.kind == "THEN" and expression.first > 1:
        # «не ранее 2020 года», «не позднее 1 мая»
        denied = words[expression.first - 2].kind == "NOT"
        return {(True, -1): "AFTER", (True, 1): "BEFORE"}.get((denied, int(before.value or 0)))
    return _PREPOSITION_MODS.get(before.kind)
