"""Train the recogniser: measure it on NEREL dev, by cross-validation (`--folds`), or `--ship` it.

Sources: NEREL v1.1 and factRuEval-2016 as JSON Lines (see `training/README.md`), the wheel of
natasha 1.6.0. Seeds are fixed; on one core of a laptop a run takes about ten minutes.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import spacy
import torch
from torch import Tensor

from newscli.pipeline.recognizer.component import NETWORK_FILE, Recognizer
from newscli.pipeline.recognizer.network import TAGS
from newscli.pipeline.recognizer.vocabulary import Vocabulary
from newscli.pipeline.recognizer.words import Word, sentence_words
from training.carry_over import SlovnetWeights, load_slovnet, load_vocabulary
from training.labels import LabelledText, Span, load_factrueval, load_nerel
from training.meta import write_meta
from training.model import Model, crf_loss
from training.score import Scores, report, score_texts

BATCH = 32
LEARNING_RATE = 2e-3
EPOCHS = 9
DROPOUT = 0.2
# Headlines and captions: so many sentences are learnt once more in capitals.
IN_CAPITALS = 0.06


@dataclass(frozen=True, eq=False)
class Sentence:
    """Words of a sentence as rows of `Forms`, and their tags."""

    forms: list[int]
    tags: list[int]


class Forms:
    """Every different word of the training texts, with its features worked out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._rows: dict[str, int] = {}

    def row(self, form: str) -> int:
        return self._rows.setdefault(form, len(self._rows))

    def tensors(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Vectors, shapes, affixes, grammemes, a row for each form and one more for the gap."""
        words = [self.vocabulary.describe(form) for form in self._rows]
        known = [word.grammemes for word in words]
        vectors = torch.tensor(self.vocabulary.vectors(np.array([word.vector for word in words])))
        return (
            torch.cat([vectors, torch.zeros(1, vectors.shape[1])]),
            torch.tensor([word.shape for word in words] + [0]),
            torch.tensor([word.affixes for word in words] + [(0, 0, 0)]),
            torch.tensor(np.stack([*known, np.zeros_like(known[0])])),
        )


def tag_words(words: Sequence[Word], spans: Sequence[Span]) -> list[int]:
    """B-/I- tags of words: a word that a span touches is inside it."""
    tags = [TAGS.index("O")] * len(words)
    for start, end, label in spans:
        inside = [at for at, word in enumerate(words) if word.start < end and start < word.end]
        for at in inside:
            if tags[at] == TAGS.index("O"):
                tags[at] = TAGS.index(f"{'B' if at == inside[0] else 'I'}-{label}")
    return tags


def to_sentences(texts: Sequence[LabelledText], forms: Forms) -> list[Sentence]:
    """Cut texts as the pipeline does and tag their words."""
    chance = random.Random(len(texts))
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    sentences = []
    for text in texts:
        doc = nlp(text.text)
        for words in sentence_words(doc, forms.vocabulary.knows):
            tags = tag_words(words, text.spans)
            sentences.append(Sentence([forms.row(word.text) for word in words], tags))
            if chance.random() < IN_CAPITALS:
                capitals = [forms.row(word.text.upper()) for word in words]
                sentences.append(Sentence(capitals, tags))
    return sentences


def train(
    sentences: Sequence[Sentence],
    forms: Forms,
    start: SlovnetWeights,
    *,
    epochs: int,
    seed: int,
) -> Model:
    """Fine-tune from slovnet's weights: AdamW under a one-cycle schedule."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)
    tables = forms.tensors()
    gap = len(tables[0]) - 1
    model = Model(start, dropout=DROPOUT)
    optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE)
    order = list(range(len(sentences)))
    steps = epochs * -(-len(order) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps)
    for epoch in range(epochs):
        began, total = time.monotonic(), 0.0
        shuffled.shuffle(order)
        model.train()
        for at in range(0, len(order), BATCH):
            batch = [sentences[number] for number in order[at : at + BATCH]]
            rows: list[int] = []
            for sentence in batch:
                rows += [*sentence.forms, gap]
            places = torch.tensor(rows)
            emissions = model(*(table[places] for table in tables), places != gap)
            loss = crf_loss(
                emissions,
                torch.tensor([tag for sentence in batch for tag in sentence.tags]),
                torch.tensor([len(sentence.tags) for sentence in batch]),
                model.transitions,
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * len(batch)
        seconds = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total / len(order):.3f}, {seconds:.0f} s", flush=True)
    model.eval()
    return model


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the JSON Lines")
    parser.add_argument("--natasha", type=Path, required=True, help="wheel of natasha 1.6.0")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--folds",
        type=int,
        default=0,
        help="measure on factRuEval by cross-validation in so many folds instead",
    )
    parser.add_argument(
        "--ship",
        action="store_true",
        help="learn from NEREL dev too: the model that ships, once the others are measured",
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)

    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = load_vocabulary(options.natasha)
    vocabulary.save(options.out)
    start = load_slovnet(options.natasha)
    nerel = load_nerel(options.corpora / "nerel-train.jsonl")
    nerel_dev = load_nerel(options.corpora / "nerel-dev.jsonl")
    factrueval = load_factrueval(options.corpora / "factrueval-dev.jsonl")

    def fit(texts: Sequence[LabelledText], epochs: int) -> Recognizer:
        forms = Forms(vocabulary)
        sentences = to_sentences(texts, forms)
        print(f"{len(texts)} texts, {len(sentences)} sentences", flush=True)
        model = train(sentences, forms, start, epochs=epochs, seed=options.seed)
        return Recognizer(vocabulary, model.export())

    first = fit(nerel, max(1, options.epochs // 3))
    factrueval_dated = fill_dates(factrueval, first)

    if options.folds:
        scores: list[Scores] = []
        for fold in range(options.folds):
            rest = [text for at, text in enumerate(factrueval_dated) if at % options.folds != fold]
            recognizer = fit([*nerel, *rest], options.epochs)
            scores.append(score_texts(factrueval[fold :: options.folds], recognizer))
        report(options.out, "newscli", "factRuEval-2016 devset", sum(scores, Scores()))
    elif options.ship:
        recognizer = fit([*nerel, *nerel_dev, *factrueval_dated], options.epochs)
        recognizer.network.save(options.out / NETWORK_FILE)
    else:
        recognizer = fit([*nerel, *factrueval_dated], options.epochs)
        report(options.out, "newscli", "NEREL dev", score_texts(nerel_dev, recognizer))
    write_meta(options.out)


if __name__ == "__main__":
    main()
