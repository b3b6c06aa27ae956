"""The model that ships: data made by `training/`, never edited by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def read_meta() -> dict[str, Any]:
    """What the model says of itself: version, sources, licences, scores."""
    meta: dict[str, Any] = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    return meta
