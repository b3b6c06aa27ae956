"""The word forms that have a vector, with what is stored about each: memory-mapped tables.

The vectors are navec's (250 thousand words of Russian news, 300 dimensions), product-quantised to
100 bytes a word (Jégou et al. 2011, "Product quantization for nearest neighbor search"). Forms
are found by a 64-bit hash, so that opening the tables reads nothing and builds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id

from newscli.pipeline.recognizer.features import (
    Floats,
    Forms,
    Integers,
    affixes,
    grammemes,
    shape,
)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """`n` forms, sorted by hash, and one row more, the last, for a form that is not among them.

    hashes: uint64 [n]
    codes: uint8 [n + 1, 100], the centroid of each of a vector's pieces
    centroids: float32 [100, 256, 3]
    grammeme_classes: uint16 [n], a row of `grammeme_table` for each form
    grammeme_table: float32 [classes, grammemes]
    """

    hashes: npt.NDArray[np.uint64]
    codes: npt.NDArray[np.uint8]
    centroids: Floats
    grammeme_classes: npt.NDArray[np.uint16]
    grammeme_table: Floats

    @property
    def unknown(self) -> int:
        """The row of a form that has no vector."""
        return len(self.hashes)

    def rows(self, lower: Sequence[str]) -> Integers:
        """The rows of lower-case forms, those of their spellings with е for ё, or `unknown`."""
        rows = self._find(lower)
        dotted = [at for at, form in enumerate(lower) if "ё" in form and rows[at] == self.unknown]
        if dotted:
            rows[dotted] = self._find([lower[at].replace("ё", "е") for at in dotted])
        return rows

    def _find(self, lower: Sequence[str]) -> Integers:
        wanted = np.array([get_string_id(form) for form in lower], dtype=np.uint64)
        rows = np.searchsorted(self.hashes, wanted)
        rows[rows == len(self.hashes)] = 0
        rows[self.hashes[rows] != wanted] = self.unknown
        return rows

    def knows(self, lower: str) -> bool:
        """Whether a lower-case form has a vector of its own."""
        return bool(self.rows([lower])[0] != self.unknown)

    def describe(self, forms: Sequence[str]) -> Forms:
        """What the network is told of word forms."""
        lower = [form.lower() for form in forms]
        rows = self.rows(lower)
        is_known = rows != self.unknown
        known = np.empty((len(forms), self.grammeme_table.shape[1]), np.float32)
        known[is_known] = self.grammeme_table[self.grammeme_classes[rows[is_known]]]
        for at in np.flatnonzero(~is_known).tolist():
            known[at] = grammemes(lower[at])
        return Forms(
            self._vectors(rows),
            np.array([shape(form) for form in forms]),
            np.array([affixes(form) for form in forms]),
            known,
        )

    def _vectors(self, rows: Integers) -> Floats:
        pieces, centroids, width = self.centroids.shape
        places = self.codes[rows] + np.arange(0, pieces * centroids, centroids)
        found: Floats = self.centroids.reshape(-1, width).take(places, axis=0)
        return found.reshape(len(rows), -1)

    def tables(self) -> dict[str, npt.NDArray[Any]]:
        """All tables by name."""
        return {name: getattr(self, name) for name in _TABLES}

    def save(self, folder: Path) -> None:
        """Write each table to a file of its own in `folder`."""
        for name, table in self.tables().items():
            # Beside, then in its place: the old file may be the very one that is mapped.
            path = folder / f"{name}.npy"
            beside = folder / f"new-{name}.npy"
            np.save(beside, table)
            beside.replace(path)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary:
        """Open the tables that `save` wrote, memory-mapped, so that processes share them."""
        # A view as a plain array: indexing np.memmap itself costs several times as much.
        return cls(
            *(np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in _TABLES)
        )


_TABLES = ("hashes", "codes", "centroids", "grammeme_classes", "grammeme_table")
