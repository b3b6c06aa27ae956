"""What words of one name share: case, and gender or the plural."""

from __future__ import annotations

from typing import NamedTuple

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GENDERS = ("masc", "femn", "neut", "plur")  # in the plural Russian has no genders
ANY = "any"


class Agreement(NamedTuple):
    """A case and a gender (or "plur") that all declined words of a name have together."""

    case: str
    gender: str


AGREEMENTS = tuple(Agreement(case, gender) for case in CASES for gender in GENDERS)


class Reading(NamedTuple):
    """One way to read a word: its nominative, and the case and gender that the word shows.

    `case` or `gender` is `ANY` where the word, in this reading, looks the same in all of them.
    """

    nominative: str
    case: str
    gender: str

    def agreements(self) -> list[Agreement]:
        cases = CASES if self.case == ANY else (self.case,)
        genders = GENDERS if self.gender == ANY else (self.gender,)
        return [Agreement(case, gender) for case in cases for gender in genders]


# A reading and how likely it is among the other readings of its word; weights need no sum of 1.
Weighted = tuple[Reading, float]
