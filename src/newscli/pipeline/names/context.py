"""What the words around a name say about its case and about the person's gender."""

from __future__ import annotations

from newscli.pipeline.names.agreement import AGREEMENTS, ANY, PLACES
from newscli.pipeline.names.dictionary import has_grammeme
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.neighbours import Neighbour, neighbour
from newscli.pipeline.names.prepositions import PREPOSITIONS
from newscli.pipeline.names.tokens import SeenToken, Tokens

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


class Evidence:
    """What speaks for each of `AGREEMENTS` of one name: logarithms of odds, to be added up."""

    def __init__(self) -> None:
        self.scores = [0.0] * len(AGREEMENTS)

    def add(self, score: float, case: str = ANY, gender: str = ANY) -> None:
        """Speak for a case, a gender, or the two together."""
        for place in PLACES[case, gender]:
            self.scores[place] += score


def surroundings(tokens: Tokens, start: int, end: int, *, person: bool) -> Evidence:
    """The evidence of the words before and after a name, which may be a person's.

    The name is all tokens from `start` to before `end`.
    """
    evidence = Evidence()
    before = tokens.before(tokens[start])
    word = before.lower if before else ""
    if word == "•":  # `• Оскар Руис • Хорхе Ларрионда`
        evidence.add(_LISTED, "nomn")
    elif before is None or (before.starts_sentence and not word.isalpha()):
        evidence.add(_STARTS_SENTENCE, "nomn")
    elif word in PREPOSITIONS:
        _hear_preposition(word, evidence)
    elif before.label != "DATE":
        name = tokens[start].lower if end - start == 1 else ""
        joined = tokens.are_joined(end)
        _hear_word_before(tokens, before, evidence, person=person, name=name, joined=joined)
    after = tokens.after(tokens[end - 1])
    for _ in range(_ADVERBS_BEFORE_VERB):
        if after and neighbour(after.lower).is_adverb:
            after = tokens.after(after)
    if after is None:
        return evidence
    if after.text in _DASHES and _names_bearer(tokens.after(after)):
        evidence.add(_IDENTIFIED, "nomn")  # `Ннека Угбома — руководитель проекта`
    elif neighbour(after.lower).is_verb:
        of_noun = before is not None and bool(neighbour(word).noun_cases) and _is_common(before)
        _hear_verb_after(after.lower, evidence, of_noun=of_noun, joined=word in JOINING)
    return evidence


def _hear_preposition(preposition: str, evidence: Evidence) -> None:
    first, *others = PREPOSITIONS[preposition]
    evidence.add(_GOVERNED, first)
    for case in others:
        evidence.add(_GOVERNED + _SECOND_CASE, case)


def _hear_word_before(
    tokens: Tokens, before: SeenToken, evidence: Evidence, *, person: bool, name: str, joined: bool
) -> None:
    """Hear the word before a name, of which `name` is the only word, if it has only one."""
    kind = neighbour(before.lower)
    if kind.is_verb:
        evidence.add(_AFTER_VERB, "nomn")
        if kind.gender:
            evidence.add(_AFTER_VERB_IN_GENDER, "nomn", kind.gender)
    elif person and kind.is_kin and name and not has_grammeme(name, "Name"):
        evidence.add(_OF_KIN, "gent")  # `жена Мамаева`, but `сын Пётр`
    elif person and _names_kind(before, kind, joined=joined):
        evidence.add(_OF_PERSON, "gent")
        _hear_title(tokens, before, kind, evidence)
    elif kind.noun_cases or before.label:
        title = _distant_title(tokens, before) if person else None
        if title is not None:
            _hear_title(tokens, title, neighbour(title.lower), evidence)
        elif _is_common(before):
            evidence.add(_OF_NOUN, "gent")
    elif kind.adjective_cases:
        for case in _cases_of_title(tokens, before, kind.adjective_cases):
            evidence.add(_APPOSITION, case)


def _names_kind(word: SeenToken, kind: Neighbour, *, joined: bool) -> bool:
    """Whether a word says what the person after it is; `пенсионеров` only of several people."""
    if not (kind.noun_cases and kind.is_animate and _is_common(word)):
        return False
    return joined or kind.gender != "plur"


def _hear_title(tokens: Tokens, title: SeenToken, kind: Neighbour, evidence: Evidence) -> None:
    for case in _cases_of_title(tokens, title, kind.noun_cases):
        evidence.add(_APPOSITION, case)
    if kind.gender:
        evidence.add(_GENDERS_OF_TITLE[kind.gender], gender=kind.gender)


def _distant_title(tokens: Tokens, token: SeenToken) -> SeenToken | None:
    """The title before its own dependents: `министра` before `обороны Латвии`."""
    before: SeenToken | None = token
    for _ in range(_TITLE_REACH):
        before = tokens.before(before) if before else None
        if before is None or tokens.doc[before.at].is_punct:
            return None
        kind = neighbour(before.lower)
        if kind.is_verb:
            return None
        if kind.is_animate and kind.noun_cases and _is_common(before):
            return before
    return None


def _is_common(token: SeenToken) -> bool:
    """A word with a small letter, or with a sentence's: `Министр обороны Латвии Артис Пабрикс`."""
    if token.text.islower():
        return True
    if not token.starts_sentence or token.label:
        return False
    return not has_grammeme(token.lower, "Name", "Surn", "Patr")


def _names_bearer(word: SeenToken | None) -> bool:
    """Whether a word says in the nominative who somebody is."""
    if word is None or not word.text.islower():
        return False
    kind = neighbour(word.lower)
    return kind.is_animate and "nomn" in kind.noun_cases


def _hear_verb_after(verb: str, evidence: Evidence, *, of_noun: bool, joined: bool) -> None:
    """A verb after the name has it for subject, or the noun before it (`жена Петрова пела`)."""
    gender = neighbour(verb).gender
    subject = _SUBJECT_AFTER_NOUN if of_noun else _SUBJECT
    if gender is None:
        if verb.endswith(_IMPERSONAL):  # `Азматову удалось`
            evidence.add(subject, "datv")
        evidence.add(subject / 2, "nomn")
    elif gender == "plur" and joined:
        # `Украина и Молдова упростят`, `Мамаева и Кокорина задержали`: the name before knows.
        evidence.add(_SUBJECT_TOGETHER, "nomn")
    else:
        evidence.add(subject, "nomn", gender)
        if gender == "plur" and not of_noun:
            # `Мамаева задержали`: nobody is named as the one who did it.
            evidence.add(subject, "accs")
            evidence.add(subject + _GIVEN, "datv")


def _cases_of_title(tokens: Tokens, title: SeenToken, cases: frozenset[str]) -> frozenset[str]:
    """Which of its cases a title has, by the preposition or the adjectives before it."""
    token = tokens.before(title)
    for _ in range(_TITLE_REACH):
        if token is None:
            return cases
        if token.lower in PREPOSITIONS:
            return cases & frozenset(PREPOSITIONS[token.lower]) or cases
        narrowed = cases & neighbour(token.lower).adjective_cases
        if not narrowed:
            return cases
        cases = narrowed
        token = tokens.before(token)
    return cases
