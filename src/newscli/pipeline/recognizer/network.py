"""The network's forward pass in numpy: embeddings, three convolutions, a linear-chain CRF.

The shape is slovnet's (natasha project, MIT), distilled there from a BERT model, with affix and
grammeme inputs added; see `training/README.md` for what each of them gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from newscli.pipeline.recognizer.features import Floats

# In the order of the output layer.
TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-DATE", "I-DATE")


@dataclass(frozen=True, eq=False)
class Convolution:
    """Kernel of three words, ReLU, then batch normalisation folded into a scale and a shift.

    weights: float32 [in, 3, out]; bias, scale, shift: float32 [out]
    """

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, eq=False)
class Network:
    """All trained weights.

    shapes: float32 [shapes, 30]; affixes: float32 [3, buckets, 32]
    output: float32 [64, tags]; output_bias: float32 [tags]
    transitions: float32 [tags, tags], from the row's tag to the column's
    """

    shapes: Floats
    affixes: Floats
    convolutions: tuple[Convolution, ...]
    output: Floats
    output_bias: Floats
    transitions: Floats

    def embed(
        self,
        vectors: Floats,
        shapes: npt.NDArray[np.int64],
        affixes: npt.NDArray[np.int64],
        grammemes: Floats,
    ) -> Floats:
        """Inputs of `n` words side by side: vectors [n, 300], shapes [n], affixes [n, 3]."""
        return np.concatenate(
            [
                vectors,
                self.shapes[shapes],
                *(table[affixes[:, number]] for number, table in enumerate(self.affixes)),
                grammemes,
            ],
            axis=1,
        )

    def emissions(
        self, embeddings: Floats, words: npt.NDArray[np.int64], lengths: Sequence[int]
    ) -> Floats:
        """Scores of every tag for every word of a text: float32 [len(words), tags].

        `embeddings` holds a row for each *different* word, `words` the row of each word of the
        text, sentence after sentence, `lengths` the sentences' lengths. Every sentence is read
        as if nothing stood around it.
        """
        first, *rest = self.convolutions
        # Half of a text's words are repeats, and the first layer costs as much as all that
        # follows: it multiplies each different word once, the last row standing for no word.
        width = first.weights.shape[2]
        products = embeddings @ first.weights.reshape(embeddings.shape[1], -1)
        products = np.concatenate([products, np.zeros((1, 3 * width), np.float32)])
        rows, is_word = _with_gaps(words, lengths, gap=len(embeddings))
        before, middle, after = (
            products[:, :width],
            products[:, width : 2 * width],
            products[:, 2 * width :],
        )
        summed = middle[rows[1:-1]]
        summed += before[rows[:-2]]
        summed += after[rows[2:]]
        hidden = _activate(summed, first, is_word)
        for convolution in rest:
            padded = np.pad(hidden, ((1, 1), (0, 0)))
            summed = padded[1:-1] @ convolution.weights[:, 1]
            summed += padded[:-2] @ convolution.weights[:, 0]
            summed += padded[2:] @ convolution.weights[:, 2]
            hidden = _activate(summed, convolution, is_word)
        scores: Floats = hidden[is_word] @ self.output + self.output_bias
        return scores

    def decode(self, emissions: Floats, lengths: Sequence[int]) -> npt.NDArray[np.int64]:
        """The likeliest tags of every sentence, by Viterbi: int64 [words]."""
        count, longest = len(lengths), max(lengths, default=0)
        ends = np.cumsum(lengths)
        starts = ends - lengths
        is_word = np.arange(longest) < np.asarray(lengths)[:, None]
        padded = np.zeros((count, longest, emissions.shape[1]), np.float32)
        padded[is_word] = emissions
        score = padded[:, 0]
        origins = np.zeros((count, longest, emissions.shape[1]), np.int64)
        for at in range(1, longest):
            candidates = score[:, :, None] + self.transitions
            origins[:, at] = candidates.argmax(axis=1)
            best = candidates.max(axis=1) + padded[:, at]
            score = np.where(is_word[:, at, None], best, score)
        tags = np.zeros(len(emissions), np.int64)
        for sentence, (start, end) in enumerate(zip(starts, ends, strict=True)):
            tag = int(score[sentence].argmax())
            for at in range(end - start - 1, -1, -1):
                tags[start + at] = tag
                tag = int(origins[sentence, at, tag])
        return tags

    def save(self, path: Path) -> None:
        """Write all weights to one .npz file."""
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        for number, convolution in enumerate(self.convolutions):
            for name in _CONVOLUTION_ARRAYS:
                arrays[f"convolution{number}_{name}"] = getattr(convolution, name)
        np.savez(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> Network:
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            layers = sum(name.endswith("_weights") for name in arrays.files)
            return cls(
                convolutions=tuple(
                    Convolution(
                        *(arrays[f"convolution{number}_{name}"] for name in _CONVOLUTION_ARRAYS)
                    )
                    for number in range(layers)
                ),
                **{name: arrays[name] for name in _ARRAYS},
            )


_ARRAYS = ("shapes", "affixes", "output", "output_bias", "transitions")
_CONVOLUTION_ARRAYS = ("weights", "bias", "scale", "shift")


def _with_gaps(
    words: npt.NDArray[np.int64], lengths: Sequence[int], *, gap: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Set a gap before, between and after sentences; tell which inner places hold a word."""
    starts = np.cumsum(lengths)[:-1]
    rows = np.insert(words, starts, gap)
    is_word = np.insert(np.ones(len(words), bool), starts, False)
    return np.concatenate([[gap], rows, [gap]]), is_word


def _activate(summed: Floats, convolution: Convolution, is_word: npt.NDArray[np.bool_]) -> Floats:
    summed += convolution.bias
    np.maximum(summed, 0, out=summed)
    summed *= convolution.scale
    summed += convolution.shift
    summed[~is_word] = 0
    return summed
