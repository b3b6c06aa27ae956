"""`newscli dates`: from phrases to the dates they mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from newscli.errors import SourceError


@click.command()
@click.argument("phrases", nargs=-1)
@click.option(
    "--published", metavar="YYYY-MM-DD", help="The day from which relative dates are counted."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print an object a date, as in `newscli entities`."
)
def dates(phrases: tuple[str, ...], published: str | None, as_json: bool) -> None:
    """Print the values of the dates in Russian phrases, one a line.

    Without PHRASES, or with - for one, they are read from standard input, a phrase a line. Values
    are those of TIMEX3 (2025-08-26, 2025-W35, P3D, XXXX-06-28); a date that is found but cannot be
    settled is null.

    \b
    Examples:
      newscli dates "в прошлый вторник" --published 2025-09-03
      newscli dates "с 5 по 7 мая" --published 2025-09-03 --json | jq -r '.from, .to'

    The exit code is 1 when a phrase has no date in it (the others are still done).
    """
    from newscli.gathering.dates import NO_PUBLICATION_DATE, date_mention, is_relative
    from newscli.pipeline.dates.finding import find_dates
    from newscli.reading.days import parse_published
    from newscli.records import DateExpression

    day = parse_published(published) if published else None
    missed = False
    unresolved = False
    for phrase in _each(phrases):
        found = find_dates(phrase, published=day)
        if not found:
            missed = True
            click.echo(f"newscli: no date in {phrase!r}", err=True)
        for date in found:
            expression = DateExpression(date.value, (date_mention(phrase, *date),))
            unresolved = unresolved or (day is None and is_relative(expression))
            click.echo(
                json.dumps(expression.to_dict(), ensure_ascii=False)
                if as_json
                else date.value.value or "null"
            )
    if unresolved:
        click.echo(f"newscli: {NO_PUBLICATION_DATE}: give the day with --published", err=True)
    if missed:
        click.get_current_context().exit(SourceError.exit_code)


def _each(phrases: tuple[str, ...]) -> Iterator[str]:
    """The phrases given; the lines of standard input for each `-`, or where there are none."""
    for phrase in phrases or ("-",):
        if phrase == "-":
            for line in sys.stdin:
                if line.strip():
                    yield line.rstrip("\r\n")
        else:
            yield phrase
