"""How long a user waits for one file: `python -m benchmarks.start [ARTICLE] [--natasha WHEEL]`.

Whole processes, timed from outside, as ratios to `python -c "import spacy"` run in turn with them
in the same environment: a ratio survives another machine, seconds don't. With the wheel of natasha
1.6.0 (and `pip install slovnet navec`) the shortest script for slovnet's names is run beside them,
and with natasha installed from it (Python 3.10 or older) that for natasha's.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.throughput import NAVEC, SLOVNET

_RUNS = 9
_ARTICLE = "data/articles/01-ferry.txt"
_NEWSCLI = (sys.executable, "-c", "from newscli.cli.main import main; main()")
# What their READMEs show, for one file and its names.
_SLOVNET = """
import sys
from navec import Navec
from slovnet import NER
article, model, vectors = sys.argv[1:]
ner = NER.load(model)
ner.navec(Navec.load(vectors))
print(ner(open(article, encoding="utf-8").read()).spans)
"""
_NATASHA = """
import sys
from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger
from natasha import NewsSyntaxParser, Segmenter
vectors = NewsEmbedding()
doc = Doc(open(sys.argv[1], encoding="utf-8").read())
doc.segment(Segmenter())
doc.tag_morph(NewsMorphTagger(vectors))
doc.parse_syntax(NewsSyntaxParser(vectors))
doc.tag_ner(NewsNERTagger(vectors))
vocabulary = MorphVocab()
for span in doc.spans:
    span.normalize(vocabulary)
print([span.normal for span in doc.spans])
"""


def seconds(command: tuple[str, ...]) -> float:
    """Wall time of one run of `command`."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def peers(article: str, wheel: Path, folder: str) -> dict[str, tuple[str, ...]]:
    """The commands of slovnet and natasha, their models unpacked into `folder`."""
    with zipfile.ZipFile(wheel) as archive:
        model, vectors = (archive.extract(name, folder) for name in (SLOVNET, NAVEC))
    commands: dict[str, tuple[str, ...]] = {
        "slovnet": (sys.executable, "-c", _SLOVNET, article, model, vectors)
    }
    if find_spec("natasha"):
        commands["natasha"] = (sys.executable, "-c", _NATASHA, article)
    return commands


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a user waits for one file.")
    parser.add_argument("article", nargs="?", default=_ARTICLE)
    parser.add_argument("--natasha", type=Path, help="wheel of natasha 1.6.0")
    options = parser.parse_args()
    commands = {
        "import spacy": (sys.executable, "-c", "import spacy"),
        "newscli entities --json": (*_NEWSCLI, "entities", options.article, "--json"),
        "newscli entities": (*_NEWSCLI, "entities", options.article),
        "newscli --help": (*_NEWSCLI, "--help"),
    }
    with tempfile.TemporaryDirectory() as folder:
        if options.natasha:
            commands |= peers(options.article, options.natasha, folder)
        for command in commands.values():
            seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(_RUNS):
            for name, command in commands.items():
                times[name].append(seconds(command))
    base = statistics.median(times["import spacy"])
    print(f"{'median of ' + str(_RUNS) + ' runs':26}{'seconds':>9}{'ratio':>7}")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:26}{median:9.3f}{median / base:7.2f}")


if __name__ == "__main__":
    main()
