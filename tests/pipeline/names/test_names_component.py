"""The component in a pipeline: what it sets, and that it comes back from disk."""

from __future__ import annotations

from pathlib import Path

import spacy

import newscli
from tests.named_docs import named_doc


def test_every_name_gets_its_form_and_people_their_parts() -> None:
    doc = named_doc("[Пескова](PER) нашли в [Баку](LOC) [вчера](DATE), сообщил [МИД](ORG)")
    assert [span._.normal for span in doc.ents] == ["Песков", "Баку", None, "МИД"]
    assert [span._.person is not None for span in doc.ents] == [True, False, False, False]


def test_any_span_has_a_nominative() -> None:
    doc = named_doc("В Министерстве обороны [Анны Ивановой](PER) ждут")
    assert newscli.nominative(doc[1:3]) == "Министерство обороны"
    assert newscli.nominative(doc[3:5]) == "Анна Иванова"
    assert newscli.nominative(doc[4:5]) == "Иванова"


def test_a_text_without_names() -> None:
    assert named_doc("Ничего не случилось.").ents == ()


def test_survives_the_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_names")
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == ["newscli_names"]
