"""How far to trust a mention: the network's probability, corrected by how often it was right."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Nothing is certain: the logarithm of the odds stays finite.
_SURE = 1 - 1e-4
DIGITS = 3


@dataclass(frozen=True)
class Calibration:
    """Platt scaling (Platt 1999): a line through the logarithms of the odds. As it is, none."""

    slope: float = 1.0
    shift: float = 0.0

    def score(self, probability: float) -> float:
        """The share of mentions this probable that are right, to DIGITS; neither 0 nor 1."""
        odds = self.slope * log_odds(probability) + self.shift
        least: float = 10**-DIGITS
        share = 1 / (1 + math.exp(-odds))
        return round(min(max(share, least), 1 - least), DIGITS)


def log_odds(probability: float) -> float:
    """The logarithm of the odds of what happens with `probability`; finite for 0 and 1, too."""
    held = min(max(probability, 1 - _SURE), _SURE)
    return math.log(held / (1 - held))
