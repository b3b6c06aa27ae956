"""The model that ships: data made by `training/`, never edited by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newscli.errors import UsageError

FOLDER = Path(__file__).parent


def read_meta(model: str | None = None) -> dict[str, Any]:
    """What a model says of itself: name, version, and perhaps sources, licences, scores.

    `model` is what `newscli.load()` takes; None is the one that ships.

    Raises:
        UsageError: there is no such model.
    """
    from importlib.metadata import PackageNotFoundError, version

    folder = FOLDER if model is None else Path(model)
    try:
        if folder.is_dir():
            meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            return meta
        return {"name": model, "version": version(str(model))}
    except (OSError, ValueError, PackageNotFoundError) as error:
        raise no_pipeline(str(model)) from error


def no_pipeline(model: str) -> UsageError:
    """What to tell of a `model` that cannot be loaded."""
    return UsageError(
        f"no spaCy pipeline {model!r}: name an installed package or a folder written by "
        "nlp.to_disk, or leave --model out to use the model that ships"
    )
