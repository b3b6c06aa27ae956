"""What columns and their heads say of the names in them."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from newscli.pipeline.recognizer.tables import drop_listed_titles, read_tables
from tests.marked_mentions import apply


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    return nlp


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        # a column's head
        (
            "| Клуб | О |\n| [Спартак](ORG) | 7 |\n| [Ростов](LOC) | 1 |\n| Динамо | 9 |",
            "| Клуб | О |\n| [Спартак](ORG) | 7 |\n| [Ростов](ORG) | 1 |\n| [Динамо](ORG) | 9 |",
        ),
        (
            "Когда | Место\n10:00 | [Суздаль](LOC)\n12:30 | [Владимир](PER)",
            "Когда | Место\n10:00 | [Суздаль](LOC)\n12:30 | [Владимир](LOC)",
        ),
        (
            "Команда | О\n[Спартак](ORG) | 27\nИтого | 27",
            "Команда | О\n[Спартак](ORG) | 27\nИтого | 27",
        ),
        # most of a column
        (
            "1. [Нос](PER), [Псков](LOC)\n2. [Гай](PER), [Уфа](LOC)\n3. [Ли](PER), [Находка](PER)",
            "1. [Нос](PER), [Псков](LOC)\n2. [Гай](PER), [Уфа](LOC)\n3. [Ли](PER), [Находка](LOC)",
        ),
        (
            "1. [Леклер](PER), Франция\n2. [Норрис](PER), Англия\n3. Ферстаппен, Бельгия",
            "1. [Леклер](PER), Франция\n2. [Норрис](PER), Англия\n3. [Ферстаппен](PER), Бельгия",
        ),
        ("[Псков](LOC): 2\n[Анна](PER): 3", "[Псков](LOC): 2\n[Анна](PER): 3"),
        # a line of people
        (
            "[Беляев](PER), [Уткин](PER), [Манзон](LOC)",
            "[Беляев](PER), [Уткин](PER), [Манзон](PER)",
        ),
        ("[Беляев](PER), [Уткин](PER), [Уфа](LOC)", "[Беляев](PER), [Уткин](PER), [Уфа](LOC)"),
        # names with figures, all of one kind
        (
            "Рост: [Газпром](ORG) (+2 %), Магнит (+1 %), [Сбербанк](ORG) (−3 %), "
            "[Полюс](PER) (+4).",
            "Рост: [Газпром](ORG) (+2 %), [Магнит](ORG) (+1 %), [Сбербанк](ORG) (−3 %), "
            "[Полюс](ORG) (+4).",
        ),
        (
            "Днём: [Тула](LOC) +3, [Омск](LOC) +1, [Владимир](PER) +2, Дождь +1",
            "Днём: [Тула](LOC) +3, [Омск](LOC) +1, [Владимир](LOC) +2, Дождь +1",
        ),
        (
            "Рост: [Газпром](ORG) (+2 %), Магнит (+1 %)",
            "Рост: [Газпром](ORG) (+2 %), Магнит (+1 %)",
        ),
        # regions among people, and sentences behind who said them
        (
            "Главы: [Дюмин](PER), [Ли](PER) ([Тульская область](LOC))",
            "Главы: [Дюмин](PER), [Ли](PER) ([Тульская область](LOC))",
        ),
        ("Очевидцы: стреляли в [Подгорице](LOC)", "Очевидцы: стреляли в [Подгорице](LOC)"),
        (
            "Участники: [Ли](PER), [Цой](PER), [Jony](ORG)",
            "Участники: [Ли](PER), [Цой](PER), [Jony](PER)",
        ),
        # a head before a colon
        ("Защитники: [Дивеев](LOC).", "Защитники: [Дивеев](PER)."),
        (
            "Голы: [Вендел](PER), 9 (1:1), [Дивеев](LOC).",
            "Голы: [Вендел](PER), 9 (1:1), [Дивеев](PER).",
        ),
        (
            "Голы: [Вендел](PER), 9 (1:1), [Кассьерра](ORG), Уткинс, [Ли](PER).",
            "Голы: [Вендел](PER), 9 (1:1), [Кассьерра](PER), [Уткинс](PER), [Ли](PER).",
        ),
        ("Организаторы: [Росмолодёжь](ORG), Уткинс.", "Организаторы: [Росмолодёжь](ORG), Уткинс."),
        ("Нападающие: [Дивеев](LOC).", "Нападающие: [Дивеев](PER)."),
        # heads beside a head
        ("Банк | [Сумма](ORG)\n[Сбербанк](ORG) | 9", "Банк | Сумма\n[Сбербанк](ORG) | 9"),
        ("Итог | [Сумма](ORG)\n[Сбербанк](ORG) | 9", "Итог | [Сумма](ORG)\n[Сбербанк](ORG) | 9"),
        ("Игрок | Гол\nСмолов | 9\n[Ли](PER) | 8", "Игрок | Гол\n[Смолов](PER) | 9\n[Ли](PER) | 8"),
        ("Игрок | Гол\nИтого | 9\n[Ли](PER) | 8", "Игрок | Гол\nИтого | 9\n[Ли](PER) | 8"),
        ("№ | [Ф.И.О.](PER)\n1 | [Ли](PER)", "№ | Ф.И.О.\n1 | [Ли](PER)"),
        # full names
        (
            "1) [Нос Анна](PER) – 1;\n2) [Гай Иван](PER) – 2;\n3) Лис [Алёна](PER) – 3.",
            "1) [Нос Анна](PER) – 1;\n2) [Гай Иван](PER) – 2;\n3) [Лис Алёна](PER) – 3.",
        ),
        ("Лис [Алёна](PER) – 3.", "Лис [Алёна](PER) – 3."),
        ("Победители: [Бразилия](LOC).", "Победители: [Бразилия](LOC)."),
        ("Города: [Дивеев](LOC).", "Города: [Дивеев](LOC)."),
        # whom a minute follows
        ("Голы: [Кордоба](LOC), 12 (0:1).", "Голы: [Кордоба](PER), 12 (0:1)."),
        ("Голы: [Бразилия](LOC), Ли.", "Голы: [Бразилия](LOC), Ли."),
    ],
)
def test_tables(blank: Language, found: str, meant: str) -> None:
    assert apply(blank, read_tables, found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        (
            "1) «Мастер и [Маргарита](PER)» — 2 млрд\n2) «[Москва](LOC)» — 1 млрд",
            "1) «Мастер и Маргарита» — 2 млрд\n2) «[Москва](LOC)» — 1 млрд",
        ),
        (
            "- «[Москва](LOC) слезам не верит»\n- «[Иван](PER) меняет профессию»",
            "- «Москва слезам не верит»\n- «Иван меняет профессию»",
        ),
        ("«[Иван](PER) уехал»", "«[Иван](PER) уехал»"),
    ],
)
def test_titles_in_a_list_hold_no_names(blank: Language, found: str, meant: str) -> None:
    assert apply(blank, drop_listed_titles, found) == meant
