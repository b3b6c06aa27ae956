"""Whether memory grows over a long run: `python -m benchmarks.memory ARTICLES.jsonl`.

One process reads the articles as `newscli entities` does and prints, every 500 of them, its
resident memory and how many articles a second it has done so far.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as `newscli entities` does, before numpy

import resource
import sys
import time
from pathlib import Path

import newscli
from newscli.reading.sources import find_sources, read_articles
from newscli.records import Article

_STEP = 500
_MEGABYTE = 2**20


def resident() -> float:
    """Memory of this process now, in megabytes (Linux; elsewhere the peak so far)."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    nlp = newscli.load()
    sources = read_articles(find_sources(sys.argv[1:]))
    articles = (article for article in sources if isinstance(article, Article))
    began = time.perf_counter()
    done = 0
    for done, found in enumerate(newscli.extract_all(articles, nlp=nlp), start=1):
        found.to_dict()
        if done % _STEP == 0:
            rate = done / (time.perf_counter() - began)
            print(f"{done:6} articles  {resident():7.1f} MB  {rate:6.1f} articles/s", flush=True)
    print(f"{done:6} articles  {resident():7.1f} MB")


if __name__ == "__main__":
    main()
