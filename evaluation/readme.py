"""Rewrite the README's figures and its picture from real runs.

    python -m evaluation.readme [--corpora DIR]

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
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from evaluation.gold import load_samples
from evaluation.samples import answer_samples
from evaluation.scoring import score
from newscli.model import read_meta

README = Path("README.md")
PICTURE = Path("docs/entities.svg")
EXAMPLE = "data/articles/01-ferry.txt"
LABELS = ("PER", "LOC", "ORG")
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


def facts_block(corpora: Path) -> str:
    """Dates and dictionary forms against annotated articles."""
    dates = _run("evaluation.dates", corpora / "dates-dev.jsonl")
    names = _run("evaluation.names", corpora / "runormas-train.jsonl", "--part", "held-out")
    return f"{_code(dates)}\n\n{_code(names)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, help="folder of the corpora of training/README.md")
    corpora = parser.parse_args().corpora
    blocks = {
        "example": example_block(),
        "recognition": recognition_block(),
        "samples": samples_block(),
        "start": _code(_run("benchmarks.start")),
    }
    if corpora:
        blocks["facts"] = facts_block(corpora)
        blocks["memory"] = _code(_run("benchmarks.memory", corpora / "news-unlabelled.jsonl"))
    readme = README.read_text(encoding="utf-8")
    for name, block in blocks.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, _, rest = readme.partition(begin)
        _, _, after = rest.partition(end)
        readme = f"{before}{begin}\n{block}\n{end}{after}"
    README.write_text(readme, encoding="utf-8")
    draw_picture()


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
