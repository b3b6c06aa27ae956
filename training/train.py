"""Train the recogniser: measure the recipe on what it has not seen, or make what ships.

    python -m training.train --corpora DIR --natasha WHEEL --out DIR

1. Teachers, which differ in the encoders they start from and in chance, learn the annotated texts.
2. Together they label texts that nobody has annotated; what they are not sure of is left open.
3. One recogniser learns these, then the annotated texts.
4. Its probabilities are calibrated on texts that it has not seen.

This is done once for each quarter of factRuEval, which is kept apart with NEREL dev, and the
recogniser scored on them; then for the model that ships, which learns all. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy

from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.confidence import Calibration
from newscli.pipeline.recognizer.network import make_network
from newscli.pipeline.recognizer.vocabulary import Vocabulary
from training.agreement import label
from training.augment import Article, add_variants
from training.calibration import fit_calibration, judge
from training.carry_over import LABELS, TASKS, load_vocabulary, starting_weights
from training.labels import LabelledText, load_factrueval, load_nerel, read_json_lines
from training.learning import fit
from training.measured import Measured, dump_measured, format_measured, measured_runs
from training.meta import write_meta
from training.score import score_texts
from training.sentences import cut, to_articles

# The encoders of each teacher, and of what ships: one is three times as fast, and as good once
# it has learnt what the others know.
TEACHERS = (TASKS, ("ner", "morph"), ("ner",))
ENCODERS = ("ner",)
TEACHER_EPOCHS = 5
EPOCHS = 9
DATER_EPOCHS = 3
FOLDS = 4
SHIP_SEED = 4
STEPS = [*map(str, range(FOLDS)), "ship", "finish"]
NEREL, FACTRUEVAL = "NEREL dev", "factRuEval-2016 devset"
# Longer ones are tables and lists run together.
_LONGEST = 100
UNLABELLED = ("news-unlabelled", "runormas-train", "bsnlp19-train", "telegram-posts")


@dataclass(frozen=True)
class Recipe:
    """What all recognisers of a run share."""

    vocabulary: Vocabulary
    natasha: Path
    seed: int

    def distil(
        self, texts: Sequence[LabelledText], unlabelled: Sequence[Sequence[tuple[str, ...]]]
    ) -> Recognizer:
        """One recogniser that learns what several together know, then `texts`."""
        gold = to_articles(texts, self.vocabulary.knows)
        silver: list[Article] = []
        if unlabelled:
            teachers = [
                self.learn(number, encoders, gold, epochs=TEACHER_EPOCHS)
                for number, encoders in enumerate(TEACHERS, 1)
            ]
            silver = list(label(teachers, unlabelled))
            kept, given = sum(map(len, silver)), sum(map(len, unlabelled))
            print(f"{kept} of {given} sentences labelled", flush=True)
        return self.learn(len(TEACHERS) + 1, ENCODERS, gold, epochs=EPOCHS, first=silver)

    def learn(
        self,
        number: int,
        encoders: Sequence[str],
        gold: Sequence[Article],
        *,
        epochs: int,
        first: Sequence[Article] = (),
    ) -> Recognizer:
        """A recogniser that has learnt `first` once, then `gold` in ever other variants."""
        seed = 100 * self.seed + 10 * number
        network = make_network(starting_weights(self.natasha, encoders, seed=seed))
        recognizer = Recognizer(self.vocabulary, network, LABELS, Calibration())
        stages = [list(add_variants(first, seed=seed))] if first else []
        stages += [list(add_variants(gold, seed=seed + epoch)) for epoch in range(epochs)]
        fit(recognizer, stages, name=f"run {self.seed}, recogniser {number}", seed=seed)
        return recognizer


def fill_dates(texts: Sequence[LabelledText], recognizer: Recognizer) -> list[LabelledText]:
    """Give texts that were annotated without dates those that a first model finds in them."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    filled = []
    for text in texts:
        dates = [
            (span.start_char, span.end_char, "DATE")
            for span in recognizer(nlp(text.text)).ents
            if span.label_ == "DATE"
        ]
        free = [
            date
            for date in dates
            if not any(date[0] < end and start < date[1] for start, end, _ in text.spans)
        ]
        filled.append(replace(text, spans=tuple(sorted([*text.spans, *free]))))
    return filled


def load_unlabelled(
    corpora: Path, vocabulary: Vocabulary, *, words: int
) -> list[list[tuple[str, ...]]]:
    """Articles without annotation, picked by chance: sentences of words, so many words in all."""
    texts = [
        str(record["text"])
        for name in UNLABELLED
        if (path := corpora / f"{name}.jsonl").exists()
        for record in read_json_lines(path)
    ]
    random.Random(len(texts)).shuffle(texts)
    articles = []
    for article in cut(texts, vocabulary.knows):
        if words <= 0:
            break
        sentences = [tuple(sentence.texts) for sentence in article]
        sentences = [sentence for sentence in sentences if 3 <= len(sentence) <= _LONGEST]
        if sentences:
            articles.append(sentences)
            words -= sum(map(len, sentences))
    return articles


def measure(
    recognizer: Recognizer, nerel_dev: Sequence[LabelledText], factrueval: Sequence[LabelledText]
) -> Measured:
    """Score a recogniser, and judge its mentions one by one, on texts it has not learnt."""
    scores = {
        NEREL: score_texts(nerel_dev, recognizer),
        FACTRUEVAL: score_texts(factrueval, recognizer),
    }
    judged = [*judge(recognizer, nerel_dev), *judge(recognizer, factrueval)]
    return Measured(scores, judged)


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the recogniser.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the JSON Lines")
    parser.add_argument("--natasha", type=Path, required=True, help="wheel of natasha 1.6.0")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument(
        "--steps",
        nargs="+",
        choices=STEPS,
        default=STEPS,
        help="folds to measure, `ship` for the model that ships, `finish` to calibrate it by what "
        "was measured; all, if left out",
    )
    parser.add_argument(
        "--words", type=int, default=1_500_000, help="how many words without annotation to use"
    )
    options = parser.parse_args()

    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = load_vocabulary(options.natasha)
    nerel = load_nerel(options.corpora / "nerel-train.jsonl")
    nerel_dev = load_nerel(options.corpora / "nerel-dev.jsonl")
    factrueval = load_factrueval(options.corpora / "factrueval-dev.jsonl")
    unlabelled = load_unlabelled(options.corpora, vocabulary, words=options.words)

    for step in options.steps:
        if step == "finish":
            finish(options.out)
            continue
        seed = SHIP_SEED if step == "ship" else int(step)
        recipe = Recipe(vocabulary, options.natasha, seed)
        dater = recipe.learn(0, ENCODERS, to_articles(nerel, vocabulary.knows), epochs=DATER_EPOCHS)
        dated = fill_dates(factrueval, dater)
        if step == "ship":
            recognizer = recipe.distil([*nerel, *nerel_dev, *dated], unlabelled)
            recognizer.to_disk(options.out)
            continue
        apart = {text.id for text in factrueval[seed::FOLDS]}
        rest = [text for text in dated if text.id not in apart]
        recognizer = recipe.distil([*nerel, *rest], unlabelled)
        kept = [text for text in factrueval if text.id in apart]
        measured = measure(recognizer, nerel_dev, kept)
        print(*format_measured(measured), sep="\n", flush=True)
        dump_measured(measured, options.out / f"measured-{step}.json")


def finish(folder: Path) -> None:
    """Calibrate the model in a folder by all that was measured into it, and write its card."""
    recognizer = Recognizer.load(folder)
    recognizer.calibration = fit_calibration(
        [judged for measured in measured_runs(folder) for judged in measured.judged]
    )
    recognizer.to_disk(folder)
    write_meta(folder)


if __name__ == "__main__":
    main()
