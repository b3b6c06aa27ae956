"""What is taken over from natasha 1.6.0 (MIT): navec's vectors and slovnet's published weights."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.strings import get_string_id

from newscli.pipeline.recognizer.features import (
    AFFIX_BUCKETS,
    AFFIXES,
    GRAMMEMES,
    SHAPES,
    Floats,
    grammemes,
)
from newscli.pipeline.recognizer.vocabulary import Vocabulary

NAVEC = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
SLOVNET = "natasha/data/model/slovnet_{}_news_v1.tar"
TASKS = ("ner", "morph", "syntax")
_CONVOLUTIONS = 3
AFFIX_WIDTH = 32
CONTEXT_WIDTH = 64
LABELS = ("PER", "LOC", "ORG", "DATE")
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
# Rows of navec that stand for no word.
_SPECIAL = ("<unk>", "<pad>")


@dataclass(frozen=True, eq=False)
class Slovnet:
    """One of slovnet's models: its encoder, and its other arrays in the order of its archive.

    shapes: float32 [shapes, 30]
    layers: for each convolution its kernel [out, in, 3] and bias, and of its batch normalisation
        the weight, bias, mean and deviation
    """

    shapes: Floats
    layers: tuple[tuple[Floats, ...], ...]
    head: tuple[Floats, ...]
    tags: tuple[str, ...]


def _open_tar(wheel: Path, member: str) -> tarfile.TarFile:
    with zipfile.ZipFile(wheel) as archive:
        return tarfile.open(fileobj=io.BytesIO(archive.read(member)))


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    member = tar.extractfile(name)
    assert member is not None, name
    return member.read()


def load_vocabulary(wheel: Path) -> Vocabulary:
    """navec's words and vectors, with the grammemes of each word, in our memory-mapped layout."""
    from navec import Navec

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        navec = Navec.load(archive.extract(NAVEC, folder))
    unknown = navec.vocab.words.index("<unk>")
    words = [word for word in navec.vocab.words if word not in _SPECIAL]
    hashes = np.array([get_string_id(word) for word in words], dtype=np.uint64)
    order = np.argsort(hashes)
    rows = np.array([navec.vocab[word] for word in words])[order]
    known = np.stack([grammemes(word) for word in words])[order]
    table, classes = np.unique(known, axis=0, return_inverse=True)
    return Vocabulary(
        hashes=hashes[order],
        codes=navec.pq.indexes[np.append(rows, unknown)],
        centroids=navec.pq.codes,
        grammeme_classes=classes.reshape(-1).astype(np.uint16),
        grammeme_table=table,
    )


def load_slovnet(wheel: Path, task: str) -> Slovnet:
    """The model for "ner", "morph" or "syntax": all have the same encoder under another head."""
    tar = _open_tar(wheel, SLOVNET.format(task))
    model = json.loads(_read(tar, "model.json"))
    weights: list[Floats] = []

    def collect(node: object) -> None:
        if isinstance(node, dict):
            if "shape" in node and "dtype" in node:
                array = node.get("array")
                if array is not None:
                    raw = _read(tar, f"arrays/{array}.bin")
                    weights.append(
                        np.frombuffer(raw, dtype=node["dtype"]).reshape(node["shape"]).copy()
                    )
                return
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(model)

    def vocabulary(name: str) -> tuple[str, ...]:
        return tuple(gzip.decompress(_read(tar, f"vocabs/{name}.gz")).decode().split("\n"))

    if vocabulary("shape") != SHAPES:
        raise ValueError("slovnet's classes of shapes are not ours: its rows would be misread")
    shapes, *rest = weights
    layers = [tuple(rest[at : at + 6]) for at in range(0, 6 * _CONVOLUTIONS, 6)]
    head = tuple(rest[6 * _CONVOLUTIONS :])
    return Slovnet(shapes, tuple(layers), head, vocabulary("tag") if task == "ner" else ())


def starting_weights(wheel: Path, tasks: Sequence[str], *, seed: int) -> dict[str, Floats]:
    """Weights of our network that does at first what slovnet's encoders for `tasks` do.

    The recogniser's encoder comes first; the others stand beside it. Inputs that slovnet does not
    know begin at random, near zero, and so does what the output makes of the encoders that were not
    trained to recognise names.
    """
    chance = np.random.default_rng(seed)

    def random(*size: int, deviation: float) -> Floats:
        return chance.normal(0, deviation, size).astype(np.float32)

    branches = [load_slovnet(wheel, task) for task in tasks]
    weights = {
        "shapes": np.concatenate([branch.shapes for branch in branches], axis=1),
        "affixes": random(len(AFFIXES), AFFIX_BUCKETS, AFFIX_WIDTH, deviation=0.1),
    }
    for number, layers in enumerate(zip(*(branch.layers for branch in branches), strict=True), 1):
        kernels, biases, scales, shifts, means, deviations = map(
            np.stack, zip(*layers, strict=True)
        )
        kernels = kernels.transpose(3, 0, 2, 1)  # [branches, out, in, 3] → [3, branches, in, out]
        per_output = {
            "bias": biases,
            # Batch normalisation as it is at run time: with fixed statistics it trains as well.
            "scale": scales / deviations,
            "shift": shifts - means * scales / deviations,
        }
        if number == 1:
            added = AFFIX_WIDTH * len(AFFIXES) + len(GRAMMEMES)
            columns = random(3, 1, added, kernels.shape[1] * kernels.shape[3], deviation=0.02)
            kernels = np.concatenate([_side_by_side(kernels, branches[0].shapes), columns], axis=2)
            per_output = {name: array.reshape(1, -1) for name, array in per_output.items()}
        weights[f"convolution{number}_weights"] = kernels
        weights.update({f"convolution{number}_{name}": array for name, array in per_output.items()})
    alone = sum(branch.layers[-1][0].shape[0] for branch in branches)
    heard = alone + CONTEXT_WIDTH + 1
    weights |= {
        "context": random(alone, CONTEXT_WIDTH, deviation=alone**-0.5),
        "context_bias": np.zeros(CONTEXT_WIDTH, np.float32),
        "context_convolution_weights": random(
            *(3, 1, heard, CONTEXT_WIDTH), deviation=(2 / (3 * heard)) ** 0.5
        ),
        "context_convolution_bias": np.zeros((1, CONTEXT_WIDTH), np.float32),
        "context_convolution_scale": np.ones((1, CONTEXT_WIDTH), np.float32),
        "context_convolution_shift": np.zeros((1, CONTEXT_WIDTH), np.float32),
        "output": random(alone + CONTEXT_WIDTH, len(TAGS), deviation=0.02),
    }
    return {**weights, **_tag_weights(branches[0], weights["output"])}


def _side_by_side(kernels: Floats, shapes: Floats) -> Floats:
    """Kernels [3, branches, in, out] as one that sees the vectors and every branch's shapes."""
    window, branches, width, out = kernels.shape
    vectors, shape_width = width - shapes.shape[1], shapes.shape[1]
    wide = np.zeros((window, 1, vectors + branches * shape_width, branches * out), np.float32)
    for branch in range(branches):
        columns = slice(branch * out, (branch + 1) * out)
        own = vectors + branch * shape_width
        wide[:, 0, :vectors, columns] = kernels[:, branch, :vectors]
        wide[:, 0, own : own + shape_width, columns] = kernels[:, branch, vectors:]
    return wide


def _tag_weights(recognizer: Slovnet, output: Floats) -> dict[str, Floats]:
    """Old rows for old tags; a DATE tag begins as a copy of ORG's, and unlikely."""
    old_output, old_bias, old_transitions = recognizer.head
    rows = [recognizer.tags.index(tag.replace("DATE", "ORG")) for tag in TAGS]
    output, bias = output.copy(), old_bias[rows]
    output[: len(old_output)] = old_output[:, rows]
    transitions = old_transitions[np.ix_(rows, rows)]
    dates = [at for at, tag in enumerate(TAGS) if tag.endswith("DATE")]
    organisations = [at for at, tag in enumerate(TAGS) if tag.endswith("ORG")]
    bias[dates] -= 2.0
    # `I-DATE` may follow `B-DATE`, not `B-ORG`.
    transitions[np.ix_(organisations, dates)] = transitions[np.ix_(dates, organisations)] = -2.0
    return {"output": output, "output_bias": bias, "transitions": transitions}
