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


# An agreement is known by its place here: all genders of the first case, then of the second …
AGREEMENTS = tuple(Agreement(case, gender) for case in CASES for gender in GENDERS)
# The places of agreements by a case and a gender, each of which may be `ANY`.
PLACES = {
    (case, gender): tuple(
        place
        for place, agreement in enumerate(AGREEMENTS)
        if case in (agreement.case, ANY) and gender in (agreement.gender, ANY)
    )
    for case in (*CASES, ANY)
    for gender in (*GENDERS, ANY)
}

# One way to read a word: its nominative, the case and the gender that the word shows, and how
# likely that is among the other readings; such weights need no sum of 1. Case or gender is `ANY`
# where the word, in this reading, looks the same in all of them.
Reading = tuple[str, str, str, float]
