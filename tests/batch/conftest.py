"""A model for tests of many processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import quick_model


@pytest.fixture
def quick(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the installed quick model, which worker processes find as this one does."""
    folder = tmp_path_factory.mktemp("packages")
    quick_model.install(folder)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder
