"""`newscli dates`: the value of a phrase, for scripts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from newscli.cli.main import cli

WEDNESDAY = ("--published", "2025-09-03")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["dates", *arguments], input=stdin)


def test_a_phrase_has_a_value() -> None:
    result = run("в прошлый вторник", *WEDNESDAY)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "2025-08-26\n", "")


def test_values_come_in_order_one_a_line() -> None:
    result = run("вчера и завтра", "с 5 по 7 мая", "20-х числах марта", *WEDNESDAY)
    assert result.stdout.split() == [
        "2025-09-02",
        "2025-09-04",
        "2025-05-05/2025-05-07",
        "null",
    ]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_phrases_are_read_from_standard_input(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, *WEDNESDAY, stdin="вчера\n\nчерез три дня\r\n")
    assert result.stdout.split() == ["2025-09-02", "2025-09-06"]


def test_json_is_that_of_the_entities() -> None:
    result = run("5 мая 2010 года, а в тот же день", "--json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["value"], first["from"], first["anchor"]) == ("2010-05-05", "2010-05-05", "none")
    assert second["mentions"] == [
        {
            "text": "тот же день",
            "normal": "2010-05-05",
            "start": 21,
            "end": 32,
            "score": None,
            "anchor": "text",
            "anchor_text": "5 мая 2010 года",
            "anchor_start": 0,
            "anchor_end": 15,
        }
    ]


def test_a_phrase_without_a_date_is_told_and_the_others_done() -> None:
    result = run("паром", "вчера", *WEDNESDAY)
    assert (result.exit_code, result.stdout) == (1, "2025-09-02\n")
    assert result.stderr == "newscli: no date in 'паром'\n"


def test_without_a_day_nothing_is_guessed() -> None:
    result = run("28 июня")
    assert (result.exit_code, result.stdout) == (0, "XXXX-06-28\n")
    assert "--published" in result.stderr
    assert run("28 июня 2024 года").stderr == ""


def test_a_wrong_day_is_refused() -> None:
    result = run("вчера", "--published", "31.02.2025")
    assert result.exit_code == 2
    assert "YYYY-MM-DD" in result.stderr


def test_spacy_is_not_waited_for() -> None:
    code = (
        "import sys; from newscli.cli.main import cli\n"
        "cli(['dates', 'вчера', '--published', '2025-09-03'], standalone_mode=False)\n"
        "print([name for name in ('spacy', 'numpy', 'thinc') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout == "2025-09-02\n[]\n"
