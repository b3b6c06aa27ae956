"""Rules of edges on marked text: what becomes of the mentions that are marked."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from evaluation.markup import GoldSpan, format_markup, parse_markup
from newscli.pipeline.recognizer.mentions import Scores, Tokens


def apply(nlp: Language, rule: Callable[[Tokens, Scores], Scores], marked: str) -> str:
    """A marked text as a rule leaves it; `nlp` marks sentences."""
    text, found = parse_markup(marked)
    tokens = Tokens(nlp(text), text)
    mentions = [tokens.mention(span.start, span.end, span.label) for span in found]
    scores = rule(tokens, {mention: 0.5 for mention in mentions if mention})
    return format_markup(
        text, [GoldSpan(*tokens.offsets(mention), mention.label) for mention in scores]
    )
