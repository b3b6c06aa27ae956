"""What more processes bring: `python -m benchmarks.jobs ARTICLES.jsonl [--jobs N]`.

Whole runs of `newscli entities`, in turn with one process and with several: articles a second from
the first result to the last, their ratio, and apart from it the seconds until the first result,
which are spent on starting. The ratio means something on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

_RUNS = 3
_NEWSCLI = (sys.executable, "-m", "newscli", "entities", "--json")


def time_run(articles: Path, jobs: int) -> tuple[float, float]:
    """Seconds until the first result of a run, and articles a second from then on."""
    began = time.perf_counter()
    with subprocess.Popen(
        [*_NEWSCLI, str(articles), "--jobs", str(jobs)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        first = time.perf_counter()
        count = sum(1 for _ in process.stdout)
        rate = count / (time.perf_counter() - first)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return first - began, rate


def main() -> None:
    parser = argparse.ArgumentParser(description="Articles a second by the number of processes.")
    parser.add_argument("articles", type=Path, help="JSON Lines, a thousand articles or more")
    parser.add_argument("--jobs", type=int, default=2, help="[default: 2]")
    options = parser.parse_args()
    timed: dict[int, list[tuple[float, float]]] = {1: [], options.jobs: []}
    for _ in range(_RUNS):
        for jobs, runs in timed.items():
            runs.append(time_run(options.articles, jobs))
    print(f"{'median of ' + str(_RUNS) + ' runs':18}{'start, s':>9}{'articles/s':>12}{'ratio':>7}")
    base = statistics.median(rate for _, rate in timed[1])
    for jobs, runs in timed.items():
        start, rate = (statistics.median(values) for values in zip(*runs, strict=True))
        print(f"--jobs {jobs:<11}{start:9.2f}{rate:12.1f}{rate / base:7.2f}")


if __name__ == "__main__":
    main()
