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
from training.carry_over import TAGS
from training.foreign import foreign_name

OUTSIDE = TAGS.index("O")
_FIRST, _NEXT = TAGS.index("B-PER"), TAGS.index("I-PER")
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


def _words(text: str) -> list[str]:
    return text.split()


_CITIES = _words(
    "Москва Баку Минск Астана Ереван Тбилиси Ташкент Бишкек Киев Рига Лондон Париж Берлин Пекин "
    "Токио Вашингтон Анкара Тегеран Казань Самара Уфа Пермь Омск Сочи Якутск Чита Брюссель Женева"
)
_MONTHS = _words(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "янв фев мар апр июн июл авг сен окт ноя дек"
)
_AGENCIES = (
    *(("ТАСС",), ("РИА", "Новости"), ("Интерфакс",), ("Reuters",), ("АР",), ("Азертадж",)),
    *(("БЕЛТА",), ("Казинформ",), ("ИТАР-ТАСС",), ("Росбалт",), ("AFP",), ("Sputnik",)),
    *(("Коммерсантъ",), ("Известия",), ("РБК",), ("Getty", "Images"), ("Регнум",), ("Trend",)),
)
_CREDITS = _words("Фото Автор Текст Видео Иллюстрация Корреспондент Источник Подготовил Беседовала")


class Sentence(NamedTuple):
    """Words and their tags, as numbers."""

    words: tuple[str, ...]
    tags: tuple[int, ...]


Article = Sequence[Sentence]


class Name(NamedTuple):
    """A person's mention: words `start` to `end`, the latter outside."""

    start: int
    end: int


Variant = Callable[[Sentence, random.Random], Sentence | None]


def in_capitals(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`ПУТИН ПРИБЫЛ В ПЕКИН`: a headline, and how a text without capitals is read."""
    return sentence._replace(words=tuple(word.upper() for word in sentence.words))


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
    words, tags = list(sentence.words), list(sentence.tags)
    for name in reversed(list(_full_names(sentence))):
        *first, surname = words[name.start : name.end]
        letters = [word[0] for word in first]
        if len(letters) == 1 and chance.random() < 0.5:
            letters.append(chance.choice("АВЕИМНПС"))
        initials = [mark for letter in letters for mark in (letter, ".")]
        renamed = [surname, *initials] if chance.random() < 0.5 else [*initials, surname]
        words[name.start : name.end] = renamed
        tags[name.start : name.end] = [_FIRST] + [_NEXT] * (len(renamed) - 1)
    variant = Sentence(tuple(words), tuple(tags))
    return variant if variant != sentence else None


def with_other_quotes(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`"Спартак"`, `„Спартак“` for `«Спартак»`."""
    opening, closing = chance.choice(_QUOTES)
    marks = {**dict.fromkeys(_OPENING, opening), **dict.fromkeys(_CLOSING, closing)}
    return _changed(sentence, [marks.get(word, word) for word in sentence.words])


def in_a_list(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """One mention alone as a table's cell or a list's item: `• Иванов Пётр`, `2. Казань`."""
    runs = list(_runs(sentence))
    if not runs:
        return None
    start, end = chance.choice(runs)
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
    for start, end in _runs(sentence):
        if not TAGS[sentence.tags[start]].endswith("DATE") and chance.random() < 0.6:
            words[start:end] = [_latin(word) for word in words[start:end]]
    return _changed(sentence, words)


def with_foreign_name(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """A person in the nominative becomes one whose name news writes in several words."""
    words, tags = list(sentence.words), list(sentence.tags)
    for name in reversed(list(_full_names(sentence))):
        if all(_is(word, "nomn") for word in words[name.start : name.end]):
            renamed = foreign_name(chance)
            words[name.start : name.end] = renamed
            tags[name.start : name.end] = [_FIRST] + [_NEXT] * (len(renamed) - 1)
    variant = Sentence(tuple(words), tuple(tags))
    return variant if variant != sentence else None


def with_dateline(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`МОСКВА, 3 сентября — РИА Новости. …`, `БАКУ /Trend/ …`"""
    city = chance.choice(_CITIES)
    place = _tagged("LOC", city.upper() if chance.random() < 0.6 else city)
    day = _tagged("DATE", str(chance.randint(1, 31)), chance.choice(_MONTHS))
    source = _tagged("ORG", *chance.choice(_AGENCIES))
    line = chance.choice(
        [
            [place, _outside(","), day, _outside("—"), source, _outside(".")],
            [place, _outside(","), day, _outside("/"), source, _outside("/", ".")],
            [place, _outside("."), day, _outside("."), source, _outside("-")],
            [place, _outside("/"), source, _outside("/")],
            [place, _outside(","), day, _outside("-"), source],
            [place, _outside(","), source],
        ]
    )
    return _chained(*line, sentence)


def as_credit(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """`Фото: Анна Иванова / РИА Новости`, `Анна Иванова, «Коммерсантъ», Казань`."""
    names = list(_full_names(sentence))
    if not names:
        return None
    name = chance.choice(names)
    person = _tagged("PER", *sentence.words[name.start : name.end])
    source = _tagged("ORG", *chance.choice(_AGENCIES))
    role, place = _outside(chance.choice(_CREDITS), ":"), _tagged("LOC", chance.choice(_CITIES))
    credit = chance.choice(
        [
            [role, person],
            [role, person, _outside("/"), source],
            [role, source],
            [role, source, _outside("/"), person],
            [person, _outside(","), source],
            [person, _outside(",", "«"), source, _outside("»", ","), place],
            [_outside("©"), source, _outside("/"), person],
        ]
    )
    return _chained(*credit)


# How many sentences of a hundred are learnt once more in each way.
VARIANTS: dict[Variant, float] = {
    in_capitals: 0.15,
    surname_in_capitals: 0.02,
    surname_first: 0.06,
    with_initials: 0.05,
    with_other_quotes: 0.05,
    in_a_list: 0.05,
    in_latin: 0.015,
    with_foreign_name: 0.03,
    with_dateline: 0.015,
    as_credit: 0.03,
}
_BY_THEMSELVES = 0.5


def add_variants(articles: Sequence[Article], *, seed: int) -> Iterator[Article]:
    """Every article, and the variants that chance gives its sentences.

    They stand in the article itself, which then shows the same names more clearly, as it does to
    its headline, or by themselves.
    """
    chance = random.Random(seed)
    for article in articles:
        variants = [
            variant
            for sentence in article
            for make, share in VARIANTS.items()
            if chance.random() < share and (variant := make(sentence, chance))
        ]
        if chance.random() < _BY_THEMSELVES:
            yield article
            yield variants
        else:
            yield [*article, *variants]


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The mentions of a sentence: first word and the one after the last."""
    start = None
    for at, tag in enumerate((*sentence.tags, OUTSIDE)):
        begins = TAGS[tag].startswith("B-")
        if start is not None and (begins or tag == OUTSIDE):
            yield start, at
            start = None
        if begins:
            start = at


def _names(sentence: Sentence) -> Iterator[Name]:
    for start, end in _runs(sentence):
        if sentence.tags[start] == _FIRST:
            yield Name(start, end)


def _full_names(sentence: Sentence) -> Iterator[Name]:
    """Names of a first name, perhaps a patronymic, and a surname, as the dictionary sees them."""
    for name in _names(sentence):
        words = sentence.words[name.start : name.end]
        if len(words) in (2, 3) and all(word.istitle() for word in words):
            first, *middle, last = words
            if (
                _is(first, "Name")
                and all(_is(word, "Patr") for word in middle)
                and not _is(last, "Patr")
            ):
                yield name


def _tagged(label: str, *words: str) -> Sentence:
    first, following = TAGS.index(f"B-{label}"), TAGS.index(f"I-{label}")
    return Sentence(words, (first, *[following] * (len(words) - 1)))


def _outside(*words: str) -> Sentence:
    return Sentence(words, (OUTSIDE,) * len(words))


def _chained(*parts: Sentence) -> Sentence:
    return Sentence(
        tuple(word for part in parts for word in part.words),
        tuple(tag for part in parts for tag in part.tags),
    )


def _latin(word: str) -> str:
    latin = word.lower().translate(_TO_LATIN)
    return latin.upper() if word.isupper() and len(word) > 1 else latin.capitalize()


def _is(word: str, grammeme: str) -> bool:
    return any(grammeme in parse.tag for parse in parses(word.lower()))


def _changed(sentence: Sentence, words: Sequence[str]) -> Sentence | None:
    return sentence._replace(words=tuple(words)) if tuple(words) != sentence.words else None
