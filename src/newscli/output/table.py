"""Tables for people, drawn by rich: one section a kind, in quiet colours."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newscli.output.formats import Layout
from newscli.records import AnyEntity, ArticleEntities, DateExpression, Mention, Place

# A pipe has no edge to wrap at: wider than any line of a table.
_NO_EDGE = 100_000
# Different wordings shown of one entity; the rest are counted.
_WORDINGS = 6
_SECTIONS = {
    "people": "People",
    "places": "Places",
    "organizations": "Organizations",
    "dates": "Dates",
}

# The second column of a section that has one.
_DETAILS = {"Places": "kind, country", "Dates": "from … to"}


def format_tables(results: Iterable[ArticleEntities], layout: Layout) -> Iterator[str]:
    """Yield the tables of one article at a time, a blank line between articles."""
    for number, result in enumerate(results):
        yield ("\n" if number else "") + _draw(result, layout)


def _draw(result: ArticleEntities, layout: Layout) -> str:
    page = io.StringIO()
    console = Console(
        file=page,
        width=layout.width or _NO_EDGE,
        force_terminal=layout.color,
        color_system="standard" if layout.color else None,
        highlight=False,
    )
    console.print(Text(_one_line(result.source), style="bold"))
    about = " · ".join(filter(None, (result.published, result.title)))
    if about:
        console.print(Text(_one_line(about)))
    tables = [
        _table(title, entities)
        for kind, title in _SECTIONS.items()
        if (entities := getattr(result, kind))
    ]
    for table in tables:
        console.print()
        console.print(table)
    if not tables:
        console.print(Text("nothing found", style="dim"))
    # Cells are padded to their column: what a pipe gets should not end in blanks.
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _table(title: str, entities: tuple[AnyEntity, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(Text(title, style="bold cyan not dim"), overflow="fold")
    if title in _DETAILS:
        table.add_column(_DETAILS[title], overflow="fold", style="dim")
    table.add_column("count", justify="right", style="green", no_wrap=True)
    table.add_column("in the text", overflow="fold")
    for entity in entities:
        cells = _cells(entity)
        count = str(len(entity.mentions))
        table.add_row(*map(_cell, (*cells, count, _wordings(entity.mentions))))
    return table


def _cells(entity: AnyEntity) -> tuple[str, ...]:
    """What stands before the count: the name or value, and what is in `_DETAILS`."""
    if isinstance(entity, DateExpression):
        return _date_cells(entity)
    if isinstance(entity, Place):
        return entity.name, " ".join(filter(None, (entity.kind, entity.country)))
    return (entity.name,)


def _date_cells(date: DateExpression) -> tuple[str, str]:
    value = date.value
    name = " ".join(filter(None, (value.value or "?", value.mod)))
    if value.first is None or value.first == value.last == value.value:
        return name, ""
    return name, f"{value.first} … {value.last}"


def _wordings(mentions: tuple[Mention, ...]) -> str:
    counted = Counter(_one_line(mention.text) for mention in mentions)
    shown = [
        f"{words} ×{count}" if count > 1 else words
        for words, count in list(counted.items())[:_WORDINGS]
    ]
    hidden = len(counted) - len(shown)
    return ", ".join(shown) + (f", {hidden} more" if hidden else "")


def _cell(words: str) -> Text:
    return Text(_one_line(words))


def _one_line(words: str) -> str:
    """Without line breaks and control characters, which would break the table or the terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
