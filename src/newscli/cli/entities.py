"""`newscli entities`: from sources to tables, JSON or CSV."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from newscli.errors import SourceError
from newscli.output.files import write_stream, write_whole
from newscli.output.formats import FORMATS, SUFFIXES, Layout, load_formatter
from newscli.records import KINDS, Article, ArticleEntities

Item = TypeVar("Item")


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
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, whole or not at all; its suffix (.json, .jsonl, .csv, .geojson) "
    "chooses the format.",
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
def entities(
    sources: tuple[str, ...],
    format_: str | None,
    kinds: tuple[str, ...],
    output: Path | None,
    published: str | None,
    encoding: str | None,
    model: str | None,
    min_score: float,
    corrections_file: str | None,
    adjectives: bool,
    with_text: bool,
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

    The exit code is 0 when all went well, 1 when an article could not be read (the others are
    still done), 2 for a wrong option.
    """
    # The matrices of one article are too small to share among cores: threads that wait for each
    # other made a busy machine ten times slower. Numpy reads this when it is first imported.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from newscli.extraction import extract_all
    from newscli.pipeline.assembly import load
    from newscli.reading.corrections import load_corrections
    from newscli.reading.sources import find_sources, read_articles

    if format_ is None:
        format_ = SUFFIXES.get(output.suffix.lower(), "table") if output else "table"
    corrections = load_corrections(corrections_file) if corrections_file else None
    found = find_sources(sources)
    troubles = Troubles(tells_warnings=format_ != "json")
    with _progress(found, visible=output is not None or not sys.stdout.isatty()) as tracked:
        articles = read_articles(tracked, encoding=encoding, published=published)
        results = extract_all(
            troubles.pass_on(articles),
            nlp=load(model),
            with_text=with_text,
            adjectives=adjectives,
            min_score=min_score,
            corrections=corrections,
        )
        wanted = (troubles.note(result).only(kinds) for result in results)
        pieces = load_formatter(format_)(wanted, _layout(output))
        if output:
            write_whole(output, pieces)
        else:
            write_stream(sys.stdout, pieces)
    if corrections:
        for entry in corrections.unmatched():
            click.echo(f"newscli: {corrections.path}: {entry}: matched nothing", err=True)
    if troubles.failed:
        click.get_current_context().exit(SourceError.exit_code)


class Troubles:
    """Tells on stderr what went wrong with an article, while the others go on."""

    def __init__(self, *, tells_warnings: bool) -> None:
        self.failed = 0
        # JSON carries the warnings of an article in its object; other formats have no room.
        self._tells_warnings = tells_warnings

    def pass_on(self, articles: Iterable[Article | SourceError]) -> Iterator[Article]:
        """The articles that could be read; the errors between them are told and counted."""
        for article in articles:
            if isinstance(article, SourceError):
                self.failed += 1
                click.echo(f"newscli: {article}", err=True)
            else:
                yield article

    def note(self, result: ArticleEntities) -> ArticleEntities:
        """Tell the warnings of `result`, which is given back as it is."""
        if self._tells_warnings:
            for warning in result.warnings:
                click.echo(f"newscli: {result.source}: warning: {warning}", err=True)
        return result


@contextmanager
def _progress(items: Sequence[Item], *, visible: bool) -> Iterator[Iterable[Item]]:
    """`items` under a progress bar on stderr, if there are several and somebody is looking."""
    if not visible or len(items) < 2 or not sys.stderr.isatty():
        yield items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), "files", TimeRemainingColumn())
    # Results go to the real stdout, whatever is drawn on stderr.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as progress:
        yield progress.track(items)


def _layout(output: Path | None) -> Layout:
    """A terminal has an edge and colours, unless NO_COLOR (https://no-color.org) is set."""
    if output or not sys.stdout.isatty():
        return Layout()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Layout(width=shutil.get_terminal_size().columns, color=not plain)
