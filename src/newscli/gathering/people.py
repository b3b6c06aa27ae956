"""Mentions of people → people of one article: who is who, and by which full name.

Full names come first: each is somebody new or somebody already met. Then every shorter mention,
in the order of the text, joins the person it fits: a surname the one of that surname named last
before it, a first name or initials only somebody they fit alone. What fits nobody is a person too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc, Span

from newscli.gathering.latin import latin_name
from newscli.gathering.mentions import mention_of, spans_of
from newscli.pipeline.morphology import fold
from newscli.pipeline.names.east_asian import is_surname_given_first
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.parts import PersonName, can_be_same
from newscli.pipeline.names.surnames import family_readings
from newscli.pipeline.names.words import is_initial
from newscli.pipeline.plain import is_cyrillic
from newscli.records import Person

# Every two people of a text are compared: a book has thousands.
_CACHED_SURNAMES = 4_096
# Endings of nouns in the singular, folded; no surname so short is told by its stem.
_CASE_ENDINGS = ("а", "у", "ом", "ем", "е", "я", "ю", "и", "ы", "ой", "ей")
_SHORTEST_STEM = 4
# A surname's ending for a man and for a woman.
_GENDERED_ENDINGS = (
    ("ский", "ская"),
    ("цкий", "цкая"),
    ("ской", "ская"),
    ("ов", "ова"),
    ("ев", "ева"),
    ("ёв", "ёва"),
    ("ин", "ина"),
    ("ын", "ына"),
    ("ый", "ая"),
    ("ий", "ая"),
    ("ой", "ая"),
)


def gather_people(doc: Doc) -> tuple[Person, ...]:
    """The people of a Doc in the order of first mention."""
    spans = spans_of(doc, "PER")
    named = list(zip(spans, _with_glosses(spans, _with_family_names(spans)), strict=True))
    people: list[_Somebody] = []
    full = [(span, name) for span, name in named if name.first and name.last]
    short = [(span, name) for span, name in named if not (name.first and name.last)]
    for span, name in sorted(full, key=lambda pair: _has_initial(pair[1])):
        _add(people, span, name, [somebody for somebody in people if somebody.fits_full(name)])
    for span, name in short:
        _add(people, span, name, _candidates(people, span, name))
    people.sort(key=lambda somebody: min(span.start for span in somebody.spans))
    return tuple(somebody.to_person() for somebody in people)


@dataclass
class _Somebody:
    """A person while the mentions are gathered: the fullest parts known so far."""

    name: PersonName
    spans: list[Span] = field(default_factory=list)

    def fits_full(self, name: PersonName) -> bool:
        # One name in one form is one person, whatever gender its surroundings suggest.
        return (
            _same_surname(self.name, name)
            and can_be_same(self.name.first, name.first)
            and can_be_same(self.name.patronymic, name.patronymic)
            and (
                _same_form(self.name.last, name.last)
                or not _conflict(self.name.gender, name.gender)
            )
        )

    def fits_first(self, name: PersonName) -> bool:
        return (
            self.name.first is not None
            and not _is_initial(self.name.first)
            and can_be_same(self.name.first, name.first)
            and can_be_same(self.name.patronymic, name.patronymic)
        )

    def absorb(self, span: Span, name: PersonName) -> None:
        self.spans.append(span)
        self.name = PersonName(
            first=_fuller(self.name.first, name.first),
            last=self.name.last or (name.last if name.first or not self.name.first else None),
            patronymic=_fuller(self.name.patronymic, name.patronymic),
            gender=self.name.gender or name.gender,
        )

    def last_end_before(self, start: int) -> int:
        """Where this person was last mentioned before `start`, -1 where never."""
        return max((span.end for span in self.spans if span.end <= start), default=-1)

    def to_person(self) -> Person:
        spans = sorted(self.spans, key=lambda span: span.start)
        first, last, patronymic = map(
            _without_shouting, (self.name.first, self.name.last, self.name.patronymic)
        )
        name = _heading(first, last, patronymic, [span._.normal for span in spans])
        return Person(
            name=name,
            first=first,
            last=last,
            patronymic=patronymic,
            gender=self.name.gender,
            mentions=tuple(map(mention_of, spans)),
            latin=latin_name(name),
        )


def _add(
    people: list[_Somebody], span: Span, name: PersonName, candidates: Sequence[_Somebody]
) -> None:
    if not candidates:
        people.append(_Somebody(name, [span]))
    else:
        _nearest(candidates, span).absorb(span, name)


def _nearest(candidates: Sequence[_Somebody], span: Span) -> _Somebody:
    """The candidate mentioned last before `span`, else the one mentioned first after it."""
    return max(
        candidates,
        key=lambda somebody: (
            somebody.last_end_before(span.start),
            -min(mentioned.start for mentioned in somebody.spans),
        ),
    )


def _candidates(people: Sequence[_Somebody], span: Span, name: PersonName) -> list[_Somebody]:
    """Whom a mention without first name or without surname may mean."""
    if name.last:
        same = [somebody for somebody in people if _same_form(somebody.name.last, name.last)]
        same = [somebody for somebody in same if _fits_gender(somebody, name)] or same
        # `Путина` read as a woman's name while the article knows only `Владимир Путин`.
        same = same or [
            somebody
            for somebody in people
            if _same_surname(somebody.name, name) and _fits_gender(somebody, name)
        ]
        # `О'Коннора`, `Чебану`: surnames whose case no dictionary tells, while the article does.
        return same or [
            somebody
            for somebody in people
            if somebody.name.first and _declines_to(somebody.name.last, span.text)
        ]
    fitting = [somebody for somebody in people if somebody.fits_first(name)]
    before = [somebody for somebody in fitting if somebody.last_end_before(span.start) >= 0]
    if fitting:
        return before if len(before) == 1 else fitting if len(fitting) == 1 else []
    # `Ким` may be a first name, and the surname of `Ким Чен Ын`.
    return [somebody for somebody in people if _same_form(somebody.name.last, name.first)]


def _fits_gender(somebody: _Somebody, name: PersonName) -> bool:
    return not _conflict(somebody.name.gender, name.gender)


def _same_form(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) == fold(other)


def _declines_to(surname: str | None, word: str) -> bool:
    """Whether a word is a surname with a case ending, or the surname itself."""
    if surname is None or len(surname) < _SHORTEST_STEM:
        return False
    stem, folded = fold(surname).rstrip("аяйь"), fold(word)
    return folded == fold(surname) or (
        len(stem) >= _SHORTEST_STEM and folded.removeprefix(stem) in _CASE_ENDINGS
    )


def _same_surname(one: PersonName, other: PersonName) -> bool:
    """Whether two surnames are the same, in a man's or a woman's form."""
    if one.last is None or other.last is None:
        return False
    return _masculine(one.last) == _masculine(other.last)


@lru_cache(maxsize=_CACHED_SURNAMES)
def _masculine(surname: str) -> str:
    folded = fold(surname)
    for masculine, feminine in _GENDERED_ENDINGS:
        if folded.endswith(fold(feminine)):
            return folded[: -len(feminine)] + masculine
    return folded


def _conflict(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _is_initial(part: str | None) -> bool:
    return part is not None and is_initial(part)


def _has_initial(name: PersonName) -> bool:
    return _is_initial(name.first)


def _fuller(one: str | None, other: str | None) -> str | None:
    return other if one is None or (_is_initial(one) and other is not None) else one


def _without_shouting(part: str | None) -> str | None:
    """A headline's `ПУТИН` as `Путин`."""
    return part.title() if part is not None and len(part) > 2 and part.isupper() else part


def _heading(
    first: str | None, last: str | None, patronymic: str | None, normals: Sequence[str]
) -> str:
    """The fullest name: first name, patronymic, surname, as far as the article gives them."""
    if first is None or last is None:
        longest = max(normals, key=len)
        return _without_shouting(longest) or longest
    if is_surname_given_first([last, *first.split()]) and f"{first} {last}" not in normals:
        return f"{last} {first}"
    # `Иван Петров` and `И. С. Петров`: a lone initial would not make the name any fuller.
    if patronymic and (_is_initial(first) or not _is_initial(patronymic)):
        return f"{first} {patronymic} {last}"
    return f"{first} {last}"


def _with_family_names(spans: Sequence[Span]) -> list[PersonName]:
    """The parts of all names; `Гусейна и Зияддина Сафаровых` are both Сафаров."""
    names: list[PersonName] = [span._.person for span in spans]
    for index in range(len(spans) - 2, -1, -1):
        name, following = names[index], names[index + 1]
        if (
            name.first
            and not name.last
            and following.last
            and following.first
            and _are_joined(spans[index], spans[index + 1])
            and (_names_family(spans[index + 1]) or _share_undeclined(name, following))
        ):
            names[index] = replace(name, last=_in_gender(following.last, name.gender))
    return names


def _with_glosses(spans: Sequence[Span], names: Sequence[PersonName]) -> list[PersonName]:
    """The same parts for a name and its spelling in brackets: `Джошуа Вольф (Joshua Wolf)`."""
    glossed = list(names)
    for index, (span, following) in enumerate(pairwise(spans)):
        between = span.doc[span.end : following.start].text
        if between == "(" and is_cyrillic(span.text) and not is_cyrillic(following.text):
            glossed[index + 1] = names[index]
    return glossed


def _are_joined(span: Span, following: Span) -> bool:
    return following.start == span.end + 1 and span.doc[span.end].text in JOINING


def _share_undeclined(name: PersonName, following: PersonName) -> bool:
    """`Дональд и Мелания Трамп`: a man and a woman under a surname that tells neither."""
    return (
        _conflict(name.gender, following.gender)
        and following.last is not None
        and all(
            _in_gender(following.last, gender) == following.last for gender in ("male", "female")
        )
    )


def _names_family(span: Span) -> bool:
    """Whether the surname of a mention stands in the plural, or is taken from one that does."""
    return next(family_readings(span[-1].lower_), None) is not None


def _in_gender(surname: str, gender: str | None) -> str:
    for masculine, feminine in _GENDERED_ENDINGS:
        if gender == "female" and surname.endswith(masculine):
            return surname[: -len(masculine)] + feminine
        if gender == "male" and surname.endswith(feminine):
            return surname[: -len(feminine)] + masculine
    return surname
