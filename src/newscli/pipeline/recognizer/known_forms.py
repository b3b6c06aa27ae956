"""What the network's first layer makes of word forms, remembered from one article to the next."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newscli.pipeline.recognizer.features import Floats, Integers, stem_key
from newscli.pipeline.recognizer.network import (
    Layout,
    Network,
    read_forms,
    sum_neighbours,
    weights_named,
)
from newscli.pipeline.recognizer.vocabulary import Vocabulary

# Forms that are remembered, 1.5 kB each: to describe and multiply one costs more than all that is
# done with it afterwards. In the long run 20 of an article's 185 are not among them; of a quarter
# fewer it would be 24, and 17 of a quarter more.
CAPACITY = 36_864
# When there is no room, so many of them go, those not used for longest.
_GO_AT_ONCE = 2_048
# Half of all forms are met in one article and never again. Until met in a second, a form counts as
# used so many articles earlier.
_MET_ONCE = 1_000
# They are kept in whole steps, up to 42 either way, of which three can be added: as precise as half
# precision is where they lie (half of them beyond 2, none seen beyond 30), and far faster.
_STEP = np.float32(1 / 256)
_MOST = np.iinfo(np.int16).max // 3
_NEVER = -1


class KnownForms:
    """Word forms as the first layer reads them, those used last remembered.

    To be made anew when the weights of the network have changed.
    """

    def __init__(self, vocabulary: Vocabulary, network: Network) -> None:
        self._vocabulary = vocabulary
        self._network = network
        weights = weights_named(network, "convolution1_weights")
        # Empty: memory is taken as it fills. The last row is no word.
        self._table = np.empty((len(weights), CAPACITY + 1, weights.shape[-1]), np.int16)
        self._table[:, CAPACITY] = 0
        self._stems = np.empty(CAPACITY, np.int64)
        self._forms = [""] * CAPACITY
        self._rows: dict[str, int] = {}
        self._now = _MET_ONCE
        self._last_used = np.full(CAPACITY, _NEVER)
        self._unused = list(range(CAPACITY))

    def rows(self, words: Sequence[str]) -> Integers:
        """The row of each word's form, for `stems` and `sum_windows` until rows are asked for anew.

        There must be no more than CAPACITY different ones.
        """
        self._now += 1
        get = self._rows.get
        rows = np.array([get(word, -1) for word in words], np.int64)
        is_new = rows < 0
        self._last_used[rows[~is_new]] = self._now
        if new := [words[at] for at in np.flatnonzero(is_new).tolist()]:
            self._add(list(dict.fromkeys(new)))
            rows[is_new] = [self._rows[word] for word in new]
        return rows

    def stems(self, rows: Integers) -> Integers:
        """A key that forms of one stem share: int64 [words]."""
        found: Integers = self._stems[rows]
        return found

    def sum_windows(self, rows: Integers, layout: Layout) -> Floats:
        """What the first layer makes of each word and its neighbours: float32 [places, out]."""
        summed = sum_neighbours(self._table.take(layout.spread(rows, CAPACITY), axis=1))
        windows: Floats = summed * _STEP
        return windows

    def _add(self, forms: Sequence[str]) -> None:
        """Read forms and keep them, in steps at once, so that all meetings find them the same."""
        if len(self._unused) < len(forms):
            self._forget(len(forms))
        rows = self._unused[-len(forms) :]
        del self._unused[-len(forms) :]
        steps = read_forms(self._network, self._vocabulary.describe(forms)) / _STEP
        np.rint(steps, out=steps)
        self._table[:, rows] = steps.clip(-_MOST, _MOST, out=steps)
        self._stems[rows] = [stem_key(form) for form in forms]
        self._last_used[rows] = self._now - _MET_ONCE
        self._rows.update(zip(forms, rows, strict=True))
        for form, row in zip(forms, rows, strict=True):
            self._forms[row] = form

    def _forget(self, count: int) -> None:
        """Make room for `count` forms or more where those not used for longest are."""
        idle = np.count_nonzero(self._last_used != self._now)
        # What is unused already was used least of all.
        gone = np.argsort(self._last_used)[: min(max(count, _GO_AT_ONCE), idle)]
        self._last_used[gone] = _NEVER
        self._unused = gone.tolist()
        for row in self._unused:
            self._rows.pop(self._forms[row], None)
            self._forms[row] = ""
