"""How fast dates are found and resolved: `python -m benchmarks.dates ARTICLES.jsonl [--peers]`.

Articles a second of `russian_dates` alone, after tokens and sentences, on one core, one article
after the other as they come; with `--peers` (and `pip install dateparser natasha==1.6.0`) those of
the two libraries on the same texts in the same run.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

if TYPE_CHECKING:
    from evaluation.date_peers import Search

PUBLISHED = "2021-03-04"
_ARTICLES = 500
_WARM_UP = 100  # the first articles fill the caches
_PEERS_ARTICLES = 30  # they take seconds for these


def time_component(texts: Sequence[str]) -> float:
    """Articles a second of the spaCy component alone."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    nlp.add_pipe("russian_dates")
    mark_sentences, mark_dates = (nlp.get_pipe(name) for name in nlp.pipe_names)
    spent = 0.0
    for number, text in enumerate(texts):
        with nlp.memory_zone():
            doc = mark_sentences(nlp.make_doc(text))
            doc._.published = PUBLISHED
            began = time.perf_counter()
            mark_dates(doc)
            if number >= _WARM_UP:
                spent += time.perf_counter() - began
    return (len(texts) - _WARM_UP) / spent


def time_search(search: Search, texts: Sequence[str]) -> float:
    """Articles a second of a library's search."""
    list(search(texts[0], PUBLISHED))
    began = time.perf_counter()
    for text in texts:
        list(search(text, PUBLISHED))
    return len(texts) / (time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON Lines with a `text` each")
    parser.add_argument("--peers", action="store_true", help="with dateparser and natasha")
    options = parser.parse_args()
    with options.articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(_ARTICLES), strict=False)]
    rates = {"newscli": time_component(texts)}
    if options.peers:
        from evaluation.date_peers import dateparser_search, natasha_search

        some = texts[:_PEERS_ARTICLES]
        rates["dateparser"] = time_search(dateparser_search(), some)
        rates["natasha"] = time_search(natasha_search(), some)
    for system, rate in rates.items():
        print(f"{system:11} {rate:7.1f} articles/s {rates['newscli'] / rate:7.1f}×")


if __name__ == "__main__":
    main()
