"""What the pipeline found, as plain values: they outlive the Doc, and know nothing of spaCy.

An article of a hundred megabytes has a million mentions: all that is equal in them is stored once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span

from newscli.pipeline.dates.story import Story
from newscli.pipeline.names.parts import PersonName
from newscli.pipeline.parts import text_parts
from newscli.pipeline.places.link import PlaceLink
from newscli.pipeline.sentences import sentence_starts
from newscli.pipeline.tokens import bounded_vocabulary
from newscli.records import DateValue, Mention

QUOTES = '«»„“”"'

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A mention of a person: its parts, and its last token in lower case."""

    mention: Mention
    name: PersonName
    last_word: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A mention of a place: its entry of the gazetteer, and its first token in lower case."""

    mention: Mention
    link: PlaceLink | None
    first_word: str


@dataclass(frozen=True, slots=True)
class FoundOrganization:
    """A mention of an organisation, and the token before it and its quotes in lower case."""

    mention: Mention
    word_before: str | None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """An expression of time between `start` and `end` (code points), and how far to trust it."""

    start: int
    end: int
    value: DateValue
    score: float | None


@dataclass(slots=True)
class Findings:
    """What was found in a text or a part of it, each list in its order.

    All offsets count code points of the whole `text`. `taken` is where anything was found at all,
    also what is too doubtful to be kept, and `sentences` where sentences begin and the last one
    ends: both of one part, and forgotten with it.
    """

    text: str
    people: list[FoundPerson] = field(default_factory=list)
    places: list[FoundPlace] = field(default_factory=list)
    organizations: list[FoundOrganization] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, part: Findings) -> None:
        """Take over what was found in the next part of the text."""
        self.people += part.people
        self.places += part.places
        self.organizations += part.organizations
        self.dates += part.dates


def find(
    text: str, nlp: Language, *, published: str | None = None, min_score: float = 0.0
) -> Iterator[Findings]:
    """What the pipeline `nlp` finds in each part of a text: most texts are of one part.

    What a date leans on may stand in an earlier part. Mentions with a score below `min_score` are
    `taken` and no more.

    Raises:
        ValueError: `published` is not an ISO date.
    """
    reader = FindingsReader(text, min_score=min_score)
    story = Story(date.fromisoformat(published) if published else None)
    last_start = 0
    for start, end in text_parts(text):
        story.move_origin(start - last_start)
        last_start = start
        with bounded_vocabulary(nlp):
            doc = nlp.make_doc(text[start:end])
            doc._.published, doc._.story = published, story
            part = reader.read(nlp(doc), start)
            del doc  # it must not outlive the block
        yield part


class FindingsReader:
    """Reads the Docs of one text, part by part, and keeps one of all values that are equal."""

    def __init__(self, text: str, *, min_score: float = 0.0) -> None:
        self._text = text
        self._min_score = min_score
        self._kept: dict[object, object] = {}

    def read(self, doc: Doc, start: int = 0) -> Findings:
        """What `doc`, the part of the text from `start` on, has in its `ents`.

        Mentions with a score below `min_score` are `taken` and no more.
        """
        found = Findings(self._text)
        found.sentences = [start + at for at in (*sentence_starts(doc), len(doc.text))]
        for span in doc.ents:
            score = span._.score
            found.taken.append((start + span.start_char, start + span.end_char))
            if score is None or score >= self._min_score:
                self._add(found, span, start, score)
        return found

    def _add(self, found: Findings, span: Span, start: int, score: float | None) -> None:
        doc, label = span.doc, span.label_
        if label == "PER":
            mention = self._mention(span, start, score)
            last_word = self._one(doc[span.end - 1].lower_)
            found.people.append(FoundPerson(mention, self._one(span._.person), last_word))
        elif label == "LOC":
            mention, link = self._mention(span, start, score), span._.place
            # Links to one entry are equal, whatever their score.
            link = link and self._one(link, key=(link, link.link_score))
            first_word = self._one(doc[span.start].lower_)
            found.places.append(FoundPlace(mention, link, first_word))
        elif label == "ORG":
            mention = self._mention(span, start, score)
            found.organizations.append(FoundOrganization(mention, self._one(_word_before(span))))
        elif label == "DATE":
            value = _moved(span._.timex, start)
            if value.anchor_start is None:
                value = self._one(value, key=(value, value.anchor))
            first, last = start + span.start_char, start + span.end_char
            found.dates.append(FoundDate(first, last, value, self._one(score)))

    def _mention(self, span: Span, start: int, score: float | None) -> Mention:
        first, last = start + span.start_char, start + span.end_char
        text = self._one(self._text[first:last])
        return Mention(first, last, text, self._one(span._.normal), self._one(score))

    def _one(self, value: Value, key: object = None) -> Value:
        """The first of all equal values, so that the others can be forgotten."""
        first: Value = self._kept.setdefault(value if key is None else key, value)  # type: ignore[assignment]
        return first


def findings_of(doc: Doc) -> Findings:
    """What one Doc, which is the whole text, has in its `ents`."""
    return FindingsReader(doc.text).read(doc)


def _word_before(span: Span) -> str | None:
    doc, at = span.doc, span.start - 1
    while at >= 0 and doc[at].text in QUOTES:
        at -= 1
    word: str | None = doc[at].lower_ if at >= 0 else None
    return word


def _moved(value: DateValue, by: int) -> DateValue:
    """A value of a part that begins `by` code points on, as one of the whole text."""
    if not by or value.anchor_start is None or value.anchor_end is None:
        return value
    return replace(value, anchor_start=value.anchor_start + by, anchor_end=value.anchor_end + by)
