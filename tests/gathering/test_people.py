"""Who is who inside one article."""

from __future__ import annotations

import time
from timeit import timeit

import pytest

from newscli.gathering.people import gather_people
from newscli.pipeline.findings import Findings, FoundPerson
from newscli.pipeline.names.parts import PersonName
from newscli.records import LatinName, Mention
from tests.named_docs import found_in
from tests.timing import is_linear


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        (
            "[Владимир Путин](PER) и [Ильхам Алиев](PER) говорили. С [Алиевым](PER) был "
            "[Дмитрий Песков](PER). По словам [Пескова](PER), [И. Алиев](PER) рад. "
            "[Путина](PER) ждут в июне.",
            {
                "Владимир Путин": ["Владимир Путин", "Путина"],
                "Ильхам Алиев": ["Ильхам Алиев", "Алиевым", "И. Алиев"],
                "Дмитрий Песков": ["Дмитрий Песков", "Пескова"],
            },
        ),
        (
            "Причиной смерти братьев [Гусейна](PER) и [Зияддина Сафаровых](PER) назвали удары.",
            {"Гусейн Сафаров": ["Гусейна"], "Зияддин Сафаров": ["Зияддина Сафаровых"]},
        ),
        (
            "Автор — [Джошуа Вольф](PER) ([Joshua Wolf](PER)). [Вольф](PER) рад.",
            {"Джошуа Вольф": ["Джошуа Вольф", "Joshua Wolf", "Вольф"]},
        ),
        (
            "[Анна Котова](PER) ([Anna Kotova](PER)) и [Пётр Лис](PER) ([Олег Лис](PER) — брат).",
            {
                "Анна Котова": ["Анна Котова", "Anna Kotova"],
                "Пётр Лис": ["Пётр Лис"],
                "Олег Лис": ["Олег Лис"],
            },
        ),
        (
            "[Сергей](PER) и [Юлия Ивановы](PER) молчали.",
            {"Сергей Иванов": ["Сергей"], "Юлия Иванова": ["Юлия Ивановы"]},
        ),
        (
            "[Иван Петров](PER) и [Анна Петрова](PER) пришли. [Петрова](PER) сказала слово. "
            "[Петров](PER) молчал. Вошёл [Олег Петров](PER). Потом [Петров](PER) сел.",
            {
                "Иван Петров": ["Иван Петров", "Петров"],
                "Анна Петрова": ["Анна Петрова", "Петрова"],
                "Олег Петров": ["Олег Петров", "Петров"],
            },
        ),
        (
            "[Петров Иван Сергеевич](PER) вышел. [Иван Сергеевич](PER) ждал. [Иван](PER) ушёл.",
            {"Иван Сергеевич Петров": ["Петров Иван Сергеевич", "Иван Сергеевич", "Иван"]},
        ),
        (
            "[Иван Петров](PER) и [Иван Сидоров](PER) спорили. [Иван](PER) ушёл.",
            {"Иван Петров": ["Иван Петров"], "Иван Сидоров": ["Иван Сидоров"], "Иван": ["Иван"]},
        ),
        (
            "[С. В. Лавров](PER) прилетел. [Сергей Лавров](PER) сказал, что [Лавров](PER) рад.",
            {"Сергей Лавров": ["С. В. Лавров", "Сергей Лавров", "Лавров"]},
        ),
        (
            "[Дэвид О'Коннор](PER) и [Ион Чебану](PER). Слова [О'Коннора](PER) о [Чебану](PER).",
            {
                "Дэвид О'Коннор": ["Дэвид О'Коннор", "О'Коннора"],
                "Ион Чебану": ["Ион Чебану", "Чебану"],
            },
        ),
        (
            "[Дональд](PER) и [Мелания Трамп](PER) прибыли. [Трампа](PER) встретил премьер.",
            {"Дональд Трамп": ["Дональд", "Трампа"], "Мелания Трамп": ["Мелания Трамп"]},
        ),
        (
            "[Дж. Смит](PER) прибыл. [Смита](PER) ждали.",
            {"Дж. Смит": ["Дж. Смит", "Смита"]},
        ),
        (
            "[Си Цзиньпин](PER) и [Ким Чен Ын](PER) встретились. [Си](PER) улетел, "
            "[Ким](PER) остался.",
            {"Си Цзиньпин": ["Си Цзиньпин", "Си"], "Ким Чен Ын": ["Ким Чен Ын", "Ким"]},
        ),
        (
            "[Ангела Меркель](PER) приехала. С [Меркель](PER) говорил [Трамп](PER). Слова "
            "[Дональда Трампа](PER) удивили.",
            {
                "Ангела Меркель": ["Ангела Меркель", "Меркель"],
                "Дональд Трамп": ["Трамп", "Дональда Трампа"],
            },
        ),
        # one name in one form is one person, whatever is said around it
        (
            "[Тулси Габбард](PER) сказала. Потом [Тулси Габбард](PER) ушёл.",
            {"Тулси Габбард": ["Тулси Габбард", "Тулси Габбард"]},
        ),
        # a declined surname is the man's
        (
            "[Джо Уилсон](PER) и [Эмма Уилсон](PER) тут. Жена [Уилсона](PER) ушла.",
            {"Джо Уилсон": ["Джо Уилсон", "Уилсона"], "Эмма Уилсон": ["Эмма Уилсон"]},
        ),
        # a woman never named in full is not the man of her surname
        (
            "Вошёл [Николай Васильев](PER). Суд отказал [Васильевой](PER), и "
            "[Васильева](PER) ушла.",
            {
                "Николай Васильев": ["Николай Васильев"],
                "Васильева": ["Васильевой", "Васильева"],
            },
        ),
        # a first name and its beginning
        (
            "[Реджеп Тайип Эрдоган](PER) прибыл. С [Реджепом Эрдоганом](PER) был сын.",
            {"Реджеп Тайип Эрдоган": ["Реджеп Тайип Эрдоган", "Реджепом Эрдоганом"]},
        ),
        ("[ПУТИН](PER) прилетел.", {"Путин": ["ПУТИН"]}),
        (
            "[Владимир Владимирович](PER) здесь.",
            {"Владимир Владимирович": ["Владимир Владимирович"]},
        ),
    ],
)
def test_people(marked: str, people: dict[str, list[str]]) -> None:
    found = gather_people(found_in(marked))
    assert {person.name: [m.text for m in person.mentions] for person in found} == people


def test_the_parts_of_a_person_come_from_all_mentions() -> None:
    (person,) = gather_people(found_in("[С. Лавров](PER): [Сергей Викторович Лавров](PER) прибыл"))
    assert (person.name, person.first, person.last, person.patronymic, person.gender) == (
        "Сергей Викторович Лавров",
        "Сергей",
        "Лавров",
        "Викторович",
        "male",
    )


def test_the_full_name_is_spelt_in_latin_letters() -> None:
    (person,) = gather_people(found_in("[Щербакова](PER) ждали. [Юрий Щербаков](PER) прибыл."))
    assert person.latin == LatinName("Iurii Shcherbakov", "Yuriy Shcherbakov")


def test_mentions_are_offsets_into_the_text() -> None:
    found = found_in("Вчера [Ильхам Алиев](PER) уехал. [Алиева](PER) ждут.")
    for person in gather_people(found):
        for mention in person.mentions:
            assert found.text[mention.start : mention.end] == mention.text


def test_a_stray_letter_is_nobodys_surname() -> None:
    people = gather_people(found_in("[Александр Литвиненко](PER) умер. [А](PER) друг ждал."))
    assert [person.name for person in people] == ["Александр Литвиненко", "А"]


@pytest.mark.parametrize("kind", ["surnames", "one surname", "one first name", "one person"])
def test_many_people_take_linear_time(kind: str) -> None:
    def seconds(count: int) -> float:
        found = Findings("")
        for number in range(count):
            # Names of letters: бабаб, бабав …
            name = "".join("бвгджзклмн"[int(digit)] + "а" for digit in str(number)).title()
            first = name if kind == "one surname" else "Иван"
            last = "Иванов" if kind in ("one surname", "one person") else name + "ов"
            short = PersonName(first) if kind == "one first name" else PersonName(last=last)
            for at, parts in enumerate((PersonName(first, last, gender="male"), short)):
                start = 100 * number + 50 * at
                text = " ".join(filter(None, (parts.first, parts.last)))
                mention = Mention(start, start + len(text), text, text)
                found.people.append(FoundPerson(mention, parts, text.lower()))
        # Without the garbage collector, which goes over all that the tests have loaded.
        return timeit(lambda: gather_people(found), timer=time.process_time, number=1)

    assert is_linear(seconds, 500)
