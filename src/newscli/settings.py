"""What the user chose, as one value that every process is told."""

from __future__ import annotations

from dataclasses import dataclass

from newscli.corrections import Corrections
from newscli.records import KINDS


@dataclass(frozen=True)
class Settings:
    """All that changes a result but the article itself, so that every process is told the same.

    `model` is what `newscli.load()` takes: None is the one that ships. `kinds` of `KINDS` are
    filled, the others left empty. The rest is what `extract` says of it.
    """

    model: str | None = None
    kinds: tuple[str, ...] = KINDS
    min_score: float = 0.0
    adjectives: bool = False
    with_text: bool = False
    corrections: Corrections | None = None
