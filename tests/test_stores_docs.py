"""docs/stores.md shows commands and what they answer: here they are run.

After a change of what is found in the sample articles, `python -m tests.test_stores_docs` writes
the answers anew.
"""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

DOCS = Path("docs/stores.md")
# A command or program and, right behind it, what it answers.
_EXAMPLE = re.compile(r"(```(sh|python)\n([^`]*)```\n```text\n)([^`]*)")


def examples() -> list[tuple[str, str, str]]:
    """(language, code, answer) of each."""
    return [
        (language, code, answer)
        for _, language, code, answer in _EXAMPLE.findall(DOCS.read_text("utf-8"))
    ]


def write_files(folder: Path) -> None:
    """What the first block of the document writes."""
    from newscli.cli.main import cli

    for name in ("news.sqlite", "news.parquet"):
        arguments = ["entities", "data/articles", "--output", str(folder / name)]
        assert CliRunner().invoke(cli, arguments).exit_code == 0


def answer_of(language: str, code: str, folder: Path) -> str:
    if language == "python":
        command = [sys.executable, "-c", code]
    else:
        program, *arguments = shlex.split(code)
        if program == "sqlite3":
            return _ask(folder / arguments[0], arguments[1])
        command = [sys.executable, "-m", program, *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return run.stdout


def _ask(path: Path, query: str) -> str:
    """As the sqlite3 program answers, which not every machine has."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(query).fetchall()
    return "".join("|".join("" if v is None else str(v) for v in row) + "\n" for row in rows)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("stores")
    write_files(folder)
    return folder


def test_there_are_examples() -> None:
    assert len(examples()) == 8


@pytest.mark.parametrize(("language", "code", "answer"), examples())
def test_the_answers_are_right(folder: Path, language: str, code: str, answer: str) -> None:
    for library in ("duckdb", "datasette"):
        if library in code:
            pytest.importorskip(library)
    assert answer
    assert answer_of(language, code, folder) == answer


def _rewrite() -> None:
    with tempfile.TemporaryDirectory() as name:
        write_files(Path(name))
        text = _EXAMPLE.sub(
            lambda found: found[1] + answer_of(found[2], found[3], Path(name)),
            DOCS.read_text("utf-8"),
        )
    DOCS.write_text(text, "utf-8")


if __name__ == "__main__":
    _rewrite()
