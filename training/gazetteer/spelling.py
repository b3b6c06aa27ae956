"""The Russian spelling of a city among GeoNames' alternate names, which tell no language.

A Cyrillic name may be Ukrainian, Bulgarian, Serbian or Kazakh. Letters tell some; of the others
the Russian one is what pymorphy3's dictionary has as a place, what Russian news writes (the
recogniser's vocabulary), and what reads in Latin letters like the city's main name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache

from babel import Locale

from newscli.model import FOLDER
from newscli.pipeline.morphology import fold, parses
from newscli.pipeline.recognizer.vocabulary import Vocabulary

_RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё]*(?:[ .'’\-–]+[А-Яа-яЁё]+)*")
# Bulgarian writes ъ as a vowel; in Russian it stands before е, ё, ю, я only.
_BULGARIAN = r"[ъЪ](?![еёюя])"
_CLASS_WORD = re.compile(r"^(?:г|город|с|село|пос|пгт|п|ст)\.? (?=[А-ЯЁ])")
# Ukrainian `Луганськ`, Mari `Казань ош`, Mongolian `Орск хот`, Kyrgyz `Тунис шаары`.
_FOREIGN = re.compile(
    _BULGARIAN + r"|[сц]ьк(?:ий|а|е)?\b|[Рр]айон| (?:ош|ошсь|хот|шаары|шахар|куорат)$|^Шахри "
)
_ONLY_RUSSIAN = re.compile(r"[ыэё]")
# `Курахово` is Russian, `Курахове` Ukrainian.
_UKRAINIAN_END = re.compile(r"(?:ов|ев|ин)е$")
_WORD = re.compile(r"[А-Яа-яЁё]+")
_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуф", "abvgdeziiklmnoprstuf", strict=True))
    | {"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya"}
)


def russian_names(name: str, alternates: Iterable[str]) -> list[str]:
    """The names in Russian letters among `alternates`, the likeliest Russian one first.

    `name` is GeoNames' main name, in Latin letters.
    """
    found = {_CLASS_WORD.sub("", alternate) for alternate in alternates}
    russian = [one for one in found if _RUSSIAN.fullmatch(one) and not _FOREIGN.search(one)]
    return sorted(russian, key=lambda one: (-_likelihood(one, name), one))


def _likelihood(russian: str, latin: str) -> float:
    words = _WORD.findall(russian)
    likeness = SequenceMatcher(None, russian.lower().translate(_LATIN), latin.lower()).ratio()
    return (
        3 * (fold(russian) in _cldr_cities())
        + 2 * all(map(_is_place, words))
        + 2 * all(map(_is_in_news, words))
        + 0.3 * bool(_ONLY_RUSSIAN.search(russian))
        - 1.0 * bool(_UKRAINIAN_END.search(russian))
        + 0.4 * ("-" in russian)
        - 0.5 * ("'" in russian or "’" in russian)
        + 3 * likeness
    )


@lru_cache(maxsize=1)
def _cldr_cities() -> frozenset[str]:
    """Names of the cities that stand for time zones."""
    zones = Locale("ru").time_zones.values()
    return frozenset(fold(zone["city"]) for zone in zones if "city" in zone)


@cache
def _is_place(word: str) -> bool:
    return any(
        parse.is_known and {"Geox", "nomn"} <= parse.tag.grammemes for parse in parses(word.lower())
    )


@cache
def _is_in_news(word: str) -> bool:
    return _vocabulary().knows(fold(word))


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary.load(FOLDER)
