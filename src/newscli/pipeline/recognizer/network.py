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
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from thinc.api import Model

from newscli.pipeline.recognizer.features import NO_STEM, Floats, Forms, Integers

Network = Model["Batch", Floats]
Backward = Callable[[Floats], Floats]
Number = TypeVar("Number", bound=np.generic)

# The weight that a tag begins with while nothing is known of it.
_UNLIKELY = -4.0
_FIRST, *_BRANCHED = ("convolution1", "convolution2", "convolution3")
_CONTEXT = "context_convolution"
# Forms that `read_forms` multiplies at once: so few that they are all summed in one way.
_BLOCK = 16


@dataclass(frozen=True, eq=False)
class Layout:
    """The words of some sentences under one another, with a gap before, between and after them.

    A gap is all zeros: what a sentence sees of its neighbours.

    lengths: the number of words of each sentence; none is empty
    """

    lengths: Sequence[int]

    @cached_property
    def places(self) -> Integers:
        """The place of each word: int64 [words]."""
        sizes = np.asarray(self.lengths, np.int64)
        return np.arange(sizes.sum()) + np.repeat(np.arange(1, len(sizes) + 1), sizes)

    @cached_property
    def gaps(self) -> Integers:
        """The places between words: int64 [sentences + 1]."""
        return np.cumsum([0, *self.lengths]) + np.arange(len(self.lengths) + 1)

    def spread(self, values: npt.NDArray[Number], gap: float = 0) -> npt.NDArray[Number]:
        """[words, …] → [places, …]."""
        shape = (len(self.places) + len(self.gaps), *values.shape[1:])
        spread = np.full(shape, gap, values.dtype) if gap else np.zeros(shape, values.dtype)
        spread[self.places] = values
        return spread


@dataclass(frozen=True, eq=False)
class Batch:
    """Some sentences: every different word once, and which word stands where.

    words: int64 [words], the form of each word, sentence after sentence
    stems: int64 [words], a key that words of one stem in one article share, or NO_STEM
    """

    forms: Forms
    words: Integers
    stems: Integers
    layout: Layout


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


def read_forms(network: Network, forms: Forms) -> Floats:
    """What the first layer makes of forms: float32 [3, forms, out].

    It is for the word after one of that form, the word itself and the word before. A form gives the
    same numbers to the last bit among any others: large matrices are cut into tiles, at whose edges
    another order of summing is used.
    """
    embedded, _ = _embed(network, forms)
    blocks = np.zeros((-(-len(forms) // _BLOCK), _BLOCK, embedded.shape[1]), np.float32)
    blocks.reshape(-1, embedded.shape[1])[: len(forms)] = embedded
    weights = weights_named(network, f"{_FIRST}_weights")  # of one branch
    # Forms as columns, and all blocks by the weights for one neighbour before those for the next:
    # twice as fast where few forms meet many weights.
    products = np.matmul(weights.swapaxes(2, 3), blocks.swapaxes(1, 2))
    rows: Floats = products.swapaxes(2, 3).reshape(len(products), -1, products.shape[2])
    return rows[:, : len(forms)]


def score_words(network: Network, summed: Floats, stems: Integers, layout: Layout) -> Floats:
    """Scores of every tag for every word: float32 [words, tags].

    summed: float32 [places, out], what the first layer makes of each word and its neighbours,
        summed; it is changed
    stems: int64 [words], as `Batch` has them
    """
    scores, _ = _score_words(network, summed, stems, layout, is_train=False)
    return scores


def _forward(network: Network, batch: Batch, is_train: bool) -> tuple[Floats, Backward]:
    """Scores of every tag for every word: float32 [words, tags]."""
    embedded, embedded_back = _embed(network, batch.forms)
    dropped, dropped_back = _drop(network, embedded, is_train)
    # Half of a text's words are repeats, and the first layer costs as much as all that follows: it
    # multiplies each different word once.
    products, products_back = _multiply(network, _FIRST, dropped[None])
    layout = batch.layout
    summed, summed_back = _sum_neighbours(
        np.stack([layout.spread(product[0, batch.words]) for product in products])
    )
    scores, scores_back = _score_words(network, summed, batch.stems, layout, is_train=is_train)

    def backward(d_scores: Floats) -> Floats:
        d_spread = summed_back(scores_back(d_scores))[:, layout.places]
        d_products = np.stack(
            [_summed(network, len(batch.forms), batch.words, d_product) for d_product in d_spread]
        )
        embedded_back(dropped_back(products_back(d_products[:, None])[0]))
        return d_scores

    return scores, backward


def _score_words(
    network: Network, summed: Floats, stems: Integers, layout: Layout, *, is_train: bool
) -> tuple[Floats, Backward]:
    """As `score_words`; back from there to the sums."""
    wide, wide_back = _activate(network, _FIRST, summed[None], layout, is_train=is_train)
    branches = weights_named(network, f"{_BRANCHED[0]}_weights").shape[1]
    hidden = _split(wide, branches)
    backs = []
    for layer in _BRANCHED:
        hidden, back = _convolve(network, layer, hidden, layout, is_train=is_train)
        backs.append(back)
    places = layout.places
    alone = _merge(hidden)[places]
    told, told_back = _tell(network, alone, stems)
    heard, heard_back = _drop(network, np.concatenate([alone, told], axis=1), is_train)
    context, context_back = _convolve(
        network, _CONTEXT, layout.spread(heard)[None], layout, is_train=is_train
    )
    found, found_back = _drop(
        network, np.concatenate([alone, context[0, places]], axis=1), is_train
    )
    output = weights_named(network, "output")
    scores = found @ output + weights_named(network, "output_bias")

    def backward(d_scores: Floats) -> Floats:
        add_gradient(network, "output", found.T @ d_scores)
        add_gradient(network, "output_bias", d_scores.sum(axis=0))
        d_found = found_back(d_scores @ output.T)
        d_alone, d_context = np.split(d_found, [alone.shape[1]], axis=1)
        d_heard = heard_back(context_back(layout.spread(d_context)[None])[0, places])
        d_heard, d_told = np.split(d_heard, [alone.shape[1]], axis=1)
        d_hidden = _split(layout.spread(d_alone + d_heard + told_back(d_told))[None], branches)
        for back in reversed(backs):
            d_hidden = back(d_hidden)
        d_summed: Floats = wide_back(_merge(d_hidden)[None])[0]
        return d_summed

    return scores, backward


def _split(wide: Floats, branches: int) -> Floats:
    """[1, places, branches * width] → [branches, places, width]."""
    return wide.reshape(wide.shape[1], branches, -1).swapaxes(0, 1)


def _merge(branched: Floats) -> Floats:
    """[branches, places, width] → [places, branches * width]."""
    return branched.swapaxes(0, 1).reshape(branched.shape[1], -1)


def _tell(network: Network, hidden: Floats, stems: Integers) -> tuple[Floats, Backward]:
    """What the other words of a word's stem tell it, on average, and whether there are others.

    hidden: float32 [words, in] → float32 [words, width + 1]
    """
    weights = weights_named(network, "context")
    said = np.maximum(hidden @ weights + weights_named(network, "context_bias"), 0)
    _, numbers = np.unique(stems, return_inverse=True)
    counts = np.bincount(numbers)
    has_others = (stems != NO_STEM) & (counts[numbers] > 1)
    own = numbers[has_others]
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


def _embed(network: Network, forms: Forms) -> tuple[Floats, Callable[[Floats], None]]:
    """Inputs of every form side by side: float32 [forms, in]."""
    shapes, affixes = weights_named(network, "shapes"), weights_named(network, "affixes")
    columns = [
        forms.vectors,
        shapes[forms.shapes],
        *(table[forms.affixes[:, number]] for number, table in enumerate(affixes)),
        forms.grammemes,
    ]

    def backward(d_inputs: Floats) -> None:
        ends = np.cumsum([part.shape[1] for part in columns])
        _, d_shapes, *d_affixes = np.split(d_inputs, ends[:-1], axis=1)[: 2 + len(affixes)]
        add_gradient(network, "shapes", _summed(network, len(shapes), forms.shapes, d_shapes))
        add_gradient(
            network,
            "affixes",
            np.stack(
                [
                    _summed(network, affixes.shape[1], forms.affixes[:, number], d_table)
                    for number, d_table in enumerate(d_affixes)
                ]
            ),
        )

    return np.concatenate(columns, axis=1), backward


def _convolve(
    network: Network, layer: str, hidden: Floats, layout: Layout, *, is_train: bool
) -> tuple[Floats, Backward]:
    """A window of three words, ReLU, a scale and a shift: [branches, places, in] → [… , out]."""
    products, products_back = _multiply(network, layer, hidden)
    summed, summed_back = _sum_neighbours(products)
    output, output_back = _activate(network, layer, summed, layout, is_train=is_train)
    return output, lambda d_output: products_back(summed_back(output_back(d_output)))


def _multiply(network: Network, layer: str, hidden: Floats) -> tuple[Floats, Backward]:
    """What each word gives to the one after it, itself and the one before: [3, branches, … , out].

    hidden: float32 [branches, words, in]
    """
    weights = weights_named(network, f"{layer}_weights")
    products = np.matmul(hidden, weights)

    def backward(d_products: Floats) -> Floats:
        add_gradient(network, f"{layer}_weights", hidden.swapaxes(1, 2) @ d_products)
        d_hidden: Floats = (d_products @ weights.swapaxes(2, 3)).sum(axis=0)
        return d_hidden

    return products, backward


def sum_neighbours(products: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The sum of what a word and its neighbours give: [3, …, places, out], changed → [… , out]."""
    before, summed, after = products
    np.add(summed[..., 1:, :], before[..., :-1, :], out=summed[..., 1:, :])
    np.add(summed[..., :-1, :], after[..., 1:, :], out=summed[..., :-1, :])
    own: npt.NDArray[Number] = summed
    return own


def _sum_neighbours(products: Floats) -> tuple[Floats, Backward]:
    def backward(d_summed: Floats) -> Floats:
        d_before, d_after = np.zeros_like(d_summed), np.zeros_like(d_summed)
        d_before[..., :-1, :] = d_summed[..., 1:, :]
        d_after[..., 1:, :] = d_summed[..., :-1, :]
        return np.stack([d_before, d_summed, d_after])

    return sum_neighbours(products), backward


def _activate(
    network: Network, layer: str, summed: Floats, layout: Layout, *, is_train: bool
) -> tuple[Floats, Backward]:
    """ReLU, a scale and a shift of sums, which are changed: float32 [branches, places, out].

    There is a way back only while training: else the sums themselves become the output.
    """
    bias, scale, shift = (
        weights_named(network, f"{layer}_{name}")[:, None] for name in ("bias", "scale", "shift")
    )
    summed += bias
    active = np.maximum(summed, 0, out=summed)
    output = np.multiply(active, scale, out=None if is_train else active)
    output += shift
    output[:, layout.gaps] = 0

    def backward(d_output: Floats) -> Floats:
        d_output = d_output.copy()
        d_output[:, layout.gaps] = 0
        add_gradient(network, f"{layer}_shift", d_output.sum(axis=1))
        add_gradient(network, f"{layer}_scale", (d_output * active).sum(axis=1))
        d_summed: Floats = d_output * scale * (active > 0)
        add_gradient(network, f"{layer}_bias", d_summed.sum(axis=1))
        return d_summed

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
