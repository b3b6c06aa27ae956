"""What a run of the recipe measured, kept in a file: the README's figures are made of these."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.calibration import Judgement
from training.score import Scores, format_scores

SLOVNET = "slovnet.json"


@dataclass(frozen=True)
class Measured:
    """Scores by corpus, and every mention found in texts that were not learnt."""

    scores: Mapping[str, Scores]
    judged: Sequence[Judgement]


def dump_measured(measured: Measured, path: Path) -> None:
    fields = {
        "scores": {corpus: scores.to_counts() for corpus, scores in measured.scores.items()},
        "judged": measured.judged,
    }
    path.write_text(json.dumps(fields) + "\n", encoding="utf-8")


def load_measured(path: Path) -> Measured:
    """Read what `dump_measured` wrote."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    scores = {corpus: Scores.from_counts(counts) for corpus, counts in fields["scores"].items()}
    return Measured(scores, [Judgement(*judged) for judged in fields["judged"]])


def measured_runs(folder: Path) -> list[Measured]:
    """All runs of the recipe that were measured into a folder, in the order of their names."""
    return [load_measured(path) for path in sorted(folder.glob("measured-*.json"))]


def format_measured(measured: Measured) -> Iterator[str]:
    """A line a corpus."""
    for corpus, scores in measured.scores.items():
        yield format_scores(corpus, scores)
