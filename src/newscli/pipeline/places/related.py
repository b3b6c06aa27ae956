"""From an adjective, an inhabitant or a seat of power to the place it points to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newscli.pipeline.morphology import fold
from newscli.pipeline.places.gazetteer import Entry, entries_named, name_key
from newscli.pipeline.places.related_words import (
    COUNTRY_ADJECTIVES,
    INHABITANTS,
    NOT_OF_CITIES,
    OTHER_ADJECTIVES,
)

_ADJECTIVES = {fold(word): place for word, place in (COUNTRY_ADJECTIVES | OTHER_ADJECTIVES).items()}
_NAMES = {"ADJF": _ADJECTIVES, "NOUN": INHABITANTS}

# How a name ends where its adjective has `ский` or `ской`, by the end of what is before that.
_ENDINGS = (
    ("", ("ск", "", "ь", "ль", "а", "о", "ы")),  # Омск, Саратов, Тверь, Ярославль, Самара, Иваново
    ("ь", ("а",)),  # тульский: Тула
    ("ин", ("а", "и")),  # читинский: Чита; сочинский: Сочи
)
# A hundred thousand people: the gazetteer counts those of Russian cities fivefold at least. Below
# that a namesake is likelier than the town: `чеховский`, `пушкинский`, `островский`.
_LEAST_WEIGHT = 500_000


@lru_cache(maxsize=1_000)
def place_behind(lemma: str, part_of_speech: str) -> Entry | None:
    """The place of an adjective (`ADJF`) or of an inhabitant (`NOUN`) in its dictionary form."""
    name = _NAMES.get(part_of_speech, {}).get(fold(lemma))
    if name:
        return place_named(name)
    if part_of_speech != "ADJF" or lemma in NOT_OF_CITIES:
        return None
    return next(filter(None, map(_russian_place, _guess_names(fold(lemma)))), None)


def place_named(name: str) -> Entry | None:
    """What news means most often by a name."""
    entries = (entry for entry in entries_named(name_key(name)) if not entry.is_doubtful)
    return max(entries, key=lambda entry: entry.weight, default=None)


def _guess_names(adjective: str) -> Iterator[str]:
    """`омский`: Омск, Ом, Омь …; `липецкий`: Липецк."""
    if adjective.endswith("цкий"):
        yield adjective.removesuffix("ий")
    elif adjective.endswith(("ский", "ской")):
        stem = adjective[: -len("ский")]
        for cut, endings in _ENDINGS:
            if stem.endswith(cut):
                yield from (stem.removesuffix(cut) + ending for ending in endings)


def _russian_place(name: str) -> Entry | None:
    entry = place_named(name)
    if entry and entry.country == "RU" and entry.kind in ("city", "region"):
        return entry if entry.weight >= _LEAST_WEIGHT else None
    return None
