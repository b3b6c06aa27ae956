"""Mentions of organisations → organisations of one article: which names are one, and by what proof.

Names alike are one, and so are the two that a rule of `_RULES` joins. Then the bodies of several
countries part again: `МИД России` is not `МИД Украины`. What is doubtful stays apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newscli.gathering.acronyms import Sought, is_acronym, spells_out, words_of
from newscli.gathering.mentions import best_spelling
from newscli.gathering.organization_names import LEGAL_FORMS, WELL_KNOWN
from newscli.pipeline.findings import Findings, FoundOrganization, FoundPlace
from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.gazetteer import entries_named, name_key
from newscli.pipeline.places.related_words import COUNTRY_ADJECTIVES
from newscli.records import Mention, Organization

_QUOTES = '«»„“”"'
# `Братья-мусульмане` and `Братья мусульмане` are one.
_BETWEEN_WORDS = re.compile(rf"[\s{_QUOTES}‑-]+")
# What stands between a name and its acronym: the rest of the name, then a bracket or a dash
# (`Министерство внутренних дел России (далее — МВД)`).
_DEFINES = re.compile(
    rf"[{_QUOTES}]*(?P<rest>(?:\s+[\w-]+){{0,3}}?)[{_QUOTES}]*"
    rf"(?:\s*\((?:\s*далее\s*[–—-]?)?|,?\s*(?:далее\s*)?[–—-])\s*[{_QUOTES}]*"
)
# Nothing longer stands there: what is between two names may be a book.
_LONGEST_BETWEEN = 300
# From the end of a name to what stands next, past its quotes.
_PAST_QUOTES = re.compile(rf" ?(?:[{_QUOTES}]+ ?)*")
# Three of four names of an article stand in the thousand before it.
_CACHED_NAMES = 4_096
# An acronym of two letters stands for too much to look for it in the whole article.
_SHORTEST_ELSEWHERE = 3
# All adjectives of countries have it, and few other words.
_SUFFIX = re.compile("[сц]к")
_LONGEST_FORM = max(form.count(" ") + 1 for form in LEGAL_FORMS)


def gather_organizations(found: Findings) -> tuple[Organization, ...]:
    """The organisations of a text in the order of first mention."""
    places = {place.mention.start: place for place in found.places}
    named = [_read(organization, found.text, places) for organization in found.organizations]
    definitions = list(_definitions(found.text, named))
    wordings = list(dict.fromkeys(name.wording for name in named))
    joined = _Joined()
    for pairs in (
        _defined(definitions),
        _well_known(wordings, joined),
        _spelt_out_elsewhere(wordings, joined),
        _under_legal_form(wordings),
    ):
        for one, other in list(pairs):
            joined.join(one, other)
    organizations: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for name in _with_countries(named, definitions, joined):
        organizations[joined.root(name.wording.key), name.country].append(name.mention)
    return tuple(
        Organization(name=_fullest(mentions), mentions=tuple(mentions))
        for mentions in organizations.values()
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Wording:
    """The words of a name, the place that ends them apart, and what can be told by them alone.

    `key` is what all mentions of one name share, whatever the country. `readings` are the words,
    and these with the place (`партия`, `партия России`), `known_as` is the first name of the
    well-known body that is named, and `core` the key without the legal forms round it.
    """

    text: str
    place: str
    key: str
    is_acronym: bool
    readings: tuple[list[str], list[str]]
    known_as: str | None
    forms: tuple[str, ...]
    core: str

    def is_spelt(self, acronym: str) -> bool:
        return any(spells_out(words, acronym, compounds=True) for words in self.readings)


class _Name(NamedTuple):
    """A mention: its wording, and the country whose body it is."""

    mention: Mention
    wording: _Wording
    country: str | None


class _Joined:
    """Which keys are one: disjoint sets."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._joined: set[str] = set()

    def root(self, key: str) -> str:
        if key not in self._parents:
            return key
        # The way is short the next time: of a body with many names, all would go it.
        root = self._parents[key] = self.root(self._parents[key])
        return root

    def join(self, one: str, other: str) -> None:
        self._joined |= {one, other}
        one, other = self.root(one), self.root(other)
        if one != other:
            self._parents[other] = one

    def holds(self, key: str) -> bool:
        """Whether a rule has spoken of a key."""
        return key in self._joined


# A name, and the acronym that the text puts beside it.
_Definition = tuple[_Name, _Name]
_Pairs = Iterable[tuple[str, str]]


def _defined(definitions: Iterable[_Definition]) -> _Pairs:
    """`Организация Объединённых Наций (ООН)`, where the article spells the acronym out one way."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for name, acronym in definitions:
        meanings[acronym.wording.key].add(name.wording.key)
    for acronym_key, keys in meanings.items():
        if len(keys) == 1:
            yield acronym_key, keys.pop()


def _well_known(wordings: Iterable[_Wording], joined: _Joined) -> _Pairs:
    """`МВД` and `Министерство внутренних дел`, unless the article spells `МВД` otherwise."""
    keys: dict[str, str] = {}
    for wording in wordings:
        known = wording.known_as
        if known and not (wording.is_acronym and joined.holds(wording.key)):
            yield keys.setdefault(known, wording.key), wording.key


def _spelt_out_elsewhere(wordings: Sequence[_Wording], joined: _Joined) -> _Pairs:
    """`ФБК` and, anywhere in the article, the only name that has these initials."""
    # The key of an acronym is its letters.
    acronyms = dict.fromkeys(
        wording.key
        for wording in wordings
        if wording.is_acronym
        and len(wording.text) >= _SHORTEST_ELSEWHERE
        and not joined.holds(wording.key)
    )
    if not acronyms:
        return
    sought = Sought(acronyms)
    spelt: dict[str, set[str]] = defaultdict(set)
    for wording in wordings:
        for words in wording.readings:
            for acronym in sought.spelt_by(words):
                spelt[acronym].add(joined.root(wording.key))
    for acronym in acronyms:
        if len(spelt[acronym]) == 1:
            yield acronym, next(iter(spelt[acronym]))


def _under_legal_form(wordings: Iterable[_Wording]) -> _Pairs:
    """`Роснефть` and `НК «Роснефть»`, but neither `ФК «Динамо»` nor `ХК «Динамо»` with `Динамо`."""
    by_core: dict[str, list[_Wording]] = defaultdict(list)
    for wording in wordings:
        by_core[wording.core].append(wording)
    for same in by_core.values():
        if len(same) == 1:
            continue
        longest = max(same, key=lambda wording: len(wording.forms))
        # `ПАО НК «Роснефть»`, `НК «Роснефть»` and `Роснефть`: each holds all forms of the next.
        if all(set(wording.forms) <= set(longest.forms) for wording in same):
            yield from ((one.key, other.key) for one, other in pairwise(same))


def _read(found: FoundOrganization, text: str, places: Mapping[int, FoundPlace]) -> _Name:
    mention = found.mention
    wording, country = _read_alone(mention.text, mention.normal)
    if country is None:
        past_quotes = _PAST_QUOTES.match(text, mention.end)
        following = places.get(past_quotes.end() if past_quotes else mention.end)
        if following is not None and _is_genitive(following.first_word):
            place, link = following.mention, following.link
            wording = _worded(wording.text, place.text)
            country = fold(link.name if link else place.normal)
        else:
            country = _country_before(found.word_before)
    return _Name(mention, wording, country)


@lru_cache(maxsize=_CACHED_NAMES)
def _read_alone(text: str, normal: str) -> tuple[_Wording, str | None]:
    """The wording of a mention, and the country of `МИД России` where that is one mention."""
    # A well-known acronym has no dictionary form: `ВАДА` is nobody's genitive.
    name = text if _known_as([text]) else normal
    words = words_of(name)
    before, last = " ".join(words[:-1]), words[-1] if words else ""
    if (is_acronym(before) or len(words) > 2) and (country := _country_in_genitive(last)):
        kept = name if _known_as(words) else name[: name.rindex(last)].rstrip()
        return _worded(kept, last), country
    return _worded(name), None


@lru_cache(maxsize=_CACHED_NAMES)
def _worded(text: str, place: str = "") -> _Wording:
    key, words = _key(text), words_of(text)
    whole = words_of(f"{text} {place}") if place else words
    known_as = _known_as(whole) or _known_as(words)
    forms, core = _split_forms(key)
    return _Wording(text, place, key, is_acronym(text), (words, whole), known_as, forms, core)


def _is_genitive(word: str) -> bool:
    return any(parse.tag.case == "gent" for parse in parses(word))


def _country_in_genitive(word: str) -> str | None:
    """The country of `России` in `МИД России`."""
    forms = (parse.normal_form for parse in parses(word.lower()) if parse.tag.case == "gent")
    return next(filter(None, map(_country_named, forms)), None)


def _country_named(name: str) -> str | None:
    """The name, folded, that the gazetteer gives the country with this name."""
    entries = entries_named(name_key(name))
    return next((fold(entry.name) for entry in entries if entry.kind == "country"), None)


def _country_before(word: str | None) -> str | None:
    """The country of `украинский МИД`."""
    if not word or not _SUFFIX.search(word):
        return None
    forms = (parse.normal_form for parse in parses(word))
    adjective = next((form for form in forms if form in COUNTRY_ADJECTIVES), None)
    return fold(COUNTRY_ADJECTIVES[adjective]) if adjective else None


def _definitions(text: str, named: Sequence[_Name]) -> Iterator[_Definition]:
    for one, other in pairwise(named):
        if not (one.wording.is_acronym or other.wording.is_acronym):
            continue
        start, end = one.mention.end, other.mention.start
        between = _DEFINES.fullmatch(text, start, end) if end - start < _LONGEST_BETWEEN else None
        if between is None or _are_of_several_countries((one, other)):
            continue
        if other.wording.is_acronym:
            whole = _worded(one.wording.text, between["rest"] or one.wording.place)
            if whole.is_spelt(other.wording.text):
                yield one, other
        elif not between["rest"] and other.wording.is_spelt(one.wording.text):
            yield other, one


def _with_countries(
    named: Sequence[_Name], definitions: Iterable[_Definition], joined: _Joined
) -> list[_Name]:
    """The mentions, with a country only where the article has that body of several countries.

    There a mention that tells no country stays apart from those that do.
    """
    told: dict[int, str | None] = {}
    for name, acronym in definitions:
        country = name.country or acronym.country
        told[name.mention.start] = told[acronym.mention.start] = country
    bodies: dict[str, list[_Name]] = defaultdict(list)
    for name in named:
        country = told.get(name.mention.start, name.country)
        bodies[joined.root(name.wording.key)].append(_of_country(name, country))
    settled: list[_Name] = []
    for names in bodies.values():
        if _are_of_several_countries(names):
            settled += _with_spelt_countries(names)
        else:
            settled += (_of_country(name, None) for name in names)
    return sorted(settled, key=lambda name: name.mention.start)


def _are_of_several_countries(names: Iterable[_Name]) -> bool:
    return len({name.country for name in names} - {None}) > 1


def _of_country(name: _Name, country: str | None) -> _Name:
    return name if name.country == country else name._replace(country=country)


def _with_spelt_countries(names: Sequence[_Name]) -> Iterator[_Name]:
    """The names of one body, acronyms of the country whose initial is their last letter: `СБУ`."""
    distinct = {(name.wording, name.country) for name in names}
    spelt: dict[str, str | None] = {}
    for name in names:
        acronym = name.wording.text
        if acronym not in spelt:
            countries = {
                country
                for wording, country in distinct
                if name.wording.is_acronym
                and spells_out(wording.readings[1], acronym)
                and not spells_out(wording.readings[0], acronym)
            }
            spelt[acronym] = countries.pop() if len(countries) == 1 else None
        yield _of_country(name, name.country or spelt[acronym])


def _fullest(mentions: Sequence[Mention]) -> str:
    """The longest name that is spelt out, in its commonest spelling."""
    normals = [mention.normal for mention in mentions]
    spellings = set(normals)
    if len(spellings) == 1:
        return normals[0]
    keys = {normal: _key(normal) for normal in spellings}
    full = max((keys[name] for name in keys if not is_acronym(name)), key=len, default=None)
    return best_spelling(normal for normal in normals if full in (None, keys[normal]))


def _key(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", fold(name)).strip()


_KNOWN_AS = {fold(" ".join(words_of(form))): forms[0] for forms in WELL_KNOWN for form in forms}


def _known_as(words: Sequence[str]) -> str | None:
    return _KNOWN_AS.get(fold(" ".join(words)))


def _split_forms(key: str) -> tuple[tuple[str, ...], str]:
    """The legal forms round a name, and the name without them."""
    words = key.replace(",", " ").replace(".", " ").split()
    forms: list[str] = []
    while form := _form_at_edge(words):
        forms.append(form)
        length = form.count(" ") + 1
        words = words[length:] if " ".join(words[:length]) == form else words[:-length]
    return tuple(forms), " ".join(words)


def _form_at_edge(words: Sequence[str]) -> str | None:
    lengths = range(min(_LONGEST_FORM, len(words) - 1), 0, -1)
    edges = (" ".join(edge) for n in lengths for edge in (words[:n], words[-n:]))
    return next((edge for edge in edges if edge in LEGAL_FORMS), None)
