"""How a run went, for programs: what `--report` writes."""

from __future__ import annotations

import json
from importlib.metadata import version

from newscli.batch.run import Summary
from newscli.model import read_meta


def format_report(summary: Summary, *, model: str | None, is_complete: bool) -> str:
    """A JSON object; `is_complete` says whether the run came to the end of its input."""
    meta = read_meta(model)
    fields = {
        "began": summary.began.isoformat(timespec="seconds"),
        "seconds": round(summary.seconds, 3),
        "complete": is_complete,
        "done": summary.done,
        "skipped": summary.skipped,
        "failed": [{"source": error.source, "error": error.message} for error in summary.failed],
        "articles_per_second": round(summary.rate, 3),
        "newscli_version": version("newscli"),
        "model": meta["name"],
        "model_version": meta["version"],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
