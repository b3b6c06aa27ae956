"""Which place a name means, by its words, the words before it, and the article's other places."""

from __future__ import annotations

import pytest

from tests.named_docs import named_doc

# The text, and of each place in it: name, kind, country; None where it stays unlinked.
LINKS = [
    # cities, and what else is called so
    ("В [Грозном](LOC) идёт дождь, [Иван Грозный](PER) тут ни при чём.", ["Грозный city RU"]),
    ("В [Орле](LOC) и [Владимире](LOC) снег.", ["Орёл city RU", "Владимир city RU"]),
    ("Из [Баку](LOC) в [Пекин](LOC)", ["Баку city AZ", "Пекин city CN"]),
    ("[МОСКВА](LOC) ждёт гостей", ["Москва city RU"]),
    ("под [Ростовом](LOC)", ["Ростов-на-Дону city RU"]),
    # abbreviations, old and unofficial names
    (
        "[РФ](LOC), [США](LOC), [ОАЭ](LOC)",
        ["Россия country RU", "США country US", "ОАЭ country AE"],
    ),
    ("[КНР](LOC) и [КНДР](LOC)", ["Китай country CN", "Северная Корея country KP"]),
    ("из [СПб](LOC) в [ЮАР](LOC)", ["Санкт-Петербург city RU", "ЮАР country ZA"]),
    ("в [Питере](LOC) и [Северной Пальмире](LOC)", ["Санкт-Петербург city RU"] * 2),
    ("в [Свердловске](LOC) и [Белокаменной](LOC)", ["Екатеринбург city RU", "Москва city RU"]),
    # spellings
    ("в [Беларуси](LOC), в [Кыргызстане](LOC)", ["Белоруссия country BY", "Киргизия country KG"]),
    ("у [Черного моря](LOC)", ["Чёрное море water -"]),
    ("[Йошкар Ола](LOC) ждёт гостей", ["Йошкар-Ола city RU"]),
    ("в [Алматы](LOC), бывшей [Алма-Ате](LOC)", ["Алма-Ата city KZ"] * 2),
    # regions by their full, usual and short names
    ("в [Тверской области](LOC)", ["Тверская область region RU"]),
    ("в [Тверской обл.](LOC)", ["Тверская область region RU"]),
    ("на [Ставрополье](LOC)", ["Ставропольский край region RU"]),
    ("в [Подмосковье](LOC)", ["Московская область region RU"]),
    ("в [ХМАО](LOC)", ["Ханты-Мансийский автономный округ region RU"]),
    ("в [Республике Саха (Якутия)](LOC)", ["Якутия region RU"]),
    (
        "в [Курской](LOC) и [Брянской](LOC) областях",
        ["Курская область region RU", "Брянская область region RU"],
    ),
    (
        "в [Донецкой](LOC) и [Луганской](LOC) народных республиках",
        ["ДНР country -", "ЛНР country -"],
    ),
    # class words inside the name, and before it
    ("на [остров Корфу](LOC)", ["Корфу island GR"]),
    ("[Москва-река](LOC) в [Москве](LOC)", ["Москва-река water RU", "Москва city RU"]),
    ("на берегу [Днепра](LOC)", ["река Днепр water -"]),
    ("взрыв в [Днепре](LOC)", ["Днепр city UA"]),
    ("в штате [Вашингтон](LOC)", ["штат Вашингтон region US"]),
    ("в городе [Вашингтон](LOC)", ["Вашингтон city US"]),
    ("в штате [Нью-Йорк](LOC)", ["штат Нью-Йорк region US"]),
    ("в [Нью-Йорке](LOC)", ["Нью-Йорк city US"]),
    ("на озере [Виктория](LOC)", ["озеро Виктория water -"]),
    # seas, continents and areas lie in no country, or in one
    ("в [Европе](LOC), на [Ближнем Востоке](LOC)", ["Европа continent -", "Ближний Восток area -"]),
    ("на [Северном Кавказе](LOC)", ["Северный Кавказ area RU"]),
    # states that ISO 3166 has no code for are what the text says they are
    ("в [Абхазии](LOC), [ДНР](LOC)", ["Абхазия country -", "ДНР country -"]),
    ("в [СССР](LOC)", ["СССР country -"]),
    # unknown places, and places that many are called
    ("в [Жмыхове](LOC)", [None]),
    ("в [Ивановке](LOC)", [None]),
    ("на [улице Гоголя](LOC) в [Советском районе](LOC)", [None, None]),
]


@pytest.mark.parametrize(("marked", "places"), LINKS)
def test_what_a_name_means(marked: str, places: list[str | None]) -> None:
    found = [
        place and f"{place.name} {place.kind} {place.country or '-'}"
        for place in (span._.place for span in named_doc(marked).ents if span.label_ == "LOC")
    ]
    assert found == places


@pytest.mark.parametrize(
    ("marked", "region"),
    [
        ("В [Париже](LOC) выборы.", "FR-IDF"),
        (
            "Смерч прошёл через [Париж](LOC) (штат [Техас](LOC)). В [Париже](LOC) нет света.",
            "US-TX",
        ),
        ("Смерч прошёл через [Париж](LOC), [Техас](LOC).", "US-TX"),
        ("В [Кирове](LOC) [Калужской области](LOC) дождь.", "RU-KLU"),
        # a place on the way is no place around
        ("Самолёт летел из [Парижа](LOC) в [Техас](LOC).", "FR-IDF"),
        ("[Мирный](LOC) и [Якутск](LOC) в [Якутии](LOC)", "RU-SA"),
        ("[Мирный](LOC) и [Архангельск](LOC) в [Архангельской области](LOC)", "RU-ARK"),
        ("[Троицк](LOC) и [Челябинск](LOC)", "RU-CHE"),
    ],
)
def test_places_around_tell_which_of_one_name_is_meant(marked: str, region: str) -> None:
    names = {span._.normal: span._.place for span in named_doc(marked).ents}
    first = next(iter(names.values()))
    assert first.region == region
    assert all(span._.place == first for span in named_doc(marked).ents if span._.normal == "Париж")


def test_only_places_are_linked() -> None:
    doc = named_doc("[Владимир](PER) пришёл в «[Москву](ORG)» [вчера](DATE)")
    assert [span._.place for span in doc.ents] == [None, None, None]


def test_a_clear_name_is_surer_than_one_that_several_places_have() -> None:
    clear, doubtful = (span._.place for span in named_doc("[Баку](LOC), [Киров](LOC)").ents)
    assert clear.link_score > doubtful.link_score


def test_the_same_article_gives_the_same_links() -> None:
    marked = " ".join(marked for marked, _ in LINKS)
    once, again = ([span._.place for span in named_doc(marked).ents] for _ in range(2))
    assert once == again


def test_a_text_without_places() -> None:
    assert named_doc("Ничего не случилось.").ents == ()
