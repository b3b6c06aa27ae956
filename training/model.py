"""The recogniser's network in PyTorch, for training: the same arithmetic as
`newscli.pipeline.recognizer.network`, with gradients."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from newscli.pipeline.recognizer.features import AFFIX_BUCKETS, AFFIXES, GRAMMEMES
from newscli.pipeline.recognizer.network import TAGS, Convolution, Network
from training.carry_over import SlovnetWeights

AFFIX_WIDTH = 32


class Model(nn.Module):
    """slovnet's network with affix and grammeme inputs and an output layer that has DATE.

    Sentences of a batch stand in one long row with a gap between them, as at run time.
    """

    def __init__(self, start: SlovnetWeights, *, dropout: float) -> None:
        super().__init__()
        self.shapes = nn.Embedding.from_pretrained(torch.tensor(start.shapes), freeze=False)
        self.affixes = nn.ModuleList(nn.Embedding(AFFIX_BUCKETS, AFFIX_WIDTH) for _ in AFFIXES)
        for table in self.affixes:
            nn.init.normal_(table.weight, std=0.1)
        added = AFFIX_WIDTH * len(AFFIXES) + len(GRAMMEMES)
        self.convolutions = nn.ModuleList()
        self.norms = nn.ModuleList()
        for number, (weight, bias, scale, shift, mean, std) in enumerate(start.layers):
            out, width, kernel = weight.shape
            extra = added if number == 0 else 0
            convolution = nn.Conv1d(width + extra, out, kernel, padding=1)
            with torch.no_grad():
                convolution.weight[:, :width] = torch.tensor(weight)
                if extra:
                    nn.init.normal_(convolution.weight[:, width:], std=0.02)
                convolution.bias.copy_(torch.tensor(bias))
            norm = nn.BatchNorm1d(out)
            norm.load_state_dict(
                {
                    "weight": torch.tensor(scale),
                    "bias": torch.tensor(shift),
                    "running_mean": torch.tensor(mean),
                    "running_var": torch.tensor(std) ** 2 - norm.eps,
                    "num_batches_tracked": torch.tensor(0),
                }
            )
            self.convolutions.append(convolution)
            self.norms.append(norm)
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(start.layers[-1][0].shape[0], len(TAGS))
        self.transitions = nn.Parameter(torch.empty(len(TAGS), len(TAGS)))
        self._copy_tags(start)

    def _copy_tags(self, start: SlovnetWeights) -> None:
        """Old rows for old tags; a DATE tag begins as a copy of ORG's."""
        rows = [start.tags.index(tag.replace("DATE", "ORG")) for tag in TAGS]
        with torch.no_grad():
            self.output.weight.copy_(torch.tensor(start.output.T[rows]))
            self.output.bias.copy_(torch.tensor(start.output_bias[rows]))
            self.transitions.copy_(torch.tensor(start.transitions[np.ix_(rows, rows)]))
            new = [at for at, tag in enumerate(TAGS) if tag.endswith("DATE")]
            self.output.bias[new] -= 2.0
            old = [at for at, tag in enumerate(TAGS) if tag.endswith("ORG")]
            for date in new:
                for other in old:
                    # `I-DATE` may follow `B-DATE`, not `B-ORG`.
                    self.transitions[other, date] = self.transitions[date, other] = -2.0

    def forward(
        self, vectors: Tensor, shapes: Tensor, affixes: Tensor, grammemes: Tensor, is_word: Tensor
    ) -> Tensor:
        """Emissions [words, tags] of a row of places, `is_word` telling words from gaps."""
        inputs = torch.cat(
            [
                vectors,
                self.shapes(shapes),
                *(table(affixes[:, number]) for number, table in enumerate(self.affixes)),
                grammemes,
            ],
            dim=1,
        )
        hidden = self.dropout(inputs) * is_word[:, None]
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            summed = torch.relu(convolution(hidden.T[None])[0].T)
            hidden = torch.zeros_like(summed)
            hidden[is_word] = norm(summed[is_word])
        return self.output(self.dropout(hidden[is_word]))

    def export(self) -> Network:
        """The weights as the run-time network wants them."""

        def array(tensor: Tensor) -> np.ndarray:
            return np.ascontiguousarray(tensor.detach().numpy(), dtype=np.float32)

        layers = []
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            layers.append(
                Convolution(
                    weights=array(convolution.weight.permute(1, 2, 0)),
                    bias=array(convolution.bias),
                    scale=array(scale),
                    shift=array(norm.bias - norm.running_mean * scale),
                )
            )
        return Network(
            shapes=array(self.shapes.weight),
            affixes=np.stack([array(table.weight) for table in self.affixes]),
            convolutions=tuple(layers),
            output=array(self.output.weight.T),
            output_bias=array(self.output.bias),
            transitions=array(self.transitions),
        )


def crf_loss(emissions: Tensor, tags: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Mean negative log-likelihood a sentence of a linear-chain CRF (Lafferty et al. 2001).

    emissions [words, tags] and tags [words] of sentences one after another, lengths [sentences].
    """
    count, longest = len(lengths), int(lengths.max())
    is_word = torch.arange(longest) < lengths[:, None]
    padded = emissions.new_zeros(count, longest, emissions.shape[1])
    padded[is_word] = emissions
    gold = torch.zeros(count, longest, dtype=torch.long)
    gold[is_word] = tags
    score = (padded.gather(2, gold[..., None])[..., 0] * is_word).sum(1)
    score = score + (transitions[gold[:, :-1], gold[:, 1:]] * is_word[:, 1:]).sum(1)
    total = padded[:, 0]
    for at in range(1, longest):
        step = torch.logsumexp(total[:, :, None] + transitions, dim=1) + padded[:, at]
        total = torch.where(is_word[:, at, None], step, total)
    return (torch.logsumexp(total, dim=1) - score).mean()
