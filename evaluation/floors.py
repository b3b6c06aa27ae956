"""A ratchet under the scores: figures may rise freely, and fall only when somebody says so.

`floors.json` holds the lowest F1 that each figure may have and the digest of the samples it was
measured on, so that data and floors change only together.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.scoring import Scores

FLOORS = Path(__file__).parent / "floors.json"
DIGITS = 3
# Another processor adds up the network's products in another order, which can turn one doubtful
# mention: as much as one organisation is worth.
NOISE = 0.012


@dataclass(frozen=True)
class Floors:
    """The lowest F1 allowed for each figure, on the samples with this digest."""

    digest: str
    lowest: Mapping[str, float]


def load_floors(path: Path = FLOORS) -> Floors:
    return Floors(**json.loads(path.read_text(encoding="utf-8")))


def dump_floors(floors: Floors, path: Path = FLOORS) -> None:
    fields = {"digest": floors.digest, "lowest": dict(floors.lowest)}
    path.write_text(json.dumps(fields, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def measure_floors(scores: Scores, digest: str) -> Floors:
    """The floors that `scores` just reach: F1 rounded down to DIGITS."""
    scale = 10**DIGITS
    # 0.29 * 100 is 28.999…: a billionth keeps such a figure from falling by a digit.
    lowest = {
        figure: math.floor(counts.f1 * scale + 1e-9) / scale for figure, counts in scores.items()
    }
    return Floors(digest, lowest)


def find_falls(floors: Floors, measured: Floors, *, noise: float = NOISE) -> list[str]:
    """A line for each figure that is lower than its floor by more than noise, or gone."""
    return [
        f"{figure}: {measured.lowest.get(figure)} is below {floor}"
        for figure, floor in floors.lowest.items()
        if measured.lowest.get(figure, -1.0) < floor - noise
    ]


def settle(
    path: Path, measured: Floors, *, noise: float, update: bool, allow_regression: bool
) -> None:
    """Hold figures to the floors in a file, or with `update` raise these to the figures.

    Raises:
        ValueError: a figure fell; with `update`, only where `allow_regression` is off.
    """
    floors = load_floors(path)
    if update:
        raised = raise_floors(floors, measured, noise=noise, allow_regression=allow_regression)
        dump_floors(raised, path)
    elif falls := find_falls(floors, measured, noise=noise):
        raise ValueError("\n".join(falls))


def add_floor_options(parser: argparse.ArgumentParser) -> None:
    """The options `--update` and `--allow-regression` of what is held to floors."""
    parser.add_argument("--update", action="store_true", help="raise the floors to these figures")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower one")


def settle_or_exit(
    path: Path, measured: Floors, *, noise: float, options: argparse.Namespace
) -> None:
    """`settle` by the options of `add_floor_options`; exit with 1 where a figure fell."""
    try:
        settle(
            path,
            measured,
            noise=noise,
            update=options.update,
            allow_regression=options.allow_regression,
        )
    except ValueError as error:
        sys.exit(str(error))


def raise_floors(
    floors: Floors, measured: Floors, *, noise: float = NOISE, allow_regression: bool
) -> Floors:
    """The floors to keep from now on: each as it was or higher, as measured if regression is on.

    Raises:
        ValueError: a figure fell by more than noise, and `allow_regression` is off.
    """
    if allow_regression:
        return measured
    if falls := find_falls(floors, measured, noise=noise):
        raise ValueError("; ".join(falls) + ": lower a floor with --allow-regression")
    lowest = {
        figure: max(reached, floors.lowest.get(figure, 0.0))
        for figure, reached in measured.lowest.items()
    }
    return Floors(measured.digest, lowest)
