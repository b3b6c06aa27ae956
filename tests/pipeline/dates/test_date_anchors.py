"""What a value was resolved against: publication, an expression before it, or nothing."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import assume, given
from hypothesis import strategies as st

from newscli.pipeline.dates.finding import find_dates
from newscli.records import DateValue

PUBLISHED = "2025-09-03"


def last_date(text: str, published: str | None = PUBLISHED) -> DateValue:
    return find_dates(text, published=published)[-1].value


@pytest.mark.parametrize(
    "text",
    ["25 декабря 2024 года", "в 1990-е годы", "с 2014 по 2017 год", "трёх дней", "по вторникам"],
)
def test_words_that_say_it_all_lean_on_nothing(text: str) -> None:
    assert last_date(text).anchor == "none"


@pytest.mark.parametrize(
    "text",
    ["вчера", "28 июня", "в четверг", "в прошлом году", "5–7 мая", "в 18:30", "через три дня"],
)
def test_relative_dates_lean_on_publication(text: str) -> None:
    assert last_date(text).anchor == "published"
    assert last_date(text, None).anchor == "none"


@pytest.mark.parametrize(
    ("text", "leaned_on"),
    [
        ("Открыли 5 мая 2010 года, а в тот же день закрыли", "5 мая 2010 года"),
        ("В 2010 году уехал, а 28 июня вернулся", "2010 году"),
        ("Судили в 2010 году. Годом ранее он бежал", "2010 году"),
        ("Отплыл 1 мая. В 9:15 был шторм", "1 мая"),
        ("Отплыл 1 мая. На следующий день был шторм", "1 мая"),
    ],
)
def test_dates_lean_on_those_before_them(text: str, leaned_on: str) -> None:
    value = last_date(text)
    assert value.anchor == "text"
    assert text[value.anchor_start : value.anchor_end] == leaned_on


def test_the_component_works_alone_on_a_blank_pipeline() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("russian_dates")
    doc = nlp.make_doc("Осуждена в 2010 году. Через год бежала. Завтра суд.")
    doc._.published = PUBLISHED
    doc = nlp(doc)
    assert [(span.text, span._.timex.value, span._.timex.anchor) for span in doc.ents] == [
        ("2010 году", "2010", "none"),
        ("год", "2011", "text"),
        ("Завтра", "2025-09-04", "published"),
    ]
    assert [sentence.text for sentence in doc.sents][1:] == ["Через год бежала.", "Завтра суд."]


# Phrases that say a date by the calendar, and phrases that count weeks and weekdays.
BY_YEAR = [
    "28 июня",
    "5–7 мая",
    "в июле",
    "в январе прошлого года",
    "в прошлом году",
    "летом",
    "в прошлом месяце",
    "два года назад",
    "через три месяца",
    "во втором квартале",
    "в конце года",
    "31 августа в 11:45",
    "с января по март",
]
BY_WEEK = ["вчера", "в четверг", "на прошлой неделе", "в эту субботу", "неделю назад", "в выходные"]
VERBS = ["Мост открыли", "Мост откроют", "Мост"]
SHIFTABLE = st.dates(date(1951, 1, 1), date(2060, 12, 31))


def shifted(day: str | None, years: int) -> str | None:
    return day and date.fromisoformat(day).replace(year=int(day[:4]) + years).isoformat()


@given(
    SHIFTABLE, st.sampled_from(VERBS), st.lists(st.sampled_from(BY_YEAR), min_size=1, max_size=3)
)
def test_a_year_later_everything_is_a_year_later(
    published: date, verb: str, phrases: list[str]
) -> None:
    assume((published.month, published.day) != (2, 29))
    text = f"{verb} {', '.join(phrases)}."
    before = find_dates(text, published=published.isoformat())
    after = find_dates(text, published=shifted(published.isoformat(), 1))
    assert len(before) == len(phrases)
    for one, other in zip(before, after, strict=True):
        first, last = one.value.first, one.value.last
        if first and last and not first.endswith("02-29") and not last.endswith(("02-28", "02-29")):
            assert other.value.first == shifted(first, 1)
            assert other.value.last == shifted(last, 1)


@given(
    SHIFTABLE,
    st.sampled_from(VERBS),
    st.lists(st.sampled_from(BY_YEAR + BY_WEEK), min_size=1, max_size=3),
)
def test_the_calendar_comes_again_after_28_years(
    published: date, verb: str, phrases: list[str]
) -> None:
    text = f"{verb} {', '.join(phrases)}."
    before = find_dates(text, published=published.isoformat())
    after = find_dates(text, published=shifted(published.isoformat(), 28))
    for one, other in zip(before, after, strict=True):
        assert other.value.first == shifted(one.value.first, 28)
        assert other.value.last == shifted(one.value.last, 28)
