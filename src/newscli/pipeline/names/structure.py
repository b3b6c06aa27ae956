"""Which words of a name agree with each other, and which stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newscli.pipeline.names.agreement import AGREEMENTS, ANY, PLACES
from newscli.pipeline.names.compounds import is_acronym
from newscli.pipeline.names.dictionary import has_grammeme, is_known
from newscli.pipeline.names.east_asian import SURNAMES_GIVEN_FIRST, is_surname_given_first
from newscli.pipeline.names.lexicon import (
    CHILD_OF,
    CLASS_WORDS,
    HEAD_ADJECTIVES,
    PARTICLES,
)
from newscli.pipeline.names.paradigm import (
    Paradigm,
    adjective_of_one,
    adjective_paradigm,
    any_paradigm,
    family_paradigm,
    in_any_gender,
    is_adjective,
    likeliest,
    may_be_genitive,
    noun_paradigm,
    one_of_several,
    only_forms,
    with_others,
)
from newscli.pipeline.names.words import Word

# Logarithms of odds: how a structure compares with the plain one, adjectives and head noun.
_ODD_AFTER_HEAD = -3.0
_ADJECTIVE_AS_HEAD = -5.5
_LAST_ALONE = -2.0
_APPOSITION = 2.0
_PLURAL_PERSON = -2.5
_PLURAL_BEFORE_TITLE = -2.0
_SHARED_HEAD = 4.0
_PERSON_AFTER_ALL = -1.0
_LONGEST_PERSON = 4


class Structure(NamedTuple):
    """The words that agree, by index, each with its readings; all other words stay as they are.

    The first `modifiers` of them are adjectives of another word. `prior` is what speaks for the
    structure, `plural` for reading it in the plural.
    """

    paradigms: tuple[tuple[int, Paradigm], ...]
    prior: float = 0.0
    plural: float = 0.0
    modifiers: int = 0


def of_unknown_kind(words: Sequence[Word], *, several: bool) -> Iterator[Structure]:
    """The structures of a name that may be a person's, a place's or an organisation's.

    `several` is as in `phrases`.
    """
    if _may_be_person(words):
        yield person(words)
        return
    yield from phrases(words, "", several=several)
    if _looks_like_person(words):
        yield person(words)._replace(prior=_PERSON_AFTER_ALL)


def is_rather_person(words: Sequence[Word]) -> bool:
    """Whether the words around a name of unknown kind speak of it as of a person."""
    if len(words) == 1:
        return not words[0].quoted and not has_grammeme(words[0].text.lower(), "Geox")
    return _may_be_person(words)


def _may_be_person(words: Sequence[Word]) -> bool:
    """Whether a name of unknown kind is probably a person's full name."""
    if not _is_spelt_like_person(words):
        return False
    first, second, last = words[0].text, words[1].text, words[-1].text.lower()
    return (
        has_grammeme(last, "Patr")
        or first.endswith(".")
        or second.endswith(".")
        or has_grammeme(first.lower(), "Name")
        or (has_grammeme(second.lower(), "Name") and not _is_common(first.lower()))
        or not (is_known(first.lower()) or _cannot_be_surname(last))
    )


def _looks_like_person(words: Sequence[Word]) -> bool:
    """Whether a name may be a person's after all: `Деда Мороза`, `Карлоса Рамоса`."""
    return _is_spelt_like_person(words) and not (
        _is_common(words[0].text.lower()) and _may_depend(words[1])
    )


def _is_spelt_like_person(words: Sequence[Word]) -> bool:
    return 1 < len(words) <= _LONGEST_PERSON and not any(
        word.quoted
        or is_acronym(word.text)
        or not (word.text[0].isupper() or word.text.partition("-")[0] in PARTICLES)
        for word in words
    )


def _is_common(word: str) -> bool:
    return is_known(word) and not has_grammeme(word, "Name", "Surn", "Patr")


def _cannot_be_surname(word: str) -> bool:
    return is_known(word) and not has_grammeme(word, "Surn")


def person(words: Sequence[Word]) -> Structure:
    """All words agree, but for those that a foreign name never declines."""
    last = len(words) - 1
    fixed = _fixed_in_east_asian(words)
    paradigms = [
        (index, family_paradigm(word.text) if index == last > 0 else any_paradigm(word.text, "PER"))
        for index, word in enumerate(words)
        if index not in fixed and not word.quoted and not _is_fixed(words, index)
    ]
    if fixed and 0 not in fixed:  # `Кима Чен Ира` is no woman called Кима Ира
        paradigms[0] = (0, only_forms(paradigms[0][1], SURNAMES_GIVEN_FIRST))
    return Structure(tuple(paradigms), plural=_PLURAL_PERSON)


def _fixed_in_east_asian(words: Sequence[Word]) -> range:
    """The words that stay in `Си Цзиньпином`, `Ким Чен Ыном` and `Кима Чен Ына`."""
    last = len(words) - 1
    if is_surname_given_first([word.text for word in words]):
        return range(last)
    if last > 1 and not SURNAMES_GIVEN_FIRST.isdisjoint(any_paradigm(words[0].text, "PER")):
        return range(1, last)
    return range(0)


def _is_fixed(words: Sequence[Word], index: int) -> bool:
    """Whether a word is a particle or the father's name before `оглы`, both never declined."""
    following = words[index + 1].text if index + 1 < len(words) else ""
    return words[index].text.lower() in PARTICLES or following in CHILD_OF


def phrases(words: Sequence[Word], label: str, *, several: bool) -> Iterator[Structure]:
    """Adjectives, the head noun they agree with, and what depends on it and stays.

    Every word that can be the head makes a structure of its own. Where one of `several` names is
    read, a head in the plural may be shared by them: `городах Уват и Тобольск`.
    """
    modifiers: list[tuple[int, Paradigm]] = []
    for index, word in enumerate(words):
        if word.quoted:
            break
        rest = words[index + 1 :]
        if rest and word.text.isdigit():  # `5 канала`
            continue
        heads = noun_paradigm(word.text, label) if rest else any_paradigm(word.text, label)
        if modifiers and not rest:
            heads = with_others(heads, one_of_several(word.text, label))
            modifiers = _as_of_one(modifiers, words)
        if heads:
            head = (*modifiers, (index, heads))
            for structure in (
                Structure(head, _prior_of_head(word, rest), _plural_before(rest)),
                *(_with_shared_head(words[:index], word, rest) if several else ()),
                *_with_apposition(head, rest),
                *_with_equal(head, rest),
            ):
                yield structure._replace(modifiers=len(modifiers)) if modifiers else structure
        if not _modifies(word, rest):
            break
        modifiers.append((index, adjective_paradigm(word.text)))
    if (
        len(words) > 1
        and all(map(_is_foreign, words[:-1]))
        and words[-1].text[0].isupper()
        and (label == "LOC" or not has_grammeme(words[-1].text.lower(), "Geox"))
    ):
        last = any_paradigm(words[-1].text, label)
        yield Structure(((len(words) - 1, last),), _LAST_ALONE)


def _with_shared_head(
    modifiers: Sequence[Word], head: Word, rest: Sequence[Word]
) -> Iterator[Structure]:
    """One of the several things that a plural names: `хоккейные клубы «Амур»` and others."""
    singulars = one_of_several(head.text, "") if rest and _is_own_name(rest[0]) else {}
    adjectives = [(index, adjective_of_one(word.text)) for index, word in enumerate(modifiers)]
    if singulars and all(adjective for _, adjective in adjectives):
        yield Structure((*adjectives, (len(modifiers), singulars)), _SHARED_HEAD)


def _as_of_one(
    modifiers: list[tuple[int, Paradigm]], words: Sequence[Word]
) -> list[tuple[int, Paradigm]]:
    """`Сибирском федеральных` with the plural, which others share, as one of them would have it."""
    if all(_has_forms(paradigm, ANY, "plur") for _, paradigm in modifiers):
        return modifiers
    return [
        (index, with_others(paradigm, adjective_of_one(words[index].text)))
        for index, paradigm in modifiers
    ]


def _is_own_name(word: Word) -> bool:
    """Whether a word after a plural is the name of one of several, and no genitive."""
    if word.quoted or word.text[0].isascii() or word.text[0].isdigit():
        return True
    if not word.text[0].isupper():
        return False
    weights = likeliest(any_paradigm(word.text, "LOC"))
    return AGREEMENTS[weights.index(max(weights))].case == "nomn"


def _prior_of_head(word: Word, rest: Sequence[Word]) -> float:
    if not rest:
        return 0.0
    prior = 0.0 if _may_depend(rest[0]) or _is_named_class(word, rest[0]) else _ODD_AFTER_HEAD
    if _modifies(word, rest):
        prior += _ADJECTIVE_AS_HEAD
    return prior


def _modifies(word: Word, rest: Sequence[Word]) -> bool:
    """Whether a word is an adjective of what follows: `сборная команда`, no `сборная России`."""
    if word.text.lower().startswith(HEAD_ADJECTIVES):
        return bool(rest) and rest[0].text.islower()
    return is_adjective(word.text)


def _may_depend(word: Word) -> bool:
    """Whether a word can follow the head and stay as it is: a title or a genitive."""
    return word.quoted or may_be_genitive(word.text)


def _plural_before(rest: Sequence[Word]) -> float:
    """`компании HeadHunter` names one company."""
    if rest and (rest[0].quoted or rest[0].text[0].isascii()):
        return _PLURAL_BEFORE_TITLE
    return 0.0


def _is_named_class(head: Word, name: Word) -> bool:
    """`Республике Башкортостан`: a class word before a name that stays in the nominative."""
    heads = noun_paradigm(head.text, "LOC")
    return not CLASS_WORDS.isdisjoint(heads) and _has_forms(
        noun_paradigm(name.text, "LOC"), "nomn", ANY
    )


def _with_apposition(
    head: tuple[tuple[int, Paradigm], ...], rest: Sequence[Word]
) -> Iterator[Structure]:
    """The one word after the head agrees with it: `реки Волги`, `улице Лесной`, `Дедом Морозом`."""
    if len(rest) != 1 or rest[0].quoted:
        return
    *modifiers, (index, heads) = head
    text = rest[0].text
    classes = only_forms(heads, CLASS_WORDS)
    if classes and has_grammeme(text.lower(), "Geox"):
        names = in_any_gender(noun_paradigm(text, "LOC"))
        yield Structure((*modifiers, (index, classes), (index + 1, names)), _APPOSITION)
    elif is_adjective(text) and not has_grammeme(text.lower(), "Surn"):
        yield Structure((*head, (index + 1, adjective_paradigm(text))), _APPOSITION)
    elif text[0].isupper() and not _may_depend(rest[0]):
        yield Structure((*head, (index + 1, in_any_gender(noun_paradigm(text, "")))))


def _with_equal(
    head: tuple[tuple[int, Paradigm], ...], rest: Sequence[Word]
) -> Iterator[Structure]:
    """Two names that make one: `Боснии и Герцеговины`, `Северной Осетии — Алании`."""
    if not rest or not rest[-1].text[0].isupper():
        return
    index = head[-1][0]
    joined = len(rest) == 2 and rest[0].text == "и" and index == 0
    if joined or rest[-1].after_dash:
        equals = in_any_gender(noun_paradigm(rest[-1].text, "LOC"))
        yield Structure((*head, (index + len(rest), equals)))


def _is_foreign(word: Word) -> bool:
    """Whether a word looks like the first part of a foreign name (`Крокус Сити Холла`)."""
    return (
        word.text.istitle()
        and not word.quoted
        and not is_known(word.text.lower())
        and _has_forms(noun_paradigm(word.text, ""), "nomn", "masc")
    )


def _has_forms(paradigm: Paradigm, case: str, gender: str) -> bool:
    return any(weights[place] for weights in paradigm.values() for place in PLACES[case, gender])
