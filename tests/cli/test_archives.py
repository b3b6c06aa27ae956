"""Whole archives: many processes, runs that stop and go on, and what is told of them."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newscli.cli.main import cli
from tests.quick_model import DEADLY, ENDLESS, NAME, SLOW

NEWSCLI = (sys.executable, "-c", "from newscli.cli.main import main; main()", "entities")
QUICK = ("--model", NAME)

pytestmark = pytest.mark.usefixtures("quick")


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["entities", *QUICK, *map(str, arguments)], input=stdin)


def shell(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The same in a process of its own."""
    return subprocess.run(
        [*NEWSCLI, *QUICK, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def write_records(path: Path, texts: Iterable[str]) -> Path:
    lines = (json.dumps({"text": text, "published": "2025-09-03"}) + "\n" for text in texts)
    path.write_text("".join(lines), "utf-8")
    return path


def found(path: Path) -> list[tuple[str, list[str]]]:
    """The source and the people of each line."""
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [(line["source"], [person["name"] for person in line["people"]]) for line in lines]


def sources(path: Path) -> list[str]:
    return [source for source, _ in found(path)]


def processes_with(word: str) -> list[str]:
    """The processes whose environment has `word`."""
    told = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if word.encode() in (folder / "environ").read_bytes():
                told.append((folder / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue  # it has ended, or is another's
    return told


class TestJobs:
    @pytest.mark.parametrize("format_", ["json", "csv"])
    def test_any_number_of_processes_tells_the_same(self, tmp_path: Path, format_: str) -> None:
        texts = [f"Пётр{number} и Анна, вчера." for number in range(40)]
        records = write_records(tmp_path / "news.jsonl", texts)
        (tmp_path / "a.txt").write_text("Завтра приедет Иван.", "utf-8")
        corrections = tmp_path / "corrections.toml"
        corrections.write_text(
            '[[rename]]\ntype = "person"\nname = "Пётр7"\nto = "Павел"\n'
            '[[drop]]\ntype = "person"\nname = "Хабр"\n',
            "utf-8",
        )
        arguments = (tmp_path / "a.txt", tmp_path / "no.txt", records, "--format", format_)
        one, two = (
            shell(*arguments, "--corrections", corrections, "--jobs", jobs) for jobs in ("1", "2")
        )
        assert "Павел" in one.stdout
        assert "no.txt: there is no such file" in one.stderr
        assert "[[drop]] 1 (Хабр): matched nothing" in one.stderr
        assert ("a.txt: warning: no publication date" in one.stderr) is (format_ == "csv")
        assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)

    def test_with_the_model_that_ships(self) -> None:
        arguments = [*NEWSCLI, "data/articles", "--json", "--with-text", "--adjectives"]
        one, two = (
            subprocess.run([*arguments, "--jobs", jobs], capture_output=True, check=True)
            for jobs in ("1", "auto")
        )
        assert one.stdout.count(b"\n") == 22
        assert one.stdout == two.stdout

    def test_a_deadly_article_costs_only_itself(self, tmp_path: Path) -> None:
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", f"Анна, {DEADLY}.", "Иван."])
        result = shell(records, "--json", "--jobs", "2")
        assert result.returncode == 1
        assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == [
            f"{records}#1",
            f"{records}#3",
        ]
        (line,) = result.stderr.splitlines()
        assert line.startswith(f"newscli: {records}#2: the process that read it died twice")

    @pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", ""])
    def test_a_wrong_number_is_refused(self, jobs: str) -> None:
        result = run("--jobs", jobs, stdin="Пётр.")
        assert result.exit_code == 2
        assert "neither a number from 1 nor auto" in result.stderr

    @pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks into /proc")
    @pytest.mark.parametrize(
        ("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -15), (signal.SIGKILL, -9)]
    )
    def test_whatever_ends_it_ends_all_its_processes(
        self, tmp_path: Path, how: signal.Signals, code: int
    ) -> None:
        """In the middle of an article that takes for ever, too."""
        mark = f"mark-{random.random()}"
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", f"{ENDLESS}.", f"{ENDLESS}."])
        with subprocess.Popen(
            [*NEWSCLI, *QUICK, str(records), "--json", "--jobs", "2"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "NEWSCLI_TEST": mark},
        ) as process:
            assert process.stdout
            assert process.stderr
            assert process.stdout.readline()
            assert len(processes_with(mark)) >= 3
            process.send_signal(how)
            assert process.wait(10) == code
            assert process.stderr.read().strip() == b""
        deadline = time.monotonic() + 5
        while processes_with(mark) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert processes_with(mark) == []

    def test_each_result_of_a_slow_input_comes_at_once(self) -> None:
        with subprocess.Popen(
            [*NEWSCLI, *QUICK, "--json", "--jobs", "2"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdin
            assert process.stdout
            for number in range(1, 4):
                process.stdin.write('{"text": "Пётр."}\n')
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["source"] == f"-#{number}"
            process.stdin.close()
            assert process.wait(30) == 0


class TestResume:
    def test_only_what_is_new_or_changed_is_done_again(self, tmp_path: Path) -> None:
        texts, output = tmp_path / "texts", tmp_path / "found.jsonl"
        texts.mkdir()
        for name in ("a", "b", "c"):
            (texts / f"{name}.txt").write_text("Пётр.", "utf-8")
        arguments = (texts, "--output", output, "--resume")
        assert "3 articles done, 0 skipped, 0 failed" in run(*arguments).stderr
        assert "0 articles done, 3 skipped, 0 failed" in run(*arguments).stderr
        (texts / "b.txt").write_text("Анна.", "utf-8")
        (texts / "d.txt").write_text("Иван.", "utf-8")
        assert "2 articles done, 2 skipped, 0 failed" in run(*arguments).stderr
        assert found(output) == [
            (f"{texts}/a.txt", ["Пётр"]),
            (f"{texts}/c.txt", ["Пётр"]),
            (f"{texts}/b.txt", ["Анна"]),
            (f"{texts}/d.txt", ["Иван"]),
        ]

    @pytest.mark.parametrize(
        "changed",
        [("--type", "people"), ("--min-score", "0.1"), ("--published", "2025-01-01")],
    )
    def test_other_settings_are_other_results(
        self, tmp_path: Path, changed: tuple[str, ...]
    ) -> None:
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", "Анна."])
        arguments = (records, "--output", tmp_path / "found.jsonl", "--resume")
        assert "2 articles done" in run(*arguments).stderr
        assert "2 articles done, 0 skipped" in run(*arguments, *changed).stderr
        assert len(found(tmp_path / "found.jsonl")) == 2

    def test_what_failed_is_tried_again(self, tmp_path: Path) -> None:
        arguments = [tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "found.jsonl"]
        (tmp_path / "a.txt").write_text("Пётр.", "utf-8")
        first = run(*arguments, "--resume")
        assert first.exit_code == 1
        assert "1 articles done, 0 skipped, 1 failed" in first.stderr
        (tmp_path / "b.txt").write_text("Анна.", "utf-8")
        second = run(*arguments, "--resume")
        assert second.exit_code == 0
        assert "1 articles done, 1 skipped, 0 failed" in second.stderr

    def test_what_is_named_twice_is_there_twice(self, tmp_path: Path) -> None:
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", "Пётр."])
        output = tmp_path / "found.jsonl"
        for _ in range(2):
            run(records, records, "--output", output, "--resume")
            assert sources(output) == [f"{records}#1", f"{records}#2"] * 2

    def test_a_file_without_a_journal_is_begun_anew(self, tmp_path: Path) -> None:
        output = tmp_path / "found.jsonl"
        run("--output", output, stdin="Пётр.")
        result = run("--output", output, "--resume", stdin="Анна.")
        assert result.exit_code == 0
        assert result.stderr == (
            f"newscli: {output}: begun anew: there is no journal found.jsonl.journal beside it\n"
        )
        assert found(output) == [("-", ["Анна"])]

    @pytest.mark.parametrize("output", [None, "found.json", "map.geojson", "found.txt"])
    def test_what_cannot_be_gone_on_with_is_refused(
        self, tmp_path: Path, output: str | None
    ) -> None:
        result = run(
            "--resume", *(["--output", tmp_path / output] if output else []), stdin="Пётр."
        )
        assert result.exit_code == 2
        assert "--output FILE.jsonl" in result.stderr
        assert not list(tmp_path.iterdir())

    def test_a_wrong_option_leaves_the_old_file(self, tmp_path: Path) -> None:
        output = tmp_path / "found.jsonl"
        output.write_text("old")
        for wrong in (("--model", "none_such"), ("--encoding", "klingon"), ("--published", "X")):
            assert run("--output", output, *wrong, stdin="Пётр.").exit_code == 2
        assert output.read_text() == "old"

    def test_corrections_that_match_nothing_are_told_of_what_was_done_now(
        self, tmp_path: Path
    ) -> None:
        corrections = tmp_path / "corrections.toml"
        corrections.write_text('[[drop]]\ntype = "person"\nname = "Пётр"\n', "utf-8")
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", "Анна."])
        arguments = (records, "-o", tmp_path / "found.jsonl", "--corrections", corrections)
        assert "matched nothing" not in run(*arguments, "--resume").stderr
        assert "matched nothing in the articles done now" in run(*arguments, "--resume").stderr

    def test_two_runs_at_once_do_not_write_one_file(self, tmp_path: Path) -> None:
        output = tmp_path / "found.jsonl"
        with subprocess.Popen(
            [*NEWSCLI, *QUICK, "--output", str(output), "--resume"], stdin=subprocess.PIPE
        ) as first:
            deadline = time.monotonic() + 60
            while not output.exists() and time.monotonic() < deadline:
                time.sleep(0.02)
            second = run("--output", output, "--resume", stdin="Анна.")
            assert second.exit_code == 2
            assert second.stderr == (
                f"newscli: cannot write {output}: another run writes it: "
                "wait for it, or choose another file\n"
            )
            first.communicate("Пётр.".encode(), timeout=60)
        assert found(output) == [("-", ["Пётр"])]

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_ctrl_c_keeps_what_was_done(self, tmp_path: Path, jobs: str) -> None:
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", "Анна.", f"{ENDLESS}."])
        output = tmp_path / "found.jsonl"
        arguments = [*QUICK, str(records), "--output", str(output), "--jobs", jobs]
        with subprocess.Popen(
            [*NEWSCLI, *arguments, "--report", str(tmp_path / "report.json")],
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            deadline = time.monotonic() + 60
            while not (output.exists() and len(found(output)) == 2):
                assert time.monotonic() < deadline
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
        assert process.returncode == 130
        assert re.fullmatch(r"newscli: 2 articles done, 0 skipped, 0 failed, .*\n\n?", told)
        report = json.loads((tmp_path / "report.json").read_text("utf-8"))
        assert (report["done"], report["complete"]) == (2, False)
        write_records(records, ["Пётр.", "Анна.", "Иван."])
        assert "1 articles done, 2 skipped" in run(*arguments[2:], "--resume").stderr
        assert sources(output) == [f"{records}#{number}" for number in (1, 2, 3)]

    @pytest.mark.slow
    def test_killed_twenty_times_it_loses_and_doubles_nothing(self, tmp_path: Path) -> None:
        chance = random.Random(1)
        texts = [f"Пётр{number} и Анна, {SLOW}." for number in range(1500)]
        records = write_records(tmp_path / "a.jsonl", texts)
        whole, output = tmp_path / "whole.jsonl", tmp_path / "found.jsonl"
        assert shell(records, "--output", whole, "--jobs", "2").returncode == 0
        kills = 0
        while True:
            arguments = [str(records), "--output", str(output), "--jobs", chance.choice("12")]
            resume = ["--resume"] if kills else []
            with subprocess.Popen(
                [*NEWSCLI, *QUICK, *arguments, *resume],
                stderr=subprocess.PIPE,
                text=True,
            ) as process:
                size = output.stat().st_size if output.exists() else -1
                while process.poll() is None and kills < 20:
                    if output.exists() and output.stat().st_size != size:
                        time.sleep(chance.uniform(0, 0.25))  # into a save, or between two
                        process.kill()
                        kills += 1
                        break
                    time.sleep(0.005)
                _, told = process.communicate(timeout=300)
            if process.returncode == 0:
                break
        assert kills == 20
        assert " 0 skipped" not in told
        assert output.read_bytes() == whole.read_bytes()


class TestReport:
    def report(self, path: Path) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return report

    def test_it_tells_how_the_run_went(self, tmp_path: Path) -> None:
        records = write_records(tmp_path / "a.jsonl", ["Пётр.", " ", "Анна."])
        path = tmp_path / "report.json"
        result = run(records, tmp_path / "no.txt", "--json", "--report", path)
        assert result.exit_code == 1
        report = self.report(path)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", report.pop("began"))
        assert report.pop("seconds") > 0
        assert report.pop("articles_per_second") > 0
        assert re.fullmatch(r"\d+\.\d+\.\d+", report.pop("newscli_version"))
        assert report == {
            "complete": True,
            "done": 2,
            "skipped": 0,
            "failed": [
                {"source": str(records), "error": "line 2: is empty: there is no text to read"},
                {
                    "source": str(tmp_path / "no.txt"),
                    "error": "there is no such file or folder: check the path",
                },
            ],
            "model": NAME,
            "model_version": "1.0",
        }
        assert "newscli: 2 articles done, 0 skipped, 2 failed, " in result.stderr

    def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(
        self, tmp_path: Path
    ) -> None:
        output = tmp_path / "found.jsonl"
        result = run("--report", tmp_path / "no" / "r.json", "-o", output, stdin="Пётр.")
        assert result.exit_code == 2
        assert "r.json" in result.stderr
        assert not output.exists()

    def test_one_article_needs_no_summary(self, tmp_path: Path) -> None:
        assert run("--report", tmp_path / "report.json", "--json", stdin="Пётр.").stderr == ""
        assert self.report(tmp_path / "report.json")["done"] == 1


def test_a_terminal_is_told_how_far_it_is_and_a_pipe_is_not(tmp_path: Path) -> None:
    records = write_records(tmp_path / "a.jsonl", [f"Пётр, {SLOW}."] * 30)
    arguments = [*NEWSCLI, *QUICK, str(records), "--output", str(tmp_path / "found.jsonl")]
    leader, follower = pty.openpty()
    with subprocess.Popen(arguments, stderr=follower, env={**os.environ, "TERM": "xterm"}) as run:
        os.close(follower)
        told = b""
        while piece := _read(leader):
            told += piece
        assert run.wait(60) == 0
    os.close(leader)
    assert re.search(rb"\d+ articles, \d+\.\d/s", told)
    assert b"30 articles done, 0 skipped, 0 failed" in told
    assert re.fullmatch(r"newscli: 30 articles done, .*\n", shell(*arguments[6:]).stderr)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's way of saying that the other side is closed
        return b""
