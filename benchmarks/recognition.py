"""How fast names are recognised: `python -m benchmarks.recognition ARTICLES.jsonl`.

Words a second of the recogniser alone, sentences and words included, each article by itself, on
one core. With the wheel of natasha 1.6.0 (and `pip install slovnet navec`) slovnet's recogniser
runs over the same articles in turn with ours: the ratio holds on other machines.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy

import argparse
import json
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import spacy

from newscli.pipeline.assembly import load

_RUNS = 5
_ARTICLES = 300
_NAVEC = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_SLOVNET = "natasha/data/model/slovnet_ner_news_v1.tar"

Recognize = Callable[[str], object]


def ours() -> Recognize:
    """The pipeline up to its names."""
    nlp = load()
    nlp.select_pipes(enable=["newscli_sentences", "newscli_recognizer"])
    return nlp


def slovnet(wheel: Path) -> Recognize:
    """slovnet's published recogniser, as its README calls it."""
    from navec import Navec
    from slovnet import NER

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        recognizer = NER.load(archive.extract(_SLOVNET, folder))
        recognizer.navec(Navec.load(archive.extract(_NAVEC, folder)))
    found: Recognize = recognizer
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Words recognised a second.")
    parser.add_argument("articles", type=Path, help="JSON Lines with a `text` each")
    parser.add_argument("--natasha", type=Path, help="wheel of natasha 1.6.0")
    options = parser.parse_args()
    with options.articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(_ARTICLES), strict=False)]
    tokenize = spacy.blank("ru").make_doc
    words = sum(sum(token.is_alpha for token in tokenize(text)) for text in texts)
    systems = {"newscli": ours()}
    if options.natasha:
        systems["slovnet"] = slovnet(options.natasha)
    times: dict[str, list[float]] = {name: [] for name in systems}
    for run in range(_RUNS + 1):
        for name, recognize in systems.items():
            began = time.process_time()
            for text in texts:
                recognize(text)
            if run:  # the first one fills caches
                times[name].append(time.process_time() - began)
    print(f"{len(texts)} articles, {words} words; median of {_RUNS} runs")
    speeds = {name: words / statistics.median(taken) for name, taken in times.items()}
    for name, speed in speeds.items():
        print(f"{name:10}{speed:9.0f} words/s  {speed / speeds.get('slovnet', speed):5.2f}")


if __name__ == "__main__":
    main()
