"""Mentions of people → people of one article: who is who, and by which full name.

Full names come first: each is somebody new or somebody already met. Then every shorter mention,
in the order of the text, joins the person it fits: a surname the one of that surname named last
before it, a first name or initials only somebody they fit alone. What fits nobody is a person too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, pairwise

from newscli.gathering.latin import latin_name
from newscli.pipeline.findings import Findings, FoundPerson
from newscli.pipeline.morphology import fold
from newscli.pipeline.names.east_asian import is_surname_given_first
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.parts import PersonName, can_be_same
from newscli.pipeline.names.surnames import family_readings
from newscli.pipeline.names.words import is_initial
from newscli.pipeline.plain import is_cyrillic
from newscli.records import Mention, Person

# Names of a text repeat; the bound keeps a run over an archive from growing.
_CACHED_SURNAMES = 4_096
# Endings of nouns in the singular, folded; no surname so short is told by its stem.
_CASE_ENDINGS = ("а", "у", "ом", "ем", "е", "я", "ю", "и", "ы", "ой", "ей")
_SHORTEST_STEM = 4
# What stands between the people of `Гусейна и Зияддина Сафаровых`, and before a gloss: one token,
# with no more than a blank on either side.
_JOINING = re.compile(rf" ?(?:{'|'.join(sorted(JOINING))}) ?")
_OPENING = re.compile(r" ?\( ?")
_LONGEST_BETWEEN = 10
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


def gather_people(found: Findings) -> tuple[Person, ...]:
    """The people of a text in the order of first mention."""
    names = _with_glosses(found, _with_family_names(found))
    named = [(person.mention, name) for person, name in zip(found.people, names, strict=True)]
    people = _People()
    full = [(mention, name) for mention, name in named if name.first and name.last]
    short = [(mention, name) for mention, name in named if not (name.first and name.last)]
    for mention, name in sorted(full, key=lambda pair: _has_initial(pair[1])):
        people.add(mention, name, people.of_full_name(name))
    for mention, name in short:
        people.add(mention, name, people.of_short_name(name, mention))
    everybody = sorted(people, key=lambda somebody: somebody.mentions[0].start)
    return tuple(somebody.to_person() for somebody in everybody)


@dataclass(slots=True, eq=False)
class _Somebody:
    """A person while the mentions, in order, are gathered: the fullest parts known so far."""

    name: PersonName
    mentions: list[Mention] = field(default_factory=list)

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

    def absorb(self, mention: Mention, name: PersonName) -> None:
        insort(self.mentions, mention, key=_start)
        if name == self.name:
            return
        self.name = PersonName(
            first=_fuller(self.name.first, name.first),
            last=self.name.last or (name.last if name.first or not self.name.first else None),
            patronymic=_fuller(self.name.patronymic, name.patronymic),
            gender=self.name.gender or name.gender,
        )

    def last_end_before(self, start: int) -> int:
        """Where this person was last mentioned before `start`, -1 where never."""
        at = bisect_left(self.mentions, start, key=_start)
        return self.mentions[at - 1].end if at else -1

    def to_person(self) -> Person:
        first, last, patronymic = map(
            _without_shouting, (self.name.first, self.name.last, self.name.patronymic)
        )
        name = _heading(first, last, patronymic, [mention.normal for mention in self.mentions])
        return Person(
            name=name,
            first=first,
            last=last,
            patronymic=patronymic,
            gender=self.name.gender,
            mentions=tuple(self.mentions),
            latin=latin_name(name),
        )


class _People:
    """Everybody met so far, found by what a name must share with theirs.

    In a text of a hundred megabytes every two people cannot be compared. What leads to somebody is
    never taken back when the name grows, so whoever is found this way is looked at again.
    """

    def __init__(self) -> None:
        self._everybody: list[_Somebody] = []
        self._by_key: dict[_Key, list[_Somebody]] = defaultdict(list)
        # All mentions of everybody with a surname, in order, by the form that it has.
        self._by_form: dict[str, list[_Mentioned]] = defaultdict(list)

    def __iter__(self) -> Iterator[_Somebody]:
        return iter(self._everybody)

    def add(self, mention: Mention, name: PersonName, candidates: Sequence[_Somebody]) -> None:
        """Take in a mention: of the nearest of its candidates, or of somebody new."""
        if candidates:
            somebody = _nearest(candidates, mention)
            known = somebody.name
            somebody.absorb(mention, name)
            keys = _keys(somebody.name) - _keys(known) if somebody.name != known else ()
            mentions = [mention] if known.last else somebody.mentions
        else:
            somebody = _Somebody(name, [mention])
            self._everybody.append(somebody)
            keys = _keys(name)
            mentions = [mention]
        for key in keys:
            self._by_key[key].append(somebody)
        if somebody.name.last:
            form = self._by_form[fold(somebody.name.last)]
            for one in mentions:
                insort(form, (one.start, somebody), key=_start_of)

    def of_full_name(self, name: PersonName) -> list[_Somebody]:
        """Whom a mention with first name and surname may mean; initials come last."""
        key = _full_key(name.last or "", name.first or "")
        return [somebody for somebody in self._by_key.get(key, ()) if somebody.fits_full(name)]

    def of_short_name(self, name: PersonName, mention: Mention) -> list[_Somebody]:
        """Whom a mention without first name or without surname may mean."""
        if name.last:
            same = self._nearest_of_form(name.last, name.gender, mention)
            # `Путина` read as a woman's name while the article knows only `Владимир Путин`.
            same = same or [
                somebody
                for somebody in self._by_key.get(("surname", _masculine(name.last)), ())
                if _same_surname(somebody.name, name) and _fits_gender(somebody, name)
            ]
            # `О'Коннора`, `Чебану`: surnames whose case the article alone tells.
            return same or self._declined_to(mention.text, name)
        # `Ким` may be a first name, and the surname of `Ким Чен Ын`.
        fitting = self._of_first_name(name, mention)
        if fitting is None:
            return self._nearest_of_form(name.first, None, mention) if name.first else []
        return fitting

    def _nearest_of_form(
        self, surname: str, gender: str | None, mention: Mention
    ) -> list[_Somebody]:
        """Whoever has a surname in just this form, is nearest and, if possible, of this gender."""
        named = self._by_form.get(fold(surname), [])
        at = bisect_left(named, mention.start, key=_start_of)
        nearest: list[_Somebody] = []
        for number in chain(range(at - 1, -1, -1), range(at, len(named))):
            _, somebody = named[number]
            if not _conflict(somebody.name.gender, gender):
                return [somebody]
            nearest = nearest or [somebody]
        return nearest

    def _declined_to(self, word: str, name: PersonName) -> list[_Somebody]:
        """Those whose surname, with a case ending or as it is, is this word.

        A surname that has a form for each gender says its own: `Васильевой` is no man.
        """
        folded = fold(word)
        stems = {_stem(word)}
        stems |= {folded.removesuffix(end) for end in _CASE_ENDINGS if folded.endswith(end)}
        return [
            somebody
            for stem in stems
            for somebody in self._by_key.get(("stem", stem), ())
            if somebody.name.first
            and _declines_to(somebody.name.last, word)
            and not (_tells_gender(somebody.name.last) and not _fits_gender(somebody, name))
        ]

    def _of_first_name(self, name: PersonName, mention: Mention) -> list[_Somebody] | None:
        """The only one whom a first name or a patronymic fits, best before the mention.

        An empty list if there are several, None if there is nobody.
        """
        fitting: list[_Somebody] = []
        before: list[_Somebody] = []
        for somebody in self._named(name.first):
            if somebody.fits_first(name):
                fitting.append(somebody)
                if somebody.mentions[0].start < mention.start:
                    before.append(somebody)
                if len(before) > 1:
                    return []
        if len(before) == 1:
            return before
        return (fitting if len(fitting) == 1 else []) if fitting else None

    def _named(self, first: str | None) -> Sequence[_Somebody]:
        """Who may have this first name; everybody where there is none."""
        if first is None:
            return self._everybody
        if _is_initial(first):
            return self._by_key.get(("initial", fold(first[0])), ())
        return self._by_key.get(("first", _first_word(first)), ())


_Key = tuple[str, ...]
_Mentioned = tuple[int, _Somebody]  # where somebody is mentioned


def _keys(name: PersonName) -> set[_Key]:
    """What leads to somebody of this name."""
    keys: set[_Key] = set()
    if name.last:
        masculine = _masculine(name.last)
        keys |= {("surname", masculine), ("stem", _stem(name.last))}
        if name.first:
            keys |= {_full_key(name.last, name.first), _full_key(name.last, name.first[0] + ".")}
    if name.first and not _is_initial(name.first):
        keys |= {("first", _first_word(name.first)), ("initial", fold(name.first[0]))}
    return keys


def _first_word(first: str) -> str:
    """What `Хуан` and `Хуан Пабло` share."""
    return fold(first).partition(" ")[0]


def _full_key(surname: str, first: str) -> _Key:
    """What a full name shares with those it may be a mention of: of an initial, the letter."""
    initial = fold(first[:1] + ".")
    return "full", _masculine(surname), initial if _is_initial(first) else _first_word(first)


def _start(mention: Mention) -> int:
    return mention.start


def _start_of(mentioned: _Mentioned) -> int:
    return mentioned[0]


def _nearest(candidates: Sequence[_Somebody], mention: Mention) -> _Somebody:
    """The candidate mentioned last before a mention, else the one mentioned first after it."""
    if len(candidates) == 1:
        return candidates[0]
    return max(
        candidates,
        key=lambda somebody: (
            somebody.last_end_before(mention.start),
            -somebody.mentions[0].start,
        ),
    )


def _fits_gender(somebody: _Somebody, name: PersonName) -> bool:
    return not _conflict(somebody.name.gender, name.gender)


def _same_form(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) == fold(other)


def _stem(surname: str) -> str:
    """A surname, folded, without the letters that its cases change."""
    return fold(surname).rstrip("аяйь")


def _declines_to(surname: str | None, word: str) -> bool:
    """Whether a word is a surname with a case ending, or the surname itself."""
    if surname is None or len(surname) < _SHORTEST_STEM:
        return False
    stem, folded = _stem(surname), fold(word)
    return folded == fold(surname) or (
        len(stem) >= _SHORTEST_STEM
        and folded.startswith(stem)
        and folded.removeprefix(stem) in _CASE_ENDINGS
    )


def _tells_gender(surname: str | None) -> bool:
    return surname is not None and any(
        _in_gender(surname, gender) != surname for gender in ("male", "female")
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
    if one is None or other is None:
        return one or other
    return other if _is_initial(one) or other.startswith(f"{one} ") else one


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


def _with_family_names(found: Findings) -> list[PersonName]:
    """The parts of all names; `Гусейна и Зияддина Сафаровых` are both Сафаров."""
    people = found.people
    names = [person.name for person in people]
    for index in range(len(people) - 2, -1, -1):
        name, following = names[index], names[index + 1]
        if (
            name.first
            and not name.last
            and following.last
            and following.first
            and _JOINING.fullmatch(_between(found.text, people[index], people[index + 1]))
            and (_names_family(people[index + 1]) or _share_undeclined(name, following))
        ):
            names[index] = replace(name, last=_in_gender(following.last, name.gender))
    return names


def _with_glosses(found: Findings, names: Sequence[PersonName]) -> list[PersonName]:
    """The same parts for a name and its spelling in brackets: `Джошуа Вольф (Joshua Wolf)`."""
    glossed = list(names)
    for index, (person, following) in enumerate(pairwise(found.people)):
        if (
            _OPENING.fullmatch(_between(found.text, person, following))
            and is_cyrillic(person.mention.text)
            and not is_cyrillic(following.mention.text)
        ):
            glossed[index + 1] = names[index]
    return glossed


def _between(text: str, person: FoundPerson, following: FoundPerson) -> str:
    """What stands between two mentions, as far as it may tell something."""
    start, end = person.mention.end, following.mention.start
    return text[start : min(end, start + _LONGEST_BETWEEN)]


def _share_undeclined(name: PersonName, following: PersonName) -> bool:
    """`Дональд и Мелания Трамп`: a man and a woman under a surname that tells neither."""
    return (
        _conflict(name.gender, following.gender)
        and following.last is not None
        and not _tells_gender(following.last)
    )


def _names_family(person: FoundPerson) -> bool:
    """Whether the surname of a mention stands in the plural, or is taken from one that does."""
    return next(family_readings(person.last_word), None) is not None


def _in_gender(surname: str, gender: str | None) -> str:
    for masculine, feminine in _GENDERED_ENDINGS:
        if gender == "female" and surname.endswith(masculine):
            return surname[: -len(masculine)] + feminine
        if gender == "male" and surname.endswith(feminine):
            return surname[: -len(feminine)] + masculine
    return surname
