"""Where names begin and end: what the network found, marked, and what becomes of it."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from evaluation.markup import GoldSpan, format_markup, parse_markup
from newscli.pipeline.recognizer.edges import mend, trim
from newscli.pipeline.recognizer.words import split_words


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    return nlp


def mended(nlp: Language, marked: str) -> str:
    text, found = parse_markup(marked)
    doc = nlp(text)
    spans = [doc.char_span(span.start, span.end, label=span.label) for span in found]
    scores = mend(doc, text, {span: 0.5 for span in spans if span is not None})
    return format_markup(
        text, [GoldSpan(span.start_char, span.end_char, span.label_) for span in scores]
    )


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        # nicknames
        ("[Владимир](PER) «Вован» [Кузнецов](PER)", "[Владимир «Вован» Кузнецов](PER)"),
        ('[Марина](PER) "[Маруся](ORG)" [Климова](PER)', '[Марина "Маруся" Климова](PER)'),
        ("[Иван](PER) «[Танк](PER)» [Котов](PER)", "[Иван «Танк» Котов](PER)"),
        ("[Иван «Танк»](PER) [Котов](PER)", "[Иван «Танк» Котов](PER)"),
        ("[Путин](PER) и «[Песков](PER)»", "[Путин](PER) и «[Песков](PER)»"),
        ('[Марины "Маруси](PER)" [Климовой](PER)', '[Марины "Маруси" Климовой](PER)'),
        ("[Иван «Танк](PER)» [Котов](PER)", "[Иван «Танк» Котов](PER)"),
        # the surname first
        ("стал Гришан [Юрий Фёдорович](PER)", "стал [Гришан Юрий Фёдорович](PER)"),
        ("[Цой](PER) [Анны Ивановны](PER)", "[Цой Анны Ивановны](PER)"),
        ("Депутат [Иван Петрович](PER)", "Депутат [Иван Петрович](PER)"),
        ("в [Москве](LOC) [Иван Петрович](PER)", "в [Москве](LOC) [Иван Петрович](PER)"),
        ("дело Мельник [Оксаны Юрьевны](PER)", "дело [Мельник Оксаны Юрьевны](PER)"),
        ("пришла Депутат [Анна Юрьевна](PER)", "пришла Депутат [Анна Юрьевна](PER)"),
        ("дело Мельник [Олега Юрьевича](PER)", "дело Мельник [Олега Юрьевича](PER)"),
        (
            "[Кац Михаил Борисович Орлова Жанна Романовна](PER)",
            "[Кац Михаил Борисович](PER) [Орлова Жанна Романовна](PER)",
        ),
        (
            "[Кац Михаил Борисович Орлова](PER) [Жанна Романовна](PER)",
            "[Кац Михаил Борисович](PER) [Орлова Жанна Романовна](PER)",
        ),
        ("[Иван Иванович Петров](PER)", "[Иван Иванович Петров](PER)"),
        # two parts of one name
        ("сын Гурбангулы [Бердымухамедов](PER)", "сын [Гурбангулы Бердымухамедов](PER)"),
        ("сын Академика [Сахарова](PER)", "сын Академика [Сахарова](PER)"),
        # Latin letters
        ("глава [Pfizer Albert Bourla](ORG)", "глава [Pfizer](ORG) [Albert Bourla](PER)"),
        ("[Der Spiegel Hans](ORG) [Vogel](PER)", "[Der Spiegel](ORG) [Hans Vogel](PER)"),
        ("пришла [Maria da Silva](ORG)", "пришла [Maria da Silva](PER)"),
        ("в [Robert Bosch Group](ORG)", "в [Robert Bosch Group](ORG)"),
        ("из [Crick Institute](LOC)", "из [Crick Institute](ORG)"),
        ("[СКА-Хабаровск](LOC)", "[СКА-Хабаровск](ORG)"),
        # who somebody is
        ("[Академик Сагдеев](PER)", "Академик [Сагдеев](PER)"),
        ("[Роман Толкин](PER)", "[Роман Толкин](PER)"),
        ("[Ким Чен Ира Ким Ир Сен](PER)", "[Ким Чен Ира](PER) [Ким Ир Сен](PER)"),
        ("[Дача Чехова](PER)", "Дача [Чехова](PER)"),
        ("[Роман Толкина](PER)", "Роман [Толкина](PER)"),
        ("[Север Москвы](LOC)", "Север [Москвы](LOC)"),
        ("в [Наньпине провинции Фуцзянь](LOC)", "в [Наньпине](LOC) провинции [Фуцзянь](LOC)"),
        # quotes
        ("[ООО «Ромашка»](ORG)", "ООО «[Ромашка](ORG)»"),
        ("[РИА «Новости»](ORG)", "[РИА «Новости»](ORG)"),
        ("РИА «[Новости](ORG)».", "[РИА «Новости»](ORG)."),
        ("[Партия „Справедливая Россия](ORG)“", "Партия „[Справедливая Россия](ORG)“"),
        ("«[Единая](ORG) [Россия](LOC)»", "«[Единая Россия](ORG)»"),
        ("«[Эхо](ORG) [Москвы](LOC)»", "«[Эхо](ORG) [Москвы](LOC)»"),
        ("в [Bank of](ORG) [America](LOC)", "в [Bank of America](ORG)"),
        ("в [МИД](ORG) [России](LOC)", "в [МИД](ORG) [России](LOC)"),
        ("сняли фильм «[Александр Невский](PER)»", "сняли фильм «Александр Невский»"),
        ("роман «Братья [Карамазовы](PER)»", "роман «Братья Карамазовы»"),
        ("картина «[Маша](PER) и [Медведь](PER)»", "картина «Маша и Медведь»"),
        ("конкурс «Мисс [Россия](LOC)»", "конкурс «Мисс Россия»"),
        ("картина «[Маша](PER)», [Медведь](PER)", "картина «Маша», [Медведь](PER)"),
        ("«[Анна Каренина](PER)»", "«Анна Каренина»"),
        ("сказал «[Путин](PER)»", "сказал «[Путин](PER)»"),
        ("обыграл «[Сочи](LOC)»", "обыграл «[Сочи](ORG)»"),
        ("непризнанная «[Абхазия](LOC)»", "непризнанная «[Абхазия](LOC)»"),
        ("пекарня «Буханкин» в [Туле](LOC)", "пекарня «[Буханкин](ORG)» в [Туле](LOC)"),
        ("колхоз «Путь [Ильича](PER)»", "колхоз «[Путь Ильича](ORG)»"),
        ("фильм «Путь домой»", "фильм «Путь домой»"),
        ("корреспондент «Звезды»", "корреспондент «[Звезды](ORG)»"),
        ("специально для «Звезды»", "специально для «[Звезды](ORG)»"),
        ("сделано для «Звезды»", "сделано для «Звезды»"),
        ("АО «Концерн „[Алмаз](ORG)“»", "АО «[Концерн „Алмаз“](ORG)»"),
        ("банк «Новый „[Алмаз](ORG)“»", "банк «Новый „[Алмаз](ORG)“»"),
        # no names
        ("заседал [совет директоров](ORG)", "заседал совет директоров"),
        ("живёт [по-московски](LOC)", "живёт по-московски"),
        ("(Корр. ТАСС) [Корр](LOC). и", "(Корр. ТАСС) Корр. и"),
        ("на рис. [Б.](PER) в приложении", "на рис. Б. в приложении"),
        ("[роза завяла](PER)", "роза завяла"),
        ("[НАДЕЖДА](PER) УМИРАЕТ", "НАДЕЖДА УМИРАЕТ"),
        ("[НАДЕЖДА ПЕТРОВА](PER) УМИРАЕТ", "[НАДЕЖДА ПЕТРОВА](PER) УМИРАЕТ"),
        ("[РИКША](PER) УЕХАЛ", "РИКША УЕХАЛ"),
        ("[ПУТИН](PER) УЕХАЛ", "[ПУТИН](PER) УЕХАЛ"),
        ("видел [Рикшу](PER)", "видел [Рикшу](PER)"),
        # well known, where no capital tells
        ("снова сбер и [ютуб](LOC)", "снова [сбер](ORG) и [ютуб](ORG)"),
        ("банк [газпром нефть](ORG)", "банк [газпром нефть](ORG)"),
        ("Сказал: «Никакой сбер мне не нужен»", "Сказал: «Никакой сбер мне не нужен»"),
        # streets and towns
        ("у проспекта Победы", "у [проспекта Победы](LOC)"),
        ("на улице [Ленина](PER)", "на [улице Ленина](LOC)"),
        ("в г. Находка", "в г. [Находка](LOC)"),
        ("на [улице Ленина](LOC)", "на [улице Ленина](LOC)"),
    ],
)
def test_rules(blank: Language, found: str, meant: str) -> None:
    # What stands at the start of a text may owe its capital to that alone.
    lead = "" if found.lstrip("[")[0] in "ДРСсб" else "Вот: "
    assert mended(blank, lead + found) in (lead + meant, meant)


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("улице Советской и", (0, 2), "улице Советской"),
        ("( Песков", (0, 1), "Песков"),
        ("Кузнецов А. А. Суд", (0, 5), "Кузнецов А. А."),
        ("А. А. Кузнецов", (0, 4), "А. А. Кузнецов"),
        ('"Аэрофлот" вернёт рейсы', (1, 4), "Аэрофлот"),
        ("«Алмаз – Антей»", (1, 3), "Алмаз – Антей"),
        ("Концерн «Алмаз»", (0, 2), "Концерн «Алмаз»"),
        ("Ли На", (0, 1), "Ли На"),
        ("и", (0, 0), None),
    ],
)
def test_ends(text: str, found: tuple[int, int], meant: str | None) -> None:
    words = list(split_words(text, lambda _: True))
    edges = trim(words, *found)
    assert (edges and text[words[edges[0]].start : words[edges[1]].end]) == meant


def test_what_is_joined_is_as_sure_as_its_least_sure_part(blank: Language) -> None:
    doc = blank("Вот Иван «Танк» Котов")
    first, last = doc.char_span(4, 8, label="PER"), doc.char_span(16, 21, label="PER")
    assert first is not None
    assert last is not None
    assert list(mend(doc, doc.text, {first: 0.9, last: 0.6}).values()) == [0.6]
