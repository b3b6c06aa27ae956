"""The recogniser learns as spaCy's own components do."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.cli.evaluate import evaluate
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.util import load_config_from_str

import newscli
from evaluation.markup import LABELS, parse_markup

GUIDE = Path("docs/recognition.md")
# Ten articles of a newspaper that wants to know of ships.
ARTICLES = """
Ледокол «[Арктика](SHIP)» вышел из [Мурманска](LOC).
Экипаж ледокола «[Сибирь](SHIP)» поблагодарил [Анну Иванову](PER).
Танкер «[Волгонефть](SHIP)» сел на мель у [Керчи](LOC).
На борту парома «[Сахалин-8](SHIP)» заметили дым.
Теплоход «[Михаил Светлов](SHIP)» прибыл в [Якутск](LOC).
Капитан судна «[Профессор Хромов](SHIP)» [Пётр Сидоров](PER) вызвал помощь.
Крейсер «[Аврора](SHIP)» вернулся в [Петербург](LOC).
Баржа «[Нева](SHIP)» затонула, сообщило [МЧС](ORG).
Паром «[Генерал Черняховский](SHIP)» строили для [Балтийска](LOC).
Траулер «[Онега](SHIP)» искали [три дня](DATE).
"""


def examples(nlp: Language) -> list[Example]:
    found = []
    for marked in ARTICLES.strip().split("\n"):
        text, spans = parse_markup(marked, labels=(*LABELS, "SHIP"))
        entities = {"entities": [(span.start, span.end, span.label) for span in spans]}
        found.append(Example.from_dict(nlp.make_doc(text), entities))
    return found


def names(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in nlp(text).ents]


def test_ten_articles_teach_a_new_label() -> None:
    nlp = newscli.load()
    known = "Сергей Лавров прибыл в Баку, сообщает ТАСС."
    before = names(nlp, known)
    articles = examples(nlp)
    nlp.initialize(lambda: articles)
    optimizer = nlp.resume_training()
    losses = [nlp.update(articles, sgd=optimizer)["newscli_recognizer"] for _ in range(20)]
    assert losses[-1] < losses[0] / 5
    assert "SHIP" in nlp.pipe_labels["newscli_recognizer"]
    assert ("Ладога", "SHIP") in names(nlp, "Паром «Ладога» вышел из порта.")
    assert names(nlp, known) == before
    assert nlp.evaluate(articles)["ents_per_type"]["SHIP"]["f"] > 0.8


def test_what_nobody_annotated_teaches_nothing() -> None:
    nlp = newscli.load()
    doc = nlp.make_doc("Владимир Путин прибыл в Пекин.")
    reference = doc.copy()
    reference.set_ents([], missing=[reference[:]], default="unmodified")
    loss = nlp.update([Example(doc, reference)])["newscli_recognizer"]
    assert loss == pytest.approx(0, abs=1e-4)


def test_an_unknown_label_is_refused() -> None:
    nlp = newscli.load()
    with pytest.raises(ValueError, match="SHIP"):
        nlp.update(examples(nlp))


@pytest.mark.slow
def test_the_commands_of_the_guide(tmp_path: Path) -> None:
    """`spacy train` with the configuration that the guide shows, then `spacy evaluate`."""
    nlp = newscli.load()
    docs = [example.reference for example in examples(nlp)]
    DocBin(docs=docs).to_disk(tmp_path / "articles.spacy")
    guide = GUIDE.read_text(encoding="utf-8")
    _, _, rest = guide.partition("```ini\n")
    config = load_config_from_str(rest.partition("```")[0])
    config["paths"].update(
        {"train": str(tmp_path / "articles.spacy"), "dev": str(tmp_path / "articles.spacy")}
    )
    config["training"]["max_steps"] = 20
    config["training"]["eval_frequency"] = 10
    config.to_disk(tmp_path / "base.cfg")
    fill_config(tmp_path / "config.cfg", tmp_path / "base.cfg")
    train(tmp_path / "config.cfg", tmp_path / "trained")
    scores = evaluate(str(tmp_path / "trained" / "model-best"), tmp_path / "articles.spacy")
    assert scores["ents_per_type"]["SHIP"]["f"] > 0.8
    trained = spacy.load(tmp_path / "trained" / "model-best")
    assert ("Ладога", "SHIP") in names(trained, "Паром «Ладога» вышел из порта.")
