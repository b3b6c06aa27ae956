"""Modules of ours that need libraries which not everybody installs."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from newscli.errors import UsageError

# The extra (pip install 'newscli[…]') that each of them needs.
EXTRAS = {"newscli.output.parquet": "parquet", "newscli.batch.cluster": "ray"}


def import_module_of_extra(name: str) -> ModuleType:
    """The module of this name.

    Raises:
        UsageError: a library of its extra is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if name not in EXTRAS:
            raise
        raise UsageError(
            f"this needs {error.name}, which is not installed: "
            f"pip install 'newscli[{EXTRAS[name]}]'"
        ) from error
