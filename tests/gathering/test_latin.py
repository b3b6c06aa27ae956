"""Names in Latin letters by ICAO Doc 9303 and BGN/PCGN 1947."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.gathering.latin import latin_name
from newscli.records import LatinName

CYRILLIC = st.characters(min_codepoint=0x400, max_codepoint=0x52F)
NAMES = st.text() | st.text(CYRILLIC | st.sampled_from("-.' Aaя\u0306\u0308\ua640\u1c80\u2de0"))
# щ
LONGEST_SPELLING = 4


@pytest.mark.parametrize(
    ("name", "icao", "bgn"),
    [
        ("Никита Хрущёв", "Nikita Khrushchev", "Nikita Khrushchev"),
        ("Хрущев", "Khrushchev", "Khrushchev"),
        ("Щербаков", "Shcherbakov", "Shcherbakov"),
        ("Юрьев", "Iurev", "Yuryev"),
        ("Подъячев", "Podieiachev", "Podyachev"),
        ("Ильхам Алиев", "Ilkham Aliev", "Ilkham Aliyev"),
        ("Евгений Пригожин", "Evgenii Prigozhin", "Yevgeniy Prigozhin"),
        ("Зоя", "Zoia", "Zoya"),
        ("Цой", "Tsoi", "Tsoy"),
        ("С. В. Лавров", "S. V. Lavrov", "S. V. Lavrov"),
        ("Ю. Е. Ёлкин", "Iu. E. Elkin", "Yu. Ye. Yolkin"),
        ("Салтыков-Щедрин", "Saltykov-Shchedrin", "Saltykov-Shchedrin"),
        ("Мамин-Ершов", "Mamin-Ershov", "Mamin-Yershov"),
        ("Эйхе", "Eikhe", "Eykhe"),
        ("Ельцин", "Eltsin", "Yeltsin"),
        ("Соловьёв", "Solovev", "Solovyov"),
        ("Мандельштам", "Mandelshtam", "Mandelshtam"),
        ("Отъезжаев", "Otieezzhaev", "Otyezzhayev"),
        ("Мейеров", "Meierov", "Meyyerov"),
        ("Лысый", "Lysyi", "Lysyy"),
        ("О'Коннор", "O'Konnor", "O'Konnor"),
        ("Башар аль-Асад", "Bashar al-Asad", "Bashar al-Asad"),
        # a word of capitals stays one
        ("ЖЩЮ", "ZHSHCHIU", "ZHSHCHYU"),
        # Latin letters come back unchanged, Polish and German ones too
        ("Elon Musk", "Elon Musk", "Elon Musk"),
        ("Łukasz Müller", "Łukasz Müller", "Łukasz Müller"),
        ("MC Щукин", "MC Shchukin", "MC Shchukin"),
        # letters of other alphabets
        ("Їжакевич", "Izhakevich", "Yizhakevich"),
        ("Єва Ґалаґан", "Ieva Galagan", "Yeva Galagan"),
        ("Янка Быкаў", "Ianka Bykau", "Yanka Bykaw"),
        ("Алесь Бяляцкі", "Ales Bialiatski", "Ales Byalyatski"),
        ("Қасым Ӣсо", "Qasym Iso", "Qasym Iso"),
        # й and ё written as a letter and its mark
        ("Цои\u0306 Е\u0308лкин", "Tsoi Elkin", "Tsoy Yolkin"),
    ],
)
def test_names(name: str, icao: str, bgn: str) -> None:
    assert latin_name(name) == LatinName(icao, bgn)


@pytest.mark.parametrize("name", ["", "Ь", "47", "—", "习近平"])
def test_what_has_no_letter_to_spell_has_no_latin_name(name: str) -> None:
    assert latin_name(name) is None


@given(NAMES)
def test_no_cyrillic_letter_is_left_and_the_length_is_bounded(name: str) -> None:
    latin = latin_name(name)
    if latin:
        composed = unicodedata.normalize("NFC", name)
        for spelling in (latin.icao, latin.bgn):
            assert not any("CYRILLIC" in unicodedata.name(letter, "") for letter in spelling)
            assert len(spelling) <= LONGEST_SPELLING * len(composed)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_latin_text_comes_back_unchanged(name: str) -> None:
    latin = latin_name(name)
    assert latin is None or latin.icao == latin.bgn == unicodedata.normalize("NFC", name)
