"""`newscli entities --output`: Parquet files and SQLite databases."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newscli.cli.main import cli

pq = pytest.importorskip("pyarrow.parquet")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["entities", *map(str, arguments)])


def facts(path: Path) -> list[Any]:
    """What the file says, in its order; ids and keys aside."""
    if path.suffix == ".parquet":
        return pq.read_table(path).drop_columns(["key"]).to_pylist()
    query = """
        SELECT source, title, published, articles.text, entities.name, value, mentions.text, start
        FROM articles LEFT JOIN entities ON entities.article_id = articles.id
        LEFT JOIN dates ON dates.article_id = articles.id
        LEFT JOIN mentions ON entity_id = entities.id OR date_id = dates.id
        ORDER BY articles.id, entities.id, dates.id, mentions.id
    """
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


@pytest.mark.parametrize("suffix", [".parquet", ".sqlite", ".db", ".SQLITE"])
def test_the_suffix_chooses_the_format(article: Path, tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"found{suffix}"
    assert run(article, "--output", output).exit_code == 0
    head = b"PAR1" if suffix == ".parquet" else b"SQLite format 3"
    assert output.read_bytes().startswith(head)


@pytest.mark.parametrize("format_", ["parquet", "sqlite"])
def test_a_format_that_is_no_text_wants_a_file(article: Path, format_: str) -> None:
    result = run(article, "--format", format_)
    assert result.exit_code == 2
    assert result.stderr == (
        f"newscli: {format_} is written to a file: give --output FILE.{format_}\n"
    )


def test_parquet_holds_what_json_says(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "found.parquet"
    assert run(article, "--output", output).exit_code == 0
    expected = json.loads(run(article, "--json").stdout)
    (row,) = facts(output)
    assert list(row) == [*expected, "related_places", "text", "identity"]
    assert row["people"] == expected["people"]
    assert row["published"].isoformat() == expected["published"]


def test_a_database_holds_the_texts_unasked(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "found.sqlite"
    assert run(article, "--output", output).exit_code == 0
    with closing(sqlite3.connect(output)) as database:
        assert database.execute("SELECT text FROM articles").fetchall() == [
            (article.read_text("utf-8"),)
        ]


def test_warnings_are_in_the_file_and_not_told_twice(tmp_path: Path) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text("Паром вернулся вчера.", encoding="utf-8")
    output = tmp_path / "found.sqlite"
    assert run(undated, "--output", output).stderr == ""
    with closing(sqlite3.connect(output)) as database:
        (warning,) = database.execute("SELECT warning FROM warnings").fetchone()
    assert "no publication date" in warning


@pytest.mark.parametrize("suffix", [".parquet", ".sqlite"])
def test_resume_does_what_is_new_or_changed(article: Path, tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"found{suffix}"
    other = tmp_path / "other.txt"
    shutil.copy(article, other)
    assert run(article, other, "--output", output).exit_code == 0
    other.write_text("Пётр Ильин уехал в Москву.", encoding="utf-8")
    again = run(article, other, "--output", output, "--resume")
    assert "1 articles done, 1 skipped, 0 failed" in again.stderr
    resumed = facts(output)
    assert run(article, other, "--output", output).exit_code == 0
    assert facts(output) == resumed


# Of the sample articles: more than are done in the second after which the first are saved.
COPIES = 12


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".parquet", ".sqlite"])
def test_a_killed_run_goes_on_to_the_same_facts(tmp_path: Path, suffix: str) -> None:
    sources = tmp_path / "sources"
    for number in range(COPIES):
        shutil.copytree("data/articles", sources / str(number))
    whole, output = tmp_path / f"whole{suffix}", tmp_path / f"found{suffix}"
    assert run(sources, "--output", whole).exit_code == 0
    command = [sys.executable, "-m", "newscli", "entities", str(sources)]
    with subprocess.Popen([*command, "--output", str(output)]) as killed:
        while not kept(output):
            time.sleep(0.05)
            assert killed.poll() is None, "it was done before it was killed"
        killed.kill()
    assert killed.returncode == -signal.SIGKILL
    assert 0 < kept(output) < 22 * COPIES
    assert run(sources, "--output", output, "--resume").exit_code == 0
    assert facts(output) == facts(whole)


def kept(output: Path) -> int:
    """How many articles others see in the file already."""
    if output.suffix == ".parquet":
        parts = Path(f"{output}.parts").glob("*.parquet")
        return sum(pq.read_metadata(part).num_rows for part in parts)
    if not output.exists():
        return 0
    with closing(sqlite3.connect(output)) as database:
        try:
            return int(database.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.OperationalError:
            return 0  # its tables are being made
