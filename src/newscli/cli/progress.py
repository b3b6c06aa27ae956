"""How a run is going, on stderr, while somebody is looking."""

from __future__ import annotations

import time
from collections.abc import Iterator

from newscli.batch.run import Run, Summary
from newscli.batch.work import Result
from newscli.errors import SourceError

_SHOWN = 0.1  # seconds from one line to the next


def watched(run: Run, total: int | None) -> Iterator[Result | SourceError]:
    """The outcomes of `run` as they come, under a line that tells how far it is.

    `total` is the bytes of the whole input, None where nobody knows: then no time is left to tell.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    # Results go to the real stdout, whatever is drawn on stderr.
    console = Console(stderr=True)
    with Progress(*columns, console=console, redirect_stdout=False, transient=True) as progress:
        task = progress.add_task("starting", total=total)
        shown = 0.0
        for outcome in run:
            if time.monotonic() - shown > _SHOWN:
                shown = time.monotonic()
                summary = run.summary()
                progress.update(task, completed=summary.position, description=_describe(summary))
            yield outcome


def tell(summary: Summary) -> str:
    """How a run went, in one line."""
    return (
        f"{summary.done} articles done, {summary.skipped} skipped, {len(summary.failed)} failed, "
        f"{summary.rate:.1f} articles/s"
    )


def _describe(summary: Summary) -> str:
    return f"{summary.articles} articles, {summary.rate:.1f}/s"
