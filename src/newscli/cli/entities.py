"""`newscli entities`: from sources to tables, JSON or CSV."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newscli.errors import SourceError, UsageError
from newscli.extras import import_module_of_extra
from newscli.output.files import check_writable, write_stream, write_whole
from newscli.output.formats import (
    CLUSTER_FORMATS,
    FILE_FORMATS,
    FORMATS,
    SUFFIXES,
    TEXT_FORMATS,
    WARNING_FORMATS,
    Layout,
    has_store,
    load_formatter,
    open_store,
)
from newscli.output.stores import keeping
from newscli.records import KINDS, ArticleEntities

if TYPE_CHECKING:
    from newscli.batch.run import Summary
    from newscli.batch.work import Result


def _parse_kinds(ctx: click.Context, _: click.Parameter, value: str) -> tuple[str, ...]:
    kinds = tuple(part.strip() for part in value.split(",") if part.strip())
    for kind in kinds:
        if kind not in KINDS:
            raise click.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}")
    if not kinds:
        raise click.BadParameter(f"name at least one of {', '.join(KINDS)}")
    return kinds


def _complete_kinds(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    chosen, comma, begun = incomplete.rpartition(",")
    left = (kind for kind in KINDS if kind not in chosen.split(","))
    return [chosen + comma + kind for kind in left if kind.startswith(begun)]


def _parse_jobs(ctx: click.Context, _: click.Parameter, value: str) -> int:
    if value == "auto":
        from newscli.batch.local import usable_cores

        return usable_cores()
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f"{value!r} is neither a number from 1 nor auto")
    return int(value)


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="How to write it. [default: table]"
)
@click.option("--json", "format_", flag_value="json", help="Short for --format json.")
@click.option("--csv", "format_", flag_value="csv", help="Short for --format csv.")
@click.option(
    "--type",
    "kinds",
    metavar="LIST",
    callback=_parse_kinds,
    shell_complete=_complete_kinds,
    default=",".join(KINDS),
    help=f"What to find, separated by commas. [default: {','.join(KINDS)}]",
)
@click.option(
    "--output",
    "-o",
    "output_name",
    type=click.Path(),
    help="Write to this file; its suffix (.json, .jsonl, .csv, .geojson, .parquet, .sqlite, .db) "
    "chooses the format. .json and .geojson are written whole or not at all, others as results "
    "come.",
)
@click.option(
    "--published",
    metavar="YYYY-MM-DD",
    help="The day of publication, whatever the articles say: relative dates count from it.",
)
@click.option(
    "--encoding", metavar="NAME", help="The encoding of the files, instead of recognising it."
)
@click.option(
    "--model",
    metavar="NAME_OR_PATH",
    help="Take the names from this installed spaCy pipeline instead of the model that ships.",
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out mentions that are less likely to be right: 0.9 drops the doubtful.",
)
@click.option(
    "--corrections",
    "corrections_file",
    type=click.Path(),
    metavar="FILE",
    help="Apply the corrections in this TOML file: merge, split, rename, retype, drop.",
)
@click.option(
    "--adjectives",
    is_flag=True,
    help="Add to the JSON the places that words like российский, москвичи, Кремль point to.",
)
@click.option("--with-text", is_flag=True, help="Add each article's text to its JSON object.")
@click.option(
    "--jobs",
    "-j",
    metavar="N|auto",
    callback=_parse_jobs,
    default="1",
    help="Work with N processes, or one a core. [default: 1]",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Go on where an earlier run into --output stopped, and do only what is new or changed.",
)
@click.option(
    "--engine",
    type=click.Choice(("local", "ray")),
    default="local",
    help="Work on this machine, or on a Ray cluster into parts in the folder or URI --output. "
    "[default: local]",
)
@click.option(
    "--ray-address",
    metavar="HOST:PORT",
    help="The Ray cluster to work on. [default: RAY_ADDRESS, or else this machine]",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.json",
    help="Write how the run went: articles done, skipped, failed and why, speed, versions.",
)
def entities(
    sources: tuple[str, ...],
    format_: str | None,
    kinds: tuple[str, ...],
    output_name: str | None,
    published: str | None,
    encoding: str | None,
    model: str | None,
    min_score: float,
    corrections_file: str | None,
    adjectives: bool,
    with_text: bool,
    jobs: int,
    resume: bool,
    engine: str,
    ray_address: str | None,
    report: Path | None,
) -> None:
    """Find people, places, organisations and dates in Russian news articles.

    SOURCES are files, folders (their .txt, .md and .jsonl files at any depth) or - for standard
    input, which is also read when there are none: an article, or a .jsonl file, which holds an
    article a line: an object with "text" and, optionally, "title" and "published".

    \b
    Examples:
      newscli entities article.txt
      newscli entities articles/ --json | jq -r '.people[].name' | sort | uniq -c
      newscli entities articles/ --type places,dates --output found.csv
      newscli entities articles/ --output map.geojson
      newscli entities archive/ --jobs auto --resume --output found.sqlite
      newscli entities archive/ --engine ray --output s3://bucket/found.parquet

    The exit code is 0 when all went well, 1 when an article could not be read (the others are
    still done), 2 for a wrong option.
    """
    # The matrices of one article are too small to share among cores: threads that wait for each
    # other made a busy machine ten times slower. Numpy reads this when it is first imported.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from newscli.batch.keys import settings_fingerprint
    from newscli.batch.local import local_engine
    from newscli.batch.run import Run, read_works
    from newscli.cli.progress import watched
    from newscli.reading.corrections import load_corrections
    from newscli.reading.sources import find_sources, measure
    from newscli.settings import Settings

    if format_ is None:
        format_ = (
            SUFFIXES.get(Path(output_name).suffix.lower(), "table") if output_name else "table"
        )
    output = Path(output_name) if output_name and engine == "local" else None
    keeps = output is not None and has_store(output, format_)
    if engine == "ray":
        if resume or jobs > 1:
            raise UsageError("--resume and --jobs are for this machine: leave out --engine ray")
        if not output_name or format_ not in CLUSTER_FORMATS:
            raise UsageError(
                "a cluster writes JSON Lines or Parquet into a folder: give --output with its path "
                "or URI, and --format json or parquet"
            )
    elif output and output.is_dir():
        raise UsageError(f"cannot write {output}: it is a folder")
    elif format_ in FILE_FORMATS and not keeps:
        raise UsageError(f"{format_} is written to a file: give --output FILE.{format_}")
    if resume and not keeps:
        raise UsageError(
            "--resume goes on with a file that grows: give --output FILE.jsonl, FILE.csv, "
            "FILE.parquet or FILE.sqlite"
        )
    if report:
        check_writable(report)
    corrections = load_corrections(corrections_file) if corrections_file else None
    settings = Settings(
        model=model,
        kinds=kinds,
        min_score=min_score,
        adjectives=adjectives,
        with_text=with_text or format_ in TEXT_FORMATS,
        corrections=corrections,
    )
    found = find_sources(sources)
    if output_name and engine == "ray":
        cluster = import_module_of_extra("newscli.batch.cluster")
        summary = cluster.extract_on_cluster(
            found,
            output_name,
            format_,
            settings=settings,
            encoding=encoding,
            published=published,
            address=ray_address,
        )
        for error in summary.failed:
            click.echo(f"newscli: {error}", err=True)
        _tell(summary, output_name, report, model=model, is_complete=True)
        if summary.failed:
            click.get_current_context().exit(SourceError.exit_code)
        return
    works = read_works(
        found,
        encoding=encoding,
        published=published,
        fingerprint=settings_fingerprint(settings) if keeps else None,
    )
    store = open_store(output, format_, resume=resume) if output and keeps else None
    if store and store.began_anew:
        click.echo(f"newscli: {output}: begun anew: {store.began_anew}", err=True)
    size = measure(found)
    run = Run(works, local_engine(settings, jobs=jobs, is_live=size is None), store=store)
    troubles = Troubles(tells_warnings=format_ not in WARNING_FORMATS)
    shows_progress = sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())
    outcomes = watched(run, size) if shows_progress else iter(run)
    results = troubles.pass_on(outcomes)
    is_complete = False
    try:
        if store:
            with keeping(store):
                for _ in results:
                    pass
        else:
            pieces = load_formatter(format_)(results, _layout(output))
            if output:
                write_whole(output, pieces)
            else:
                write_stream(sys.stdout, pieces)
        is_complete = True
    finally:
        summary = run.summary()
        _tell(summary, output_name, report, model=model, is_complete=is_complete)
    if corrections:
        where = " in the articles done now" if summary.skipped else ""
        for entry in corrections.unmatched():
            click.echo(f"newscli: {corrections.path}: {entry}: matched nothing{where}", err=True)
    if summary.failed:
        click.get_current_context().exit(SourceError.exit_code)


def _tell(
    summary: Summary,
    output: str | None,
    report: Path | None,
    *,
    model: str | None,
    is_complete: bool,
) -> None:
    """How the run went: in a line for people, and in the report."""
    from newscli.batch.report import format_report
    from newscli.cli.progress import tell

    if (output or report) and summary.articles > 1:
        click.echo(f"newscli: {tell(summary)}", err=True)
    if report:
        write_whole(report, [format_report(summary, model=model, is_complete=is_complete)])


class Troubles:
    """Tells on stderr what went wrong with an article, while the others go on."""

    def __init__(self, *, tells_warnings: bool) -> None:
        self._tells_warnings = tells_warnings

    def pass_on(self, outcomes: Iterable[Result | SourceError]) -> Iterator[ArticleEntities]:
        """What was found; the errors between, and the warnings if nobody else does, are told."""
        for outcome in outcomes:
            if isinstance(outcome, SourceError):
                click.echo(f"newscli: {outcome}", err=True)
            elif outcome.found:
                if self._tells_warnings:
                    for warning in outcome.found.warnings:
                        click.echo(f"newscli: {outcome.found.source}: warning: {warning}", err=True)
                yield outcome.found


def _layout(output: Path | None) -> Layout:
    """A terminal has an edge and colours, unless NO_COLOR (https://no-color.org) is set."""
    if output or not sys.stdout.isatty():
        return Layout()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Layout(width=shutil.get_terminal_size().columns, color=not plain)
