"""The `newscli` command: its group, and the one place where errors become exit codes."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import Any, NoReturn

import click

from newscli.cli.dates import dates
from newscli.cli.entities import entities
from newscli.cli.schema import schema
from newscli.errors import NewscliError

# What a shell gives a program that Ctrl-C ended: 128 + SIGINT.
INTERRUPTED = 130


class Commands(click.Group):
    """A group whose commands may raise `NewscliError`: one line on stderr, its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NewscliError as error:
            click.echo(f"newscli: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            _end_like_others()


def _end_like_others() -> NoReturn:
    """`newscli … | head`: end as any other tool of a pipeline does, by SIGPIPE, without a word.

    Not by SIGPIPE itself: our own worker processes are at the end of pipes, too, and their death
    must not be ours.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    os._exit(1)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    from newscli.model import read_meta

    click.echo(f"newscli {version('newscli')}, model {read_meta()['version']}")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the versions of the package and of its model.",
)
def cli() -> None:
    """Find people, places, organisations and dates in Russian news: facts, not strings."""


cli.add_command(entities)
cli.add_command(dates)
cli.add_command(schema)


def main() -> None:
    """Run `newscli` as a shell expects: a closed pipe ends it silently, Ctrl-C with 130."""
    # A caller may have closed a stream (`newscli … 2>&-`): what goes there is then lost, no more.
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Programs read UTF-8, whatever the locale; a terminal that lacks a letter shows a `?`.
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    try:
        code = cli.main(prog_name="newscli", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        _end_like_others()
    # Nothing is left to save: letting Python take spaCy apart first costs a tenth of a second.
    os._exit(code or 0)
