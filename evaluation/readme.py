"""Rewrite the README's figures and its picture from real runs.

    python -m evaluation.readme [--corpora DIR [--natasha WHEEL] [--peers]]

Each block between `<!-- begin NAME -->` and `<!-- end NAME -->` is replaced by what its function
prints. Without the corpora the blocks that need them stay as they are.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

import newscli
from evaluation import places
from evaluation.dates import (
    TYPES,
    DatedText,
    Score,
    all_types,
    dates_pipeline,
    load_corpora,
    load_items,
    ours,
    score_dates,
)
from evaluation.gold import load_samples
from evaluation.hard import all_of, score_hard
from evaluation.reliability import draw_reliability
from evaluation.samples import answer_samples
from evaluation.scoring import over_kinds, score
from newscli.model import read_meta

README = Path("README.md")
RECOGNITION = Path("docs/recognition.md")
DATES = Path("docs/dates.md")
PICTURE = Path("docs/entities.svg")
RELIABILITY = Path("docs/reliability.svg")
EXAMPLE = "data/articles/01-ferry.txt"
LABELS = ("PER", "LOC", "ORG")
# What the files of hard cases hold.
KINDS = {
    "capitals": "all in capitals",
    "datelines": "datelines, bylines, credits",
    "foreign": "foreign names",
    "hyphens": "hyphens and compounds",
    "initials": "initials before and after",
    "latin": "Latin script",
    "lists": "lists and tables",
    "lookalikes": "letters of the other alphabet",
    "lower": "no capitals at all",
    "marks": "stress marks, soft hyphens, ё",
    "quotes": "quotes of every kind",
    "surname_first": "the surname first",
}
_COLUMNS = 96


def draw_picture() -> None:
    """What a terminal shows for the example article, as SVG."""
    script = (
        "import sys; sys.stdout.isatty = lambda: True;"
        "from newscli.cli.main import cli; cli(['entities', sys.argv[1]])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script, EXAMPLE],
        env={"PATH": "", "COLUMNS": str(_COLUMNS), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ newscli entities {EXAMPLE}", style="dim"))
    console.print(Text.from_ansi(shown))
    drawn = console.export_svg(title="newscli")
    # Without the fonts that would be fetched from the net: a reader's own monospace font does.
    PICTURE.write_text(re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL), "utf-8")


def example_block() -> str:
    """The JSON of the example article, the first of each list."""
    found = json.loads(_run("newscli", "entities", EXAMPLE, "--json"))
    for kind in ("people", "places", "organizations", "dates"):
        found[kind] = found[kind][-1:]
    return f"```json\n{_compact(json.dumps(found, ensure_ascii=False, indent=2))}\n```"


# Token F1 on the whole of factRuEval-2016, as https://github.com/natasha/naeval publishes it.
PUBLISHED = {
    "slovnet_bert": (0.973, 0.928, 0.831),
    "deeppavlov_bert": (0.971, 0.928, 0.825),
    "slovnet": (0.959, 0.915, 0.825),
    "stanza": (0.943, 0.865, 0.687),
    "spaCy, its older Russian model": (0.901, 0.886, 0.765),
}


def published_block() -> str:
    """Token F1 of ours on factRuEval's devset beside what is published of others."""
    ours = read_meta()["scores"]["newscli"]["factRuEval-2016 devset"]["token"]
    rows = [("newscli, cross-validated on the devset", *(f"{ours[label]:.3f}" for label in LABELS))]
    rows += [
        (system, *(f"{figure:.3f}" for figure in figures)) for system, figures in PUBLISHED.items()
    ]
    return _table(("token F1", *LABELS), rows)


def hard_block() -> str:
    """Hard cases: items wholly right, by kind."""
    scores = score_hard(newscli.load(), "test")
    rows = [
        (f"{KINDS[kind]}", str(counts.expected), f"{counts.recall:.0%}")
        for kind, counts in scores.items()
    ]
    total = all_of(scores)
    rows.append(("all", str(total.expected), f"{total.recall:.0%}"))
    return _table(("sentences with", "items", "wholly right"), rows)


def calibration_block() -> str:
    """The model's scores against what was right, and the picture of it."""
    meta = read_meta()
    RELIABILITY.write_text(draw_reliability(meta["reliability"]), encoding="utf-8")
    rows = [
        (f"{score:.2f}", f"{right:.2f}", str(count)) for count, score, right in meta["reliability"]
    ]
    error = f"Expected calibration error: {meta['expected_calibration_error']:.3f}."
    return f"{_table(('score', 'right', 'mentions'), rows)}\n\n{error}"


def recognition_block() -> str:
    """The scores in the model's meta.json, span and token F1."""
    scores = read_meta()["scores"]
    rows = []
    for corpus in ("NEREL dev", "factRuEval-2016 devset"):
        for system in ("slovnet", "newscli"):
            cells = [
                f"{scores[system][corpus]['span'][label]:.3f} / "
                f"{scores[system][corpus]['token'][label]:.3f}"
                for label in LABELS
            ]
            rows.append((corpus, system, *cells))
    return _table(("span / token F1", "", *LABELS), rows)


def samples_block() -> str:
    """The scores of the sample articles."""
    scores = score([sample.gold for sample in load_samples()], answer_samples())
    rows = [
        (name, f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}")
        for name, counts in scores.items()
    ]
    return _table(("", "precision", "recall", "F1"), rows)


def dates_block(items: Sequence[DatedText]) -> str:
    """Dates by kind of text and by type."""
    scores = score_dates(ours(dates_pipeline()), items)
    named = {kind: all_types(of_kind) for kind, of_kind in scores.items()}
    if len(scores) > 1:
        named["all"] = sum(named.values(), Score())
    for type_ in TYPES:
        named[f"of type {type_}"] = sum((of_kind[type_] for of_kind in scores.values()), Score())
    rows = [
        (
            kind,
            str(score.spans.expected),
            f"{score.spans.f1:.3f}",
            f"{score.value_accuracy:.3f}",
            f"{score.facts.f1:.3f}",
        )
        for kind, score in named.items()
    ]
    return _table(("", "dates", "span F1", "value right", "end to end F1"), rows)


def places_block() -> str:
    """The linking of places by kind of difficulty."""
    scores = places.score_places(places.places_pipeline(), places.load_items("test"))
    rows = [
        (
            kind,
            str(figures["linked"].expected),
            *(f"{figures[figure].recall:.3f}" for figure in places.FIGURES),
        )
        for kind, figures in {**scores, "all": over_kinds(scores, places.FIGURES)}.items()
    ]
    return _table(("sentences with", "places", *places.FIGURES), rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, help="folder of the corpora of training/README.md")
    parser.add_argument("--natasha", type=Path, help="wheel of natasha 1.6.0, to time slovnet")
    parser.add_argument("--peers", action="store_true", help="run dateparser and natasha")
    options = parser.parse_args()
    corpora = options.corpora
    readme = {
        "example": example_block(),
        "recognition": recognition_block(),
        "published": published_block(),
        "hard": hard_block(),
        "samples": samples_block(),
        "places": places_block(),
        "written-names": _code(_run("evaluation.written_names")),
    }
    dates = {"own": dates_block(load_items("test"))}
    if corpora:
        news = corpora / "news-unlabelled.jsonl"
        names = ("evaluation.names", corpora / "runormas-train.jsonl", "--part", "held-out")
        readme["names"] = _code(_run(*names))
        readme["dates"] = dates["articles"] = dates_block(load_corpora(corpora))
        nerel = corpora / "nerel-dev.jsonl"
        readme["places-nerel"] = _code(_run("evaluation.places", "--nerel", nerel))
        readme["memory"] = _code(_run("benchmarks.memory", news))
        readme["jobs"] = _code(_run("benchmarks.jobs", news, "--jobs", 2))
        if options.natasha:
            readme["start"] = _code(_run("benchmarks.start", "--natasha", options.natasha))
            speed = _run("benchmarks.throughput", news, "--natasha", options.natasha)
            readme["speed"] = _code(speed)
    if corpora and options.peers:
        peers = _code(_run("evaluation.dates", "--corpora", corpora, "--peers"))
        readme["dates-peers"] = dates["peers"] = peers
        readme["name-peers"] = _code(_run("evaluation.name_peers", corpora))
        dates["dates-speed"] = _code(_run("benchmarks.dates", news, "--peers"))
    rewrite(README, readme)
    rewrite(RECOGNITION, {"calibration": calibration_block()})
    rewrite(DATES, dates)
    draw_picture()


def rewrite(page: Path, blocks: Mapping[str, str]) -> None:
    """Put each block between its markers."""
    text = page.read_text(encoding="utf-8")
    for name, block in blocks.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{block}\n{end}{after}"
    page.write_text(text, encoding="utf-8")


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    header = tuple(header)
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _code(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


def _run(module: str, *arguments: object) -> str:
    """What `python -m module` prints."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _compact(text: str) -> str:
    """A mention a line: `json.dumps` can only indent everything or nothing."""
    return re.sub(
        r"\{\s*(\"text\": [^{}]*?)\s*\}",
        lambda mention: "{" + re.sub(r"\s*\n\s*", " ", mention[1]) + "}",
        text,
    )


if __name__ == "__main__":
    main()
