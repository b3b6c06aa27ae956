"""Whether memory grows over a long run, and what one huge text takes.

`python -m benchmarks.memory ARTICLES.jsonl`: one process reads the articles as `newscli entities`
does and prints, every 500 of them, its resident memory and how many articles a second it has done
so far.

`python -m benchmarks.memory --one-text 100 ARTICLES.jsonl`: the articles are joined, from the start
again where there are too few, to one text of so many megabytes, and the whole command `newscli
entities big.txt --json` reads it; it prints the peak memory, the CPU time and the sizes.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as `newscli entities` does, before numpy

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from newscli.batch.local import extract_here
from newscli.batch.run import read_works
from newscli.batch.work import Result, Work
from newscli.errors import SourceError
from newscli.reading.sources import find_sources
from newscli.settings import Settings

_STEP = 500
_MEGABYTE = 2**20


def resident() -> float:
    """Memory of this process now, in megabytes (Linux; elsewhere the peak so far)."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_many(works: Iterator[Work | SourceError]) -> None:
    """Print how memory goes over a run."""
    done = 0
    began = time.perf_counter()
    for outcome in extract_here(works, lambda _: True, settings=Settings()):
        if not isinstance(outcome, Result) or outcome.found is None:
            continue
        outcome.found.to_dict()
        done += 1
        if done % _STEP == 0:
            rate = done / (time.perf_counter() - began)
            print(f"{done:6} articles  {resident():7.1f} MB  {rate:6.1f} articles/s", flush=True)
    print(f"{done:6} articles  {resident():7.1f} MB")


def measure_one(works: Iterator[Work | SourceError], megabytes: float) -> None:
    """Print what the command takes for one text."""
    with tempfile.TemporaryDirectory() as folder:
        text, found = Path(folder, "big.txt"), Path(folder, "found.json")
        with text.open("wb") as file:
            for work in cycle(work for work in works if isinstance(work, Work)):
                file.write(work.article.text.strip().encode() + b"\n\n")
                if file.tell() >= megabytes * 1e6:
                    break
        command = (sys.executable, "-m", "newscli", "entities", str(text), "--json")
        with found.open("wb") as output:
            subprocess.run(command, stdout=output, check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        peak, seconds = used.ru_maxrss / 1024, used.ru_utime + used.ru_stime
        read_size, written = text.stat().st_size / 1e6, found.stat().st_size / 1e6
        print(f"{read_size:.0f} MB of text, {written:.0f} of JSON: ", end="")
        print(f"peak {peak:.0f} MB, {seconds:.0f} s of CPU")


def main() -> None:
    parser = argparse.ArgumentParser(description="What memory newscli takes.")
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--one-text", type=float, metavar="MB", help="join them to one text")
    options = parser.parse_args()
    works = read_works(find_sources(options.sources))
    if options.one_text:
        measure_one(works, options.one_text)
    else:
        measure_many(works)


if __name__ == "__main__":
    main()
