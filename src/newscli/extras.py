"""Modules of ours that need a library which not everybody installs."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from newscli.errors import UsageError

# The extra of ours (pip install 'newscli[…]') that each such library comes with.
EXTRAS = {"pyarrow": "parquet", "ray": "ray"}


def import_module_of_extra(name: str) -> ModuleType:
    """The module of this name.

    Raises:
        UsageError: the library that it needs is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in EXTRAS:
            raise
        raise UsageError(
            f"this needs {library}, which is not installed: "
            f"pip install 'newscli[{EXTRAS[library]}]'"
        ) from error
