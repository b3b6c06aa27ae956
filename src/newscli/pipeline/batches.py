"""Things of different sizes, put together as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def in_batches(
    items: Iterable[Item], size: Callable[[Item], int], *, room: int, most: int | None = None
) -> Iterator[list[Item]]:
    """Items in their order, as many together as there is `room` for, and no more than `most`.

    One that is larger than the room is a batch by itself.
    """
    batch: list[Item] = []
    left = room
    for item in items:
        if batch and (size(item) > left or len(batch) == most):
            yield batch
            batch, left = [], room
        batch.append(item)
        left -= size(item)
    if batch:
        yield batch
