"""Mentions of organisations → organisations of one article: which names are one, and by what proof.

Names alike are one, and so are the two that a rule of `_RULES` joins. Then the bodies of several
countries part again: `МИД России` is not `МИД Украины`. What is doubtful stays apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from newscli.gathering.acronyms import is_acronym, spells_out, words_of
from newscli.gathering.mentions import best_spelling, mention_of, spans_of
from newscli.gathering.organization_names import LEGAL_FORMS, WELL_KNOWN
from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.places.gazetteer import entries_named, name_key
from newscli.pipeline.places.related_words import COUNTRY_ADJECTIVES
from newscli.records import Organization

_QUOTES = '«»„“”"'
# `Братья-мусульмане` and `Братья мусульмане` are one.
_BETWEEN_WORDS = re.compile(rf"[\s{_QUOTES}‑-]+")
# What stands between a name and its acronym: the rest of the name, then a bracket or a dash
# (`Министерство внутренних дел России (далее — МВД)`).
_DEFINES = re.compile(
    rf"[{_QUOTES}]*(?P<rest>(?:\s+[\w-]+){{0,3}}?)[{_QUOTES}]*"
    rf"(?:\s*\((?:\s*далее\s*[–—-]?)?|,?\s*(?:далее\s*)?[–—-])\s*[{_QUOTES}]*"
)
# An acronym of two letters stands for too much to look for it in the whole article.
_SHORTEST_ELSEWHERE = 3
_LONGEST_FORM = max(form.count(" ") + 1 for form in LEGAL_FORMS)


def gather_organizations(doc: Doc) -> tuple[Organization, ...]:
    """The organisations of a Doc in the order of first mention."""
    places = {span.start: span for span in spans_of(doc, "LOC")}
    named = [_read(span, places) for span in spans_of(doc, "ORG")]
    definitions = list(_definitions(doc, named))
    joined = _Joined()
    for pairs in (
        _defined(definitions),
        _well_known(named, joined),
        _spelt_out_elsewhere(named, joined),
        _under_legal_form(named),
    ):
        for one, other in list(pairs):
            joined.join(one, other)
    organizations: dict[tuple[str, str | None], list[Span]] = defaultdict(list)
    for name in _with_countries(named, definitions, joined):
        organizations[joined.root(name.key), name.country].append(name.span)
    return tuple(
        Organization(name=_fullest(spans), mentions=tuple(map(mention_of, spans)))
        for spans in organizations.values()
    )


@dataclass(frozen=True)
class _Name:
    """A mention: its words without the place that ends them, that place, and whose body it is."""

    span: Span
    text: str
    place: str = ""
    country: str | None = None

    @property
    def key(self) -> str:
        """What all mentions of one name share, whatever the country."""
        return _key(self.text)

    @property
    def readings(self) -> tuple[list[str], list[str]]:
        """The words of the name, and these with the place: `партия`, `партия России`."""
        return words_of(self.text), words_of(f"{self.text} {self.place}")

    def is_spelt(self, acronym: str, *, compounds: bool = False) -> bool:
        return any(spells_out(words, acronym, compounds=compounds) for words in self.readings)


class _Joined:
    """Which keys are one: disjoint sets."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._joined: set[str] = set()

    def root(self, key: str) -> str:
        while key in self._parents:
            key = self._parents[key]
        return key

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
        meanings[acronym.key].add(name.key)
    for acronym_key, keys in meanings.items():
        if len(keys) == 1:
            yield acronym_key, keys.pop()


def _well_known(named: Sequence[_Name], joined: _Joined) -> _Pairs:
    """`МВД` and `Министерство внутренних дел`, unless the article spells `МВД` otherwise."""
    keys: dict[str, str] = {}
    for name in named:
        known = next(filter(None, map(_known_as, reversed(name.readings))), None)
        if known and not (is_acronym(name.text) and joined.holds(name.key)):
            yield keys.setdefault(known, name.key), name.key


def _spelt_out_elsewhere(named: Sequence[_Name], joined: _Joined) -> _Pairs:
    """`ФБК` and, anywhere in the article, the only name that has these initials."""
    names = list({(name.text, name.place): name for name in named}.values())
    for acronym in names:
        if (
            is_acronym(acronym.text)
            and len(acronym.text) >= _SHORTEST_ELSEWHERE
            and not joined.holds(acronym.key)
            and not _known_as([acronym.text])
        ):
            spelt = {joined.root(name.key): name for name in names if name.is_spelt(acronym.text)}
            if len(spelt) == 1:
                yield acronym.key, next(iter(spelt))


def _under_legal_form(named: Iterable[_Name]) -> _Pairs:
    """`Роснефть` and `НК «Роснефть»`, but neither `ФК «Динамо»` nor `ХК «Динамо»` with `Динамо`."""
    by_core: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in named:
        forms, core = _split_forms(name.key)
        by_core[core][forms].add(name.key)
    for spellings in by_core.values():
        longest = max(spellings, key=len)
        # `ПАО НК «Роснефть»`, `НК «Роснефть»` and `Роснефть`: each holds all forms of the next.
        if all(set(forms) <= set(longest) for forms in spellings):
            first, *others = (key for keys in spellings.values() for key in sorted(keys))
            yield from ((first, other) for other in others)


def _read(span: Span, places: Mapping[int, Span]) -> _Name:
    # A well-known acronym has no dictionary form: `ВАДА` is nobody's genitive.
    text: str = span.text if _known_as([span.text]) else span._.normal
    words = words_of(text)
    before, last = " ".join(words[:-1]), words[-1] if words else ""
    if (is_acronym(before) or len(words) > 2) and (country := _country_in_genitive(last)):
        kept = text if _known_as(words) else text[: text.rindex(last)].rstrip()
        return _Name(span, kept, last, country)
    following = places.get(_skip_quotes(span.doc, span.end, 1))
    if following is not None and _is_genitive(following[0].lower_):
        link = following._.place
        return _Name(span, text, following.text, fold(link.name if link else following._.normal))
    return _Name(span, text, country=_country_before(span))


def _is_genitive(word: str) -> bool:
    return any(parse.tag.case == "gent" for parse in parses(word))


def _country_in_genitive(word: str) -> str | None:
    """The country of `России` in `МИД России`, where that is one mention."""
    forms = (parse.normal_form for parse in parses(word.lower()) if parse.tag.case == "gent")
    return next(filter(None, map(_country_named, forms)), None)


def _country_named(name: str) -> str | None:
    """The name, folded, that the gazetteer gives the country with this name."""
    entries = entries_named(name_key(name))
    return next((fold(entry.name) for entry in entries if entry.kind == "country"), None)


def _country_before(span: Span) -> str | None:
    """The country of `украинский МИД`."""
    at = _skip_quotes(span.doc, span.start - 1, -1)
    forms = (parse.normal_form for parse in parses(span.doc[at].lower_)) if at >= 0 else ()
    adjective = next((form for form in forms if form in COUNTRY_ADJECTIVES), None)
    return fold(COUNTRY_ADJECTIVES[adjective]) if adjective else None


def _skip_quotes(doc: Doc, at: int, step: int) -> int:
    """The next token from `at` on that is no quotation mark, or where the Doc ends."""
    while 0 <= at < len(doc) and doc[at].text in _QUOTES:
        at += step
    return at


def _definitions(doc: Doc, named: Sequence[_Name]) -> Iterator[_Definition]:
    for one, other in pairwise(named):
        between = _DEFINES.fullmatch(doc.text[one.span.end_char : other.span.start_char])
        if between is None or _are_of_several_countries((one, other)):
            continue
        if is_acronym(other.text):
            whole = replace(one, place=between["rest"] or one.place)
            if whole.is_spelt(other.text, compounds=True):
                yield one, other
        elif (
            is_acronym(one.text)
            and not between["rest"]
            and other.is_spelt(one.text, compounds=True)
        ):
            yield other, one


def _with_countries(
    named: Sequence[_Name], definitions: Iterable[_Definition], joined: _Joined
) -> list[_Name]:
    """The mentions, with a country only where the article has that body of several countries.

    There a mention that tells no country stays apart from those that do.
    """
    told = {name.span.start: name.country for name in named}
    for name, acronym in definitions:
        country = name.country or acronym.country
        told[name.span.start] = told[acronym.span.start] = country
    bodies: dict[str, list[_Name]] = defaultdict(list)
    for name in named:
        bodies[joined.root(name.key)].append(replace(name, country=told[name.span.start]))
    settled = (
        _with_spelt_country(name, names) if _are_of_several_countries(names) else _of_any(name)
        for names in bodies.values()
        for name in names
    )
    return sorted(settled, key=lambda name: name.span.start)


def _are_of_several_countries(names: Iterable[_Name]) -> bool:
    return len({name.country for name in names} - {None}) > 1


def _of_any(name: _Name) -> _Name:
    return replace(name, country=None)


def _with_spelt_country(acronym: _Name, names: Iterable[_Name]) -> _Name:
    """The name, of the country whose initial is its last letter: `СБУ`."""
    countries = {
        name.country
        for name in names
        if is_acronym(acronym.text)
        and spells_out(name.readings[1], acronym.text)
        and not spells_out(name.readings[0], acronym.text)
    }
    spelt = countries.pop() if len(countries) == 1 else None
    return replace(acronym, country=acronym.country or spelt)


def _fullest(spans: Sequence[Span]) -> str:
    """The longest name that is spelt out, in its commonest spelling."""
    normals = [span._.normal for span in spans]
    full = max(map(_key, (n for n in normals if not is_acronym(n))), key=len, default=None)
    return best_spelling(normal for normal in normals if full in (None, _key(normal)))


def _key(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", fold(name)).strip()


def _folded_words(name: str) -> str:
    return " ".join(map(fold, words_of(name)))


_KNOWN_AS = {_folded_words(form): forms[0] for forms in WELL_KNOWN for form in forms}


def _known_as(words: Sequence[str]) -> str | None:
    return _KNOWN_AS.get(" ".join(map(fold, words)))


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
