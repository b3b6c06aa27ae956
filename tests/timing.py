"""Whether something takes linear time, by the processor's clock."""

from __future__ import annotations

from collections.abc import Callable

from newscli.collection import collection_paused

# Four times as much takes four times as long, and some more where it leaves the processor's cache;
# the square would be sixteen times.
_MOST = 8
_TRIES = 4  # a busy machine may spoil one


def is_linear(seconds: Callable[[int], float], size: int) -> bool:
    """Whether `seconds`, which tells what a size takes, grows with the size and not its square."""
    seconds(size // 4)  # what is remembered of words is not measured
    with collection_paused():  # it comes when it likes, and goes over all that tests have made
        return any(seconds(4 * size) < _MOST * max(seconds(size), 0.01) for _ in range(_TRIES))
