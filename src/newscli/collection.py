"""When Python's garbage collector looks for objects that only hold each other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Collections of what has lived for a while, before one of all there is: that takes a fifth of a
# second, for the sake of what is remembered of words and names, which goes without it.
_BEFORE_ALL = 100


@contextmanager
def collection_paused() -> Iterator[None]:
    """No garbage is looked for in this block, for work that makes many objects and few cycles.

    To read an article makes a hundred thousand objects that live as long as the work and go without
    the collector's help; to look through them in mid-work takes a tenth of the time. After the
    block there is next to nothing to look through.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect_all_rarely() -> None:
    """Look through all objects once in ten thousand articles, not in five hundred.

    For a process of ours: it changes what all of a process does.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _BEFORE_ALL)
