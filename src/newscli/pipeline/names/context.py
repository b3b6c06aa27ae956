"""What the words around a name say about its case and about the person's gender."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from newscli.pipeline.morphology import CACHED_WORDS, parses
from newscli.pipeline.names.agreement import CASES, Agreement

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

# Cases that a preposition governs, the usual first; all other cases are next to impossible.
PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "без": ("gent",),
    "близ": ("gent",),
    "в": ("loct", "accs"),
    "вблизи": ("gent",),
    "вместо": ("gent",),
    "во": ("loct", "accs"),
    "возле": ("gent",),
    "вокруг": ("gent",),
    "для": ("gent",),
    "до": ("gent",),
    "из": ("gent",),
    "из-за": ("gent",),
    "к": ("datv",),
    "ко": ("datv",),
    "кроме": ("gent",),
    "между": ("ablt", "gent"),
    "на": ("loct", "accs"),
    "над": ("ablt",),
    "о": ("loct", "accs"),
    "об": ("loct", "accs"),
    "обо": ("loct",),
    "около": ("gent",),
    "от": ("gent",),
    "перед": ("ablt",),
    "по": ("datv", "loct", "accs"),
    "под": ("ablt", "accs"),
    "после": ("gent",),
    "при": ("loct",),
    "про": ("accs",),
    "против": ("gent",),
    "ради": ("gent",),
    "с": ("ablt", "gent"),
    "сквозь": ("accs",),
    "со": ("ablt", "gent"),
    "среди": ("gent",),
    "у": ("gent",),
    "через": ("accs",),
    "благодаря": ("datv",),
    "согласно": ("datv",),
    "вопреки": ("datv",),
    "навстречу": ("datv",),
    "за": ("ablt", "accs"),
    "напротив": ("gent",),
    "относительно": ("gent",),
    "помимо": ("gent",),
    "насчёт": ("gent",),
    "им": ("gent",),
    "имени": ("gent",),
}
_GOVERNED = 4.0
_SECOND_CASE = -0.7
_APPOSITION = 2.2
_OF_NOUN = 1.5
_OF_PERSON = 1.0
_SUBJECT = 3.0
_SUBJECT_AFTER_NOUN = 2.2
_STARTS_SENTENCE = 1.5
_AFTER_VERB = 1.2
_AFTER_VERB_IN_GENDER = 1.75
# `депутат` may be a woman, `певица` is one.
_GENDERS_OF_TITLE = {"masc": 1.0, "femn": 3.0, "plur": 0.0}
_TITLE_REACH = 6
_ADVERBS_BEFORE_VERB = 2
_QUOTES = frozenset("«»\"„“”'")


class Evidence:
    """What speaks for each agreement of one name: logarithms of odds, to be added up."""

    def __init__(self) -> None:
        self._scores: dict[str | Agreement, float] = {}

    def add(self, what: str | Agreement, score: float) -> None:
        """Speak for a case, a gender, or the two together."""
        self._scores[what] = self._scores.get(what, 0.0) + score

    def __getitem__(self, agreement: Agreement) -> float:
        get = self._scores.get
        return get(agreement.case, 0.0) + get(agreement.gender, 0.0) + get(agreement, 0.0)


def surroundings(span: Span, *, person: bool) -> Evidence:
    """The evidence of the words before and after a name, which may be a person's."""
    evidence = Evidence()
    before = _before(span[0])
    if before is None:
        evidence.add("nomn", _STARTS_SENTENCE)
    elif before.lower_ in PREPOSITIONS:
        _hear_preposition(before.lower_, evidence)
    else:
        _hear_word_before(before, evidence, person=person)
    after = _after(span[-1])
    for _ in range(_ADVERBS_BEFORE_VERB):
        if after is not None and word_kind(after.lower_).adverb:
            after = _after(after)
    if after is not None:
        of_noun = (
            before is not None and before.is_lower and bool(word_kind(before.lower_).noun_cases)
        )
        _hear_verb_after(word_kind(after.lower_), evidence, of_noun=of_noun)
    return evidence


def _hear_preposition(preposition: str, evidence: Evidence) -> None:
    first, *others = PREPOSITIONS[preposition]
    evidence.add(first, _GOVERNED)
    for case in others:
        evidence.add(case, _GOVERNED + _SECOND_CASE)


def _hear_word_before(before: Token, evidence: Evidence, *, person: bool) -> None:
    if before.ent_type_ == "DATE":
        return
    kind = word_kind(before.lower_)
    if kind.verb:
        evidence.add("nomn", _AFTER_VERB)
        if kind.gender:
            evidence.add(Agreement("nomn", kind.gender), _AFTER_VERB_IN_GENDER)
    elif kind.noun_cases and before.is_lower and person and kind.animate:
        evidence.add("gent", _OF_PERSON)
        _hear_title(before, kind, evidence)
    elif kind.noun_cases or before.ent_type_:
        title = _distant_title(before) if person else None
        if title is not None:
            _hear_title(title, word_kind(title.lower_), evidence)
        elif before.is_lower:
            evidence.add("gent", _OF_NOUN)
    elif kind.adjective_cases:
        for case in _cases_of_title(before, kind.adjective_cases):
            evidence.add(case, _APPOSITION)


def _hear_title(title: Token, kind: WordKind, evidence: Evidence) -> None:
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
        kind = word_kind(token.lower_)
        if kind.verb:
            return None
        if token.is_lower and kind.animate and kind.noun_cases:
            return token
    return None


def _hear_verb_after(kind: WordKind, evidence: Evidence, *, of_noun: bool) -> None:
    """A verb after the name has it for subject, or the noun before it (`жена Петрова пела`)."""
    if not kind.verb:
        return
    subject = _SUBJECT_AFTER_NOUN if of_noun else _SUBJECT
    if kind.gender is None:
        evidence.add("nomn", subject / 2)
        return
    evidence.add(Agreement("nomn", kind.gender), subject)
    if kind.gender == "plur" and not of_noun:
        # `Мамаева задержали`: nobody is named as the one who did it.
        evidence.add("accs", subject)


def _cases_of_title(title: Token, cases: frozenset[str]) -> frozenset[str]:
    """Which of its cases a title has, by the preposition or the adjectives before it."""
    token = _before(title)
    for _ in range(_TITLE_REACH):
        if token is None:
            return cases
        if token.lower_ in PREPOSITIONS:
            return cases & frozenset(PREPOSITIONS[token.lower_]) or cases
        narrowed = cases & word_kind(token.lower_).adjective_cases
        if not narrowed:
            return cases
        cases = narrowed
        token = _before(token)
    return cases


class WordKind:
    """What a neighbour of a name can be, over all its readings."""

    __slots__ = ("adjective_cases", "adverb", "animate", "gender", "noun_cases", "verb")

    def __init__(self, word: str) -> None:
        readings = parses(word)
        likely = [parse for parse in readings if parse.score >= 0.1]
        self.verb = bool(likely) and likely[0].tag.POS in ("VERB",)
        self.adverb = bool(likely) and likely[0].tag.POS in ("ADVB", "PRCL")
        nouns = [parse for parse in likely if parse.tag.POS == "NOUN"]
        self.noun_cases = frozenset(str(parse.tag.case) for parse in nouns) & set(CASES)
        self.animate = any(parse.tag.animacy == "anim" for parse in nouns)
        self.adjective_cases = frozenset(
            str(parse.tag.case) for parse in likely if parse.tag.POS in ("ADJF", "PRTF")
        ) & set(CASES)
        verbs = [parse for parse in likely if parse.tag.mood == "indc"]
        self.gender = _gender_of(verbs if self.verb else nouns)


def _gender_of(readings: Sequence[Parse]) -> str | None:
    """The gender of a verb's or noun's singular, "plur" where it has none; None if undecided."""
    singular = {str(parse.tag.gender) for parse in readings if parse.tag.number == "sing"}
    if not singular:
        return "plur" if readings else None
    gender = singular.pop()
    return gender if not singular and gender in ("masc", "femn") else None


@lru_cache(maxsize=CACHED_WORDS)
def word_kind(word: str) -> WordKind:
    return WordKind(word)


def _before(token: Token) -> Token | None:
    """The word before `token` in its sentence, over quotation marks."""
    if token.is_sent_start or token.i == 0:
        return None
    before = token.nbor(-1)
    return _before(before) if before.text in _QUOTES else before


def _after(token: Token) -> Token | None:
    doc = token.doc
    if token.i + 1 >= len(doc):
        return None
    after = doc[token.i + 1]
    if after.is_sent_start:
        return None
    return _after(after) if after.text in _QUOTES else after
