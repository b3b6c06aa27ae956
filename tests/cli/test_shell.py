"""The manners of a Unix tool, through a real shell and real pipes."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NEWSCLI = (sys.executable, "-c", "from newscli.cli.main import main; main()")


def test_a_closed_pipe_ends_it_silently(article: Path) -> None:
    sources = [str(article)] * 200
    with subprocess.Popen(
        [*NEWSCLI, "entities", *sources, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_ctrl_c_ends_with_130_and_leaves_no_half_file(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "found.json"
    with subprocess.Popen(
        [*NEWSCLI, "entities", *[str(article)] * 5000, "--output", str(output)],
        stderr=subprocess.PIPE,
    ) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".found.json.*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    assert [path.name for path in tmp_path.iterdir()] == [article.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_full_disk_is_told_in_one_line(article: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*NEWSCLI, "entities", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "newscli: cannot write the results: No space left on device\n"


@pytest.mark.parametrize("closed", ["<&-", "2>&-", ">&-"])
def test_a_closed_stream_is_no_traceback(article: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m newscli entities "{article}" {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_may_be_a_pipe(article: Path, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen([*NEWSCLI, "entities", str(article), "--json", "-o", str(fifo)]):
        assert json.loads(fifo.read_text("utf-8"))["people"]
    assert fifo.is_fifo()


def test_results_come_one_by_one_from_a_pipe(tmp_path: Path) -> None:
    """The first article is printed before the second is there."""
    fifo = tmp_path / "news.jsonl"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [*NEWSCLI, "entities", str(fifo), "--json"], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        with fifo.open("w", encoding="utf-8") as records:
            records.write('{"text": "Путин прибыл в Пекин."}\n')
            records.flush()
            first = json.loads(process.stdout.readline())
            assert first["places"][0]["name"] == "Пекин"
            records.write('{"text": "Песков остался в Москве."}\n')
        assert json.loads(process.stdout.readline())["places"][0]["name"] == "Москва"


def test_a_terminal_gets_colours_unless_it_asks_for_none(article: Path) -> None:
    assert b"\x1b[" in _at_terminal(article, {})
    assert b"\x1b[" not in _at_terminal(article, {"NO_COLOR": "1"})


def test_help_imports_nothing_heavy() -> None:
    heavy = ("spacy", "numpy", "rich.table", "pymorphy3", "razdel", "thinc")
    script = (
        "import sys\nfrom newscli.cli.main import cli\n"
        "cli.main(['entities', '--help'], standalone_mode=False)\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_nothing_imports_pytorch(article: Path) -> None:
    """spaCy takes PyTorch in where it is installed; newscli itself must never ask for it."""
    sources = Path(__file__).parents[2] / "src"
    assert not [path for path in sources.rglob("*.py") if "import torch" in path.read_text("utf-8")]


def test_bash_completes_kinds() -> None:
    done = subprocess.run(
        NEWSCLI,
        env={
            **os.environ,
            "_NEWSCLI_COMPLETE": "bash_complete",
            "COMP_WORDS": "newscli entities --type people,pl",
            "COMP_CWORD": "3",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "plain,people,places" in done.stdout


def _at_terminal(article: Path, environment: dict[str, str]) -> bytes:
    """What the command writes to a terminal of its own."""
    leader, follower = pty.openpty()
    surroundings = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(
        [*NEWSCLI, "entities", str(article)],
        stdout=follower,
        stderr=follower,
        env={**surroundings, "TERM": "xterm-256color", **environment},
    ) as process:
        os.close(follower)
        written = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # Linux's way of saying that the other side is closed
                break
            if not piece:
                break
            written += piece
        process.wait(60)
    os.close(leader)
    return written


def test_records_are_streamed_the_first_result_comes_before_the_input_ends() -> None:
    with subprocess.Popen(
        [*NEWSCLI, "entities", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number, name in enumerate(("Владимир Путин", "Ильхам Алиев"), start=1):
            record = {"text": f"{name} прибыл в Пекин."}
            process.stdin.write(json.dumps(record).encode() + b"\n")
            process.stdin.flush()
            found = json.loads(process.stdout.readline())  # while the input is still open
            assert found["source"] == f"-#{number}"
            assert [person["name"] for person in found["people"]] == [name]
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait(30) == 0
