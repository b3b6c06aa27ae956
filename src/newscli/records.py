"""The contract in code: an article, and the people, places, organisations and dates found in it.

`ArticleEntities.to_dict` is the JSON that `newscli entities --json` prints and `newscli schema`
describes; `from_dict` reads it back. Fields stand in the order in which they are printed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import Self

SCHEMA_VERSION = 1
KINDS = ("people", "places", "organizations", "dates")
PLACE_KINDS = (
    *("country", "region", "city", "district", "street", "water", "mountain"),
    *("island", "continent", "area", "other"),
)
# What a date's value was resolved against, the surest first.
ANCHORS = ("none", "text", "published")

Json = dict[str, Any]


@dataclass(frozen=True)
class Article:
    """A text to read, exactly as decoded: every offset counts code points in `text`.

    `source` is the path as the user gave it, `published` an ISO date (YYYY-MM-DD), `warnings`
    what reading it left uncertain, in plain words.
    """

    text: str
    source: str
    title: str | None = None
    published: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """One place in the text: `article.text[start:end] == text`; `normal` is its dictionary form.

    `score` is the share of mentions like it that are right, from 0 to 1; None where nobody knows.
    """

    start: int
    end: int
    text: str
    normal: str
    score: float | None = None

    def to_dict(self) -> Json:
        return {
            "text": self.text,
            "normal": self.normal,
            "start": self.start,
            "end": self.end,
            "score": self.score,
        }

    @classmethod
    def from_dict(cls, fields: Json) -> Self:
        return cls(**fields)


@dataclass(frozen=True, order=True, slots=True)
class DateMention(Mention):
    """A mention of a date, with what its value was resolved against: see `DateValue.anchor`.

    `anchor_text` are the words it leaned on, where these are of the text.
    """

    anchor: str = "none"
    anchor_text: str | None = None
    anchor_start: int | None = None
    anchor_end: int | None = None

    def to_dict(self) -> Json:
        return {
            **Mention.to_dict(self),
            "anchor": self.anchor,
            "anchor_text": self.anchor_text,
            "anchor_start": self.anchor_start,
            "anchor_end": self.anchor_end,
        }


@dataclass(frozen=True)
class LatinName:
    """A name in Latin letters: by ICAO Doc 9303, as in passports, and by BGN/PCGN 1947."""

    icao: str
    bgn: str

    def to_dict(self) -> Json:
        return {"icao": self.icao, "bgn": self.bgn}

    @classmethod
    def from_dict(cls, fields: Json) -> LatinName:
        return cls(**fields)


@dataclass(frozen=True)
class Person:
    """One man or woman of the article; `gender` is "male", "female" or None.

    `latin` spells `name`; it is None where that has no letters to spell.
    """

    name: str
    first: str | None
    last: str | None
    patronymic: str | None
    gender: str | None
    mentions: tuple[Mention, ...]
    latin: LatinName | None = None

    def to_dict(self) -> Json:
        return {
            "name": self.name,
            "first": self.first,
            "last": self.last,
            "patronymic": self.patronymic,
            "gender": self.gender,
            "latin": self.latin.to_dict() if self.latin else None,
            **_mentions_to_dict(self.mentions),
        }

    @classmethod
    def from_dict(cls, fields: Json) -> Person:
        latin = fields["latin"]
        return cls(
            **{**_with_mentions(fields), "latin": LatinName.from_dict(latin) if latin else None}
        )


@dataclass(frozen=True)
class Place:
    """One place; what the gazetteer knows of it, None where it knows nothing.

    `kind` is one of `PLACE_KINDS`, `country` ISO 3166-1 alpha-2, `region` ISO 3166-2, `lat` and
    `lon` degrees north and east. `link_score` says how sure it is that this entry of the gazetteer
    is meant, from 0 to 1; None where none was found, and where no name was looked up.
    """

    name: str
    mentions: tuple[Mention, ...]
    kind: str | None = None
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    link_score: float | None = None

    def to_dict(self) -> Json:
        return {
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "region": self.region,
            "lat": self.lat,
            "lon": self.lon,
            "geonames_id": self.geonames_id,
            "link_score": self.link_score,
            **_mentions_to_dict(self.mentions),
        }

    @classmethod
    def from_dict(cls, fields: Json) -> Place:
        return cls(**_with_mentions(fields))


@dataclass(frozen=True)
class Country:
    """A country that an article touches: `count` mentions of it and of places in it.

    `country` is ISO 3166-1 alpha-2.
    """

    country: str
    name: str
    count: int

    def to_dict(self) -> Json:
        return {"country": self.country, "name": self.name, "count": self.count}

    @classmethod
    def from_dict(cls, fields: Json) -> Country:
        return cls(**fields)


@dataclass(frozen=True)
class Organization:
    """One organisation."""

    name: str
    mentions: tuple[Mention, ...]

    def to_dict(self) -> Json:
        return {"name": self.name, **_mentions_to_dict(self.mentions)}

    @classmethod
    def from_dict(cls, fields: Json) -> Organization:
        return cls(**_with_mentions(fields))


@dataclass(frozen=True)
class DateValue:
    """What an expression of time means, after TIMEX3 (ISO-TimeML, ISO 24617-1).

    `type` is "date", "time", "duration" or "set". `value` is ISO 8601 with TIMEX3's additions
    (2025-SU, 199, P3Y, XXXX-WXX-5, PRESENT_REF), None where a careful reader could not settle it.
    `mod` is START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, LESS_THAN or None. `first` and
    `last` are the ISO days the value begins and ends with, None where they cannot be known.

    `anchor` is what the value was resolved against: "published", the day of publication; "text", an
    expression before it, which stands between `anchor_start` and `anchor_end` (code points);
    "none", where the words say it all or nothing is known. Values that differ only in what they
    lean on are equal.
    """

    type: str
    value: str | None
    mod: str | None = None
    first: str | None = None
    last: str | None = None
    anchor: str = field(default="none", compare=False)
    anchor_start: int | None = field(default=None, compare=False)
    anchor_end: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class DateExpression:
    """One value of time and the expressions that say it."""

    value: DateValue
    mentions: tuple[DateMention, ...]

    @property
    def anchor(self) -> str:
        """What the surest of the mentions leans on: a date said in full needs nothing else."""
        return min((mention.anchor for mention in self.mentions), key=ANCHORS.index)

    def to_dict(self) -> Json:
        return {
            "value": self.value.value,
            "type": self.value.type,
            "mod": self.value.mod,
            "from": self.value.first,
            "to": self.value.last,
            "anchor": self.anchor,
            **_mentions_to_dict(self.mentions),
        }

    @classmethod
    def from_dict(cls, fields: Json) -> DateExpression:
        value = DateValue(
            fields["type"], fields["value"], fields["mod"], fields["from"], fields["to"]
        )
        return cls(value, tuple(map(DateMention.from_dict, fields["mentions"])))


AnyEntity = Person | Place | Organization | DateExpression


@dataclass(frozen=True)
class ArticleEntities:
    """Everything found in one article, each list in the order of first mention.

    `countries` are those of its places, the most often mentioned first; `related_places` those
    that adjectives, inhabitants and seats of power point to, None where nobody asked for them.
    """

    source: str
    title: str | None
    published: str | None
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    organizations: tuple[Organization, ...]
    dates: tuple[DateExpression, ...]
    countries: tuple[Country, ...] = ()
    warnings: tuple[str, ...] = ()
    text: str | None = None
    related_places: tuple[Place, ...] | None = None

    def to_dict(self) -> Json:
        """The JSON object of the contract.

        `related_places` and `text` are in it only where they were asked for.
        """
        fields: Json = {
            "schema_version": SCHEMA_VERSION,
            "source": self.source,
            "title": self.title,
            "published": self.published,
            "people": [person.to_dict() for person in self.people],
            "places": [place.to_dict() for place in self.places],
            "organizations": [organization.to_dict() for organization in self.organizations],
            "dates": [date.to_dict() for date in self.dates],
            "countries": [country.to_dict() for country in self.countries],
            "warnings": list(self.warnings),
        }
        if self.related_places is not None:
            fields["related_places"] = [place.to_dict() for place in self.related_places]
        if self.text is not None:
            fields["text"] = self.text
        return fields

    def only(self, kinds: Collection[str]) -> ArticleEntities:
        """The same with the lists that are not among `kinds` left empty."""
        unwanted: Json = {kind: () for kind in KINDS if kind not in kinds}
        if "places" in unwanted:
            unwanted["countries"] = ()
        return replace(self, **unwanted)

    @classmethod
    def from_dict(cls, fields: Json) -> ArticleEntities:
        """Read back what `to_dict` made.

        Raises:
            ValueError: the object is of another `schema_version`.
        """
        if fields["schema_version"] != SCHEMA_VERSION:
            raise ValueError(
                f"schema_version is {fields['schema_version']!r}, this newscli reads "
                f"{SCHEMA_VERSION}"
            )
        related = fields.get("related_places")
        return cls(
            source=fields["source"],
            title=fields["title"],
            published=fields["published"],
            people=tuple(map(Person.from_dict, fields["people"])),
            places=tuple(map(Place.from_dict, fields["places"])),
            organizations=tuple(map(Organization.from_dict, fields["organizations"])),
            dates=tuple(map(DateExpression.from_dict, fields["dates"])),
            countries=tuple(map(Country.from_dict, fields["countries"])),
            warnings=tuple(fields["warnings"]),
            text=fields.get("text"),
            related_places=None if related is None else tuple(map(Place.from_dict, related)),
        )


def _mentions_to_dict(mentions: Sequence[Mention]) -> Json:
    return {"count": len(mentions), "mentions": [mention.to_dict() for mention in mentions]}


def _with_mentions(fields: Json) -> Json:
    kept = {name: value for name, value in fields.items() if name != "count"}
    return {**kept, "mentions": tuple(map(Mention.from_dict, fields["mentions"]))}
