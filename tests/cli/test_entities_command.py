"""`newscli entities` as a person and a script meet it."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from newscli.cli.main import cli


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["entities", *map(str, arguments)], input=stdin)


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_is_one_object_a_line_in_cyrillic(article: Path) -> None:
    result = run(article, article, "--json")
    assert result.exit_code == 0
    assert "Анна Иванова" in result.stdout
    assert len(objects(result)) == 2


def test_json_holds_the_facts(article: Path) -> None:
    (found,) = objects(run(article, "--json"))
    assert found["source"] == str(article)
    assert found["title"] == "Паром вернулся в порт"
    assert found["published"] == "2025-09-03"
    (anna,) = found["people"]
    assert (anna["name"], anna["gender"], anna["count"]) == ("Анна Иванова", "female", 2)
    assert [place["name"] for place in found["places"]] == ["Калининград", "Россия", "Польша"]
    assert [date["value"] for date in found["dates"]] == ["2025-09-03", "2025-06-28"]


def test_json_tells_where_places_lie(article: Path) -> None:
    (found,) = objects(run(article, "--json"))
    (kaliningrad, *_) = found["places"]
    assert (kaliningrad["kind"], kaliningrad["country"], kaliningrad["region"]) == (
        *("city", "RU"),
        "RU-KGD",
    )
    assert found["countries"] == [
        {"country": "RU", "name": "Россия", "count": 2},
        {"country": "PL", "name": "Польша", "count": 1},
    ]


def test_without_places_there_are_no_countries(article: Path) -> None:
    (found,) = objects(run(article, "--json", "--type", "people"))
    assert found["countries"] == []


def test_csv_and_tables_tell_the_country_of_a_place(article: Path) -> None:
    rows = csv.DictReader(io.StringIO(run(article, "--csv").stdout))
    countries = {row["name"]: row["country"] for row in rows if row["type"] == "place"}
    assert countries == {"Калининград": "RU", "Россия": "RU", "Польша": "PL"}
    assert "city RU" in run(article).stdout


def test_geojson_is_one_collection_of_all_articles(article: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Из Калининграда в Жмыхов.", encoding="utf-8")
    output = tmp_path / "map.geojson"
    assert run(article, tmp_path / "other.txt", "--output", output).exit_code == 0
    collection = json.loads(output.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    kaliningrad, *others = collection["features"]
    assert kaliningrad["type"] == "Feature"
    assert kaliningrad["geometry"]["type"] == "Point"
    assert kaliningrad["geometry"]["coordinates"] == pytest.approx([20.5, 54.7], abs=0.1)
    assert kaliningrad["properties"]["count"] == 2
    assert kaliningrad["properties"]["articles"] == [str(article), str(tmp_path / "other.txt")]
    assert [other["properties"]["name"] for other in others] == ["Россия", "Польша"]


def test_geojson_of_nothing_is_an_empty_collection() -> None:
    result = run("--format", "geojson", stdin=b"")
    assert json.loads(result.stdout) == {"type": "FeatureCollection", "features": []}


def test_adjectives_add_the_places_they_point_to() -> None:
    schema = json.loads(files("newscli.output").joinpath("schema.json").read_text("utf-8"))
    text = "Российские врачи уехали.".encode()
    (found,) = objects(run("--json", "--adjectives", stdin=text))
    jsonschema.validate(found, schema)
    assert [place["name"] for place in found["related_places"]] == ["Россия"]
    (without,) = objects(run("--json", stdin=text))
    assert "related_places" not in without


def test_json_follows_its_schema(article: Path) -> None:
    schema = json.loads(files("newscli.output").joinpath("schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for found in objects(run(article, "data/articles", "--json", "--with-text")):
        jsonschema.validate(found, schema)
        for kind in ("people", "places", "organizations", "dates"):
            for entity in found[kind]:
                assert entity["count"] == len(entity["mentions"])
                for mention in entity["mentions"]:
                    words = found["text"][mention["start"] : mention["end"]]
                    assert words == mention["text"]


def test_types_that_are_not_wanted_are_empty(article: Path) -> None:
    (found,) = objects(run(article, "--json", "--type", "places,dates"))
    assert found["people"] == found["organizations"] == []
    assert found["places"]
    assert found["dates"]


def test_csv_has_a_row_for_each_mention(article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(article, "--csv").stdout)))
    assert {row["type"] for row in rows} == {"person", "place", "date"}
    by_words = {row["text"]: row for row in rows}
    assert by_words["Ивановой"]["name"] == "Анна Иванова"
    assert by_words["28 июня"]["value"] == "2025-06-28"
    assert [int(row["start"]) for row in rows] == sorted(int(row["start"]) for row in rows)


def test_table_is_not_cut_when_piped(article: Path) -> None:
    lines = run(article).stdout.splitlines()
    assert any("Анна Иванова" in line and "Ивановой" in line for line in lines)
    assert "\x1b" not in run(article).stdout


def test_published_overrides_the_header(article: Path) -> None:
    (found,) = objects(run(article, "--json", "--published", "2019-01-10"))
    assert found["published"] == "2019-01-10"
    assert "2018-06-28" in {date["value"] for date in found["dates"]}


def test_standard_input_is_read_when_nothing_is_named() -> None:
    (found,) = objects(run("--json", stdin="Путин прибыл в Пекин.".encode("cp1251")))
    assert found["source"] == "-"
    assert [person["name"] for person in found["people"]] == ["Путин"]


def test_records_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "Песков в Москве."}\nnot json\n{"text": "Трамп в Баку."}\n', "utf-8")
    result = run(path, "--json")
    assert result.exit_code == 1
    assert [found["source"] for found in objects(result)] == [f"{path}#1", f"{path}#3"]
    assert "line 2" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ],
)
def test_a_bad_file_is_told_and_the_others_are_done(
    article: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    result = run(bad, article, "--json")
    assert result.exit_code == 1
    assert len(objects(result)) == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"newscli: {bad}: ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--published", "2025-02-31"), "2025-02-31"),
        (("--encoding", "klingon"), "klingon"),
        (("--model", "no_such_model"), "no_such_model"),
        (("--type", "animals"), "animals"),
        (("--format", "yaml"), "yaml"),
        (("--output", "/no/such/folder/out.json"), "/no/such/folder/out.json"),
        (("--corrections", "no-such.toml"), "no-such.toml: cannot be read"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(
    article: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = run(article, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not result.stdout


def test_a_folder_with_nothing_to_read_is_told(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr


def test_output_is_written_in_the_format_of_its_name(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    result = run(article, "--output", path)
    assert result.exit_code == 0
    assert not result.stdout
    assert path.read_text("utf-8").startswith("source,published,type,name,")


def test_records_are_read_from_a_pipe_too() -> None:
    records = '{"text": "Песков в Москве."}\n{"text": "Трамп в Баку."}\n'
    result = run("--json", stdin=records.encode())
    assert [found["source"] for found in objects(result)] == ["-#1", "-#2"]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_date_at_the_end_of_the_calendar_costs_nothing(tmp_path: Path, published: str) -> None:
    path = tmp_path / "news.jsonl"
    text = "Приехал зимой, 28 июня, весной, в прошлом году и следующей зимой, в четверг."
    path.write_text(json.dumps({"text": text, "published": published}) + "\n", "utf-8")
    assert len(objects(run(path, path, "--json"))) == 2


def test_a_number_without_end_costs_its_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "x", "n": ' + "1" * 5000 + '}\n{"text": "Баку"}\n', "utf-8")
    result = run(path, "--json")
    assert result.exit_code == 1
    assert [found["source"] for found in objects(result)] == [f"{path}#2"]


def test_output_follows_a_link_and_keeps_permissions(article: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    assert run(article, "--output", link).exit_code == 0
    assert link.is_symlink()
    assert json.loads(real.read_text("utf-8"))["people"]
    assert real.stat().st_mode & 0o777 == 0o600


def test_no_publication_date_is_said_and_leaves_the_year_open() -> None:
    result = run("--json", stdin="Встреча прошла 28 июня.".encode())
    (found,) = objects(result)
    assert [date["value"] for date in found["dates"]] == ["XXXX-06-28"]
    assert found["warnings"]


def test_every_mention_has_a_score_and_a_minimum_leaves_out_the_doubtful(article: Path) -> None:
    def scores(found: dict[str, Any]) -> list[float]:
        return [
            mention["score"]
            for kind in ("people", "places", "organizations", "dates")
            for entity in found[kind]
            for mention in entity["mentions"]
        ]

    (found,) = objects(run(article, "--json"))
    assert all(0 < score < 1 for score in scores(found))
    middle = sorted(scores(found))[len(scores(found)) // 2]
    (surer,) = objects(run(article, "--json", "--min-score", str(middle)))
    assert sorted(scores(surer)) == sorted(score for score in scores(found) if score >= middle)
    (nothing,) = objects(run(article, "--json", "--min-score", "1"))
    assert scores(nothing) == []


@pytest.mark.parametrize("score", ["1.5", "-1", "high"])
def test_a_wrong_score_is_refused(article: Path, score: str) -> None:
    result = run(article, "--min-score", score)
    assert result.exit_code == 2
    assert "--min-score" in result.stderr


def test_corrections_are_applied_and_what_matched_nothing_is_told(
    article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[rename]]\ntype = "person"\nname = "Анна Иванова"\nto = "Анна Иванова-Ким"\n'
        '[[drop]]\ntype = "place"\nname = "польша"\n'
        '[[drop]]\ntype = "place"\nname = "Хабр"\n',
        "utf-8",
    )
    result = run(article, article, "--json", "--type", "places", "--corrections", path)
    assert result.exit_code == 0
    assert result.stderr == f"newscli: {path}: [[drop]] 2 (Хабр): matched nothing\n"
    for found in objects(result):
        assert [place["name"] for place in found["places"]] == ["Калининград", "Россия"]
    (found,) = objects(run(article, "--json", "--corrections", path))
    assert [(person["name"], person["count"]) for person in found["people"]] == [
        ("Анна Иванова-Ким", 2)
    ]


def test_the_example_of_the_documentation_holds(tmp_path: Path) -> None:
    page = Path("docs/corrections.md").read_text("utf-8")
    path = tmp_path / "corrections.toml"
    path.write_text(page.partition("```toml\n")[2].partition("```")[0], "utf-8")
    text = page.partition("```text\n")[2].partition("```")[0]
    result = run("--json", "--corrections", path, stdin=text.encode())
    assert result.exit_code == 0
    (found,) = objects(result)
    told = [
        f"{entity['name']} ({', '.join(mention['text'] for mention in entity['mentions'])})"
        for kind in ("people", "places", "organizations")
        for entity in found[kind]
    ]
    assert told == page.partition("```console\n")[2].partition("```")[0].splitlines()
    (unmatched,) = re.findall(r"(?m)^    newscli: corrections.toml: (.* matched nothing)$", page)
    assert result.stderr == f"newscli: {path}: {unmatched}\n"
