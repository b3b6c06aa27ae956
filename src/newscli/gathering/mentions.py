"""What mentions of one entity have in common: how they are spelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def best_spelling(names: Iterable[str]) -> str:
    """The commonest of several spellings, of equally common ones the first.

    A headline's capitals count only where there is nothing else.
    """
    counts = Counter(names)
    plain = [name for name in counts if not name.isupper()]
    return max(plain or counts, key=counts.__getitem__)
