"""Title and day of publication at the top of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.reading.headers import Header, read_header

BODY = "Мост через Волгу открыли в Твери. Движение пустят вечером.\n"
TITLE = "В Твери открыли мост"
DAY = "2025-09-03"


@pytest.mark.parametrize(
    ("top", "header"),
    [
        (f" date {DAY} {TITLE}\n\n", Header(TITLE, DAY)),
        (f"\n\nDate {DAY} {TITLE}\r\n", Header(TITLE, DAY)),
        (f"date {DAY}\n{TITLE}\n\n", Header(TITLE, DAY)),
        (f"---\ntitle: {TITLE}\ndate: {DAY}\n---\n", Header(TITLE, DAY)),
        (f'---\nlayout: news\ntitle: "{TITLE}"\ndate: {DAY}T10:00:00Z\n---\n', Header(TITLE, DAY)),
        (f"date: {DAY}\ntitle: {TITLE}\n\n", Header(TITLE, DAY)),
        (f"Заголовок: «{TITLE}»\nавтор: И. Петров\nДата: 3 сентября 2025 г.\n", Header(TITLE, DAY)),
        (f"дата: '03.09.2025'\n{TITLE}\n\n", Header(TITLE, DAY)),
        (f"title: {TITLE}\n{DAY}\n\n", Header(TITLE, dateline=DAY)),
        (f"{TITLE}\n\n", Header(TITLE)),
        (f"{TITLE}\r\n\r\n", Header(TITLE)),
        (f"{TITLE}\n3 сентября 2025, 10:15\n", Header(TITLE, dateline=DAY)),
        (f"{TITLE}\n\nМосква, 3 сентября 2025 г.\n\n", Header(TITLE, dateline=DAY)),
        (f"10:15, 3 сентября 2025\n\n{TITLE}\n\n", Header(TITLE, dateline=DAY)),
        (f"{TITLE}\n\nТВЕРЬ, 3 сентября 2025. /ТАСС/. ", Header(TITLE, dateline=DAY)),
        (f"# {TITLE}\n\n", Header(TITLE)),
        ("#мост открыт # 2\n\n", Header("#мост открыт # 2")),
        ("Откроют ли мост?\n\n", Header("Откроют ли мост?")),
        ("Песков: мост откроют в срок\n\n", Header("Песков: мост откроют в срок")),
        ("date: 2025-02-31\n", Header(warnings=("the header's date is not one: '2025-02-31'",))),
        ("", Header()),
    ],
)
def test_header(top: str, header: Header) -> None:
    assert read_header(top + BODY) == header


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n",
        TITLE,
        f"{TITLE}\n\n",
        f"{TITLE}.\n\n{BODY}",
        f"{TITLE}\n{BODY}",
        f"В программе:\n\n{BODY}",
        f"{'Очень длинный заголовок ' * 9}\n\n{BODY}",
    ],
)
def test_no_title(text: str) -> None:
    assert read_header(text).title is None


def test_a_date_below_the_first_lines_is_the_articles_own_affair() -> None:
    assert read_header(BODY * 4 + "3 сентября 2025\n").dateline is None


@given(st.text())
def test_any_text_has_some_header(text: str) -> None:
    header = read_header(text)
    assert header.title is None or header.title in text
