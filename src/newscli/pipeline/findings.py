"""What the pipeline found, as plain values: they outlive the Doc, and know nothing of spaCy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscli.records import DateValue, Mention

if TYPE_CHECKING:
    from newscli.pipeline.names.parts import PersonName
    from newscli.pipeline.places.link import PlaceLink


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
    ends: both of one part, forgotten with it, and empty unless they were asked for.
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
