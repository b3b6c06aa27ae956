"""From the corpora's own formats and labels to ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.markup import GoldSpan, format_markup
from training.labels import load_factrueval, load_nerel
from training.sources import read_brat, read_factrueval, write_json_lines

TEXT = (
    "Глава МИД Перу Анна Иванова 5 мая прибыла на остров Корфу и улицу Гоголя. "
    "Французские СМИ ждут. Украинская сторона услышала «Эхо Лимы» и перуанский Минфин "
    "на Таймс-сквер."
)


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def nerel(tmp_path: Path) -> Path:
    labels = {
        "МИД Перу": "ORGANIZATION",
        "Перу": "COUNTRY",
        "Анна Иванова": "PERSON",
        "5 мая": "DATE",
        "Корфу": "LOCATION",
        "улицу Гоголя": "FACILITY",
        "Гоголя": "PERSON",
        "Французские": "COUNTRY",
        "Украинская": "COUNTRY",
        "Эхо Лимы": "ORGANIZATION",
        "Лимы": "CITY",
        "перуанский Минфин": "ORGANIZATION",
        "Таймс-сквер": "FACILITY",
    }
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    lines = [
        f"T{number}\t{label} {at(words)[0]} {at(words)[1]}\t{words}"
        for number, (words, label) in enumerate(labels.items())
    ]
    (tmp_path / "a.ann").write_text("\n".join([*lines, "R1\tWORKS_AS Arg1:T0 Arg2:T1"]), "utf-8")
    return tmp_path


def marked(text: str, spans: tuple[tuple[int, int, str], ...]) -> str:
    return format_markup(text, [GoldSpan(*span) for span in spans])


def test_nerel(nerel: Path) -> None:
    write_json_lines(nerel / "nerel.jsonl", read_brat(nerel))
    (loaded,) = load_nerel(nerel / "nerel.jsonl")
    assert marked(loaded.text, loaded.spans) == (
        "Глава [МИД](ORG) [Перу](LOC) [Анна Иванова](PER) [5 мая](DATE) прибыла на "
        "[остров Корфу](LOC) и [улицу Гоголя](LOC). Французские СМИ ждут. Украинская сторона "
        "услышала «[Эхо Лимы](ORG)» и перуанский [Минфин](ORG) на [Таймс-сквер](LOC)."
    )


def test_a_shifted_annotation_is_refused(nerel: Path) -> None:
    (nerel / "a.txt").write_text(" " + TEXT, "utf-8")
    with pytest.raises(ValueError, match="should"):
        list(read_brat(nerel))


def test_factrueval(tmp_path: Path) -> None:
    parts = {
        "МИД": ("1", "org_name"),
        "Перу": ("2", "loc_name"),
        "Анна": ("3", "name"),
        "Иванова": ("4", "surname"),
        "улицу": ("5", "loc_descr"),
        "Гоголя": ("6", "loc_name"),
    }
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.spans").write_text(
        "\n".join(
            f"{id_} {part} {at(words)[0]} {len(words)} 9 1  # 9 {words}"
            for words, (id_, part) in parts.items()
        ),
        "utf-8",
    )
    (tmp_path / "b.objects").write_text(
        "10 Org 1 2 # МИД\n11 LocOrg 2\n12 Person 3 4 # Анна\n13 Location 5 6\n", "utf-8"
    )
    write_json_lines(tmp_path / "b.jsonl", read_factrueval(tmp_path))
    record = json.loads((tmp_path / "b.jsonl").read_text("utf-8"))
    assert record["mentions"][2]["spans"] == [[*at("Анна"), "name"], [*at("Иванова"), "surname"]]
    (loaded,) = load_factrueval(tmp_path / "b.jsonl")
    assert marked(loaded.text, loaded.spans) == (
        "Глава [МИД](ORG) [Перу](LOC) [Анна Иванова](PER) 5 мая прибыла на остров Корфу и "
        "[улицу Гоголя](LOC). Французские СМИ ждут. Украинская сторона услышала «Эхо Лимы» и "
        "перуанский Минфин на Таймс-сквер."
    )
