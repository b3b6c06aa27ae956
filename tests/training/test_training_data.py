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


@pytest.mark.parametrize(
    ("organisation", "names", "wanted"),
    [
        ("МИД РФ", ["РФ"], "[МИД](ORG) [РФ](LOC)"),
        ("Единая Россия", ["Россия"], "[Единая Россия](ORG)"),
        ("Bank of America", ["America"], "[Bank of America](ORG)"),
        ("УФСБ по Чечне", ["Чечне"], "[УФСБ](ORG) по [Чечне](LOC)"),
        ("МВД по г. Москве", ["Москве"], "[МВД](ORG) по г. [Москве](LOC)"),
        ("администрация Иваново", ["Иваново"], "администрация [Иваново](LOC)"),
        (
            "МЧС России по Омску и Омской области",
            ["России", "Омску", "Омской области"],
            "[МЧС](ORG) [России](LOC) по [Омску](LOC) и [Омской области](LOC)",
        ),
    ],
)
def test_a_place_that_ends_an_organisation(
    tmp_path: Path, organisation: str, names: list[str], wanted: str
) -> None:
    spans = [[0, len(organisation), "ORGANIZATION"]] + [
        [start := organisation.index(name), start + len(name), "CITY"] for name in names
    ]
    path = tmp_path / "nerel.jsonl"
    path.write_text(json.dumps({"id": "1", "text": organisation, "spans": spans}), "utf-8")
    (loaded,) = load_nerel(path)
    assert marked(loaded.text, loaded.spans) == wanted


@pytest.mark.parametrize(
    ("text", "mentions", "wanted"),
    [
        (
            "правительства Израиля",
            [("Org", {"Израиля": "loc_name", "правительства": "org_descr"})],
            "правительства [Израиля](LOC)",
        ),
        ("дверь ЕС", [("Org", {"ЕС": "loc_name"})], "дверь [ЕС](ORG)"),
        ("премии президента РФ", [("LocOrg", {"РФ": "org_name"})], "премии президента [РФ](LOC)"),
        (
            "в здании Конгресса",
            [("Location", {"здании": "loc_descr", "Конгресса": "org_name"})],
            "в здании Конгресса",
        ),
        (
            "говорит Голос Америки",
            [("Org", {"Голос Америки": "org_name"}), ("LocOrg", {"Америки": "loc_name"})],
            "говорит [Голос Америки](ORG)",
        ),
        (
            "театр имени Станиславского и Немировича-Данченко",
            [
                ("Org", {"театр имени Станиславского и Немировича-Данченко": "org_name"}),
                ("Person", {"Немировича-Данченко": "surname"}),
            ],
            "[театр имени Станиславского и Немировича-Данченко](ORG)",
        ),
    ],
)
def test_parts_of_factrueval(
    tmp_path: Path, text: str, mentions: list[tuple[str, dict[str, str]]], wanted: str
) -> None:
    record = {
        "id": "1",
        "text": text,
        "mentions": [
            {
                "type": kind,
                "spans": [
                    [start := text.index(words), start + len(words), part]
                    for words, part in parts.items()
                ],
            }
            for kind, parts in mentions
        ],
    }
    path = tmp_path / "factrueval.jsonl"
    path.write_text(json.dumps(record), "utf-8")
    (loaded,) = load_factrueval(path)
    assert marked(loaded.text, loaded.spans) == wanted
