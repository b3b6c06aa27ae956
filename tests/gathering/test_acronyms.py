"""Which words an acronym stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.gathering.acronyms import is_acronym, spells_out, words_of


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Организация Объединённых Наций", "ООН"),
        ("Министерство внутренних дел", "МВД"),
        # small words count or not
        ("Организация по безопасности и сотрудничеству в Европе", "ОБСЕ"),
        ("Научно-исследовательский и проектный институт", "НИиПИ".upper()),
        # hyphenated words give one letter or all
        ("Либерально-демократическая партия России", "ЛДПР"),
        ("Северо-Кавказская железная дорога", "СКЖД"),
        ("Санкт-Петербургский горный университет", "СГУ"),
        ("Европейский Союз", "ЕС"),
        # an acronym gives its letters
        ("Управление ГИБДД", "УГИБДД"),
        # whom a name honours is left out
        ("Московский государственный университет имени М. В. Ломоносова", "МГУ"),
        ("World Health Organization", "WHO"),
    ],
)
def test_initials(name: str, acronym: str) -> None:
    assert spells_out(words_of(name), acronym)


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Министерство иностранных дел", "МВД"),
        ("Федеральная служба безопасности России", "ФСБ"),
        ("Служба безопасности", "ФСБ"),
        ("Росгвардия", "РГ"),
        ("Железнодорожные войска", "ЖДВ"),
        ("", "ООН"),
        ("и " * 5_000, "ИИИИИИИИ"),
    ],
)
def test_other_letters(name: str, acronym: str) -> None:
    assert not spells_out(words_of(name), acronym)


def test_compound_words_are_taken_apart_on_demand() -> None:
    assert spells_out(["Железнодорожные", "войска"], "ЖДВ", compounds=True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("МИД", True),
        ("WHO", True),
        ("Росгвардия", False),
        ("МИД России", False),
        ("Х", False),
        ("ИНТЕРФАКС", False),
        ("В2В", False),
    ],
)
def test_what_an_acronym_is(name: str, expected: bool) -> None:
    assert is_acronym(name) == expected


@given(st.lists(st.text("абвгд", min_size=1), min_size=2, max_size=8))
def test_initials_of_any_words_spell_their_acronym(words: list[str]) -> None:
    assert spells_out(words, "".join(word[0] for word in words).upper())
