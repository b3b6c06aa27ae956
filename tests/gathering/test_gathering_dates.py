"""Mentions of dates → dates of one article."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from spacy.language import Language

from newscli.gathering.dates import gather_dates
from newscli.pipeline.findings import findings_of
from newscli.records import DateMention, DateValue


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    nlp.add_pipe("russian_dates")
    return nlp


def test_one_value_is_one_date(nlp: Language) -> None:
    doc = nlp.make_doc("Паром вернулся вчера. Во вторник, 2 сентября, был шторм, а сегодня тихо.")
    doc._.published = "2025-09-03"
    yesterday, today = gather_dates(findings_of(nlp(doc)))
    assert yesterday.value == DateValue("date", "2025-09-02", None, "2025-09-02", "2025-09-02")
    assert [replace(mention, score=None) for mention in yesterday.mentions] == [
        DateMention(15, 20, "вчера", "2025-09-02", anchor="published"),
        DateMention(25, 44, "вторник, 2 сентября", "2025-09-02", anchor="published"),
    ]
    assert [mention.text for mention in today.mentions] == ["сегодня"]


def test_a_mention_tells_what_it_leans_on(nlp: Language) -> None:
    doc = nlp.make_doc("Верфь открыли 5 мая 2010 года, а в тот же день спустили паром.")
    (day,) = gather_dates(findings_of(nlp(doc)))
    assert [(mention.anchor, mention.anchor_text) for mention in day.mentions] == [
        ("none", None),
        ("text", "5 мая 2010 года"),
    ]
    leaning = day.mentions[1]
    assert doc.text[leaning.anchor_start : leaning.anchor_end] == leaning.anchor_text
    assert day.anchor == "none"


def test_mods_are_told_apart(nlp: Language) -> None:
    dates = gather_dates(findings_of(nlp("В начале 2016 года и в конце 2016 года, весь 2016 год.")))
    assert [(date.value.value, date.value.mod) for date in dates] == [
        ("2016", "START"),
        ("2016", "END"),
        ("2016", None),
    ]


def test_unsettled_ones_are_told_apart_by_their_words(nlp: Language) -> None:
    text = "В 20-х числах марта, в 20-х числах мая. В 20-х Числах Марта."
    dates = gather_dates(findings_of(nlp(text)))
    assert [[mention.normal for mention in date.mentions] for date in dates] == [
        ["20-х числах марта", "20-х числах марта"],
        ["20-х числах мая"],
    ]


def test_no_dates(nlp: Language) -> None:
    assert gather_dates(findings_of(nlp("Паром вернулся."))) == ()
