"""The tokens around the names of a Doc."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_QUOTES = frozenset("«»\"„“”'")


@dataclass(slots=True)
class SeenToken:
    """What is asked of a token of spaCy's.

    `label` is the label of the entity that it is part of, a date too, "" if it is part of none.
    """

    at: int
    text: str
    lower: str
    starts_sentence: bool
    label: str


class Tokens(dict[int, SeenToken]):
    """The tokens of a Doc by their place there.

    Names stand close together, and spaCy makes a token anew each time that it is asked for one.
    """

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self.doc = doc
        self._text = text_of(doc)
        self._end = len(doc)

    def __missing__(self, at: int) -> SeenToken:
        token = self.doc[at]
        text = token.text
        starts_sentence = at == 0 or bool(token.is_sent_start)
        seen = self[at] = SeenToken(at, text, text.lower(), starts_sentence, token.ent_type_)
        return seen

    def text_of(self, span: Span) -> str:
        """`span.text`, which spaCy puts together token by token."""
        return self._text[span.start_char : span.end_char]

    def are_joined(self, at: int) -> bool:
        """Whether the token at this place, if there is one, joins what is before it to more."""
        return at < self._end and self[at].text in JOINING

    def before(self, token: SeenToken) -> SeenToken | None:
        """The word before a token in its sentence, over quotation marks."""
        while not token.starts_sentence:
            token = self[token.at - 1]
            if token.text not in _QUOTES:
                return token
        return None

    def after(self, token: SeenToken) -> SeenToken | None:
        """The word after a token in its sentence, over quotation marks."""
        for at in range(token.at + 1, self._end):
            token = self[at]
            if token.starts_sentence:
                return None
            if token.text not in _QUOTES:
                return token
        return None
