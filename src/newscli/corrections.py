"""What a user puts right on every run: the entries of a corrections file, as values.

They are applied table by table, in the order of `TABLES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch

from newscli.pipeline.morphology import fold

TYPES = ("person", "place", "organization")

# A type and a name that compares; of a split, the words of a mention too.
Key = tuple[str, ...]


def comparable(words: str) -> str:
    """The key by which names and words compare: letter case, ё and line ends aside."""
    return fold(" ".join(words.split()))


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What every entry says: of which type (one of `TYPES`) the entities it corrects are.

    It holds in the articles whose source matches the glob `source`, in all without one; `note` is
    the user's own.
    """

    type: str
    source: str | None = None
    note: str | None = None

    @property
    def gives(self) -> frozenset[Key]:
        """The keys under which it puts what it takes."""
        return frozenset()

    def holds_in(self, source: str) -> bool:
        return self.source is None or fnmatch(source, self.source)


@dataclass(frozen=True, kw_only=True)
class _OfOneName(Correction):
    name: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def takes(self) -> frozenset[Key]:
        """The keys of what it takes away."""
        return frozenset([(self.type, comparable(self.name))])


@dataclass(frozen=True, kw_only=True)
class Drop(_OfOneName):
    """What is no entity at all."""


@dataclass(frozen=True, kw_only=True)
class Retype(_OfOneName):
    """An entity that is of the type `to`."""

    to: str

    @property
    def gives(self) -> frozenset[Key]:
        return frozenset([(self.to, comparable(self.name))])


@dataclass(frozen=True, kw_only=True)
class Split(_OfOneName):
    """Mentions, by their words in the text, that are of another entity: `into`."""

    mentions: tuple[str, ...]
    into: str

    @property
    def takes(self) -> frozenset[Key]:
        name = comparable(self.name)
        return frozenset((self.type, name, comparable(words)) for words in self.mentions)

    @property
    def gives(self) -> frozenset[Key]:
        return frozenset([(self.type, comparable(self.into))])


@dataclass(frozen=True, kw_only=True)
class Merge(Correction):
    """Entities that are one: `into`."""

    names: tuple[str, ...]
    into: str

    @property
    def takes(self) -> frozenset[Key]:
        return frozenset((self.type, comparable(name)) for name in self.names)

    @property
    def gives(self) -> frozenset[Key]:
        return frozenset([(self.type, comparable(self.into))])


@dataclass(frozen=True, kw_only=True)
class Rename(_OfOneName):
    """An entity whose name is `to`."""

    to: str

    @property
    def gives(self) -> frozenset[Key]:
        return frozenset([(self.type, comparable(self.to))])


AnyCorrection = Drop | Retype | Split | Merge | Rename

# The tables of a file, in the order in which they are applied.
TABLES: dict[str, type[AnyCorrection]] = {
    "drop": Drop,
    "retype": Retype,
    "split": Split,
    "merge": Merge,
    "rename": Rename,
}


@dataclass
class Corrections:
    """The entries of the file at `path`, by table; `matched` are those that have found something.

    Iterated over, it gives each table of `TABLES`, in their order, with its entries.
    """

    path: str
    tables: Mapping[str, tuple[AnyCorrection, ...]]
    matched: set[AnyCorrection] = field(default_factory=set, compare=False)

    def __iter__(self) -> Iterator[tuple[str, tuple[AnyCorrection, ...]]]:
        return ((table, self.tables.get(table, ())) for table in TABLES)

    def unmatched(self) -> Iterator[str]:
        """The labels of the entries that have found nothing so far."""
        for table, entries in self:
            for number, entry in enumerate(entries, start=1):
                if entry not in self.matched:
                    yield label(table, number, entry)


def label(table: str, number: int, entry: AnyCorrection) -> str:
    """How messages call an entry: `[[drop]] 2 (Хабр)` is the second drop of the file."""
    return f"[[{table}]] {number} ({', '.join(entry.names)})"
