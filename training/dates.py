"""How many of NEREL's dates the pipeline finds, and how far to trust the grammar's.

    python -m training.dates --corpora DIR [--model DIR]

Both on NEREL dev. What counts as a date is for the grammar to say, which learns nothing; the
recogniser's part is the names around, and what the last three lines tell. MODEL, the one that ships
if none is given, is for these to be one that has not learnt NEREL dev.

NEREL's dates are given the ends of ours (`our_ends`); `сейчас`, `недавно` and the like are left
aside: they are dates for us, and not for NEREL.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Span

from newscli import model
from newscli.pipeline.dates.component import mark_dates, timex_of
from newscli.pipeline.recognizer.component import Recognizer
from training.labels import LabelledText, load_nerel

Ends = tuple[int, int]

# `в течение 12 часов`, of which the preposition's first word is gone already.
_PREPOSITION = re.compile(r"(?:течени[ие]|протяжении|преддверии|спустя)\s+", re.IGNORECASE)
# Half of NEREL's years go without the word that ours end with: `1933г` before a full stop, `1929`.
_YEAR = re.compile(r"(?<=г)\.|(?<=\d)\s?(?:гг?\.|год(?:а|у|ом|е|ы|ов|ах)?\b)")


def our_ends(text: str, start: int, end: int) -> Ends | None:
    """A date of NEREL's as our contract delimits it; None for the number of `COVID-19`.

    The preposition goes, the year's word and its full stop belong to the date.
    """
    if text[:start].endswith("-") and text[: start - 1][-1:].isalpha():
        return None
    if preposition := _PREPOSITION.match(text, start, end):
        start = preposition.end()
    if year := _YEAR.match(text, end):
        end = year.end()
    return start, end


def relation(date: Ends, recognised: Iterable[Ends]) -> str:
    """What the recogniser saw where the grammar sees a date."""
    if date in recognised:
        return "the same"
    touched = any(start < date[1] and date[0] < end for start, end in recognised)
    return "other ends" if touched else "nothing"


def _dates(spans: Iterable[Span]) -> dict[Ends, Span]:
    return {(span.start_char, span.end_char): span for span in spans if span.label_ == "DATE"}


def _is_vague(date: Span) -> bool:
    value = timex_of(date)
    return value is not None and (value.value or "").endswith("_REF")


def measure(
    texts: Iterable[LabelledText], recognizer: Recognizer
) -> tuple[Counter[str], Counter[tuple[str, bool]]]:
    """How many dates are right, found and expected; by what the recogniser saw, right or not."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    counts: Counter[str] = Counter()
    seen: Counter[tuple[str, bool]] = Counter()
    for text in texts:
        doc = recognizer(nlp(text.text))
        recognised = _dates(doc.ents)
        dates = _dates(mark_dates(doc).ents)
        vague = {ends for ends, date in dates.items() if _is_vague(date)}
        found = dates.keys() - vague
        ours = (
            our_ends(text.text, start, end) for start, end, label in text.spans if label == "DATE"
        )
        gold = {ends for ends in ours if ends} - vague
        counts.update(right=len(found & gold), found=len(found), expected=len(gold))
        seen.update((relation(ends, recognised), ends in gold) for ends in found)
    return counts, seen


def main() -> None:
    parser = argparse.ArgumentParser(description="The pipeline's dates against NEREL's.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the JSON Lines")
    parser.add_argument("--model", type=Path, default=model.FOLDER, help="folder of a recogniser")
    options = parser.parse_args()
    texts = load_nerel(options.corpora / "nerel-dev.jsonl")
    counts, seen = measure(texts, Recognizer.load(options.model))
    right, found, expected = counts["right"], counts["found"], counts["expected"]
    print(
        f"dates: {right} of {found} found are right, of {expected} expected: "
        f"P {right / found:.3f}  R {right / expected:.3f}  F1 {2 * right / (found + expected):.3f}"
    )
    for what in ("the same", "other ends", "nothing"):
        total = seen[what, True] + seen[what, False]
        print(f"the recogniser saw {what:11} {seen[what, True]:4} of {total:4} right")


if __name__ == "__main__":
    main()
