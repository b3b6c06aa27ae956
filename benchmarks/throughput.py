"""Words a second of every stage and of the peers: `python -m benchmarks.throughput ARTICLES`.

ARTICLES is JSON Lines with a `text` each, an archive that is read from its beginning to its end on
one core. A tenth of it, spread over the whole, is measured, all systems in turn over the same
articles, which none has seen before. With the wheel of natasha 1.6.0 (and `pip install slovnet
navec`) slovnet's recogniser runs beside ours, and with natasha installed from it (Python 3.10 or
older) its names, normal forms and dates beside the whole. The ratios hold on other machines; the
seconds don't.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy

import argparse
import json
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from spacy.language import Language

from newscli.collection import collect_all_rarely, collection_paused
from newscli.extraction import find_entities
from newscli.gathering.article import gather
from newscli.pipeline.assembly import load
from newscli.pipeline.reader import FindingsReader
from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.tokens import bounded_vocabulary
from newscli.records import Article
from newscli.settings import Settings

PUBLISHED = "2021-03-04"
# Of so many groups of articles the last is measured.
_ONE_IN = 10
# A busy machine is busy for all: systems change places every so many articles, ours reads as many
# together.
_AT_ONCE = 16
NAVEC = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
SLOVNET = "natasha/data/model/slovnet_ner_news_v1.tar"
_RECOGNITION = ("tokens", "newscli_sentences", "newscli_recognizer")

Read = Callable[[str], object]


def slovnet(wheel: Path) -> Read:
    """slovnet's published recogniser, as its README calls it."""
    from navec import Navec
    from slovnet import NER

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        recognizer = NER.load(archive.extract(SLOVNET, folder))
        recognizer.navec(Navec.load(archive.extract(NAVEC, folder)))
    read: Read = recognizer
    return read


def natasha() -> Read:
    """natasha's names with their normal forms, and its dates, as its README finds them."""
    from evaluation.date_peers import natasha_search
    from evaluation.name_peers import natasha as natasha_names

    names, dates = natasha_names(), natasha_search()

    def read(text: str) -> None:
        names(text)
        list(dates(text, PUBLISHED))

    return read


def time_stages(nlp: Language, texts: list[str], spent: dict[str, float]) -> None:
    """Add the CPU seconds of each of our stages to `spent`."""

    began = 0.0

    def lap(stage: str) -> None:
        nonlocal began
        now = time.process_time()
        spent[stage] += now - began
        began = now

    began = time.process_time()
    with bounded_vocabulary(nlp), collection_paused():
        docs = [nlp.make_doc(text) for text in texts]
        for doc in docs:
            doc._.published = PUBLISHED
        lap("tokens")
        for name, component in nlp.pipeline:
            if isinstance(component, Recognizer):
                docs = list(component.pipe(docs))
            else:
                docs = [component(doc) for doc in docs]
            lap(name)
        for text, doc in zip(texts, docs, strict=True):
            gather(FindingsReader(text).read(doc), Article(text, source="-", published=PUBLISHED))
        lap("gathering")
        del doc, docs
    lap("clearing up")


def time_peer(read: Read, texts: list[str]) -> float:
    """CPU seconds that a system takes for texts."""
    began = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - began


def measure(
    nlp: Language, peers: dict[str, Read], texts: list[str]
) -> tuple[dict[str, float], list[str]]:
    """CPU seconds of each stage, and of each peer, for some of the texts; and which these are."""
    settings = Settings()
    collect_all_rarely()
    for read in peers.values():
        read(texts[0])
    spent: dict[str, float] = defaultdict(float)
    measured: list[str] = []
    for number, start in enumerate(range(0, len(texts), _AT_ONCE), 1):
        some = texts[start : start + _AT_ONCE]
        if number % _ONE_IN:
            articles = [Article(text, source="-", published=PUBLISHED) for text in some]
            for _ in find_entities(articles, nlp, settings):
                pass
            continue
        measured += some
        time_stages(nlp, some, spent)
        for name, read in peers.items():
            spent[name] += time_peer(read, some)
    return spent, measured


def lines(nlp: Language, peers: dict[str, Read], texts: list[str]) -> Iterator[str]:
    """The table: articles and words a second of each stage and system, then the ratios."""
    spent, measured = measure(nlp, peers, texts)
    words = sum(token.is_alpha for text in measured for token in nlp.make_doc(text))
    ours = [name for name in spent if name not in peers]
    recognition, whole = "newscli, recognition", "newscli, whole"
    spent[recognition] = sum(spent[stage] for stage in _RECOGNITION)
    spent[whole] = sum(spent[stage] for stage in ours)
    yield f"{len(measured)} articles of {len(texts)}, {words} words"
    yield f"{'':24}{'ms an article':>14}{'articles/s':>12}{'words/s':>10}"
    for name in (*ours, recognition, whole, *peers):
        taken = spent[name]
        rates = f"{1e3 * taken / len(measured):14.2f}{len(measured) / taken:12.1f}"
        yield f"{name:24}{rates}{words / taken:10.0f}"
    names = spent["newscli_names"] + spent["gathering"]
    yield f"names and gathering take {names / spent[recognition]:.2f} of recognition's time"
    if "slovnet" in peers:
        for system in (recognition, whole):
            yield f"{system}: {spent['slovnet'] / spent[system]:.2f}× slovnet's recogniser"
    if "natasha" in peers:
        yield f"{whole}: {spent['natasha'] / spent[whole]:.1f}× natasha's names, forms and dates"


def main() -> None:
    parser = argparse.ArgumentParser(description="Articles and words a second, stage by stage.")
    parser.add_argument("articles", type=Path, help="JSON Lines with a `text` each")
    parser.add_argument("--natasha", type=Path, help="wheel of natasha 1.6.0")
    options = parser.parse_args()
    with options.articles.open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    peers: dict[str, Read] = {}
    if options.natasha:
        peers["slovnet"] = slovnet(options.natasha)
        if find_spec("natasha"):
            peers["natasha"] = natasha()
    for line in lines(load(), peers, texts):
        print(line, flush=True)


if __name__ == "__main__":
    main()
