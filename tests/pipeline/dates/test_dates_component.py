"""The component among others: names beside dates, glued tokens, saving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from evaluation.markup import GoldSpan, format_markup, parse_markup


@pytest.fixture(scope="module")
def pipeline() -> Language:
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    nlp.add_pipe("russian_dates")
    return nlp


def remark(nlp: Language, marked: str) -> str:
    """Marked text in, with the dates found among its names."""
    text, gold = parse_markup(marked)
    doc = nlp.make_doc(text)
    doc.ents = [
        doc.char_span(span.start, span.end, label=span.label, alignment_mode="expand")
        for span in gold
    ]
    doc = nlp.get_pipe("russian_dates")(doc)
    return format_markup(
        text, [GoldSpan(span.start_char, span.end_char, span.label_) for span in doc.ents]
    )


@pytest.mark.parametrize(
    ("recognised", "final"),
    [
        # a date of the recogniser's that the grammar reads otherwise, or not at all
        ("Приехал [в пятницу](DATE), 8 августа", "Приехал в [пятницу, 8 августа](DATE)"),
        ("Ему [35 лет](DATE)", "Ему 35 лет"),
        # words of a name
        ("У [площади 1905 года](LOC)", "У [площади 1905 года](LOC)"),
        ("На [улице 9 января](LOC)", "На [улице 9 января](LOC)"),
        ("[Улица Садовая два дня](LOC) без газа", "[Улица Садовая](LOC) [два дня](DATE) без газа"),
        ("Сообщает «[Россия сегодня](ORG)»", "Сообщает «[Россия сегодня](ORG)»"),
        # a name that swallowed a date, and a date that reaches beyond a name
        ("Вот [Интерфакс 8 августа](ORG)", "Вот [Интерфакс](ORG) [8 августа](DATE)"),
        ("date [2024-11-20 РЖД](ORG) вернут", "date [2024-11-20](DATE) [РЖД](ORG) вернут"),
        ("Вот [Минтранс 8](ORG) августа", "Вот [Минтранс](ORG) [8 августа](DATE)"),
        ("Обещал [сегодня Росгидромет](ORG)", "Обещал [сегодня](DATE) [Росгидромет](ORG)"),
        ("[Вчера](ORG) приехала Анна", "[Вчера](DATE) приехала Анна"),
        ("Пишет газета «[Сегодня](ORG)»", "Пишет газета «[Сегодня](ORG)»"),
        ("[Анна Иванова](PER) приехала вчера", "[Анна Иванова](PER) приехала [вчера](DATE)"),
    ],
)
def test_names_beside_dates(pipeline: Language, recognised: str, final: str) -> None:
    assert remark(pipeline, recognised) == final


def test_glued_tokens_are_split(pipeline: Language) -> None:
    recognised = "[Иванов](PER) живёт в [Омске](LOC).7 марта его не было.Накануне он уехал"
    final = (
        "[Иванов](PER) живёт в [Омске](LOC).[7 марта](DATE) его не было.[Накануне](DATE) он уехал"
    )
    assert remark(pipeline, recognised) == final


def test_nothing_to_find(pipeline: Language) -> None:
    assert pipeline("").ents == ()
    assert pipeline("Паром вернулся.").ents == ()


def test_publication_day_must_be_a_day(pipeline: Language) -> None:
    doc = pipeline.make_doc("Паром вернулся вчера.")
    doc._.published = "вчера"
    with pytest.raises(ValueError, match="isoformat"):
        pipeline(doc)


def test_saved_and_loaded(pipeline: Language, tmp_path: Path) -> None:
    pipeline.to_disk(tmp_path)
    doc = spacy.load(tmp_path)("Паром вернулся 8 августа 2025 года.")
    assert [(span.text, span._.timex.value) for span in doc.ents] == [
        ("8 августа 2025 года", "2025-08-08")
    ]


WORDS = "5 31 1.5 2016 20-х мая г. в с на по до — и четверг вечером 18:30 Иванов. Вчера \n ему лет"


@given(st.lists(st.sampled_from(WORDS.split(" "))), st.sampled_from(["", " "]))
def test_mentions_are_text(pipeline: Language, words: list[str], gap: str) -> None:
    text = gap.join(words)
    doc = pipeline(text)
    for span in doc.ents:
        assert text[span.start_char : span.end_char] == span.text == span.text.strip()
        assert (span._.timex.first is None) == (span._.timex.last is None)


def test_dates_are_found_once(dates: Callable) -> None:
    assert len(dates("5 мая, 6 мая, 7 мая")) == 3
