"""Every encoding Russian news comes in is recognised, and the text comes back unchanged."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import SourceError, UsageError
from newscli.reading.decoding import CANDIDATES, decode, parse_encoding, recognize

ONE_BYTE = ("windows-1251", "koi8-r", "cp866")
EVERY = (*ONE_BYTE, "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")

TEXTS = [
    "Министр прибыл в Вену на переговоры",
    "Ёлку на площади зажгут в пятницу, сообщил мэр.",
    "СРОЧНО: В СОЧИ ОТКРЫЛСЯ МОСТ",
    "Цены выросли на 3,5% (с 1200 до 1242 руб.) 12.05.2023 в 18:30",
    "Windows 11 and Office 365: Microsoft обновила лицензии в России",
    "\r\n  Первая строка\r\n\r\nВторая строка.\r\n",
]
VOCABULARY = """
министр область встреча россия президент сегодня вечером город решение новый суд закон дорога школа
погода Москва Казань Иванов Петрова ООН США также который после говорить сообщение рубль процент
участник матч победа чемпионат театр выставка
"""


@pytest.mark.parametrize("encoding", EVERY)
@pytest.mark.parametrize("text", TEXTS)
def test_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("«Спартак» — «Зенит»: матч № 7 перенесён…", ["windows-1251", "utf-8", "utf-16-be"]),
        ("Дом № 5 на Садовой улице закрыт", ["windows-1251", "cp866"]),
        ("Plain ASCII is UTF-8", ["ascii"]),
        ("🔥 В Сочи +30 🔥", ["utf-8", "utf-16", "utf-16-le"]),
        ("", ["ascii"]),
    ],
)
def test_characters_that_only_some_encodings_have(text: str, encodings: list[str]) -> None:
    for encoding in encodings:
        assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("encoding", CANDIDATES)
def test_the_encoding_is_named(encoding: str) -> None:
    assert decode(TEXTS[0].encode(encoding)) == (TEXTS[0], encoding)


@given(st.lists(st.sampled_from(VOCABULARY.split()), min_size=6), st.sampled_from(EVERY))
def test_any_russian_words_come_back(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    assert decode(text.encode(encoding))[0] == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04\ufeff")))
def test_any_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(st.binary())
def test_any_bytes_are_read_somehow(data: bytes) -> None:
    text, encoding = decode(data)
    assert encoding == recognize(data)
    assert not text.startswith("\ufeff\ufeff")


def test_damaged_utf_8_stays_utf_8() -> None:
    data = "Министр прибыл в Вену".encode()
    assert decode(data[:5] + data[6:])[1] == "utf-8"
    assert decode(data[:-1]) == ("Министр прибыл в Вен\ufffd", "utf-8")


def test_a_forced_encoding_is_obeyed() -> None:
    assert decode("Вена".encode("koi8-r"), "cp1251") == ("чЕОБ", "cp1251")
    assert decode("Вена".encode("utf-8-sig"), "utf-8") == ("Вена", "utf-8")


def test_a_forced_encoding_that_does_not_fit() -> None:
    with pytest.raises(SourceError, match="byte at offset 4 is not utf-8: give another --encoding"):
        decode("abc Вена".encode("cp1251"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "hex", "base64", ""])
def test_no_such_encoding(name: str) -> None:
    with pytest.raises(UsageError, match="windows-1251, koi8-r, cp866"):
        parse_encoding(name)


@pytest.mark.parametrize("name", ["utf-8", "CP1251", "koi8_r", "utf-16", "mac-cyrillic"])
def test_encodings_by_any_of_their_names(name: str) -> None:
    assert parse_encoding(name) == name


def test_recognising_an_encoding_takes_no_memory_for_all_of_the_text() -> None:
    data = ("Паром вернулся в порт. " * 50_000).encode("cp1251")
    tracemalloc.start()
    try:
        assert recognize(data) == "windows-1251"
        assert tracemalloc.get_traced_memory()[1] < 2 * len(data)
    finally:
        tracemalloc.stop()
