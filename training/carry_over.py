"""What is taken over from natasha 1.6.0 (MIT): navec's vectors and slovnet's published weights."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.strings import get_string_id

from newscli.pipeline.recognizer.features import SHAPES, Floats, grammemes
from newscli.pipeline.recognizer.vocabulary import Vocabulary

NAVEC = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
SLOVNET = "natasha/data/model/slovnet_ner_news_v1.tar"
# Rows of navec that stand for no word.
_SPECIAL = ("<unk>", "<pad>")


@dataclass(frozen=True, eq=False)
class SlovnetWeights:
    """slovnet's recogniser: arrays in the order its archive lists them."""

    shapes: Floats
    layers: tuple[tuple[Floats, Floats, Floats, Floats, Floats, Floats], ...]
    output: Floats
    output_bias: Floats
    transitions: Floats
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


def load_slovnet(wheel: Path) -> SlovnetWeights:
    """slovnet_ner_news_v1: embedding of shapes, three convolutions, output layer, CRF."""
    tar = _open_tar(wheel, SLOVNET)
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
    *layers, output, output_bias, transitions = rest
    return SlovnetWeights(
        shapes=shapes,
        layers=tuple(tuple(layers[at : at + 6]) for at in range(0, len(layers), 6)),
        output=output,
        output_bias=output_bias,
        transitions=transitions,
        tags=vocabulary("tag"),
    )
