"""The network: word features, convolutions in branches, a look at the whole article, tag scores.

Each branch has the shape of one of slovnet's (natasha project, MIT), distilled there from BERT
models to recognise names, to tell parts of speech and to parse; together they know more of a word
than the recogniser's alone. Then each word is told what the others of its stem in the article look
like, wherever they stand: a name seen clearly once settles the doubtful mentions (after Krishnan
and Manning 2006, "An effective two-stage model for exploiting non-local dependencies in named
entity recognition"). `training/README.md` tells what each part gave.

Forward and backward pass are matrix products of whole texts in numpy, inside a thinc model, so that
spaCy's optimizers and serialisation work on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from thinc.api import Model

from newscli.pipeline.recognizer.features import Floats

Integers = npt.NDArray[np.int64]
Network = Model["Batch", Floats]
Backward = Callable[[Floats], Floats]

# The weight that a tag begins with while nothing is known of it.
_UNLIKELY = -4.0
_FIRST, *_BRANCHED = ("convolution1", "convolution2", "convolution3")
_CONTEXT = "context_convolution"
NO_STEM = -1


@dataclass(frozen=True, eq=False)
class Batch:
    """Some sentences: every different word once, and which word stands where.

    vectors: float32 [forms, 300]; shapes: int64 [forms]; affixes: int64 [forms, 3]
    grammemes: float32 [forms, grammemes]
    words: int64 [words], the form of each word, sentence after sentence
    stems: int64 [words], a number that words of one stem in one article share, or NO_STEM
    lengths: the number of words of each sentence; none is empty
    """

    vectors: Floats
    shapes: Integers
    affixes: Integers
    grammemes: Floats
    words: Integers
    stems: Integers
    lengths: Sequence[int]


def make_network(weights: Mapping[str, Floats]) -> Network:
    """The network with these weights; thinc's `set_dropout_rate` works on it.

    shapes: float32 [shapes, width]; affixes: float32 [3, buckets, width]
    convolutionN_weights: float32 [3, branches, in, out], for the word before, the word and the one
        after it; convolutionN_bias, _scale, _shift: float32 [branches, out]. The first has one
        branch, as wide as all of the second's together.
    context: float32 [branches * out, width], what a word tells the others of its stem;
        context_bias: float32 [width]; context_convolution_weights and so on: as above, one branch,
        over all branches' outputs, what `_tell` adds to them
    output: float32 [hidden, tags]; output_bias: float32 [tags]
    transitions: float32 [tags, tags], from the row's tag to the column's, for the CRF
    """
    params: dict[str, Any] = {name: np.array(array, np.float32) for name, array in weights.items()}
    return Model(
        "newscli_network",
        _forward,
        params=params,
        attrs={"dropout_rate": 0.0},
    )


def weights_of(network: Network) -> dict[str, Floats]:
    """What `make_network` would make the same network from."""
    return {name: weights_named(network, name) for name in network.param_names}


# thinc has types of its own for arrays; these two are where they meet numpy's.
def weights_named(network: Network, name: str) -> Floats:
    """The weights `name`, as `make_network` lists them."""
    weights: Any = network.get_param(name)
    found: Floats = weights
    return found


def add_gradient(network: Network, name: str, gradient: Floats) -> None:
    """Add to the gradient of the weights `name`."""
    added: Any = gradient
    network.inc_grad(name, added)


def add_label(network: Network) -> None:
    """Make room for one more label, its two tags unlikely to begin with."""
    output, bias, transitions = (
        weights_named(network, name) for name in ("output", "output_bias", "transitions")
    )
    transitions = np.pad(transitions, ((0, 2), (0, 2)))
    begin, inside = len(transitions) - 2, len(transitions) - 1
    # As between the tags of any two labels: no mention goes on under another's label.
    transitions[:begin, inside] = _UNLIKELY
    transitions[inside, 2:begin:2] = transitions[begin, 2:begin:2] = _UNLIKELY
    grown: dict[str, Any] = {
        "output": np.pad(output, ((0, 0), (0, 2))),
        "output_bias": np.pad(bias, (0, 2), constant_values=np.float32(_UNLIKELY)),
        "transitions": transitions,
    }
    for name, weights in grown.items():
        network.set_param(name, weights)


def save_network(network: Network, path: Path) -> None:
    """Write all weights to one .npz file, in half precision: it costs nothing that can be seen."""
    halves = {name: weights.astype(np.float16) for name, weights in weights_of(network).items()}
    write: Any = np.savez  # typed as if an array could be called `allow_pickle`
    write(path, **halves)


def load_network(path: Path) -> Network:
    """Read what `save_network` wrote."""
    with np.load(path) as arrays:
        return make_network(arrays)


def _forward(network: Network, batch: Batch, is_train: bool) -> tuple[Floats, Backward]:
    """Scores of every tag for every word: float32 [words, tags].

    Every sentence is read as if nothing stood around it.
    """
    gap = len(batch.shapes)
    rows = _with_gaps(batch.words, batch.lengths, gap)
    is_word = rows != gap
    embedded, embedded_back = _embed(network, batch)
    dropped, dropped_back = _drop(network, embedded, is_train)
    # Half of a text's words are repeats, and the first layer costs as much as all that follows:
    # it multiplies each different word once, the last row standing for no word.
    wide, first_back = _convolve(network, _FIRST, dropped[None], is_word, rows)
    branches = weights_named(network, f"{_BRANCHED[0]}_weights").shape[1]
    hidden = _split(wide, branches)
    backs = []
    for layer in _BRANCHED:
        hidden, back = _convolve(network, layer, hidden, is_word)
        backs.append(back)
    alone = _merge(hidden)
    told, told_back = _tell(network, alone, _with_gaps(batch.stems, batch.lengths, NO_STEM))
    heard, heard_back = _drop(network, np.concatenate([alone, told], axis=1), is_train)
    context, context_back = _convolve(network, _CONTEXT, heard[None], is_word)
    found, found_back = _drop(
        network, np.concatenate([alone, context[0]], axis=1)[is_word], is_train
    )
    output = weights_named(network, "output")
    scores = found @ output + weights_named(network, "output_bias")

    def backward(d_scores: Floats) -> Floats:
        add_gradient(network, "output", found.T @ d_scores)
        add_gradient(network, "output_bias", d_scores.sum(axis=0))
        d_found = np.zeros((len(rows), len(output)), np.float32)
        d_found[is_word] = found_back(d_scores @ output.T)
        d_alone, d_context = np.split(d_found, [alone.shape[1]], axis=1)
        d_heard, d_told = np.split(
            heard_back(context_back(d_context[None])[0]), [alone.shape[1]], axis=1
        )
        d_hidden = _split((d_alone + d_heard + told_back(d_told))[None], branches)
        for back in reversed(backs):
            d_hidden = back(d_hidden)
        embedded_back(dropped_back(first_back(_merge(d_hidden)[None])[0]))
        return d_scores

    return scores, backward


def _split(wide: Floats, branches: int) -> Floats:
    """[1, places, branches * width] → [branches, places, width]."""
    return wide.reshape(wide.shape[1], branches, -1).swapaxes(0, 1)


def _merge(branched: Floats) -> Floats:
    """[branches, places, width] → [places, branches * width]."""
    return branched.swapaxes(0, 1).reshape(branched.shape[1], -1)


def _tell(network: Network, hidden: Floats, stems: Integers) -> tuple[Floats, Backward]:
    """What the other words of a word's stem tell it, on average, and whether there are others.

    hidden: float32 [places, in] → float32 [places, width + 1]
    """
    weights = weights_named(network, "context")
    said = np.maximum(hidden @ weights + weights_named(network, "context_bias"), 0)
    counts = np.bincount(stems[stems != NO_STEM], minlength=1)
    has_others = (stems != NO_STEM) & (counts[stems] > 1)
    own = stems[has_others]
    others = (counts[own] - 1).astype(np.float32)[:, None]
    heard = np.zeros((len(hidden), weights.shape[1] + 1), np.float32)
    total = _summed(network, len(counts), own, said[has_others])
    heard[has_others, :-1] = (total[own] - said[has_others]) / others
    heard[has_others, -1] = 1

    def backward(d_heard: Floats) -> Floats:
        d_mean = d_heard[has_others, :-1] / others
        d_said = np.zeros_like(said)
        d_said[has_others] = _summed(network, len(counts), own, d_mean)[own] - d_mean
        d_said *= said > 0
        add_gradient(network, "context", hidden.T @ d_said)
        add_gradient(network, "context_bias", d_said.sum(axis=0))
        d_hidden: Floats = d_said @ weights.T
        return d_hidden

    return heard, backward


def _embed(network: Network, batch: Batch) -> tuple[Floats, Callable[[Floats], None]]:
    """Inputs of every form side by side, and zeros for no word: float32 [forms + 1, in]."""
    shapes, affixes = weights_named(network, "shapes"), weights_named(network, "affixes")
    columns = [
        batch.vectors,
        shapes[batch.shapes],
        *(table[batch.affixes[:, number]] for number, table in enumerate(affixes)),
        batch.grammemes,
    ]
    inputs = np.zeros((len(batch.shapes) + 1, sum(part.shape[1] for part in columns)), np.float32)
    np.concatenate(columns, axis=1, out=inputs[:-1])

    def backward(d_inputs: Floats) -> None:
        ends = np.cumsum([part.shape[1] for part in columns])
        _, d_shapes, *d_affixes = np.split(d_inputs[:-1], ends[:-1], axis=1)[: 2 + len(affixes)]
        add_gradient(network, "shapes", _summed(network, len(shapes), batch.shapes, d_shapes))
        add_gradient(
            network,
            "affixes",
            np.stack(
                [
                    _summed(network, affixes.shape[1], batch.affixes[:, number], d_table)
                    for number, d_table in enumerate(d_affixes)
                ]
            ),
        )

    return inputs, backward


def _convolve(
    network: Network,
    layer: str,
    hidden: Floats,
    is_word: npt.NDArray[np.bool_],
    rows: Integers | None = None,
) -> tuple[Floats, Backward]:
    """A window of three words, ReLU, a scale and a shift: [branches, places, in] → [… , out].

    With `rows`, `hidden` holds each different word once and `rows` says which stands where.
    """
    weights = weights_named(network, f"{layer}_weights")
    bias, scale, shift = (
        weights_named(network, f"{layer}_{name}")[:, None] for name in ("bias", "scale", "shift")
    )
    products = [hidden @ weight for weight in weights]
    if rows is not None:
        products = [product[:, rows] for product in products]
    before, summed, after = products
    summed[:, 1:] += before[:, :-1]
    summed[:, :-1] += after[:, 1:]
    summed += bias
    active = np.maximum(summed, 0, out=summed)
    output = active * scale
    output += shift
    output[:, ~is_word] = 0

    def backward(d_output: Floats) -> Floats:
        d_output = d_output * is_word[:, None]
        add_gradient(network, f"{layer}_shift", d_output.sum(axis=1))
        add_gradient(network, f"{layer}_scale", (d_output * active).sum(axis=1))
        d_summed = d_output * scale * (active > 0)
        add_gradient(network, f"{layer}_bias", d_summed.sum(axis=1))
        d_before, d_after = np.zeros_like(d_summed), np.zeros_like(d_summed)
        d_before[:, :-1] = d_summed[:, 1:]
        d_after[:, 1:] = d_summed[:, :-1]
        d_products = [d_before, d_summed, d_after]
        if rows is not None:
            d_products = [
                _summed(network, hidden.shape[1], rows, product[0])[None] for product in d_products
            ]
        add_gradient(
            network, f"{layer}_weights", np.stack([hidden.swapaxes(1, 2) @ d for d in d_products])
        )
        d_hidden: Floats = sum(
            d @ weight.swapaxes(1, 2) for d, weight in zip(d_products, weights, strict=True)
        )
        return d_hidden

    return output, backward


def _drop(network: Network, inputs: Floats, is_train: bool) -> tuple[Floats, Backward]:
    """Dropout (Srivastava et al. 2014): while training, some of the inputs are zero."""
    rate = network.attrs["dropout_rate"]
    if not is_train or not rate:
        return inputs, lambda d_inputs: d_inputs
    kept: Any = network.ops.get_dropout_mask(inputs.shape, rate)
    return inputs * kept, lambda d_inputs: d_inputs * kept


def _summed(network: Network, count: int, rows: Integers, values: Floats) -> Floats:
    """`count` rows, each the sum of the values that belong to it."""
    total: Any = np.zeros((count, values.shape[1]), np.float32)
    # int32: with any other, thinc falls back to numpy's slow `add.at`.
    places: Any = rows.astype(np.int32)
    added: Any = np.ascontiguousarray(values)
    network.ops.scatter_add(total, places, added)
    summed: Floats = total
    return summed


def _with_gaps(words: Integers, lengths: Sequence[int], gap: int) -> Integers:
    """The rows of `words`, with a gap before, between and after sentences."""
    ends = np.cumsum(lengths)
    rows: Integers = np.insert(words, [0, *ends], gap)
    return rows
