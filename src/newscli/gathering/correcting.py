"""The entities of one article → the same as the user's corrections have them.

A table of corrections sees the names that the table before it left, and its entries all see the
same: their order in the file matters only where two of them fit one name, when the first holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from newscli.corrections import (
    AnyCorrection,
    Corrections,
    Drop,
    Key,
    Merge,
    Rename,
    Retype,
    Split,
    comparable,
)
from newscli.gathering.latin import latin_name
from newscli.pipeline.names.parts import PersonName, can_be_same, read_name
from newscli.records import ArticleEntities, Mention, Organization, Person, Place

_Entity = Person | Place | Organization
_TYPES: dict[type[_Entity], str] = {
    Person: "person",
    Place: "place",
    Organization: "organization",
}


def correct(found: ArticleEntities, corrections: Corrections) -> ArticleEntities:
    """`found` with the corrections that hold in its source; those that match are noted in them.

    No mention is changed, and none is lost but those of a dropped entity.
    """
    entities: list[_Entity] = [*found.people, *found.places, *found.organizations]
    for _, entries in corrections:
        held: dict[Key, AnyCorrection] = {}
        for entry in entries:
            if entry.holds_in(found.source):
                for key in entry.takes:
                    held.setdefault(key, entry)
        if held:
            entities = _apply(entities, held, corrections.matched)
    entities.sort(key=lambda entity: entity.mentions[0].start)
    return replace(
        found,
        people=tuple(entity for entity in entities if isinstance(entity, Person)),
        places=tuple(entity for entity in entities if isinstance(entity, Place)),
        organizations=tuple(entity for entity in entities if isinstance(entity, Organization)),
    )


def _apply(
    entities: Iterable[_Entity], held: Mapping[Key, AnyCorrection], matched: set[AnyCorrection]
) -> list[_Entity]:
    """One table: take from each entity what an entry fits, put it under its new name."""
    kept: list[_Entity] = []
    moved: list[tuple[str, _Entity]] = []
    for entity in entities:
        rest: list[Mention] = []
        taken: dict[AnyCorrection, list[Mention]] = {}
        name = _key(entity)
        for mention in entity.mentions:
            entry = held.get(name) or held.get((*name, comparable(mention.text)))
            (rest if entry is None else taken.setdefault(entry, [])).append(mention)
        if rest:
            kept.append(replace(entity, mentions=tuple(rest)))
        for entry, mentions in taken.items():
            matched.add(entry)
            moved += _moved(entity, entry, tuple(mentions))
    return _settle(kept, moved)


def _moved(
    entity: _Entity, entry: AnyCorrection, mentions: tuple[Mention, ...]
) -> list[tuple[str, _Entity]]:
    """What becomes of the `mentions` that an entry takes: their new name, and a record of them."""
    match entry:
        case Drop():
            return []
        case Retype():
            return [(entity.name, _unknown(entry.to, entity.name, mentions))]
        case Split():
            return [(entry.into, _unknown(entry.type, entry.into, mentions))]
        case Merge():
            return [(entry.into, entity)]
        case Rename():
            return [(entry.to, entity)]


def _settle(kept: Iterable[_Entity], moved: Iterable[tuple[str, _Entity]]) -> list[_Entity]:
    """Make one of all that come to one name, and of what had that name already."""
    names: dict[Key, str] = {}
    groups: dict[Key, list[_Entity]] = {}
    for name, entity in moved:
        key = (_TYPES[type(entity)], comparable(name))
        names.setdefault(key, name)
        groups.setdefault(key, []).append(entity)
    settled: list[_Entity] = []
    for entity in kept:
        groups.get(_key(entity), settled).append(entity)
    return settled + [_join(names[key], group) for key, group in groups.items()]


def _join(name: str, entities: Sequence[_Entity]) -> _Entity:
    """One entity of all; what its name does not say is that of the record that fits it best."""
    mentions = sorted(
        (mention for entity in entities for mention in entity.mentions),
        key=lambda mention: mention.start,
    )
    read = read_name(name) if isinstance(entities[0], Person) else None
    best = max(entities, key=lambda entity: (_fits(entity, name, read), _count_known(entity)))
    joined = replace(best, name=name, mentions=tuple(mentions))
    if isinstance(joined, Person) and read:
        known = joined if _fits(best, name, read) else PersonName()
        return replace(
            joined,
            latin=latin_name(name),
            first=read.first or known.first,
            last=read.last or known.last,
            patronymic=read.patronymic or known.patronymic,
            gender=read.gender or known.gender,
        )
    return joined


def _fits(entity: _Entity, name: str, read: PersonName | None) -> bool:
    """Whether nothing that is known of `entity` speaks against its being `name`."""
    if isinstance(entity, Person) and read:
        return (
            can_be_same(entity.first, read.first)
            and can_be_same(entity.last, read.last)
            and can_be_same(entity.patronymic, read.patronymic)
        )
    return comparable(entity.name) == comparable(name)


def _count_known(entity: _Entity) -> int:
    return sum(getattr(entity, field.name) is not None for field in fields(entity))


def _unknown(type_: str, name: str, mentions: tuple[Mention, ...]) -> _Entity:
    """An entity of which nothing is known but its name."""
    if type_ == "person":
        return Person(name, None, None, None, None, mentions, latin_name(name))
    return Place(name, mentions) if type_ == "place" else Organization(name, mentions)


def _key(entity: _Entity) -> Key:
    return _TYPES[type(entity)], comparable(entity.name)
