"""`newscli schema`: the contract of the JSON output."""

from __future__ import annotations

from importlib.resources import files

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of what `newscli entities --json` writes.

    \b
    Example:
      newscli schema > newscli.schema.json
    """
    click.echo(
        files("newscli.output").joinpath("schema.json").read_text(encoding="utf-8"), nl=False
    )
