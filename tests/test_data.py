"""The sample articles and their gold fit together, and the gold is well formed."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise

import pytest

from evaluation.gold import ARTICLES, GOLD, Sample, gold_path, load_samples
from evaluation.markup import LABELS, format_markup

SAMPLES = load_samples()
SPANS = [(sample, span) for sample in SAMPLES for span in sorted(sample.gold.spans)]
DATES = sorted({span.fact or "" for _, span in SPANS if span.label == "DATE"})

# TIMEX3 as the contract uses it.
YEAR = r"(?:\d{4}|XXXX)"
DAY = rf"{YEAR}-(?:\d\d|XX)-(?:\d\d|XX)"
DATE = rf"\d{{2,3}}|{YEAR}(?:-(?:\d\d|W(?:\d\d|XX)(?:-[1-7])?|Q[1-4]|H[12]|SP|SU|FA|WI))?|{DAY}"
VALUES = {
    "date": rf"(?:{DATE})(?:/(?:{DATE}))?|(?:PRESENT|PAST|FUTURE)_REF",
    "time": rf"{DAY}T(?:\d\d:\d\d|MO|AF|EV|NI)",
    "duration": r"P(?:(?:\d+|X)[YMWD]|T(?:\d+|X)[HMS])",
    "set": rf"P\d+[YMWD]|{DATE}|{DAY}T(?:\d\d:\d\d|MO|AF|EV|NI)",
}
MODS = {"START", "MID", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN"}


def by_source(sample: Sample) -> str:
    return sample.gold.source


def read_text(sample: Sample) -> str:
    """The article's text, decoded as `headers.tsv` says and not otherwise touched."""
    file_name, _, number = sample.gold.source.partition("#")
    text = (ARTICLES / file_name).read_bytes().decode(sample.encoding)
    if not number:
        return text
    record: dict[str, str] = json.loads(text.splitlines()[int(number) - 1])
    return record["text"]


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_gold_is_the_article_with_marks(sample: Sample) -> None:
    assert sample.text == read_text(sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_spans_do_not_overlap(sample: Sample) -> None:
    spans = sorted(sample.gold.spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    with open(gold_path(sample.gold.source), encoding="utf-8", newline="") as file:
        assert format_markup(sample.text, spans) == file.read()


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_spans_hold_whole_words(sample: Sample) -> None:
    for span in sample.gold.spans:
        assert sample.text[span.start : span.end].strip() == sample.text[span.start : span.end]
        around = sample.text[span.start - 1 : span.start] + sample.text[span.end : span.end + 1]
        assert not re.search(r"\w", around), sample.text[span.start - 9 : span.end + 9]


def test_every_article_has_gold_and_every_gold_an_article() -> None:
    sources = [sample.gold.source for sample in SAMPLES]
    assert {source.partition("#")[0] for source in sources} == {
        path.name for path in ARTICLES.iterdir()
    }
    assert {gold_path(source) for source in sources} == set(GOLD.glob("*.gold"))
    assert sources == sorted(sources)


def test_there_is_much_of_everything() -> None:
    assert len(SAMPLES) >= 20
    for label in LABELS:
        assert sum(span.label == label for _, span in SPANS) >= 50


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_every_span_has_a_fact(sample: Sample) -> None:
    assert all(span.fact == " ".join((span.fact or "").split()) for span in sample.gold.spans)
    assert all(span.fact for span in sample.gold.spans)


@pytest.mark.parametrize("fact", DATES)
def test_dates_are_timex3(fact: str) -> None:
    value, *rest = fact.split()
    if rest and rest[-1] in MODS:
        rest.pop()
    kind = rest.pop() if rest else "date"
    assert not rest
    assert value == "null" or re.fullmatch(VALUES[kind], value)
    for day in re.findall(r"\d{4}-\d\d-\d\d", value):
        assert date.fromisoformat(day).isoformat() == day


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_weekdays_are_the_days_they_are_said_to_be(sample: Sample) -> None:
    days = ("понедел", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
    for span in sample.gold.spans:
        words = sample.text[span.start : span.end].lower()
        named = [number for number, day in enumerate(days, 1) if re.search(rf"\b{day}", words)]
        full = re.match(r"\d{4}-\d\d-\d\d", span.fact or "")
        if span.label == "DATE" and named and full and "ночь" not in words:
            assert [date.fromisoformat(full[0]).isoweekday()] == named, words


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_published_is_a_day(sample: Sample) -> None:
    published = sample.gold.published
    assert published is None or date.fromisoformat(published).isoformat() == published


def test_names_are_not_cut_by_prepositions_or_quotes() -> None:
    for sample, span in SPANS:
        words = sample.text[span.start : span.end]
        assert words[0] not in "«„\"'"
        assert not re.match(r"(?:в|во|на|с|со|до|к|по|от|из|после|около|через)\s", words)
