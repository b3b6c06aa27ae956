"""When Python's garbage collector looks for objects that only hold each other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects more than before, and they are looked through: some ten megabytes, if all of them
# were garbage. With Python's own seven hundred that takes a fiftieth of the time for an article,
# for the sake of what is remembered of words and names, which goes without it.
_YOUNG = 50_000


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
    """Look for garbage once in a thousand articles, not in ten: they leave none.

    For a process of ours: it changes what all of a process does.
    """
    _, middle, old = gc.get_threshold()
    gc.set_threshold(_YOUNG, middle, old)
