"""The pipeline as a spaCy user meets it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example

import newscli
from evaluation.markup import parse_markup
from newscli.errors import UsageError

GOLD = """
[Владимир Путин](PER) и [Ильхам Алиев](PER) встретились в [Пекине](LOC).
Самолёт летел рейсом [Баку](LOC)-[Грозный](LOC).
[МИД](ORG) [Азербайджана](LOC) призвал власти [России](LOC) провести расследование.
Глава [МИД](ORG) [РФ](LOC) [С. В. Лавров](PER) прибыл в [Ростов-на-Дону](LOC).
⚡️[Песков](PER) прокомментировал слова [Трампа](PER)
ПРЕЗИДЕНТ [ФРАНЦИИ](LOC) ПРИБЫЛ В [МОСКВУ](LOC)
Об этом сообщает «[Интерфакс](ORG)» со ссылкой на [Минобороны](ORG).
Он живёт на [улице Советской](LOC) и в [Казани](LOC).
Её зовут [Ли На](PER).
К присяге приведён [А.-Х. Абдулаев](PER), мандат получила [С.-А. Хизриева](PER)
В [Санкт-\u200bПетербурге](LOC) горит склад.
Об этом сообщает /[ТАСС](ORG)/.
Об этом передаёт /[РИА Новости](ORG)/ из [Баку](LOC)
Об этом передаёт /[РИА Новости](ORG)/ в [среду](DATE)
ООО «[Строймонтаж-62](ORG)» получило заказ.
АО «[Концерн ВКО «Алмаз – Антей»](ORG)» заявил об этом.
Партия «[Единая Россия](ORG)» победила.
Российский бизнесмен живёт в бакинском пригороде.
"""


@pytest.mark.parametrize("marked", GOLD.strip().split("\n"))
def test_mentions(nlp: Language, marked: str) -> None:
    text, spans = parse_markup(marked)
    found = [(span.start_char, span.end_char, span.label_) for span in nlp(text).ents]
    assert found == [(span.start, span.end, span.label) for span in spans]


def test_a_batch_gives_what_each_text_gives_alone(nlp: Language) -> None:
    texts = [parse_markup(marked)[0] for marked in GOLD.strip().split("\n")]
    together, alone = list(nlp.pipe(texts)), [nlp(text) for text in texts]
    assert [doc.to_json() for doc in together] == [doc.to_json() for doc in alone]
    # To the last digit: who reads an archive anew, in other batches, must find no difference.
    assert [[span._.score for span in doc.ents] for doc in together] == [
        [span._.score for span in doc.ents] for doc in alone
    ]


def facts(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (span.text, span.label_, span._.normal, span._.person, span._.timex) for span in doc.ents
    ]


def test_facts_travel_between_processes_and_into_a_doc_bin(nlp: Language) -> None:
    texts = ["Анна Иванова прибыла в Пекин 28 июня 2024 года.", "Песков промолчал."] * 3
    expected = [facts(nlp(text)) for text in texts]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [facts(doc) for doc in docs] == expected
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    assert [facts(doc) for doc in DocBin().from_bytes(packed).get_docs(nlp.vocab)] == expected


def test_it_is_scored_and_leaves_what_was_marked_before_it(nlp: Language) -> None:
    text, gold = "Песков прибыл в Пекин.", {"entities": [(0, 6, "PER"), (16, 21, "LOC")]}
    scores = nlp.evaluate([Example.from_dict(nlp.make_doc(text), gold)])
    assert scores["ents_f"] == 1.0
    assert set(nlp.pipe_labels["newscli_recognizer"]) == {"PER", "LOC", "ORG", "DATE"}
    doc = nlp.make_doc(text)
    doc.ents = [Span(doc, 3, 4, label="PRODUCT")]
    assert [span.label_ for span in nlp(doc).ents] == ["PER", "PRODUCT"]


def test_the_pipeline_travels_by_pickle(nlp: Language) -> None:
    text = "Анна Иванова прибыла в Пекин 28 июня 2024 года."
    assert facts(pickle.loads(pickle.dumps(nlp))(text)) == facts(nlp(text))


def test_saving_over_the_folder_that_is_open(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    loaded.to_disk(tmp_path / "saved")
    text = "Песков прибыл в Пекин."
    assert facts(spacy.load(tmp_path / "saved")(text)) == facts(loaded(text)) == facts(nlp(text))


def test_a_name_over_a_line_end_is_one_name(nlp: Language) -> None:
    doc = nlp("Он прилетел вчера\nвечером из Нижнего\nНовгорода, где был\nнеделю.")
    assert [span._.normal for span in doc.ents if span.label_ == "LOC"] == ["Нижний Новгород"]


@pytest.mark.parametrize("hyphens", [12, 3000])
def test_a_chain_of_hyphens_takes_no_time(nlp: Language, hyphens: int) -> None:
    nlp("Вчера " + "Иванов-" * hyphens + "Петров прибыл в Москву.")


def test_to_disk_and_spacy_load(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    for loaded in (spacy.load(tmp_path / "saved"), newscli.load(tmp_path / "saved")):
        assert loaded.pipe_names == nlp.pipe_names
        assert loaded.max_length == nlp.max_length > 1_000_000
        text = "⚡️Песков прибыл в Пекин 28 июня 2024 года."
        assert loaded(text).to_json() == nlp(text).to_json()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "\x00", "💥" * 50, "а" * 5000])
def test_nothing_to_find(nlp: Language, text: str) -> None:
    assert [span for span in nlp(text).ents if span.label_ != "PER"] == []


def test_another_pipelines_names_with_our_dates(tmp_path: Path) -> None:
    other = spacy.blank("ru")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Пекин"}])  # type: ignore[attr-defined]
    other.to_disk(tmp_path / "other")
    mixed = newscli.load(tmp_path / "other")
    found = [(span.text, span.label_) for span in mixed("Путин прибыл в Пекин 28 июня.").ents]
    assert found == [("Пекин", "ORG"), ("28 июня", "DATE")]


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("ru").to_disk(tmp_path / "empty")
    with pytest.raises(UsageError, match="PER, LOC or ORG"):
        newscli.load(tmp_path / "empty")
