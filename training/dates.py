"""How far to trust the grammar's dates, by whether the recogniser saw them too.

    python -m training.dates --corpora DIR --model DIR

MODEL is one that has not learnt NEREL dev, on which this is measured. `сейчас`, `недавно` and the
like are left aside: they are dates for us, and not for NEREL.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import spacy
from spacy.tokens import Span

from newscli.pipeline.dates.component import mark_dates
from newscli.pipeline.recognizer.component import Recognizer
from training.labels import load_nerel


def relation(date: Span, recognised: list[tuple[int, int]]) -> str:
    """What the recogniser saw where the grammar sees a date."""
    ends = (date.start_char, date.end_char)
    if ends in recognised:
        return "the same"
    touched = any(start < ends[1] and ends[0] < end for start, end in recognised)
    return "other ends" if touched else "nothing"


def main() -> None:
    parser = argparse.ArgumentParser(description="How often the grammar's dates are right.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the JSON Lines")
    parser.add_argument("--model", type=Path, required=True, help="folder of a recogniser")
    options = parser.parse_args()
    recognizer = Recognizer.load(options.model)
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    counts: Counter[tuple[str, bool]] = Counter()
    for text in load_nerel(options.corpora / "nerel-dev.jsonl"):
        doc = recognizer(nlp(text.text))
        recognised = [(s.start_char, s.end_char) for s in doc.ents if s.label_ == "DATE"]
        gold = {(start, end) for start, end, label in text.spans if label == "DATE"}
        for date in mark_dates(doc).ents:
            if date.label_ == "DATE" and not (date._.timex.value or "").endswith("_REF"):
                right = (date.start_char, date.end_char) in gold
                counts[relation(date, recognised), right] += 1
    for seen in ("the same", "other ends", "nothing"):
        total = counts[seen, True] + counts[seen, False]
        print(f"the recogniser saw {seen:11} {counts[seen, True]:4} of {total:4} right")


if __name__ == "__main__":
    main()
