"""Texts through the pipeline, part by part: each Doc becomes `Findings` and is forgotten.

An article of a hundred megabytes has a million mentions: all that is equal in them is stored once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.collection import collection_paused
from newscli.pipeline.attributes import stored
from newscli.pipeline.batches import in_batches
from newscli.pipeline.dates.component import timex_of
from newscli.pipeline.dates.story import Story
from newscli.pipeline.findings import (
    Findings,
    FoundDate,
    FoundOrganization,
    FoundPerson,
    FoundPlace,
)
from newscli.pipeline.names.component import person_of
from newscli.pipeline.parts import LONGEST_PART, text_parts
from newscli.pipeline.places.component import place_of
from newscli.pipeline.recognizer.component import DOCS_AT_ONCE
from newscli.pipeline.sentences import sentence_starts
from newscli.pipeline.text import text_of
from newscli.pipeline.tokens import bounded_vocabulary
from newscli.records import DateValue, Mention

_QUOTES = '«»„“”"'

Value = TypeVar("Value")


@dataclass(frozen=True)
class _Part:
    """A part of a text, between two offsets of it."""

    start: int
    end: int
    is_last: bool
    story: Story
    reader: FindingsReader

    def __len__(self) -> int:
        return self.end - self.start

    def to_doc(self, nlp: Language) -> Doc:
        """The part's tokens, and what its dates may lean on."""
        doc = nlp.make_doc(self.reader.text[self.start : self.end])
        # What a date leans on may stand in an earlier part.
        doc._.story, doc._.origin = self.story, self.start
        return doc


def find(
    texts: Iterable[tuple[str, str | None]],
    nlp: Language,
    *,
    min_score: float = 0.0,
    surroundings: bool = False,
) -> Iterator[tuple[Findings, bool]]:
    """What the pipeline `nlp` finds in each part of texts, and whether it is the last of its text.

    Each text comes with the day of its publication (ISO), if that is known. Most have one part,
    none has less; short parts go through the recogniser many at a time, and each is given as soon
    as it is ready: until all are, `nlp` is not for others. Mentions with a score below `min_score`
    are left out; with `surroundings` the findings tell what is `taken` and where `sentences` begin.

    Raises:
        ValueError: a day of publication is not an ISO date.
    """

    def parts() -> Iterator[_Part]:
        for text, published in texts:
            story = Story(date.fromisoformat(published) if published else None)
            reader = FindingsReader(text, min_score=min_score, surroundings=surroundings)
            before: tuple[int, int] | None = None
            for following in text_parts(text):
                if before:
                    yield _Part(*before, False, story, reader)
                before = following
            assert before, "every text has a part"
            yield _Part(*before, True, story, reader)

    # No longer together than one alone may be.
    for batch in in_batches(parts(), len, room=LONGEST_PART, most=DOCS_AT_ONCE):
        with bounded_vocabulary(nlp), collection_paused():
            docs = nlp.pipe([part.to_doc(nlp) for part in batch], batch_size=len(batch))
            for part, doc in zip(batch, docs, strict=True):
                yield part.reader.read(doc, part.start), part.is_last
            del docs, doc  # no Doc must outlive the block


class FindingsReader:
    """Reads the Docs of one text, part by part, and keeps one of all values that are equal.

    Mentions with a score below `min_score` are left out; with `surroundings` the findings tell what
    is `taken`, and where `sentences` begin.
    """

    def __init__(self, text: str, *, min_score: float = 0.0, surroundings: bool = False) -> None:
        self.text = text
        self._min_score = min_score
        self._surroundings = surroundings
        self._kept: dict[object, object] = {}

    def read(self, doc: Doc, start: int = 0) -> Findings:
        """What `doc`, the part of the text from `start` on, has in its `ents`."""
        found = Findings(self.text)
        spans = doc.ents
        if self._surroundings:
            edges = (*sentence_starts(doc), len(text_of(doc)))
            found.sentences = [start + at for at in edges]
            found.taken = [(start + span.start_char, start + span.end_char) for span in spans]
        for span in spans:
            score = stored(span, "score")
            if score is None or score >= self._min_score:
                self._add(found, span, start, score)
        return found

    def _add(self, found: Findings, span: Span, start: int, score: float | None) -> None:
        doc, label = span.doc, span.label_
        if label == "PER" and (name := person_of(span, self._kept)):
            mention = self._mention(span, start, score)
            last_word = self._one(doc[span.end - 1].lower_)
            found.people.append(FoundPerson(mention, name, last_word))
        elif label == "LOC":
            mention, link = self._mention(span, start, score), place_of(span, self._kept)
            first_word = self._one(doc[span.start].lower_)
            found.places.append(FoundPlace(mention, link, first_word))
        elif label == "ORG":
            mention = self._mention(span, start, score)
            found.organizations.append(FoundOrganization(mention, self._one(_word_before(span))))
        elif label == "DATE" and (timex := timex_of(span)):
            value = _moved(timex, start)
            if value.anchor_start is None:
                value = self._one(value, key=(value, value.anchor))
            first, last = start + span.start_char, start + span.end_char
            found.dates.append(FoundDate(first, last, value, self._one(score)))

    def _mention(self, span: Span, start: int, score: float | None) -> Mention:
        first, last = start + span.start_char, start + span.end_char
        text = self._one(self.text[first:last])
        return Mention(first, last, text, self._one(stored(span, "normal")), self._one(score))

    def _one(self, value: Value, key: object = None) -> Value:
        """The first of all equal values, so that the others can be forgotten."""
        first: Value = self._kept.setdefault(value if key is None else key, value)  # type: ignore[assignment]
        return first


def findings_of(doc: Doc) -> Findings:
    """What one Doc, which is the whole text, has in its `ents`."""
    return FindingsReader(text_of(doc)).read(doc)


def _word_before(span: Span) -> str | None:
    doc, at = span.doc, span.start - 1
    while at >= 0 and doc[at].text in _QUOTES:
        at -= 1
    word: str | None = doc[at].lower_ if at >= 0 else None
    return word


def _moved(value: DateValue, by: int) -> DateValue:
    """A value of a part that begins `by` code points on, as one of the whole text."""
    if not by or value.anchor_start is None or value.anchor_end is None:
        return value
    return replace(value, anchor_start=value.anchor_start + by, anchor_end=value.anchor_end + by)
