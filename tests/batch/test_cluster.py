"""`newscli entities --engine ray`: a Ray cluster writes what one process writes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from newscli.batch.run import read_works
from newscli.cli.main import cli
from newscli.errors import SourceError
from newscli.output.formats import CLUSTER_FORMATS
from newscli.reading.sources import find_sources

pytest.importorskip("ray")


def newscli(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: Ray leaves threads and files open in its driver."""
    command = [sys.executable, "-m", "newscli", "entities", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


_CLUSTER = """
import os, sys
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
from ray.cluster_utils import Cluster

# Cores are what Ray is told: the test's machine may have fewer.
node = {"num_cpus": 1, "object_store_memory": 100 * 2**20, "include_dashboard": False}
cluster = Cluster(initialize_head=True, head_node_args=node)
cluster.add_node(**node)
print(cluster.address, flush=True)
sys.stdin.read()
cluster.shutdown()
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two nodes."""
    command = [sys.executable, "-c", _CLUSTER]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as cluster:
        assert cluster.stdin
        assert cluster.stdout
        yield cluster.stdout.readline().strip()
        cluster.stdin.close()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Three times the sample articles, a file of records, and one that is not there."""
    folder = tmp_path_factory.mktemp("sources")
    for number in range(3):
        shutil.copytree("data/articles", folder / str(number))
    records = "data/articles/14-channel.jsonl"
    return [str(folder), records, str(folder / "nowhere.txt"), records]


@pytest.fixture(scope="module")
def alone(sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that one process writes."""
    folder = tmp_path_factory.mktemp("alone")
    for name in ("found.jsonl", "found.parquet"):
        assert newscli(*sources, "--output", folder / name).returncode == 1
    return folder


class Killer(threading.Thread):
    """Kills the first actor that is seen at work; Ray names processes after what they do."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.killed: int | None = None
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(0.02) and self.killed is None:
            for path in Path("/proc").glob("[0-9]*/cmdline"):
                with suppress(OSError):  # it has just ended
                    if b"(_Extractor)).submit" in path.read_bytes():
                        self.killed = int(path.parent.name)
                        os.kill(self.killed, signal.SIGKILL)
                        return


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_json_lines_are_the_same_bytes_although_a_worker_is_killed(
    address: str, sources: list[str], alone: Path, tmp_path: Path
) -> None:
    output = tmp_path / "found.jsonl"
    report = tmp_path / "report.json"
    options = ("--engine", "ray", "--ray-address", address, "--report", report)
    killer = Killer()
    killer.start()
    run = newscli(*sources, *options, "--output", output)
    killer.ended.set()
    assert run.returncode == 1, run.stderr
    assert killer.killed
    parts = sorted(output.iterdir())
    assert b"".join(part.read_bytes() for part in parts) == (alone / "found.jsonl").read_bytes()
    assert f"newscli: {sources[2]}: there is no such file or folder" in run.stderr
    told = json.loads(report.read_text("utf-8"))
    assert (told["done"], len(told["failed"])) == (74, 1)


@pytest.mark.slow
def test_parquet_parts_are_an_equal_table(
    address: str, sources: list[str], alone: Path, tmp_path: Path
) -> None:
    import pyarrow.parquet as pq

    output = tmp_path / "found.parquet"
    output.mkdir()
    (output / "part-000007.parquet").write_text("of an earlier run")
    (output / "notes.txt").write_text("the user's")
    run = newscli(
        *(*sources, "--engine", "ray", "--ray-address", address),
        *("--output", output.as_uri()),
    )
    assert run.returncode == 1, run.stderr
    assert (output / "notes.txt").exists()
    parts = sorted(output.glob("*.parquet"))
    found = pq.read_table(parts)
    assert found.equals(pq.read_table(alone / "found.parquet"))


def test_without_a_cluster_the_error_is_one_line(tmp_path: Path) -> None:
    run = newscli(
        *("data/articles", "--engine", "ray", "--ray-address", "127.0.0.1:1"),
        *("--output", tmp_path / "found.jsonl"),
    )
    assert run.returncode == 2, run.stderr
    assert run.stderr.startswith("newscli: there is no Ray cluster at 127.0.0.1:1: ")
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--output", "x.csv"], "writes JSON Lines or Parquet"),
        ([], "writes JSON Lines or Parquet"),
        (["--output", "x.jsonl", "--resume"], "--resume and --jobs are for this machine"),
        (["--output", "x.jsonl", "--jobs", "2"], "--resume and --jobs are for this machine"),
        (["a.txt", "--output", "nowhere://x.jsonl"], "cannot write to nowhere://x.jsonl"),
        (["-", "--output", "x.jsonl"], "cannot read standard input"),
    ],
)
def test_what_a_cluster_cannot_do_is_told(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["entities", "--engine", "ray", *arguments])
    assert result.exit_code == 2, result.output
    assert told in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("library", ["ray", "pyarrow", "fsspec"])
def test_without_ray_the_error_says_how_to_get_it(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("newscli.batch.cluster", "newscli.output.arrow", "newscli.output.parquet"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    result = CliRunner().invoke(
        cli, ["entities", "a.txt", "--engine", "ray", "--output", "found.jsonl"]
    )
    assert result.exit_code == 2
    assert result.stderr == (
        f"newscli: this needs {library}, which is not installed: pip install 'newscli[ray]'\n"
    )


def test_tasks_read_together_what_one_process_reads() -> None:
    """Sources that are named twice are as many articles in chunks as in one piece."""
    from newscli.batch.cluster import _chunks

    records = "data/articles/14-channel.jsonl"
    sources = [*find_sources(["data/articles", "data/articles", records]) * 8, SourceError("lost")]
    chunks = list(_chunks(sources))
    assert len(chunks) > 8
    together = [
        work
        for chunk in chunks
        for work in read_works(chunk.sources, named_before=chunk.named_before)
    ]
    assert [identity(work) for work in together] == [identity(work) for work in read_works(sources)]


def identity(work: object) -> str:
    return str(getattr(work, "identity", work))


def test_parts_go_to_an_object_store_through_fsspec() -> None:
    import fsspec

    from newscli.batch.cluster import _Folder

    store = fsspec.filesystem("memory")
    with _Folder.open("memory://news/found", "json").writing(3) as file:
        file.write(b"{}")
    assert store.find("/news") == ["/news/found/part-000003.jsonl"]
    _Folder.open("memory://news/found", "json")  # a new run
    assert store.find("/news") == []


def test_formats_of_parts_have_suffixes() -> None:
    from newscli.batch.cluster import _SUFFIXES

    assert tuple(_SUFFIXES) == CLUSTER_FORMATS
