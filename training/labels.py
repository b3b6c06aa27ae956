"""Labels of public corpora made to fit our conventions: PER, LOC, ORG, DATE spans, none nested.

What a mention is stands in `docs/output.md`; how far the corpora differ from it, and what each
rule below is worth, in `training/README.md`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newscli.pipeline.morphology import parses
from newscli.pipeline.recognizer.dictionary import agree
from newscli.pipeline.recognizer.words import is_place

Span = tuple[int, int, str]

_NEREL_LABELS = {
    "PERSON": "PER",
    "CITY": "LOC",
    "COUNTRY": "LOC",
    "DISTRICT": "LOC",
    "LOCATION": "LOC",
    "STATE_OR_PROVINCE": "LOC",
    "ORGANIZATION": "ORG",
    "DATE": "DATE",
    "TIME": "DATE",
}
# A street is a place; NEREL has streets among its facilities.
_STREET = re.compile(
    r"\b(?:улиц|проспект|площад|переул|бульвар|шоссе|набережн|проезд|сквер|стрит|авеню)[а-я]*\b",
    re.IGNORECASE,
)
# `острове Корфу`: an island needs its class word, which the corpora leave out.
_ISLAND = re.compile(
    r"\b(?:полу)?(?:остров|архипелаг|мыс)(?:а|у|е|ом|ы|ов|ам|ами|ах)? $", re.IGNORECASE
)
_ADJECTIVE_ENDINGS = ("ой", "ая", "ий", "ый", "ое", "ую", "ого", "ому", "ом", "ым", "им")
_QUOTED = re.compile('[«"„“][^«»"„“”]+[»"“”]')
_LEADING_PREPOSITIONS = frozenset(
    (
        *("в", "во", "на", "с", "со", "к", "ко", "по", "до", "от", "за", "через", "после"),
        *("около", "перед", "из", "под", "для", "между", "о", "об", "при"),
    )
)
# What is left at the end of an organisation's name after what it leads to was cut off.
_DANGLING = _LEADING_PREPOSITIONS | {"и", "г."}
# `по г. Москве`, `в городе Ярославле`, `в штате Техас`.
_TOWN = re.compile(r"г\.|город[а-я]*|штат[а-я]*")
# `Институт имени Мориса Тореза`: the person is part of the name, not cut off it.
_NAMED_AFTER = frozenset(("имени", "им.", "памяти"))
# `Французские`, `Польский` at the start of a sentence: adjectives, not places.
_ADJECTIVE = re.compile(r"\w+ск(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)")
_FOLLOWING = re.compile(r" ([а-яё]+)")


@dataclass(frozen=True)
class LabelledText:
    """A text and its spans in order: code point offsets and a label. None overlap."""

    id: str
    text: str
    spans: tuple[Span, ...]


def read_json_lines(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def load_nerel(path: Path) -> list[LabelledText]:
    """NEREL v1.1 as JSON Lines: `id`, `text`, `spans` of (start, end, label, …), nested."""
    return [
        LabelledText(record["id"], record["text"], _flatten_nerel(record["text"], record["spans"]))
        for record in read_json_lines(path)
    ]


def load_factrueval(path: Path) -> list[LabelledText]:
    """factRuEval-2016 as JSON Lines: `id`, `text`, `mentions` of a type and its labelled parts.

    It knows no dates: whoever trains on it must fill them in.
    """
    return [
        LabelledText(
            record["id"], record["text"], _join_factrueval(record["text"], record["mentions"])
        )
        for record in read_json_lines(path)
    ]


def _flatten_nerel(text: str, annotated: list[list[object]]) -> tuple[Span, ...]:
    spans = {
        (start, end, _NEREL_LABELS[label])
        for start, end, label, *_ in annotated
        if label in _NEREL_LABELS
    } | {
        (start, end, "LOC")
        for start, end, label, *_ in annotated
        if label == "FACILITY" and _STREET.search(text[start:end])
    }
    return _settle(text, spans, cut=True)


def _settle(text: str, annotated: Iterable[Span], *, cut: bool) -> tuple[Span, ...]:
    """Nested spans made to fit: trimmed, none inside another.

    Longest first: what lies inside a longer place, person or date is part of it; with `cut`, what
    ends an organisation (`МИД` + `Азербайджана`) is cut off it; other names inside one are dropped.
    """
    spans = {trimmed for span in annotated if (trimmed := _trim(text, span))}
    chosen: list[Span] = []
    for span in sorted(spans, key=_longest_first):
        if span[2] != "ORG" and not any(_overlap(span, other) for other in chosen):
            chosen.append(span)
    organisations = sorted((span for span in spans if span[2] == "ORG"), key=_longest_first)
    inside: set[Span] = set()
    taken: list[Span] = []
    for organisation in organisations:
        if any(_overlap(organisation, other) for other in taken):
            continue
        trimmed = _cut(text, organisation, chosen) if cut else organisation
        if trimmed is None:
            continue
        if any(_overlap(trimmed, other) and not _within(other, trimmed) for other in chosen):
            continue
        taken.append(trimmed)
        inside.update(other for other in chosen if _within(other, trimmed))
    kept = [span for span in chosen if span not in inside] + taken
    return tuple(sorted(kept))


def _cut(text: str, organisation: Span, names: Sequence[Span]) -> Span | None:
    """An organisation without the places and people that end it; None where nothing is left."""
    start, end, _ = organisation
    if start and _QUOTED.fullmatch(text, start - 1, end + 1):
        return organisation  # `«Говорит Москва»`: what is in quotes is whole
    last = next((name for name in names if name[1] == end and name[2] != "DATE"), None)
    if last is None or last[0] < start or not _is_apart(text[start : last[0]], last, text):
        return organisation
    rest = _trim(text, (start, last[0], "ORG"))
    if rest is None or any(name[:2] == rest[:2] for name in names):
        return None
    return _cut(text, rest, names)  # `МЧС по Санкт-Петербургу и` + `Ленобласти`


def _is_apart(before: str, name: Span, text: str) -> bool:
    """Whether a name that ends an organisation's, which begins with `before`, is cut off it.

    A place is in the genitive (`МИД` + `Азербайджана`, `МЧС` + `РФ`, but `Единая Россия`, `Bank of
    America`), behind a preposition (`УФСБ по` + `Чечне`) or all that has a capital letter.
    """
    start, end, label = name
    words = before.split()
    if not words or words[-1] in _NAMED_AFTER:
        return False
    if words[-1] == "и" and not _NAMED_AFTER.isdisjoint(words):
        return False
    if label == "PER" or not any(map(str.isupper, before)):
        return True
    while len(words) > 1 and _TOWN.fullmatch(words[-1]):
        words.pop()
    first = text[start:end].split()[0]
    return (
        words[-1] in _LEADING_PREPOSITIONS
        or first.isupper()
        or any("gent" in parse.tag for parse in parses(first))
    )


def _trim(text: str, span: Span) -> Span | None:
    """Strip blanks, a date's leading preposition, quotes round it; None where it is no name."""
    start, end, label = span
    while start < end and text[start] in " \n\r\t\u00a0":
        start += 1
    while start < end and text[end - 1] in " \n\r\t\u00a0,":
        end -= 1
    if label == "DATE":
        word = text[start:end].split(" ")[0]
        while word.lower() in _LEADING_PREPOSITIONS and " " in text[start:end]:
            start += len(word) + 1
            word = text[start:end].split(" ")[0]
    elif _QUOTED.fullmatch(text, start, end):
        start, end = start + 1, end - 1
    words = text[start:end]
    if label in ("PER", "LOC") and not words[:1].isupper() and not words[:1].isdigit():
        # Adjectives (`российский`) and inhabitants; `аль-Багдади` is the exception worth having.
        compound = label == "PER" and "-" in words and any(map(str.isupper, words))
        if not compound and not (label == "LOC" and _STREET.match(words)):
            return None
    if label == "LOC" and _ADJECTIVE.fullmatch(words):
        following = _FOLLOWING.match(text, end)
        if not is_place(words) or (following and agree(words, following[1])):
            return None
    if label == "LOC" and (class_word := _ISLAND.search(text, max(0, start - 14), start)):
        start = class_word.start()
    if label == "ORG":
        # `российского Минсельхоза`: whose it is, is no part of its name.
        first, _, rest = words.partition(" ")
        if first.islower() and _ADJECTIVE.fullmatch(first) and rest[:1].isupper():
            start, words = start + len(first) + 1, rest
        while (last := words.rsplit(" ", 1)[-1]) in _DANGLING and last != words:
            words = words[: -len(last)].rstrip()
            end = start + len(words)
    if label == "ORG" and not any(map(str.isupper, words)):
        return None
    return (start, end, label) if end > start else None


def _join_factrueval(text: str, mentions: list[dict[str, object]]) -> tuple[Span, ...]:
    found: list[Span] = []
    for mention in mentions:
        parts = mention["spans"]
        names: list[Span] = []
        for start, end, part in sorted(parts):
            if label := _label_of_part(mention["type"], part, text[start:end], parts):
                if label == "LOC":
                    start, end = _with_class_word(text, (start, end), parts)
                names.append((start, end, label))
        found += _joined(names)
    # What is a place for one mention is one for all: `Правительство Кипра`.
    places = {(start, end) for start, end, label in found if label == "LOC"}
    found = [span for span in found if span[2] == "LOC" or span[:2] not in places]
    # A place that its annotators leave in an organisation's name belongs there: `Голос Америки`.
    return _settle(text, found, cut=False)


def _label_of_part(
    mention: str, part: str, name: str, parts: Sequence[tuple[int, int, str]]
) -> str | None:
    """What the part of a mention is by itself: `Израиля` of `правительства Израиля` is a place.

    An organisation that only a place's name tells (`ЕС`, `Кремль`) is one.
    """
    if part in ("name", "surname", "patronymic", "nickname"):
        return "PER"
    if part == "loc_name":
        return "ORG" if mention == "Org" and len(parts) == 1 else "LOC"
    if part == "org_name" and mention == "Org":
        return "ORG"
    if part == "org_name" and (mention == "LocOrg" or is_place(name)):
        return "LOC"  # `президента РФ`, `во Флориде`
    return None


def _joined(names: Iterable[Span]) -> list[Span]:
    """First and last names side by side are one name; `Восточного побережья` + `США` are two."""
    joined: list[Span] = []
    for name in sorted(names):
        last = joined[-1] if joined else None
        if last and last[2] == name[2] != "LOC" and name[0] <= last[1] + 1:
            joined[-1] = (last[0], max(last[1], name[1]), last[2])
        else:
            joined.append(name)
    return joined


def _with_class_word(
    text: str, name: tuple[int, int], parts: list[tuple[int, int, str]]
) -> tuple[int, int]:
    """`Тверской` + `площади`: a name that is an adjective takes the class word behind it.

    A street takes it on either side: `улице` + `Ленина`.
    """
    start, end = name
    for part_start, part_end, part in parts:
        if part == "loc_descr" and _STREET.fullmatch(text[part_start:part_end]):
            if part_end == start - 1:
                return part_start, end
            if part_start == end + 1:
                return start, part_end
    if text[start:end].endswith(_ADJECTIVE_ENDINGS):
        for part_start, part_end, part in parts:
            if part == "loc_descr" and part_start == end + 1:
                return start, part_end
    return name


def _longest_first(span: Span) -> tuple[int, Span]:
    return span[0] - span[1], span


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
