"""What words of one name share: case, and gender or the plural."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GENDERS = ("masc", "femn", "neut", "plur")  # in the plural Russian has no genders
ANY = "any"


@dataclass(frozen=True, eq=False, slots=True)
class Agreement:
    """A case and a gender (or "plur") that all declined words of a name have together.

    There is one object of each, in `AGREEMENTS`, so that it is found in a dict by identity.
    """

    case: str
    gender: str


AGREEMENTS = tuple(Agreement(case, gender) for case in CASES for gender in GENDERS)
# By a case and a gender, each of which may be `ANY`.
AGREEMENTS_OF = {
    (case, gender): tuple(
        agreement
        for agreement in AGREEMENTS
        if case in (agreement.case, ANY) and gender in (agreement.gender, ANY)
    )
    for case in (*CASES, ANY)
    for gender in (*GENDERS, ANY)
}


class Reading(NamedTuple):
    """One way to read a word: its nominative, and the case and gender that the word shows.

    `case` or `gender` is `ANY` where the word, in this reading, looks the same in all of them.
    """

    nominative: str
    case: str
    gender: str


# A reading and how likely it is among the other readings of its word; weights need no sum of 1.
Weighted = tuple[Reading, float]
