"""Where sentences begin."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline import sentences  # noqa: F401  (registers the component)

NLP = spacy.blank("ru")
NLP.add_pipe("newscli_sentences")

WRAPPED = """Первый гол в этом матче забил на десятой минуте нападающий Заур
Кодзоков, а второй, уже в конце встречи, провёл после передачи
с фланга Тигран
Авакян. Гости ответили одним, и то
с пенальти."""


@pytest.mark.parametrize(
    "marked",
    [
        "Он родился в г. Твери. |Там живёт им. Ленина.",
        "С. В. Лавров прилетел. |А. С. Пушкин нет.",
        "Заголовок без точки\n |Текст статьи.",
        "Купить:\n |- молоко\n |- хлеб",
        "Иванова Анна\t |ТАСС\t |2025",
        "«Нет». |Он ушёл.",
    ],
)
def test_sentences(marked: str) -> None:
    doc = NLP(marked.replace("|", ""))
    expected = [part.strip() for part in marked.split("|")]
    assert [sentence.text.strip() for sentence in doc.sents] == expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_wrapped_line_goes_on(line_end: str) -> None:
    doc = NLP(WRAPPED.replace("\n", line_end))
    assert [sentence[-2].text for sentence in doc.sents] == ["Авакян", "пенальти"]


def test_a_line_without_sentences_takes_no_time() -> None:
    began = time.perf_counter()
    NLP(", ".join(map(str, range(20_000))))
    assert time.perf_counter() - began < 10


def test_a_line_of_blanks_takes_no_time() -> None:
    began = time.perf_counter()
    NLP("а\n" + " " * 200_000 + "б")
    assert time.perf_counter() - began < 5


@given(st.text(alphabet=st.sampled_from("аБ. \n\r\t|«»1"), max_size=60))
def test_every_text_has_sentences_that_cover_it(text: str) -> None:
    doc = NLP(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
