"""Things put together as far as there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscli.pipeline.batches import in_batches


def test_what_fits_goes_together() -> None:
    words = ["аб", "в", "где", "ёж", "зи", "к" * 9, "л"]
    found = list(in_batches(words, len, room=6, most=2))
    assert found == [["аб", "в"], ["где", "ёж"], ["зи"], ["к" * 9], ["л"]]


@given(st.lists(st.integers(0, 9)), st.integers(1, 12), st.none() | st.integers(1, 4))
def test_nothing_is_lost_and_no_batch_is_too_large(
    sizes: list[int], room: int, most: int | None
) -> None:
    batches = list(in_batches(sizes, int, room=room, most=most))
    assert [size for batch in batches for size in batch] == sizes
    assert all(sum(batch) <= room or len(batch) == 1 for batch in batches)
    assert all(batch and (most is None or len(batch) <= most) for batch in batches)
