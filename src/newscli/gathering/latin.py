"""A person's name in Latin letters, as passports and gazetteers spell it.

- ICAO Doc 9303, Machine Readable Travel Documents, part 3, section 6, "Transliteration of Cyrillic
  characters": the spelling in Russian passports since 2014.
- BGN/PCGN 1947 System, Romanization of Russian, in its common form without apostrophes and dots:
  `ё` is `yo` where `е` is `ye`, and `e` elsewhere.

Letters that Russian lacks have the value of ICAO's table in the one, in the other that of the
BGN/PCGN system of their own language, without its marks. Every other letter is read as Russian:
nothing in a name tells in what language it is spelt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from newscli.records import LatinName


def _table(letters: str, spellings: str) -> dict[str, str]:
    return dict(zip(letters, spellings.split(), strict=True))


# Letters that both standards spell alike; signs that neither writes are empty.
_SHARED = {
    **_table("абвгдеёжзи", "a b v g d e e zh z i"),
    **_table("клмнопрсту", "k l m n o p r s t u"),
    **_table("фхцчшщыэ", "f kh ts ch sh shch y e"),
    "ь": "",
    **_table("іґ", "i g"),  # Володимир Ґонський, Алесь Бяляцкі
    **_table("љњјђћџѕ", "lj nj j d c dz dz"),  # Ђорђе Николић, Џајић
    # Kazakh, Kyrgyz and Tatar, which ICAO leaves out: Қасым-Жомарт, Әлия, Нұрсұлтан
    **_table("әғқңөұүһ", "a gh q ng o u u h"),
}
# The last are Ukrainian, Belarusian and Macedonian: Їжакевич, Єва, Быкаў, Ѓорѓи, Ќосе.
_ICAO = {**_SHARED, **_table("йъюя", "i ie iu ia"), **_table("їєўѓќ", "i ie u g k")}
_BGN = {**_SHARED, "ъ": "", **_table("йюя", "y yu ya"), **_table("їєўѓќ", "yi ye w gj kj")}
# BGN/PCGN 1947, notes 1 and 2: at the beginning of a word, after a vowel, й, ъ and ь.
_BGN_AFTER_NO_CONSONANT = {"е": "ye", "ё": "yo"}
_NO_CONSONANTS = frozenset("аеёиоуыэюяіїєйъь")
# First names repeat, and so do the surnames of those in the news.
_CACHED_PARTS = 4_096


def latin_name(name: str) -> LatinName | None:
    """A name in Latin letters by both standards, or None where it has no letter to spell.

    Capitals, hyphens and the dots of initials stay (`С. В. Лавров` is `S. V. Lavrov`), and so do
    Latin letters. Of several letters for one the first alone is a capital (`Shcherbakov`), but in a
    word of capitals all are. Cyrillic letters that neither standard knows are spelt as the letter
    they are made from (`ӣ` as `и`) or left out.
    """
    spelt = [_spell(part) for part in name.split(" ")]
    icao, bgn = (" ".join(parts) for parts in zip(*spelt, strict=True))
    return LatinName(icao, bgn) if any(map(_is_latin, icao + bgn)) else None


@lru_cache(maxsize=_CACHED_PARTS)
def _spell(part: str) -> tuple[str, str]:
    """What stands between the blanks of a name, by ICAO and by BGN/PCGN."""
    composed = unicodedata.normalize("NFC", part)
    icao = "".join(_spell_words(composed, _ICAO, {}))
    return icao, "".join(_spell_words(composed, _BGN, _BGN_AFTER_NO_CONSONANT))


def _spell_words(
    part: str, table: Mapping[str, str], after_no_consonant: Mapping[str, str]
) -> Iterator[str]:
    for is_word, run in groupby(part, key=str.isalpha):
        letters = "".join(run)
        if is_word:
            yield from _spell_word(letters, table, after_no_consonant)
        else:
            # Combining letters of old print are Cyrillic too.
            yield from (sign for sign in letters if not _is_cyrillic(sign))


def _spell_word(
    word: str, table: Mapping[str, str], after_no_consonant: Mapping[str, str]
) -> Iterator[str]:
    shouted = len(word) > 1 and word.isupper()
    follows_consonant = False
    for letter in word:
        low = letter.lower()
        spelt = table.get(low)
        if spelt is None and not _is_cyrillic(letter):
            yield letter
        else:
            if spelt is None:
                spelt = table.get(unicodedata.normalize("NFD", low)[0], "")
            if not follows_consonant:
                spelt = after_no_consonant.get(low, spelt)
            if letter != low:
                spelt = spelt.upper() if shouted else spelt[:1].upper() + spelt[1:]
            yield spelt
        follows_consonant = low not in _NO_CONSONANTS


def _is_cyrillic(letter: str) -> bool:
    return "CYRILLIC" in unicodedata.name(letter, "")


def _is_latin(letter: str) -> bool:
    if letter.isascii():
        return letter.isalpha()
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")
