"""Surnames decline in their own way: `Ивановым` like an adjective, `Черных` not at all."""

from __future__ import annotations

from collections.abc import Iterator

from newscli.pipeline.names.agreement import ANY, Reading

_STEMS = ("ов", "ев", "ёв", "ин", "ын")
# For each ending after such a stem: gender, the nominative's ending, cases.
_ENDINGS = {
    "": (("masc", "", "nomn"),),
    "а": (("masc", "", "gent accs"), ("femn", "а", "nomn")),
    "у": (("masc", "", "datv"), ("femn", "а", "accs")),
    "ым": (("masc", "", "ablt"),),
    "е": (("masc", "", "loct"),),
    "ой": (("femn", "а", "gent datv ablt loct"),),
    "ы": (("plur", "ы", "nomn"),),
    "ых": (("plur", "ы", "gent accs loct"),),
    "ыми": (("plur", "ы", "ablt"),),
}
_DECLINED = tuple(stem + letters for stem in _STEMS for letters in _ENDINGS)
_SHORTEST = 4
_WEIGHT = 0.4

_FAMILY_CASES = {
    "ых": "gent accs loct",
    "ым": "datv",
    "ыми": "ablt",
    "ы": "nomn",
    "их": "gent accs loct",
    "им": "datv",
    "ими": "ablt",
    "ие": "nomn",
}
_FAMILY_WEIGHT = 0.1

# A man's surname on these endings has a woman's form; on another consonant it stays for a woman.
_DECLINED_ENDINGS = ("ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ой", "ей")
FINAL_CONSONANTS = "бвгджзклмнпрстфхцчшщьй"
_FIXED_FOR_ALL_WEIGHT = 0.5
_FIXED_FOR_WOMEN_WEIGHT = 0.3


def surname_readings(word: str) -> Iterator[Reading]:
    """The readings of a lower-case word as a surname, whether or not the dictionary has it."""
    if word.endswith(_DECLINED):
        for letters, forms in _ENDINGS.items():
            stem = word[: len(word) - len(letters)]
            if word.endswith(letters) and stem.endswith(_STEMS) and len(stem) >= _SHORTEST:
                for gender, ending, cases in forms:
                    for case in cases.split():
                        yield stem + ending, case, gender, _WEIGHT
    if word.endswith(("их", "ых")) and not word[:-2].endswith(_STEMS):
        for gender in ("masc", "femn"):
            yield word, ANY, gender, _FIXED_FOR_ALL_WEIGHT
    elif word[-1] in FINAL_CONSONANTS and not word.endswith(_DECLINED_ENDINGS):
        yield word, ANY, "femn", _FIXED_FOR_WOMEN_WEIGHT


def family_readings(word: str) -> Iterator[Reading]:
    """Read a surname in the plural as one person's: `Сафаровых` as `Сафаров` and `Сафарова`."""
    for letters, cases in _FAMILY_CASES.items():
        stem = word[: len(word) - len(letters)]
        if not word.endswith(letters):
            continue
        if stem.endswith(_STEMS):
            forms = {"masc": stem, "femn": stem + "а"}
        elif stem.endswith(("ск", "цк")):
            forms = {"masc": stem + "ий", "femn": stem + "ая"}
        else:
            continue
        for case in cases.split():
            for gender, form in forms.items():
                yield form, case, gender, _FAMILY_WEIGHT
