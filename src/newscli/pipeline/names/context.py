"""What the words around a name say about its case and about the person's gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.pipeline.names.agreement import AGREEMENTS, CASES, GENDERS, Agreement
from newscli.pipeline.names.dictionary import has_grammeme
from newscli.pipeline.names.lexicon import JOINING
from newscli.pipeline.names.neighbours import Neighbour, neighbour
from newscli.pipeline.names.prepositions import PREPOSITIONS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

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
_EVIDENT: tuple[str | Agreement, ...] = (*CASES, *GENDERS, *AGREEMENTS)
# The agreements that a case, a gender or the two together stand for.
_COVERED = {
    what: tuple(agreement for agreement in AGREEMENTS if what == agreement or what in agreement)
    for what in _EVIDENT
}
_DASHES = frozenset("–—-")
_QUOTES = frozenset("«»\"„“”'")


class Evidence:
    """What speaks for each agreement of one name: logarithms of odds, to be added up."""

    def __init__(self) -> None:
        self.scores: dict[Agreement, float] = {}

    def add(self, what: str | Agreement, score: float) -> None:
        """Speak for a case, a gender, or the two together."""
        for agreement in _COVERED[what]:
            self.scores[agreement] = self.scores.get(agreement, 0.0) + score


def surroundings(span: Span, *, person: bool) -> Evidence:
    """The evidence of the words before and after a name, which may be a person's."""
    evidence = Evidence()
    before = _before(span[0])
    if before is not None and before.text == "•":  # `• Оскар Руис • Хорхе Ларрионда`
        evidence.add("nomn", _LISTED)
    elif before is None or (_starts_sentence(before) and not before.is_alpha):
        evidence.add("nomn", _STARTS_SENTENCE)
    elif before.lower_ in PREPOSITIONS:
        _hear_preposition(before.lower_, evidence)
    else:
        _hear_word_before(before, span, evidence, person=person)
    after = _after(span[-1])
    for _ in range(_ADVERBS_BEFORE_VERB):
        if after is not None and neighbour(after.lower_).is_adverb:
            after = _after(after)
    if after is not None and after.text in _DASHES and _names_bearer(_after(after)):
        evidence.add("nomn", _IDENTIFIED)  # `Ннека Угбома — руководитель проекта`
    elif after is not None:
        of_noun = (
            before is not None and _is_common(before) and bool(neighbour(before.lower_).noun_cases)
        )
        joined = before is not None and before.text in JOINING
        _hear_verb_after(after, evidence, of_noun=of_noun, joined=joined)
    return evidence


def _hear_preposition(preposition: str, evidence: Evidence) -> None:
    first, *others = PREPOSITIONS[preposition]
    evidence.add(first, _GOVERNED)
    for case in others:
        evidence.add(case, _GOVERNED + _SECOND_CASE)


def _is_joined(span: Span) -> bool:
    """Whether more of the kind follows: `американцам Харви Олтеру и Майклу Хаутону`."""
    return span.end < len(span.doc) and span.doc[span.end].text in JOINING


def _hear_word_before(before: Token, span: Span, evidence: Evidence, *, person: bool) -> None:
    if before.ent_type_ == "DATE":
        return
    kind = neighbour(before.lower_)
    if kind.is_verb:
        evidence.add("nomn", _AFTER_VERB)
        if kind.gender:
            evidence.add(Agreement("nomn", kind.gender), _AFTER_VERB_IN_GENDER)
    elif person and kind.is_kin and _is_surname(span):
        evidence.add("gent", _OF_KIN)
    elif person and _names_kind(before, kind, joined=_is_joined(span)):
        evidence.add("gent", _OF_PERSON)
        _hear_title(before, kind, evidence)
    elif kind.noun_cases or before.ent_type_:
        title = _distant_title(before) if person else None
        if title is not None:
            _hear_title(title, neighbour(title.lower_), evidence)
        elif _is_common(before):
            evidence.add("gent", _OF_NOUN)
    elif kind.adjective_cases:
        for case in _cases_of_title(before, kind.adjective_cases):
            evidence.add(case, _APPOSITION)


def _is_surname(span: Span) -> bool:
    """Whether a name is one word that is no first name: `жена Мамаева`, `сын Пётр`."""
    return len(span) == 1 and not has_grammeme(span[0].lower_, "Name")


def _names_kind(word: Token, kind: Neighbour, *, joined: bool) -> bool:
    """Whether a word says what the person after it is; `пенсионеров` only of several people."""
    if not (kind.noun_cases and kind.is_animate and _is_common(word)):
        return False
    return joined or kind.gender != "plur"


def _hear_title(title: Token, kind: Neighbour, evidence: Evidence) -> None:
    for case in _cases_of_title(title, kind.noun_cases):
        evidence.add(case, _APPOSITION)
    if kind.gender:
        evidence.add(kind.gender, _GENDERS_OF_TITLE[kind.gender])


def _distant_title(token: Token | None) -> Token | None:
    """The title before its own dependents: `министра` before `обороны Латвии`."""
    for _ in range(_TITLE_REACH):
        token = _before(token) if token is not None else None
        if token is None or token.is_punct:
            return None
        kind = neighbour(token.lower_)
        if kind.is_verb:
            return None
        if _is_common(token) and kind.is_animate and kind.noun_cases:
            return token
    return None


def _is_common(token: Token) -> bool:
    """A word with a small letter, or with a sentence's: `Министр обороны Латвии Артис Пабрикс`."""
    if token.is_lower:
        return True
    is_name = token.ent_type_ or has_grammeme(token.lower_, "Name", "Surn", "Patr")
    return _starts_sentence(token) and not is_name


def _names_bearer(word: Token | None) -> bool:
    """Whether a word says in the nominative who somebody is."""
    if word is None or not word.is_lower:
        return False
    kind = neighbour(word.lower_)
    return kind.is_animate and "nomn" in kind.noun_cases


def _hear_verb_after(verb: Token, evidence: Evidence, *, of_noun: bool, joined: bool) -> None:
    """A verb after the name has it for subject, or the noun before it (`жена Петрова пела`)."""
    kind = neighbour(verb.lower_)
    if not kind.is_verb:
        return
    subject = _SUBJECT_AFTER_NOUN if of_noun else _SUBJECT
    if kind.gender is None:
        if verb.lower_.endswith(_IMPERSONAL):  # `Азматову удалось`
            evidence.add("datv", subject)
        evidence.add("nomn", subject / 2)
    elif kind.gender == "plur" and joined:
        # `Украина и Молдова упростят`, `Мамаева и Кокорина задержали`: the name before knows.
        evidence.add("nomn", _SUBJECT_TOGETHER)
    else:
        evidence.add(Agreement("nomn", kind.gender), subject)
        if kind.gender == "plur" and not of_noun:
            # `Мамаева задержали`: nobody is named as the one who did it.
            evidence.add("accs", subject)
            evidence.add("datv", subject + _GIVEN)


def _cases_of_title(title: Token, cases: frozenset[str]) -> frozenset[str]:
    """Which of its cases a title has, by the preposition or the adjectives before it."""
    token = _before(title)
    for _ in range(_TITLE_REACH):
        if token is None:
            return cases
        if token.lower_ in PREPOSITIONS:
            return cases & frozenset(PREPOSITIONS[token.lower_]) or cases
        narrowed = cases & neighbour(token.lower_).adjective_cases
        if not narrowed:
            return cases
        cases = narrowed
        token = _before(token)
    return cases


def _starts_sentence(token: Token) -> bool:
    return bool(token.is_sent_start) or token.i == 0


def _before(token: Token) -> Token | None:
    """The word before `token` in its sentence, over quotation marks."""
    while not _starts_sentence(token):
        token = token.nbor(-1)
        if token.text not in _QUOTES:
            return token
    return None


def _after(token: Token) -> Token | None:
    """The word after `token` in its sentence, over quotation marks."""
    while token.i + 1 < len(token.doc):
        token = token.nbor(1)
        if token.is_sent_start:
            return None
        if token.text not in _QUOTES:
            return token
    return None
