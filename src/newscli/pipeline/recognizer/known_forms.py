"""What the network's first layer makes of word forms, remembered from one article to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from newscli.pipeline.recognizer.features import Floats
from newscli.pipeline.recognizer.network import Network, read_forms, weights_named
from newscli.pipeline.recognizer.vocabulary import Vocabulary

Steps = npt.NDArray[np.int16]
# Forms that are remembered, 1.5 kB each: nine of ten of the next article's are among them (seven of
# ten, were it a quarter), and to describe and multiply one costs more than all that is done with
# it afterwards.
CAPACITY = 32_768
# They are kept in whole steps, up to 64 either way: as precise as half precision is where they lie
# (half of them beyond 2, none seen beyond 30), and read eight times as fast.
_STEP = np.float32(1 / 512)
_MOST = np.iinfo(np.int16).max


class KnownForms:
    """Word forms as `score_words` wants them, those used last remembered.

    To be made anew when the weights of the network have changed.
    """

    def __init__(self, vocabulary: Vocabulary, network: Network) -> None:
        self._vocabulary = vocabulary
        self._network = network
        weights = weights_named(network, "convolution1_weights")
        # Empty: memory is taken as it fills.
        self._table = np.empty((len(weights), CAPACITY, weights.shape[-1]), np.int16)
        self._rows: dict[str, int] = {}  # the one used last is the last

    def products(self, forms: Sequence[str]) -> Floats:
        """Of forms, all different, and of no word: float32 [3, forms + 1, out]."""
        rows = np.array([self._use(form) for form in forms], dtype=np.int64)
        found = np.zeros((len(self._table), len(forms) + 1, self._table.shape[2]), np.float32)
        is_known = rows >= 0
        known, new = np.flatnonzero(is_known), np.flatnonzero(~is_known)
        found[:, known] = self._table.take(rows[known], axis=1) * _STEP
        if len(new):
            described = self._vocabulary.describe([forms[at] for at in new])
            exact = read_forms(self._network, described) / _STEP
            read = np.rint(exact).clip(-_MOST, _MOST).astype(np.int16)
            # In steps at once, so that a form is the same when it is met again.
            found[:, new] = read * _STEP
            self._keep([forms[at] for at in new[:CAPACITY]], read[:, :CAPACITY])
        return found

    def _use(self, form: str) -> int:
        """The row of a form, which is now the one used last; -1 if there is none."""
        row = self._rows.pop(form, -1)
        if row >= 0:
            self._rows[form] = row
        return row

    def _keep(self, forms: Sequence[str], read: Steps) -> None:
        """Remember new forms, in unused rows or in those of the forms not used for longest."""
        unused = range(len(self._rows), min(CAPACITY, len(self._rows) + len(forms)))
        oldest = list(islice(self._rows, len(forms) - len(unused)))
        rows = [*unused, *(self._rows.pop(form) for form in oldest)]
        self._table[:, rows] = read
        self._rows.update(zip(forms, rows, strict=True))
