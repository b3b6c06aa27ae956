"""Which names of organisations are one, and by what proof."""

from __future__ import annotations

import pytest

from newscli.gathering.acronyms import words_of
from newscli.gathering.organization_names import LEGAL_FORMS, WELL_KNOWN
from newscli.gathering.organizations import gather_organizations
from newscli.pipeline.morphology import fold
from newscli.pipeline.places.related_words import COUNTRY_ADJECTIVES
from tests.named_docs import found_in


def organizations(marked: str) -> list[tuple[str, list[str]]]:
    found = gather_organizations(found_in(marked))
    return [(one.name, [mention.text for mention in one.mentions]) for one in found]


@pytest.mark.parametrize(
    "marked",
    [
        "[Приморская грузовая верфь](ORG) ([ПГВ](ORG)) строит паром.",
        "[ПГВ](ORG) ([Приморская грузовая верфь](ORG)) строит паром.",
        "[Приморская грузовая верфь](ORG) (далее — «[ПГВ](ORG)») строит паром.",
        "[Приморская грузовая верфь](ORG), далее – [ПГВ](ORG), строит паром.",
        "[Приморская грузовая верфь](ORG) Балтийска ([ПГВ](ORG)) строит паром.",
        "[ПГВ](ORG) — [Приморская грузовая верфь](ORG).",
        "«[Приморская грузовая верфь](ORG)» («[ПГВ](ORG)») строит паром.",
        # nothing else in the article has these initials
        "[Приморская грузовая верфь](ORG) строит паром. Рабочие [ПГВ](ORG) довольны.",
    ],
)
def test_an_acronym_is_what_the_text_spells_out(marked: str) -> None:
    ((name, mentions),) = organizations(marked)
    assert name == "Приморская грузовая верфь"
    assert sorted(mentions) == ["ПГВ", "Приморская грузовая верфь"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[Портовый банк](ORG) ([ПБ](ORG)) закрыт. В [ПБ](ORG) молчат.",
            [("Портовый банк", ["Портовый банк", "ПБ", "ПБ"])],
        ),
        (
            "[Железнодорожные войска](ORG) ([ЖДВ](ORG)) строят мост.",
            [("Железнодорожные войска", ["Железнодорожные войска", "ЖДВ"])],
        ),
        (
            "[Партия рыбаков](ORG) [России](LOC) ([ПРР](ORG)) распалась.",
            [("Партия рыбаков", ["Партия рыбаков", "ПРР"])],
        ),
        (
            "[Партия рыбаков](ORG) [России](LOC) распалась. Члены [ПРР](ORG) рады.",
            [("Партия рыбаков", ["Партия рыбаков", "ПРР"])],
        ),
        (
            "[Союз паромщиков](ORG) Балтийского моря ([СПБМ](ORG)) рад.",
            [("Союз паромщиков", ["Союз паромщиков", "СПБМ"])],
        ),
        # well known: the text need not spell it out
        (
            "В [МВД](ORG) молчат. [Министерство внутренних дел](ORG) ищет людей.",
            [("Министерство внутренних дел", ["МВД", "Министерство внутренних дел"])],
        ),
        (
            "[Евросоюз](ORG) ввёл пошлины. В [ЕС](ORG) ждут ответа.",
            [("Евросоюз", ["Евросоюз", "ЕС"])],
        ),
        (
            "[Центробанк](ORG) снизил ставку. [Банк](ORG) [России](LOC) объяснил это. [ЦБ](ORG).",
            [("Центробанк", ["Центробанк", "Банк", "ЦБ"])],
        ),
        # an acronym that looks like a genitive
        (
            "[Всемирное антидопинговое агентство](ORG) и [ВАДА](ORG)",
            [
                (
                    "Всемирное антидопинговое агентство",
                    ["Всемирное антидопинговое агентство", "ВАДА"],
                )
            ],
        ),
    ],
)
def test_acronyms_that_join(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert organizations(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        # two letters stand for too much
        "[Портовый банк](ORG) закрыт. В [ПБ](ORG) молчат.",
        # two names have the initials
        "[Приморская верфь](ORG) [России](LOC), [Паромный вокзал](ORG) [Риги](LOC). В [ПВР](ORG).",
        # a list is no definition
        "[Портовый банк](ORG), [ПБ](ORG)",
        # other initials
        "[Приморская грузовая верфь](ORG) ([ПВГ](ORG)) строит паром.",
        # a well-known acronym means what it is known for
        "[Морской вокзал Дубровки](ORG) открыт. [МВД](ORG) следит.",
        # a word in brackets is no acronym
        "[Приморская верфь](ORG) ([Приморье](ORG)) строит паром.",
    ],
)
def test_acronyms_that_stay_apart(marked: str) -> None:
    assert all(len(mentions) == 1 for _, mentions in organizations(marked))


def test_the_text_may_give_a_well_known_acronym_another_meaning() -> None:
    found = organizations(
        "[Страховая компания](ORG) ([СК](ORG)) разорилась. [Следственный комитет](ORG) молчит. "
        "В [СК](ORG) пусто."
    )
    assert found == [
        ("Страховая компания", ["Страховая компания", "СК", "СК"]),
        ("Следственный комитет", ["Следственный комитет"]),
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[МИД](ORG) [России](LOC) ответил. В [МИД](ORG) [РФ](LOC) ждут. [МИД](ORG) молчит.",
            [("МИД", ["МИД", "МИД", "МИД"])],
        ),
        (
            "[МИД России](ORG) ответил. В [МИД РФ](ORG) ждут. [МИД](ORG) молчит.",
            [("МИД России", ["МИД России", "МИД РФ", "МИД"])],
        ),
        (
            "[МИД](ORG) [Украины](LOC) ответил. [МИД](ORG) молчит.",
            [("МИД", ["МИД", "МИД"])],
        ),
        (
            "[МИД](ORG) [России](LOC), [МИД](ORG) [Украины](LOC), [МИД](ORG) [РФ](LOC).",
            [("МИД", ["МИД", "МИД"]), ("МИД", ["МИД"])],
        ),
        # whose it is nobody knows
        (
            "[МИД](ORG) [России](LOC), [МИД](ORG) [Украины](LOC). В [МИД](ORG) молчат.",
            [("МИД", ["МИД"]), ("МИД", ["МИД"]), ("МИД", ["МИД"])],
        ),
        (
            "Украинский [МИД](ORG) — [Министерство иностранных дел](ORG) [России](LOC), российский "
            "[МИД](ORG).",
            [
                ("МИД", ["МИД"]),
                ("Министерство иностранных дел", ["Министерство иностранных дел", "МИД"]),
            ],
        ),
        (
            "[Министерство внутренних дел](ORG) [Литвы](LOC) ([МВД](ORG)), [МВД](ORG) [РФ](LOC).",
            [
                ("Министерство внутренних дел", ["Министерство внутренних дел", "МВД"]),
                ("МВД", ["МВД"]),
            ],
        ),
        (
            "[Вооружённые силы](ORG) [Украины](LOC), то есть [ВСУ](ORG), и [Вооружённые силы](ORG) "
            "[США](LOC)",
            [
                ("Вооружённые силы", ["Вооружённые силы", "ВСУ"]),
                ("Вооружённые силы", ["Вооружённые силы"]),
            ],
        ),
        (
            "[МИД](ORG) [ФРГ](LOC), немецкий «[МИД](ORG)», [МИД](ORG) [Франции](LOC).",
            [("МИД", ["МИД", "МИД"]), ("МИД", ["МИД"])],
        ),
        # a place after the name that is not its own
        (
            "[ТАСС](ORG) [Москва](LOC) ответила, [ТАСС](ORG) [Рига](LOC) удивила.",
            [("ТАСС", ["ТАСС", "ТАСС"])],
        ),
    ],
)
def test_bodies_of_several_countries(marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert organizations(marked) == expected


def test_every_adjective_of_a_country_tells_whose_body_it_is() -> None:
    for adjective in COUNTRY_ADJECTIVES.keys() - {"украинский"}:
        assert len(organizations(f"{adjective} [МИД](ORG), украинский [МИД](ORG)")) == 2


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("«[Газпром](ORG)» и [ПАО «Газпром»](ORG)", "ПАО «Газпром»"),
        ("[НК «Роснефть»](ORG), акции «[Роснефти](ORG)»", "НК «Роснефть»"),
        ("«[Спартак](ORG)», он же [ФК «Спартак»](ORG)", "ФК «Спартак»"),
        ("[ПАО «НК „Роснефть“»](ORG), [НК «Роснефть»](ORG)", "ПАО «НК „Роснефть“»"),
        ("[группа компаний «Порт»](ORG), «[Порт](ORG)»", "группа компаний «Порт»"),
        ("[Apple Inc.](ORG), [Apple](ORG)", "Apple Inc."),
        ("[Братья-паромщики](ORG), [Братья паромщики](ORG)", "Братья-паромщики"),
    ],
)
def test_a_legal_form_adds_nothing_to_a_name(marked: str, name: str) -> None:
    ((found, mentions),) = organizations(marked)
    assert found == name
    assert len(mentions) == 2


@pytest.mark.parametrize(
    "marked",
    [
        # which of the two?
        "[ФК «Динамо»](ORG), [ХК «Динамо»](ORG), «[Динамо](ORG)»",
        "«[Газпром](ORG)» и «[Газпром нефть](ORG)»",
        "«[Спартак](ORG)» и «[Спартак-2](ORG)»",
        "[Фонд «Газпром»](ORG) и «[Газпром](ORG)»",
        "[ПАО](ORG) и [АО](ORG)",
    ],
)
def test_names_that_stay_apart(marked: str) -> None:
    assert all(len(mentions) == 1 for _, mentions in organizations(marked))


def test_every_form_is_in_the_tables_once() -> None:
    forms = [" ".join(map(fold, words_of(form))) for forms in WELL_KNOWN for form in forms]
    assert len(forms) == len(set(forms))
    assert len(LEGAL_FORMS) == len(set(LEGAL_FORMS))
    assert all(form == fold(form) for form in LEGAL_FORMS)
