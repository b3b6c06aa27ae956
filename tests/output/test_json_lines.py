"""JSON, piece by piece."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.output import json_lines
from newscli.output.formats import Layout
from newscli.output.json_lines import format_json, json_pieces
from newscli.records import (
    ArticleEntities,
    Country,
    DateExpression,
    DateMention,
    DateValue,
    LatinName,
    Mention,
    Organization,
    Person,
    Place,
)

MENTION = Mention(0, 5, "Пекин", "Пекин", 0.9)
DAY = DateValue("date", "2025-09-03", None, "2025-09-03", "2025-09-03")
FOUND = ArticleEntities(
    source='a\n"b.txt',
    title="Визит",
    published="2025-09-03",
    people=(Person("И. Ли", "И.", "Ли", None, "male", (MENTION,) * 3, LatinName("Li", "Li")),),
    places=(Place("Пекин", (MENTION,), "city"), Place("Шанхай", (MENTION,))),
    organizations=(Organization("МИД", (MENTION,)),),
    dates=(DateExpression(DAY, (DateMention(0, 4, "3.09", "2025-09-03"),)),),
    countries=(Country("CN", "Китай", 2),),
    warnings=("odd", "ends"),
    text='Пекин\n«"\\\ud7ff😀»' * 20,
    related_places=(Place("Россия", (MENTION,)),),
)
NOTHING = ArticleEntities("-", None, None, (), (), (), ())


@pytest.mark.parametrize("size", [1, 100, 2**18])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("found", [FOUND, NOTHING], ids=["all", "nothing"])
def test_the_pieces_make_the_object(
    monkeypatch: pytest.MonkeyPatch, found: ArticleEntities, indent: int | None, size: int
) -> None:
    monkeypatch.setattr(json_lines, "_PIECE", size)
    pieces = list(json_pieces(found, indent))
    expected = json.dumps(found.to_dict(), ensure_ascii=False, indent=indent) + "\n"
    assert "".join(pieces) == expected
    assert len(pieces) == 1 or size < len(expected)


@given(st.text(max_size=100))
def test_any_text_comes_back(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_lines, "_PIECE", 7)
        found = ArticleEntities("-", None, None, (), (), (), (), text=text)
        assert json.loads("".join(json_pieces(found)))["text"] == text


def test_a_short_article_is_one_piece() -> None:
    assert len(list(format_json([FOUND, NOTHING], Layout()))) == 2
