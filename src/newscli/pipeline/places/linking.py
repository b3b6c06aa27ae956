"""Which of the places of one name an article means.

Every candidate has a weight, how often news means it, which evidence multiplies: the class word
before it, the country and the region that the article's other places lie in, the place named right
after it as what it lies in. The share of the heaviest is its `link_score`; where that is small, or
all are too small to be told from a place that the gazetteer lacks, the mention stays unlinked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newscli.pipeline.places.gazetteer import Entry
from newscli.pipeline.places.link import PlaceLink
from newscli.pipeline.places.reading import PlaceMention

# What a name's doubtful meaning, each kind of evidence, and a place that nobody knows weigh.
_DOUBTFUL = 0.05
_CLASS_WORD = 100.0
_CLASS_WORD_ELSEWHERE = 5.0
_NAMED_WITHIN = 5_000.0
_SAME_REGION = 100.0
_SAME_COUNTRY = 10.0
_UNKNOWN_PLACE = 6_000
# From here on a link is right more often than not.
_LOWEST_SHARE = 0.5
# What a mention must reach alone to say where the article is.
_CERTAIN = 0.8


class _Setting:
    """Where an article is: how many of its names lie in each country, in each region."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = tuple(entries)
        self._countries = Counter([entry.country for entry in entries if entry.country])
        self._regions = Counter([entry.region for entry in entries if entry.region])
        self._in_any_country = self._countries.total()

    def share(self, country: str, but: Entry | None) -> float:
        """The part of the names that lie in a country, of those that lie in any, but one."""
        inside, of = self._countries[country], self._in_any_country
        if but and but.country and self._countries[but.country]:
            inside, of = inside - (but.country == country), of - 1
        return inside / max(1, of)

    def names_region(self, region: str, but: Entry | None) -> bool:
        """Whether any name but one lies in a region."""
        return self._regions[region] > bool(but and but.region == region)


_NOWHERE = _Setting(())


class _Choice(NamedTuple):
    entry: Entry
    share: float


def link(mentions: Sequence[PlaceMention]) -> list[PlaceLink | None]:
    """The place of each mention of an article, None where it is not clear."""
    classes: dict[str, frozenset[str]] = {}
    for mention in mentions:
        if mention.kinds:
            classes.setdefault(mention.key, mention.kinds)
    # Mentions of one name with the same words before them mean the same: each is settled once.
    names = dict.fromkeys((mention.key, mention.kinds) for mention in mentions)
    entries = {mention.key: mention.entries for mention in mentions}
    first = {
        name: _choose(entries[name[0]], name[1], classes.get(name[0]), _NOWHERE, None, None)
        for name in names
    }
    alone = {
        name: choice.entry for name, choice in first.items() if choice and choice.share >= _CERTAIN
    }
    setting = _Setting({name[0]: entry for name, entry in alone.items()}.values())
    within: dict[str, Entry] = {}
    for mention in mentions:
        if mention.within is not None:
            container = mentions[mention.within]
            if entry := alone.get((container.key, container.kinds)):
                within.setdefault(mention.key, entry)
    links = {
        name: _link(
            _choose(
                *(entries[name[0]], name[1], classes.get(name[0])),
                *(setting, alone.get(name), within.get(name[0])),
            )
        )
        for name in names
    }
    return [links[mention.key, mention.kinds] for mention in mentions]


def _choose(
    entries: Sequence[Entry],
    kinds: frozenset[str],
    kinds_elsewhere: frozenset[str] | None,
    setting: _Setting,
    itself: Entry | None,
    container: Entry | None,
) -> _Choice | None:
    """The heaviest candidate with its share of all."""
    weights = [
        _weigh(entry, kinds, kinds_elsewhere, setting, itself, container) for entry in entries
    ]
    if not weights:
        return None
    best = max(range(len(weights)), key=weights.__getitem__)
    return _Choice(entries[best], weights[best] / (sum(weights) + _UNKNOWN_PLACE))


def _weigh(
    entry: Entry,
    kinds: frozenset[str],
    kinds_elsewhere: frozenset[str] | None,
    setting: _Setting,
    itself: Entry | None,
    container: Entry | None,
) -> float:
    weight = float(entry.weight)
    if entry.kind in kinds:
        weight *= _CLASS_WORD
    elif entry.is_doubtful:
        # `штат Вашингтон` leaves no doubt: only the bare name is seldom the state's.
        weight *= _DOUBTFUL
    if not kinds and kinds_elsewhere and entry.kind in kinds_elsewhere:
        weight *= _CLASS_WORD_ELSEWHERE
    if container and _lies_in(entry, container):
        weight *= _NAMED_WITHIN
    if entry.region and entry.kind != "region" and setting.names_region(entry.region, itself):
        weight *= _SAME_REGION
    elif entry.country and entry.kind != "country":
        weight *= 1 + (_SAME_COUNTRY - 1) * setting.share(entry.country, itself)
    return weight


def _lies_in(entry: Entry, container: Entry) -> bool:
    if entry.id == container.id:
        return False
    if container.kind == "country":
        return entry.country == container.country is not None
    return entry.region == container.region is not None


def _link(choice: _Choice | None) -> PlaceLink | None:
    if choice is None or choice.share < _LOWEST_SHARE:
        return None
    entry = choice.entry
    return PlaceLink(
        *(entry.name, entry.kind, entry.country, entry.region, entry.lat, entry.lon),
        geonames_id=entry.geonames_id,
        link_score=round(choice.share, 3),
    )
