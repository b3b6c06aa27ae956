"""Sentences said another way: the shapes that news takes and annotated corpora hardly show.

Each function takes a sentence and gives back a variant with its tags, or None where it has nothing
to change. Words are those of `newscli.pipeline.recognizer.words`: an initial and its full stop are
two.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newscli.pipeline.morphology import parses
from training.foreign import foreign_name
from training.latin import latin_organisation, latin_person, latin_place, latin_thing
from training.layouts import LINES, Mentions
from training.tagged import (
    CASES,
    OUTSIDE,
    Article,
    Sentence,
    chained,
    may_be,
    mentions_of,
    outside,
    replaced,
    tagged,
)

_QUOTES = (("«", "»"), ('"', '"'), ("„", "“"), ("“", "”"), ("'", "'"))
_OPENING, _CLOSING = ("«", "„"), ("»", "“")
_TO_LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
        "ё": "yo",
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
    }
)


class Name(NamedTuple):
    """A person's mention: words `start` to `end`, the latter outside."""

    start: int
    end: int


_LATIN_MAKERS: dict[str, Callable[[random.Random], list[str]]] = {
    "PER": latin_person,
    "ORG": latin_organisation,
    "LOC": latin_place,
}

Variant = Callable[[Sentence, random.Random], Sentence | None]


def in_capitals(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`ПУТИН ПРИБЫЛ В ПЕКИН`: a headline, and how a text without capitals is read."""
    return _capitals(sentence)


def surname_in_capitals(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`Владимир ПУТИН`."""
    words = list(sentence.words)
    for name in _names(sentence):
        if name.end - name.start > 1:
            words[name.end - 1] = words[name.end - 1].upper()
    return _changed(sentence, words)


def surname_first(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`Путин Владимир`, `Путина Владимира Владимировича`."""
    words = list(sentence.words)
    for name in _full_names(sentence):
        *first, surname = words[name.start : name.end]
        words[name.start : name.end] = [surname, *first]
    return _changed(sentence, words)


def with_initials(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`В. Путин`, `В. В. Путин`, `Путин В. В.`: spaces are nothing to words."""
    variant = sentence
    for name in reversed(list(_full_names(sentence))):
        *first, surname = sentence.words[name.start : name.end]
        letters = [word[0] for word in first]
        if len(letters) == 1 and chance.random() < 0.5:
            letters.append(chance.choice("АВЕИМНПС"))
        initials = [mark for letter in letters for mark in (letter, ".")]
        renamed = [surname, *initials] if chance.random() < 0.5 else [*initials, surname]
        variant = replaced(variant, name.start, name.end, tagged("PER", *renamed))
    return variant if variant != sentence else None


def with_other_quotes(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`"Спартак"`, `„Спартак“` for `«Спартак»`."""
    opening, closing = chance.choice(_QUOTES)
    marks = {**dict.fromkeys(_OPENING, opening), **dict.fromkeys(_CLOSING, closing)}
    return _changed(sentence, [marks.get(word, word) for word in sentence.words])


def in_a_list(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """One mention alone as a table's cell or a list's item: `• Иванов Пётр`, `2. Казань`."""
    mentions = list(mentions_of(sentence))
    if not mentions:
        return None
    _, start, end = chance.choice(mentions)
    before = chance.choice([(), (), ("•",), ("-",), ("—",), (str(chance.randint(1, 30)), ".")])
    after = chance.choice([(), (), (",",), (str(chance.randint(1, 300)),), (";",), (":",)])
    outside = (OUTSIDE,)
    return Sentence(
        (*before, *sentence.words[start:end], *after),
        (*outside * len(before), *sentence.tags[start:end], *outside * len(after)),
    )


def in_latin(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`Vladimir Putin прибыл в Moskva`: one mention or more in Latin letters."""
    words = list(sentence.words)
    for label, start, end in mentions_of(sentence):
        if label != "DATE" and chance.random() < 0.6:
            words[start:end] = [_latin(word) for word in words[start:end]]
    return _changed(sentence, words)


def with_latin_names(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`основатель OpenAI Sam Altman прибыл в Tallinn`: names that were Latin from the first."""
    variant = sentence
    for label, start, end in reversed(list(mentions_of(sentence))):
        if label == "DATE" or chance.random() < 0.3:
            continue
        named = tagged(label, *_LATIN_MAKERS[label](chance))
        is_of = label == "PER" and start and _is_post(sentence.words[start - 1])
        if is_of and chance.random() < 0.4:
            named = chained(tagged("ORG", *latin_organisation(chance)), named)
        variant = replaced(variant, start, end, named)
    return variant if variant != sentence else None


def with_latin_thing(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`сервис VPN`, `автомобиль BMW X6`: Latin letters are not always a name."""
    places = [
        at
        for at in range(1, len(sentence.words))
        if sentence.tags[at - 1] == sentence.tags[at] == OUTSIDE
        and sentence.words[at - 1].islower()
        and {"NOUN", "inan"} <= parses(sentence.words[at - 1])[0].tag.grammemes
    ]
    if not places:
        return None
    at = chance.choice(places)
    return replaced(sentence, at, at, outside(*latin_thing(chance)))


def with_foreign_name(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """A person becomes one whose name news writes in several words, in the same case."""
    variant = sentence
    for name in reversed(list(_full_names(sentence))):
        words = sentence.words[name.start : name.end]
        cases = [case for case in CASES if all(may_be(word, case) for word in words)]
        if cases:
            renamed = foreign_name(chance, cases[0])
            variant = replaced(variant, name.start, name.end, tagged("PER", *renamed))
    return variant if variant != sentence else None


# How many sentences of a hundred are learnt once more in each way.
VARIANTS: dict[Variant, float] = {
    in_capitals: 0.2,
    surname_in_capitals: 0.02,
    surname_first: 0.06,
    with_initials: 0.05,
    with_other_quotes: 0.05,
    in_a_list: 0.06,
    in_latin: 0.015,
    with_latin_names: 0.04,
    with_latin_thing: 0.01,
    with_foreign_name: 0.05,
}
# How many variants of a hundred are put into capitals, too, and how many articles as a whole.
_VARIANTS_IN_CAPITALS = 0.2
_ARTICLES_IN_CAPITALS = 0.2
# How many lines of a hundred do not end before the sentence.
_RUNS_ON = 0.25


def add_variants(articles: Sequence[Article], *, seed: int) -> Iterator[Article]:
    """Every article, and the variants that chance gives its sentences.

    They stand in the article itself, which then shows the same names more clearly, as it does to
    its headline, or each by itself, as a message does.
    """
    chance = random.Random(seed)
    mentions = Mentions(articles)
    for article in articles:
        variants = [
            variant for sentence in article for variant in _variants(sentence, mentions, chance)
        ]
        if chance.random() < 0.5:
            yield article
            for variant in variants:
                yield [variant]
        else:
            yield [*article, *variants]
        if chance.random() < _ARTICLES_IN_CAPITALS:
            yield [_capitals(sentence) for sentence in article]


def _variants(sentence: Sentence, mentions: Mentions, chance: random.Random) -> Iterator[Sentence]:
    """What chance makes of a sentence, and the lines that it puts beside it."""
    for make, share in VARIANTS.items():
        if chance.random() < share and (variant := make(sentence, chance)):
            is_loud = chance.random() < _VARIANTS_IN_CAPITALS
            yield _capitals(variant) if is_loud else variant
    for line_of, share in LINES.items():
        if chance.random() < share:
            line = line_of(mentions, chance)
            if chance.random() < _RUNS_ON:
                line = chained(line, sentence)
            yield _capitals(line) if chance.random() < _VARIANTS_IN_CAPITALS else line


def _capitals(sentence: Sentence) -> Sentence:
    return sentence._replace(words=tuple(word.upper() for word in sentence.words))


def _names(sentence: Sentence) -> Iterator[Name]:
    for label, start, end in mentions_of(sentence):
        if label == "PER":
            yield Name(start, end)


def _full_names(sentence: Sentence) -> Iterator[Name]:
    """Names of a first name, perhaps a patronymic, and a surname, as the dictionary sees them."""
    for name in _names(sentence):
        words = sentence.words[name.start : name.end]
        if len(words) in (2, 3) and all(word.istitle() for word in words):
            first, *middle, last = words
            if (
                may_be(first, "Name")
                and all(may_be(word, "Patr") for word in middle)
                and not may_be(last, "Patr")
            ):
                yield name


def _latin(word: str) -> str:
    latin = word.lower().translate(_TO_LATIN)
    return latin.upper() if word.isupper() and len(word) > 1 else latin.capitalize()


def _is_post(word: str) -> bool:
    """Whether a word tells who somebody is: `основатель`."""
    return word.islower() and {"NOUN", "anim"} <= parses(word)[0].tag.grammemes


def _changed(sentence: Sentence, words: Sequence[str]) -> Sentence | None:
    return sentence._replace(words=tuple(words)) if tuple(words) != sentence.words else None
