"""What a user puts right in the entities of an article."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.corrections import (
    TABLES,
    TYPES,
    AnyCorrection,
    Corrections,
    Drop,
    Merge,
    Rename,
    Retype,
    Split,
    comparable,
)
from newscli.gathering.correcting import correct
from newscli.gathering.latin import latin_name
from newscli.pipeline.names.parts import read_name
from newscli.records import ArticleEntities, Mention, Organization, Person, Place

SCHEMA = json.loads(files("newscli.output").joinpath("schema.json").read_text("utf-8"))


def mentions(*places: tuple[int, str]) -> tuple[Mention, ...]:
    return tuple(Mention(start, start + len(text), text, text, 0.9) for start, text in places)


def person(name: str, *places: tuple[int, str], gender: str | None = None) -> Person:
    parts = read_name(name)
    return Person(
        name,
        parts.first,
        parts.last,
        parts.patronymic,
        gender,
        mentions(*places),
        latin_name(name),
    )


def place(name: str, *places: tuple[int, str], **facts: Any) -> Place:
    return Place(name, mentions(*places), **facts)


def organization(name: str, *places: tuple[int, str]) -> Organization:
    return Organization(name, mentions(*places))


def article(*entities: Person | Place | Organization, source: str = "a.txt") -> ArticleEntities:
    return ArticleEntities(
        source=source,
        title=None,
        published=None,
        people=tuple(one for one in entities if isinstance(one, Person)),
        places=tuple(one for one in entities if isinstance(one, Place)),
        organizations=tuple(one for one in entities if isinstance(one, Organization)),
        dates=(),
    )


def corrections(*entries: AnyCorrection) -> Corrections:
    return Corrections(
        "corrections.toml",
        {
            table: tuple(entry for entry in entries if isinstance(entry, kind))
            for table, kind in TABLES.items()
        },
    )


def shape(found: ArticleEntities) -> dict[str, list[str]]:
    """Each name with the words of its mentions, by list; lists without any left out."""
    lists = {
        "people": found.people,
        "places": found.places,
        "organizations": found.organizations,
    }
    return {
        kind: [f"{one.name}: {', '.join(mention.text for mention in one.mentions)}" for one in some]
        for kind, some in lists.items()
        if some
    }


SOBCHAKS = person(
    "Ксения Собчак",
    (0, "Ксении Собчак"),
    (20, "Анатолия\nСобчака"),
    (40, "Собчак"),
    (50, "АНАТОЛИЯ СОБЧАКА"),
    gender="female",
)
ALIEVS = (
    person("Алиев", (60, "Алиева"), (90, "Алиев"), gender="male"),
    person("И. Алиев", (70, "И. Алиеву"), gender="male"),
    person("Мехрибан Алиева", (80, "Мехрибан Алиева"), gender="female"),
)


@pytest.mark.parametrize(
    ("entries", "entities", "expected"),
    [
        pytest.param(
            [Drop(type="organization", name="Артем")],
            [organization("Артём", (0, "Артём")), place("Артём", (10, "Артём"))],
            {"places": ["Артём: Артём"]},
            id="drop: letter case and ё aside, one type alone",
        ),
        pytest.param(
            [Retype(type="organization", name="хабр", to="place")],
            [place("Баку", (10, "Баку")), organization("Хабр", (0, "Хабр"))],
            {"places": ["Хабр: Хабр", "Баку: Баку"]},
            id="retype: in order of first mention",
        ),
        pytest.param(
            [Retype(type="organization", name="Хабр", to="place")],
            [place("Хабр", (10, "Хабре")), organization("Хабр", (0, "Хабр"))],
            {"places": ["Хабр: Хабр, Хабре"]},
            id="retype: joins what has that name there",
        ),
        pytest.param(
            [
                Split(
                    type="person",
                    name="Ксения Собчак",
                    mentions=("Анатолия Собчака",),
                    into="Анатолий Собчак",
                )
            ],
            [SOBCHAKS],
            {
                "people": [
                    "Ксения Собчак: Ксении Собчак, Собчак",
                    "Анатолий Собчак: Анатолия\nСобчака, АНАТОЛИЯ СОБЧАКА",
                ]
            },
            id="split: into a new entity, whatever the line ends and capitals",
        ),
        pytest.param(
            [
                Split(
                    type="person",
                    name="Ксения Собчак",
                    mentions=("Анатолия Собчака", "Ксении Собчак", "Собчак"),
                    into="Анатолий Собчак",
                )
            ],
            [SOBCHAKS, person("Анатолий Собчак", (30, "Собчаку"))],
            {
                "people": [
                    "Анатолий Собчак: Ксении Собчак, Анатолия\nСобчака, Собчаку, Собчак, "
                    "АНАТОЛИЯ СОБЧАКА"
                ]
            },
            id="split: into an entity that is there; nothing is left of the other",
        ),
        pytest.param(
            [Merge(type="person", names=("Алиев", "И. Алиев"), into="Ильхам Алиев")],
            ALIEVS,
            {
                "people": [
                    "Ильхам Алиев: Алиева, И. Алиеву, Алиев",
                    "Мехрибан Алиева: Мехрибан Алиева",
                ]
            },
            id="merge: mentions in order of the text",
        ),
        pytest.param(
            [Merge(type="person", names=("И. Алиев",), into="Алиев")],
            ALIEVS[:2],
            {"people": ["Алиев: Алиева, И. Алиеву, Алиев"]},
            id="merge: into a name that is there without being listed",
        ),
        pytest.param(
            [Rename(type="place", name="Семена", to="Семёна")],
            [place("Семена", (0, "Семена"))],
            {"places": ["Семёна: Семена"]},
            id="rename: the spelling alone",
        ),
        pytest.param(
            [
                Rename(type="place", name="Артём", to="Артёмовск"),
                Rename(type="place", name="Артёмовск", to="Артём"),
            ],
            [place("Артём", (0, "Артём")), place("Артёмовск", (10, "Артёмовск"))],
            {"places": ["Артёмовск: Артём", "Артём: Артёмовск"]},
            id="entries of one table do not see each other's names",
        ),
        pytest.param(
            [
                Rename(type="person", name="Гребенщиков", to="Борис Гребенщиков"),
                Merge(type="person", names=("БГ", "Гребень"), into="Гребенщиков"),
                Split(type="person", name="Аквариум", mentions=("БГ",), into="БГ"),
                Retype(type="organization", name="Аквариум", to="person"),
                Drop(type="person", name="Аквариум"),
            ],
            [
                person("Аквариум", (0, "Аквариум")),
                organization("Аквариум", (10, "Аквариуме"), (30, "БГ")),
                person("Гребень", (20, "Гребень")),
            ],
            {"people": ["Аквариум: Аквариуме", "Борис Гребенщиков: Гребень, БГ"]},
            id="drop, retype, split, merge, rename, however the file orders them",
        ),
    ],
)
def test_corrections_hold(
    entries: list[AnyCorrection],
    entities: list[Person | Place | Organization],
    expected: dict[str, list[str]],
) -> None:
    assert shape(correct(article(*entities), corrections(*entries))) == expected


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("archive/1984/12.txt", "Калинин"),
        ("archive/news.jsonl#7", "Калинин"),
        ("fresh/1.txt", "Тверь (город)"),
    ],
)
def test_a_source_limits_a_correction_to_some_articles_and_the_first_that_holds_there_counts(
    source: str, name: str
) -> None:
    renames = corrections(
        Rename(type="place", name="Тверь", to="Калинин", source="archive/*"),
        Rename(type="place", name="Тверь", to="Тверь (город)"),
    )
    found = correct(article(place("Тверь", (0, "Твери")), source=source), renames)
    assert [one.name for one in found.places] == [name]


@pytest.mark.parametrize(
    ("into", "parts"),
    [
        # What the name says is taken from it, the rest from the record that fits it best.
        ("Ильхам Алиев", ("Ильхам", "Алиев", "Гейдарович", "male")),
        ("Алиев", ("Ильхам", "Алиев", "Гейдарович", "male")),
        ("И. Алиев", ("И.", "Алиев", "Гейдарович", "male")),
        # None fits: only what the name says.
        ("Лейла Алиева", ("Лейла", "Алиева", None, "female")),
        ("Путин", (None, "Путин", None, "male")),
    ],
)
def test_the_parts_of_a_merged_person(into: str, parts: tuple[str | None, ...]) -> None:
    people = (
        person("Алиев", (0, "Алиев")),
        person("Ильхам Гейдарович Алиев", (10, "Ильхам Гейдарович Алиев"), gender="male"),
        person("Мехрибан Алиева", (40, "Мехрибан Алиева"), gender="female"),
    )
    merge = Merge(type="person", names=tuple(one.name for one in people), into=into)
    (found,) = correct(article(*people), corrections(merge)).people
    assert (found.first, found.last, found.patronymic, found.gender) == parts


def test_a_gender_that_the_name_does_not_tell_is_kept() -> None:
    rename = Rename(type="person", name="С. Петренко", to="Саша Петренко")
    known = person("С. Петренко", (0, "С. Петренко"), gender="female")
    (found,) = correct(article(known), corrections(rename)).people
    assert (found.first, found.gender) == ("Саша", "female")


def test_a_new_person_is_read_from_the_name() -> None:
    retype = Retype(type="organization", name="Анна Ким", to="person")
    found = correct(article(organization("Анна Ким", (0, "Анна Ким"))), corrections(retype))
    assert found.people == (person("Анна Ким", (0, "Анна Ким"), gender="female"),)


def test_a_person_is_spelt_by_the_new_name() -> None:
    renamed = Corrections(
        "c.toml", {"rename": (Rename(type="person", name="Вася Обломов", to="Василий Гончаров"),)}
    )
    (man,) = correct(article(person("Вася Обломов", (0, "Вася Обломов"))), renamed).people
    assert man.latin == latin_name("Василий Гончаров")


def test_a_merged_place_keeps_the_facts_of_the_record_of_its_name() -> None:
    merge = Merge(type="place", names=("Ленинград", "Колпино"), into="Санкт-Петербург")
    places = (
        place("Колпино", (0, "Колпино"), kind="city", country="RU", geonames_id=1),
        place("Санкт-Петербург", (10, "Петербург"), country="RU", geonames_id=2),
        place("Ленинград", (20, "Ленинград")),
    )
    (found,) = correct(article(*places), corrections(merge)).places
    assert (found.geonames_id, found.kind, len(found.mentions)) == (2, None, 3)


def test_a_split_off_place_has_no_facts_of_the_other() -> None:
    split = Split(type="place", name="Париж", mentions=("Париже",), into="Париж, Техас")
    paris = place("Париж", (0, "Парижа"), (10, "Париже"), country="FR")
    found = correct(article(paris), corrections(split)).places
    assert [(one.name, one.country) for one in found] == [("Париж", "FR"), ("Париж, Техас", None)]


def test_what_matched_nothing_is_known_after_all_articles() -> None:
    entries = corrections(
        Drop(type="person", name="Хабр"),
        Drop(type="person", name="Эксперт"),
        Split(type="person", name="Хабр", mentions=("Хабра",), into="Хабров"),
        Merge(type="person", names=("БГ", "Гребень"), into="Борис Гребенщиков"),
        Rename(type="place", name="Тверь", to="Калинин", source="archive/*"),
    )
    correct(article(place("Тверь", (0, "Твери"))), entries)
    correct(article(person("БГ", (0, "БГ")), person("Эксперт", (5, "Эксперт"))), entries)
    assert list(entries.unmatched()) == [
        "[[drop]] 1 (Хабр)",
        "[[split]] 1 (Хабр)",
        "[[rename]] 1 (Тверь)",
    ]


def test_neither_spacy_nor_the_model_is_needed() -> None:
    code = (
        "import sys, newscli.gathering.correcting, newscli.reading.corrections;"
        "print([name for name in ('spacy', 'numpy', 'thinc') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


NAMES = ("Алиев", "алиев", "Ильхам Алиев", "Артём", "Артем", "Тверь", "Анна Ким")
TEXTS = ("Алиева", "Артёме", "АРТЕМЕ", "Анной\nКим")
names, types = st.sampled_from(NAMES), st.sampled_from(TYPES)


@st.composite
def articles(draw: st.DrawFn) -> ArticleEntities:
    """Entities of all types, each mention of a text its own; lists in order of first mention."""
    groups: dict[tuple[str, str], list[tuple[int, str]]] = {}
    keyed = st.tuples(types, st.sampled_from(sorted({comparable(name) for name in NAMES})))
    for index, (key, text) in enumerate(
        draw(st.lists(st.tuples(keyed, st.sampled_from(TEXTS)), max_size=12))
    ):
        groups.setdefault(key, []).append((20 * index, text))
    makers: dict[str, Any] = {"person": person, "place": place, "organization": organization}
    return article(*(makers[type_](name, *texts) for (type_, name), texts in groups.items()))


moves = st.one_of(
    st.builds(Retype, type=types, name=names, to=types),
    st.builds(
        Split,
        type=types,
        name=names,
        mentions=st.lists(st.sampled_from(TEXTS), min_size=1).map(tuple),
        into=names,
    ),
    st.builds(Merge, type=types, names=st.lists(names, min_size=1).map(tuple), into=names),
    st.builds(Rename, type=types, name=names, to=names),
)


def all_mentions(found: ArticleEntities) -> list[Mention]:
    entities = (*found.people, *found.places, *found.organizations)
    return sorted(mention for entity in entities for mention in entity.mentions)


@given(articles(), st.lists(moves, max_size=8))
def test_no_mention_is_lost_or_doubled_and_lists_stay_in_order(
    found: ArticleEntities, entries: list[AnyCorrection]
) -> None:
    corrected = correct(found, corrections(*entries))
    assert all_mentions(corrected) == all_mentions(found)
    for some in (corrected.people, corrected.places, corrected.organizations):
        firsts = [entity.mentions[0].start for entity in some]
        assert firsts == sorted(firsts)
        for entity in some:
            starts = [mention.start for mention in entity.mentions]
            assert starts == sorted(starts)
        keys = [comparable(entity.name) for entity in some]
        assert len(keys) == len(set(keys))
    jsonschema.validate(corrected.to_dict(), SCHEMA)
    assert ArticleEntities.from_dict(corrected.to_dict()) == corrected


@given(articles(), types, names)
def test_a_drop_takes_the_mentions_of_its_name_and_no_others(
    found: ArticleEntities, type_: str, name: str
) -> None:
    def gone(entity: Person | Place | Organization) -> bool:
        kind = {"person": Person, "place": Place, "organization": Organization}[type_]
        return isinstance(entity, kind) and comparable(entity.name) == comparable(name)

    entities = (*found.people, *found.places, *found.organizations)
    left = article(*(entity for entity in entities if not gone(entity)))
    assert correct(found, corrections(Drop(type=type_, name=name))) == left
