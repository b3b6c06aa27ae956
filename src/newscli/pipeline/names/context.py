"""What the words around a name say about its case and about the person's gender."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from newscli.pipeline.names.agreement import AGREEMENTS, ANY, PLACES
from newscli.pipeline.names.dictionary import has_grammeme
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.neighbours import Neighbour, neighbour
from newscli.pipeline.names.prepositions import PREPOSITIONS
from newscli.pipeline.names.tokens import starts_sentence, word_after, word_before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Logarithms of odds.
_GOVERNED = 4.0
_SECOND_CASE = -0.7
_APPOSITION = 2.2
_OF_NOUN = 1.5
_OF_PERSON = 1.0
_OF_KIN = 4.5
_SUBJECT = 3.0
_SUBJECT_AFTER_NOUN = 2.2
_SUBJECT_TOGETHER = 0.5
_STARTS_SENTENCE = 1.5
_IDENTIFIED = 2.5
_LISTED = 2.5
_GIVEN = -0.7  # `Голунову предъявили`
_IMPERSONAL = ("лось",)
_AFTER_VERB = 1.2
_AFTER_VERB_IN_GENDER = 1.75
# `депутат` may be a woman, `певица` is one.
_GENDERS_OF_TITLE = {"masc": 1.0, "femn": 3.0, "plur": 0.0}
_TITLE_REACH = 6
_ADVERBS_BEFORE_VERB = 2
_DASHES = frozenset("–—-")
# Hints come together in some four hundred ways.
_CACHED_HINTS = 1_024

# A logarithm of odds that speaks for a case, a gender, or the two together.
Hint = tuple[float, str, str]


@lru_cache(maxsize=_CACHED_HINTS)
def heard(hints: tuple[Hint, ...]) -> Sequence[float]:
    """What hints say together of each of `AGREEMENTS`: logarithms of odds."""
    scores = [0.0] * len(AGREEMENTS)
    for score, case, gender in hints:
        for place in PLACES[case, gender]:
            scores[place] += score
    return scores


def surroundings(doc: Doc, start: int, end: int, *, person: bool, joined: bool) -> tuple[Hint, ...]:
    """The hints of the words before and after a name, which may be a person's.

    The name is all tokens from `start` to before `end`; it may be `joined` to the next one.
    """
    hints: list[Hint] = []
    before = word_before(doc[start])
    word = before.lower_ if before else ""
    if word == "•":  # `• Оскар Руис • Хорхе Ларрионда`
        hints.append((_LISTED, "nomn", ANY))
    elif before is None or (starts_sentence(before) and not word.isalpha()):
        hints.append((_STARTS_SENTENCE, "nomn", ANY))
    elif word in PREPOSITIONS:
        first, *others = PREPOSITIONS[word]
        hints.append((_GOVERNED, first, ANY))
        hints += [(_GOVERNED + _SECOND_CASE, case, ANY) for case in others]
    elif before.ent_type_ != "DATE":
        name = doc[start].lower_ if end - start == 1 else ""
        hints += _word_before(before, person=person, name=name, joined=joined)
    after = word_after(doc[end - 1])
    for _ in range(_ADVERBS_BEFORE_VERB):
        if after is None or not neighbour(after.lower_).is_adverb:
            break
        after = word_after(after)
    if after is None:
        return tuple(hints)
    kind = neighbour(after.lower_)
    if after.text in _DASHES and _names_bearer(word_after(after)):
        hints.append((_IDENTIFIED, "nomn", ANY))  # `Ннека Угбома — руководитель проекта`
    elif kind.is_verb:
        of_noun = before is not None and bool(neighbour(word).noun_cases) and _is_common(before)
        hints += _verb_after(after.lower_, kind, of_noun=of_noun, joined=word in JOINING)
    return tuple(hints)


def _word_before(before: Token, *, person: bool, name: str, joined: bool) -> list[Hint]:
    """What the word before a name hints, of which `name` is the only word, if it has only one."""
    kind = neighbour(before.lower_)
    if kind.is_verb:
        hints = [(_AFTER_VERB, "nomn", ANY)]
        if kind.gender:
            hints.append((_AFTER_VERB_IN_GENDER, "nomn", kind.gender))
        return hints
    if person and kind.is_kin and name and not has_grammeme(name, "Name"):
        return [(_OF_KIN, "gent", ANY)]  # `жена Мамаева`, but `сын Пётр`
    if person and _names_kind(before, kind, joined=joined):
        return [(_OF_PERSON, "gent", ANY), *_title(before, kind)]
    if kind.noun_cases or before.ent_type_:
        title = _distant_title(before) if person else None
        if title is not None:
            return _title(title, neighbour(title.lower_))
        return [(_OF_NOUN, "gent", ANY)] if _is_common(before) else []
    return _appositions(before, kind.adjective_cases)


def _names_kind(word: Token, kind: Neighbour, *, joined: bool) -> bool:
    """Whether a word says what the person after it is; `пенсионеров` only of several people."""
    if not (kind.noun_cases and kind.is_animate and _is_common(word)):
        return False
    return joined or kind.gender != "plur"


def _title(title: Token, kind: Neighbour) -> list[Hint]:
    hints = _appositions(title, kind.noun_cases)
    if kind.gender:
        hints.append((_GENDERS_OF_TITLE[kind.gender], ANY, kind.gender))
    return hints


def _distant_title(token: Token) -> Token | None:
    """The title before its own dependents: `министра` before `обороны Латвии`."""
    before: Token | None = token
    for _ in range(_TITLE_REACH):
        before = word_before(before) if before else None
        if before is None or before.is_punct:
            return None
        kind = neighbour(before.lower_)
        if kind.is_verb:
            return None
        if kind.is_animate and kind.noun_cases and _is_common(before):
            return before
    return None


def _is_common(token: Token) -> bool:
    """A word with a small letter, or with a sentence's: `Министр обороны Латвии Артис Пабрикс`."""
    if token.text.islower():
        return True
    if not starts_sentence(token) or token.ent_type_:
        return False
    return not has_grammeme(token.lower_, "Name", "Surn", "Patr")


def _names_bearer(word: Token | None) -> bool:
    """Whether a word says in the nominative who somebody is."""
    if word is None or not word.text.islower():
        return False
    kind = neighbour(word.lower_)
    return kind.is_animate and "nomn" in kind.noun_cases


def _verb_after(verb: str, kind: Neighbour, *, of_noun: bool, joined: bool) -> list[Hint]:
    """A verb after the name has it for subject, or the noun before it (`жена Петрова пела`)."""
    gender = kind.gender
    subject = _SUBJECT_AFTER_NOUN if of_noun else _SUBJECT
    if gender is None:
        # `Азматову удалось`
        impersonal = [(subject, "datv", ANY)] if verb.endswith(_IMPERSONAL) else []
        return [*impersonal, (subject / 2, "nomn", ANY)]
    if gender == "plur" and joined:
        # `Украина и Молдова упростят`, `Мамаева и Кокорина задержали`: the name before knows.
        return [(_SUBJECT_TOGETHER, "nomn", ANY)]
    if gender == "plur" and not of_noun:
        # `Мамаева задержали`: nobody is named as the one who did it.
        others = [(subject, "accs", ANY), (subject + _GIVEN, "datv", ANY)]
        return [(subject, "nomn", gender), *others]
    return [(subject, "nomn", gender)]


def _appositions(word: Token, cases: frozenset[str]) -> list[Hint]:
    """A name stands in a case with the title or the adjective before it, which has these cases."""
    return [(_APPOSITION, case, ANY) for case in _narrowed(word, cases)] if cases else []


def _narrowed(word: Token, cases: frozenset[str]) -> frozenset[str]:
    """Which of its cases a word has, by the preposition or the adjectives before it."""
    token = word_before(word)
    for _ in range(_TITLE_REACH):
        if token is None:
            return cases
        lower = token.lower_
        if lower in PREPOSITIONS:
            return cases & frozenset(PREPOSITIONS[lower]) or cases
        narrowed = cases & neighbour(lower).adjective_cases
        if not narrowed:
            return cases
        cases = narrowed
        token = word_before(token)
    return cases
