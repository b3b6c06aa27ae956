"""The parts of a person's name."""

from __future__ import annotations

import pytest

from newscli.pipeline.names.inflection import nominatives
from newscli.pipeline.names.parts import PersonName, can_be_same, read_name, split_name
from tests.named_docs import named_doc


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("[Петров Иван Сергеевич](PER)", PersonName("Иван", "Петров", "Сергеевич", "male")),
        ("[Иван Сергеевич Петров](PER)", PersonName("Иван", "Петров", "Сергеевич", "male")),
        ("[Иван Сергеевич](PER) сказал", PersonName("Иван", None, "Сергеевич", "male")),
        (
            "дело [Абдурахмановой Натальи Петровны](PER)",
            PersonName("Наталья", "Абдурахманова", "Петровна", "female"),
        ),
        ("дело [Петровой Анны](PER)", PersonName("Анна", "Петрова", None, "female")),
        ("[И. С. Петров](PER) сказал", PersonName("И.", "Петров", "С.", "male")),
        ("[Петров И.С.](PER) сказал", PersonName("И.", "Петров", "С.", "male")),
        ("слова [С.Лаврова](PER)", PersonName("С.", "Лавров", None, "male")),
        ("[Джордж У. Буш](PER) сказал", PersonName("Джордж", "Буш", None, "male")),
        ("с [Си Цзиньпином](PER)", PersonName("Цзиньпин", "Си", None, "male")),
        ("[Ким Чен Ын](PER) сказал", PersonName("Чен Ын", "Ким", None, "male")),
        ("[Мохаммед бен Салман](PER)", PersonName("Мохаммед", "бен Салман", None, "male")),
        ("[Урсула фон дер Ляйен](PER)", PersonName("Урсула", "фон дер Ляйен", None, "female")),
        (
            "[Ильхам Гейдар оглы Алиев](PER)",
            PersonName("Ильхам", "Алиев", "Гейдар оглы", "male"),
        ),
        ("о [Путине](PER)", PersonName(None, "Путин", None, "male")),
        ("с [Ильхамом](PER)", PersonName("Ильхам", None, None, "male")),
        ("визит [Елизаветы II](PER)", PersonName("Елизавета", None, None, "female")),
        ("с [Анной](PER)", PersonName("Анна", None, None, "female")),
    ],
)
def test_parts(marked: str, parts: PersonName) -> None:
    doc = named_doc(marked)
    assert split_name(nominatives(doc.ents)[0]) == parts
    assert doc.ents[0]._.person == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ильхам Алиев", PersonName("Ильхам", "Алиев", None, "male")),
        ("Ксения Собчак", PersonName("Ксения", "Собчак", None, "female")),
        ("Путина", PersonName(None, "Путина", None, "female")),  # no genitive of Путин
        ("Саша Петренко", PersonName("Саша", "Петренко", None, None)),
        ("С. В. Лавров", PersonName("С.", "Лавров", "В.", "male")),
        ("Александр Лукашевич", PersonName("Александр", "Лукашевич", None, "male")),
        ("Карлос Симон", PersonName("Карлос", "Симон", None, "male")),
        ("Ким Алексей", PersonName("Алексей", "Ким", None, "male")),
        ("Бен Карсонс", PersonName("Бен", "Карсонс", None, None)),
        ("Ван И", PersonName("И", "Ван", None, None)),
        ("«»", PersonName()),
    ],
)
def test_a_name_that_stands_in_the_nominative(name: str, parts: PersonName) -> None:
    assert read_name(name) == parts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Пётр", "петр", True),
        ("П.", "Пётр", True),
        (None, "Пётр", True),
        ("П.", "Иван", False),
        ("Павел", "Пётр", False),
        ("Хуан", "Хуан Пабло", True),
    ],
)
def test_parts_that_can_be_the_same(one: str | None, other: str, same: bool) -> None:
    assert can_be_same(one, other) is can_be_same(other, one) is same
